"""Debian's own Firefox, driven as the standard WebDriver BiDi says, over a WebSocket: no further program or library."""

from __future__ import annotations

import json
import os
import re
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any

NAMES = ("firefox-esr", "firefox")
_LISTENS = re.compile(r"WebDriver BiDi listening on ws://([\d.]+):(\d+)")
_PREFERENCES = (  # a browser that is left alone asks for updates of itself
    *("app.normandy.enabled", "app.update.enabled", "browser.safebrowsing.update.enabled", "datareporting.policy"),
    *("extensions.update.enabled", "network.captive-portal-service.enabled", "network.connectivity-service.enabled"),
)
_CLOSE, _LONG, _MASK = 8, 126, b"mask"
_PATIENCE = 120


class Tab:
    """One tab of a browser without a network, and what it complained of and asked for meanwhile."""

    def __init__(self, connection: socket.socket) -> None:
        """Take a connection that speaks WebSocket already."""
        self._connection = connection
        self._stream = connection.makefile("rb")
        self._numbers = count(1)
        self.said: list[str] = []
        self.asked_for: list[str] = []
        self.ask("session.new", capabilities={})
        self.ask("session.subscribe", events=["log.entryAdded", "network.beforeRequestSent"])
        self._context = self.ask("browsingContext.getTree")["contexts"][0]["context"]
        self.ask("emulation.setNetworkConditions", networkConditions={"type": "offline"}, contexts=[self._context])

    def open(self, url: str) -> None:
        """Go to a page, and wait until it is there."""
        self.ask("browsingContext.navigate", context=self._context, url=url, wait="complete")

    def run(self, script: str) -> Any:
        """Return the JSON of what a script comes to; promises are waited for."""
        wrapped = f"Promise.resolve((() => {script})()).then(JSON.stringify)"
        target = {"context": self._context}
        answer = self.ask("script.evaluate", expression=wrapped, target=target, awaitPromise=True, userActivation=True)
        assert answer["type"] == "success", answer
        return json.loads(answer["result"].get("value") or "null")

    def choose(self, selector: str, path: Path) -> None:
        """Choose a file in a field."""
        found = self.ask("browsingContext.locateNodes", context=self._context, locator=_css(selector))["nodes"][0]
        element = {"sharedId": found["sharedId"]}
        self.ask("input.setFiles", context=self._context, element=element, files=[str(path)])

    def wait_for(self, script: str) -> None:
        """Wait until a script is true."""
        self.run(
            f"new Promise((done) => {{ const look = () => ({script}) ? done(true) : setTimeout(look, 20); look(); }})"
        )

    def ask(self, method: str, **facts: Any) -> dict[str, Any]:
        """Give the browser a command, and return its answer."""
        number = next(self._numbers)
        self._send(json.dumps({"id": number, "method": method, "params": facts}).encode())
        while True:
            told = json.loads(self._receive())
            if told.get("id") == number:
                assert told["type"] == "success", told
                return dict(told["result"])
            self._note(told)

    def _note(self, told: dict[str, Any]) -> None:
        if told.get("method") == "log.entryAdded":
            self.said.append(str(told["params"]["text"]))
        if told.get("method") == "network.beforeRequestSent":
            self.asked_for.append(told["params"]["request"]["url"])

    def _send(self, data: bytes) -> None:
        size = len(data)
        length = bytes([128 | size]) if size < _LONG else bytes([128 | _LONG]) + size.to_bytes(2, "big")
        masked = bytes(each ^ _MASK[at % len(_MASK)] for at, each in enumerate(data))
        self._connection.sendall(b"\x81" + length + _MASK + masked)

    def _receive(self) -> bytes:
        whole = b""
        while True:
            first, size = self._stream.read(2)
            if size >= _LONG:
                size = int.from_bytes(self._stream.read(2 if size == _LONG else 8), "big")
            data = self._stream.read(size)
            assert first & 15 < _CLOSE, data
            whole += data
            if first & 128:
                return whole


@contextmanager
def firefox(program: str, folder: Path) -> Iterator[Tab]:
    """Start a browser whose settings and home are in a folder, and end it."""
    preferences = "".join(f'user_pref("{name}", false);\n' for name in _PREFERENCES)
    (folder / "user.js").write_text(preferences, "utf-8")
    command = [program, "--headless", "--no-remote", "--profile", str(folder), "--remote-debugging-port=0"]
    environment = os.environ | {"HOME": str(folder)}
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=environment) as process:
        try:
            assert process.stderr is not None
            found = next(filter(None, map(_LISTENS.search, process.stderr)))
            with _connected(found[1], int(found[2])) as connection:
                yield Tab(connection)
        finally:
            process.kill()


def _connected(host: str, port: int) -> socket.socket:
    connection = socket.create_connection((host, port), timeout=_PATIENCE)
    head = f"GET /session HTTP/1.1\r\nHost: {host}:{port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
    connection.sendall(f"{head}Sec-WebSocket-Key: {'A' * 22}==\r\nSec-WebSocket-Version: 13\r\n\r\n".encode())
    answer = b""
    while not answer.endswith(b"\r\n\r\n"):
        answer += connection.recv(1)
    assert b" 101 " in answer, answer
    return connection


def _css(selector: str) -> dict[str, str]:
    return {"type": "css", "value": selector}
