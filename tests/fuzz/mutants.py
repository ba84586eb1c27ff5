"""Mutants: a workbook's bytes or the XML in it, changed at random but the same way for the same number."""

from __future__ import annotations

import random
import re
from collections.abc import Callable

from tests.workbook.hard_book import packed, read_parts

_NUMBER = re.compile(rb"\d+")
_ATTRIBUTE = re.compile(rb'="[^"]*"')
_TAG = re.compile(rb"</?[A-Za-z:]+")
_ODD = (
    b"-1",
    b"0",
    b"2147483648",
    b"99999999999999999999",
    b"1e400",
    b"NaN",
    b"",
    b"A1:XFD1048576",
    b"#REF!",
    b"\xff\xfe",
    b"&amp;&#0;",
    b"&lol;",
    b"\xc3\xa5" * 40_000,
    b"=cmd|' /C calc'!A0",
    b"../../../etc/passwd",
)
_DOCTYPE = b'<!DOCTYPE a [<!ENTITY lol "lol"><!ENTITY x SYSTEM "file:///etc/passwd">]>'

Change = Callable[[bytes, random.Random], bytes]


def mutant(original: bytes, number: int) -> bytes:
    """Return a workbook that differs from the original in one to three ways; the number says how."""
    chance = random.Random(number)
    if chance.random() < 0.25:
        return _damaged(original, chance)
    parts = read_parts(original)
    for _ in range(chance.randint(1, 3)):
        name = chance.choice(sorted(parts))
        what = chance.random()
        if what < 0.04:
            del parts[name]
        elif what < 0.08:
            parts[chance.choice(sorted(parts))] = parts[name]
        else:
            parts[name] = chance.choice(_CHANGES)(parts[name], chance)
    return packed(parts)


def mutant_text(original: bytes, number: int) -> bytes:
    """Return a text, such as JSON or Markdown, that differs from the original in one to three ways."""
    chance = random.Random(number)
    for _ in range(chance.randint(1, 3)):
        changes = (_cut, _overwritten, _repeated, *_TEXT_CHANGES)
        original = chance.choice(changes)(original, chance)
    return original


def _damaged(data: bytes, chance: random.Random) -> bytes:
    changes = (_cut, _overwritten, _repeated, lambda given, of: given[: of.randrange(len(given))])
    return chance.choice(changes)(data, chance)


def _cut(data: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(data) or 1)
    return data[:at] + data[at + chance.randint(1, 200) :]


def _overwritten(data: bytes, chance: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.randint(1, 20)):
        if changed:
            changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def _repeated(data: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(data) or 1)
    piece = data[at : at + chance.randint(1, 3000)]
    return data[:at] + piece * chance.randint(2, 5) + data[at:]


def _replaced(pattern: re.Pattern[bytes], made: Callable[[bytes, random.Random], bytes]) -> Change:
    def change(data: bytes, chance: random.Random) -> bytes:
        found = list(pattern.finditer(data))
        if not found:
            return _overwritten(data, chance)
        chosen = chance.choice(found)
        return data[: chosen.start()] + made(chosen[0], chance) + data[chosen.end() :]

    return change


def _with_doctype(data: bytes, chance: random.Random) -> bytes:
    head, end, rest = data.partition(b"?>")
    return head + end + _DOCTYPE + rest if end else _DOCTYPE + data


_CHANGES: tuple[Change, ...] = (
    _cut,
    _overwritten,
    _repeated,
    _with_doctype,
    _replaced(_NUMBER, lambda _, chance: chance.choice(_ODD)),
    _replaced(_ATTRIBUTE, lambda _, chance: b'="' + chance.choice(_ODD) + b'"'),
    _replaced(_TAG, lambda tag, chance: chance.choice((tag + b"x", b"<c", b"</row", b"<f", b"<mergeCell"))),
    lambda data, chance: data[: chance.randrange(len(data) or 1)],
    lambda data, _: data.replace(b"inlineStr", b"s"),
    lambda data, chance: data.replace(b' t="', b' t="' + chance.choice((b"e", b"b", b"d", b"n", b"str")) + b'" u="'),
)
_ODD_TEXTS = (
    *_ODD,
    b"null",
    b"true",
    b"12.5",
    b"NaN",
    b"[]",
    b"{}",
    b'"x"',
    b"[" * 50_000,
    b"{{ projects.count }}",
    b"{{ figure: x }}",
    b"<script>alert(1)</script>",
    b"[a](javascript:b)",
    b"# # #\n",
    b"`" * 999,
    b">" * 999,
)
_ENCODINGS = ("utf-16", "cp1252", "utf-8-sig")
_TEXT_CHANGES: tuple[Change, ...] = (
    _replaced(re.compile(rb'"[^"\n]*"'), lambda _, chance: chance.choice(_ODD_TEXTS)),
    _replaced(re.compile(rb"[{}\[\]:,#*`|>]"), lambda _, chance: chance.choice((b"", b"[", b"{", b"#", b"|", b"\n"))),
    _replaced(_NUMBER, lambda _, chance: chance.choice(_ODD_TEXTS)),
    lambda data, chance: data.decode("utf-8", "replace").encode(chance.choice(_ENCODINGS), "replace"),
)
