"""The page `sjekk.html`: a check of workbooks that opens from a folder, in a browser, without a network."""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from html import escape
from pathlib import Path

from ehport import __version__
from ehport.checker import modules
from ehport.checker.encoding import encode
from ehport.checker.runtime import Runtime, find_runtime
from ehport.checker.words import WORDS
from ehport.lang.language import Lang, Text
from ehport.model.round import FILE, Contact, Round
from ehport.system.assets import templates
from ehport.system.errors import UsageError
from ehport.system.file_cache import replace_file

_NAMED = re.compile(r"\{(\w+)\}")


def write_page(out: Path, lang: Lang, round_: Round | None = None) -> Path:
    """Write the page, with the rules of a round inside when one is given, and return its path.

    Raises `UsageError` when ehport was set up without its runtime, or when the file cannot be written.
    """
    page = render_page(find_runtime(), lang, round_)
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        replace_file(out, page.encode())
    except OSError as bad:
        raise UsageError(_NOT_WRITTEN.format(path=out, why=bad.strerror or bad)) from bad
    return out


def render_page(runtime: Runtime, lang: Lang, round_: Round | None = None) -> str:
    """Return the page; the same round gives the same bytes."""
    folder = templates() / "checker"
    able, script = _read(folder / "able.js"), _read(folder / "page.js")
    style = _read(folder.parent / "palette.css") + _read(folder / "page.css")
    settings = {"round": {"id": round_.id, "toml": _read(round_.folder / FILE)} if round_ else {}}
    words = {each.value: {name: text[each] for name, text in WORDS.items()} for each in Lang}
    facts = {
        **{name: escape(WORDS[name][lang]) for name in ("title", "heading", "lead", "old", "made")},
        "lang": lang.value,
        "other": next(each.value for each in Lang if each is not lang),
        "policy": "; ".join(_policy(style, able, script)),
        "version": __version__,
        "pyodide": runtime.version,
        "round": escape(_ROUND.format(title=round_.title, round=round_.id)[lang]) if round_ else "ehport",
        "contact": _contact(round_.contact, lang) if round_ else "",
        "words": _as_data(words),
        "settings": _as_data(settings),
        "style": style,
        "able": able,
        "script": script,
        "worker": _read(folder / "worker.js"),
        "runtime": "\n".join(_elements(runtime)),
    }
    return _NAMED.sub(lambda name: facts[name[1]], _read(folder / "page.html"))


def _contact(contact: Contact, lang: Lang) -> str:
    """Return whom to ask, as a paragraph; nothing when the round names nobody."""
    address = escape(contact.email)
    mail = f'<a href="mailto:{address}">{address}</a>' if address else ""
    told = ", ".join(filter(None, (escape(contact.name), mail, escape(contact.phone))))
    return f'<p><span data-word="contact">{escape(WORDS["contact"][lang])}</span> {told}</p>' if told else ""


def _elements(runtime: Runtime) -> Iterator[str]:
    packed = gzip.compress(modules.pack(), 9, mtime=0)
    for name, text, size in (*runtime.parts, ("ehport", encode(packed), len(packed))):
        yield f'<script type="text/plain" id="{name}" data-size="{size}">{text}</script>'


def _policy(style: str, *scripts: str) -> Iterator[str]:
    """Yield what the page may do: run its own scripts, a worker made of them, and WebAssembly; and reach nothing."""
    yield "default-src 'none'"
    yield f"script-src {' '.join(map(_hash, scripts))} 'wasm-unsafe-eval'"
    yield f"style-src {_hash(style)}"
    yield "worker-src blob:"
    yield "base-uri 'none'"
    yield "form-action 'none'"


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _as_data(facts: Mapping[str, object]) -> str:
    """Return data as JSON that cannot end the element it stands in."""
    return json.dumps(facts, ensure_ascii=False, sort_keys=True).replace("<", "\\u003c")


def _read(path: Path) -> str:
    return path.read_text("utf-8")


_ROUND = Text("{title}, runde {round}", "{title}, round {round}")
_NOT_WRITTEN = Text("{path} kan ikke skrives: {why}", "{path} cannot be written: {why}")
