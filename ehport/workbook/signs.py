"""The signs of the form in a workbook: marks and labels, found in the bytes of its parts before anything is read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from ehport.form.actor import Actor
from ehport.form.field import fields_of, lists
from ehport.form.project import Project
from ehport.form.register import Register
from ehport.lang.language import Lang
from ehport.workbook import layout
from ehport.workbook.labels import labels_of

LOOKED_AT = 1 << 18  # bytes of the texts that cells share; those of the first sheets come first
SHEET_LOOKED_AT = 1 << 14  # bytes of a sheet, in which the form has its mark, or a card its first labels
_MARKS = tuple(mark.encode() for mark in (layout.VOCABULARY, *layout.TITLES, layout.GUIDE, layout.FEEDBACK))
_ANY_YEAR = 2000
_SHORTEST = 6  # letters; shorter labels are words of many a workbook
_ENOUGH = 2  # labels; the fewest that make a sheet of the register
_TEXT = re.compile(rb">\s*([^<>&]{6,80}?)\s*<")


def has_signs(parts: Iterable[bytes]) -> bool:
    """Tell whether the beginnings of a workbook's parts have the form's or the register's marks, or its labels."""
    found: set[bytes] = set()
    for part in parts:
        plain = part.replace(b"\0", b"") if b"\0" in part[:4] else part  # UTF-16
        if any(mark in plain for mark in _MARKS):
            return True
        found |= _labels().intersection(_TEXT.findall(plain.lower()))
        if len(found) >= _ENOUGH:
            return True
    return False


@cache
def _labels() -> frozenset[bytes]:
    """Return the labels of cards and the keys and headings of the register, in small letters."""
    named = {label for record in (Project, Actor) for label in labels_of(record, _ANY_YEAR).answers}
    named |= {label.lower() for label in _of_register()}
    return frozenset(text.encode() for text in named if len(text) >= _SHORTEST and text.isascii())


def _of_register() -> Iterator[str]:
    for listed in lists(fields_of(Register)):
        for each in fields_of(listed.rows.record):
            yield from (f"{listed.name}.{each.name}", *(each.label[lang] for lang in Lang), *each.formerly)
