"""A report on the loopback address: a page around its web edition and its PDF that is told of every change."""

from __future__ import annotations

import json
import os
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from ehport.system import assets

ADDRESS = "127.0.0.1"
_LIVES = ("/", "/watch.css", "/watch.js", "/palette.css")
_TYPES = {".css": "text/css", ".js": "text/javascript", ".html": "text/html", ".pdf": "application/pdf"}
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; connect-src 'self'; "
    "frame-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_PATIENCE = 15  # seconds after which a silent connection is spoken to, so that one that is gone is noticed


@dataclass(slots=True)
class Board:
    """What is served at the moment, and the news that pages are waiting for."""

    page: str
    files: dict[str, bytes] = field(default_factory=dict)
    _news: Mapping[str, object] = field(default_factory=dict)
    _number: int = 0
    is_closed: bool = False
    _changed: threading.Condition = field(default_factory=threading.Condition)

    def tell(self, news: Mapping[str, object], files: Mapping[str, bytes] | None = None) -> None:
        """Serve files from now on, by the path of their address, and send the news to every page."""
        with self._changed:
            self.files |= files or {}
            self._number += 1
            self._news = {**news, "number": self._number}
            self._changed.notify_all()

    def news_after(self, number: int) -> Mapping[str, object]:
        """Return the news when there are any later than a number, the old ones after a while."""
        with self._changed:
            self._changed.wait_for(lambda: self._number > number or self.is_closed, _PATIENCE)
            return self._news

    def close(self) -> None:
        """Let go of the pages that wait for news: they say that nothing more will come."""
        with self._changed:
            self.is_closed = True
            self._changed.notify_all()


@contextmanager
def serving(board: Board, port: int) -> Iterator[str]:
    """Serve a board on the loopback address while the block runs, and give the address.

    Another port is taken where the one asked for is in use.
    """
    with _server(board, port) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.1}, daemon=True)
        thread.start()
        try:
            yield f"http://{ADDRESS}:{server.server_port}/"
        finally:
            board.close()
            server.shutdown()
            thread.join()


def _server(board: Board, port: int) -> ThreadingHTTPServer:
    answering = partial(_Answer, board)
    try:
        return _Server((ADDRESS, port), answering)
    except OSError:
        return _Server((ADDRESS, 0), answering)


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False  # a page that is still open must not keep the program
    allow_reuse_address = os.name != "nt"  # there a second watch could answer in place of the first


class _Answer(BaseHTTPRequestHandler):
    """Answers one request; nothing is read from the disk that a page could name."""

    def __init__(self, board: Board, *request: object) -> None:
        self._board = board
        super().__init__(*request)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        """Send what is asked for by a page of this address; others may not read a report that is no one else's."""
        path = self.path.partition("?")[0]
        if self.headers.get("Host", "").partition(":")[0] not in (ADDRESS, "localhost"):
            self.send_error(HTTPStatus.FORBIDDEN)
        elif path == "/news":
            self._send_news()
        elif path in self._board.files:
            self._send(path, self._board.files[path])
        elif path == "/favicon.ico":
            self._send(path, b"")
        elif path in _LIVES:
            self._send(path, self._of_page(path))
        else:
            self.send_error(HTTPStatus.NOT_FOUND)

    def _of_page(self, path: str) -> bytes:
        """Return a file of the page around the report."""
        if path == "/":
            return self._board.page.encode()
        folder = assets.templates()
        return (folder / path[1:] if path == "/palette.css" else folder / "watch" / path[1:]).read_bytes()

    def _send(self, path: str, data: bytes) -> None:
        kind = _TYPES.get(Path(path).suffix, _TYPES[".html"])
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", kind if kind == _TYPES[".pdf"] else f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        if path == "/":
            self.send_header("Content-Security-Policy", _POLICY)
        self.end_headers()
        self.wfile.write(data)

    def _send_news(self) -> None:
        """Send the news as they come, until the page is closed."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        sent = 0
        try:
            while not self._board.is_closed:
                news = self._board.news_after(sent)
                number = news.get("number", 0)
                text = f"data: {json.dumps(news, ensure_ascii=False)}\n\n" if number != sent else ": –\n\n"
                self.wfile.write(text.encode())
                self.wfile.flush()
                sent = number if isinstance(number, int) else sent
        except OSError:
            return

    def log_message(self, *_what: object) -> None:
        """Write nothing: the terminal is for what happens to the report."""
