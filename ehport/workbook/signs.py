"""The signs of the form in a workbook: marks and labels, found in the bytes of its parts before anything is read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from ehport.form.actor import Actor
from ehport.form.field import Field, fields_of, lists
from ehport.form.project import Project
from ehport.form.register import Register
from ehport.lang.language import Lang
from ehport.workbook import layout
from ehport.workbook.labels import labels_of

_MARKS = tuple(mark.encode() for mark in (layout.VOCABULARY, *layout.TITLES, layout.GUIDE, layout.FEEDBACK))
LOOKED_AT = 1 << 20  # bytes of the shared texts; those texts of a filled form are a tenth of it
_ENOUGH = 2
_ANY_YEAR = 2000
_SHORTEST = 6  # letters; shorter labels are words of many a workbook


def has_signs(parts: Iterable[bytes]) -> bool:
    """Tell whether the beginnings of a workbook's parts have the form's or the register's marks, or its labels."""
    found: set[bytes] = set()
    for part in parts:
        plain = part.replace(b"\0", b"") if b"\0" in part[:4] else part  # UTF-16
        if any(mark in plain for mark in _MARKS):
            return True
        small = plain.lower()
        found |= {label for label in _labels() if label in small}
        if len(found) >= _ENOUGH:
            return True
    return False


@cache
def _labels() -> tuple[bytes, ...]:
    """Return labels of cards and headings of the register as the whole texts of elements, in small letters."""
    named = {label for record in (Project, Actor) for label in labels_of(record, _ANY_YEAR).answers}
    named |= {label.lower() for listed in lists(fields_of(Register)) for label in _headings(listed.rows.record)}
    keys = (f">{listed.name}.{each.name}<" for listed in lists(fields_of(Register)) for each in _fields(listed))
    long = (f">{label}<" for label in named if len(label) >= _SHORTEST and label.isascii() and label.isprintable())
    return tuple(text.encode() for text in (*keys, *long) if not set(text[1:-1]) & set("<>&'\""))


def _headings(record: type) -> Iterator[str]:
    for each in fields_of(record):
        yield from (*(each.label[lang] for lang in Lang), *each.formerly)


def _fields(listed: Field) -> tuple[Field, ...]:
    return fields_of(listed.rows.record)
