"""XML from outside, read event by event by the parser that Python brings; nothing it declares is ever taken."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from pyexpat import ExpatError, ParserCreate

from ehport.diagnostics.code import Code
from ehport.lang.language import Text
from ehport.workbook.unreadable import UnreadableFileError

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TERMS = "http://purl.org/dc/terms/"
_CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_NAMESPACES = (*(f"{name} " for name in (MAIN, _STRICT, _RELATIONS, _TERMS, _CUSTOM)), "")  # some leave it out
_ENTITIES = Text("definisjoner av entiteter i XML", "definitions of entities in XML")
_MARKS_OF_ORDER = b"\xef\xbb\xbf\xff\xfe"
_DECLARATION = re.compile(rb"(?:\s|(?><\?.*?\?>)|(?><!--.*?-->))*+<!DOCTYPE", re.DOTALL)

Starts = Mapping[str, Callable[[Mapping[str, str]], None]]
Ends = Mapping[str, Callable[[], None]]


class BrokenXmlError(Exception):
    """A part is not well-formed XML; what was read before the fault was told to the handlers."""


def read_xml(data: bytes, starts: Starts, ends: Ends | None = None, texts: Callable[[str], None] | None = None) -> None:
    """Tell handlers of the elements and texts of a part, by the elements' local names.

    Raises `BrokenXmlError` when it is not well-formed, and `UnreadableFileError` when it declares entities: no
    spreadsheet program writes them, and they can grow or fetch.
    """
    parser = ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    opened, closed = _by_full_name(starts.items()), _by_full_name((ends or {}).items())

    def start(name: str, attributes: dict[str, str]) -> None:
        if name in opened:
            opened[name](attributes)

    def end(name: str) -> None:
        if name in closed:
            closed[name]()

    parser.StartElementHandler = start
    parser.EndElementHandler = end if closed else None
    parser.CharacterDataHandler = texts
    parser.StartDoctypeDeclHandler = _refuse
    try:
        parser.Parse(data, True)
    except (ExpatError, ValueError, LookupError) as bad:  # an encoding that Python does not know, too
        raise BrokenXmlError from bad


def assert_plain(head: bytes) -> None:
    """Refuse a part by how it begins, as `read_xml` does, without reading it."""
    wide = b"\0" in head[:4]  # UTF-16
    if _DECLARATION.match((head.replace(b"\0", b"") if wide else head).lstrip(_MARKS_OF_ORDER)):
        _refuse()


def of_namespace(attributes: Mapping[str, str], local: str) -> str:
    """Return the attribute of a local name that has a namespace, empty when there is none."""
    return next((value for name, value in attributes.items() if name.endswith(f" {local}")), "")


def is_on(value: str | None) -> bool:
    """Tell whether a switch is on; one that is just there is."""
    return value is None or value.strip().lower() not in ("0", "false", "off")


def _by_full_name(handlers: Iterable[tuple[str, Callable[..., None]]]) -> dict[str, Callable[..., None]]:
    return {f"{space}{local}": handler for local, handler in handlers for space in _NAMESPACES}


def _refuse(*_: object) -> None:
    raise UnreadableFileError(Code.UNSAFE, what=_ENTITIES)
