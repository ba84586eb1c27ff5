"""Files of settings damaged on purpose: one sound ``round.toml``, changed by a number that says how."""

from __future__ import annotations

import random
import re
from collections.abc import Callable

_VALUES = (
    "7",
    "-1",
    "0",
    "1.5",
    "nan",
    "1e400",
    "1" * 5000,
    "true",
    "[]",
    "{}",
    '[["a"]]',
    '{ a = "b" }',
    "[" * 3000 + "]" * 3000,
    "[" * 90_000,
    '"2021-13"',
    '"oktober"',
    '""',
    '" "',
    '"\\u0000"',
    '"\\ufffe"',
    '"../../x"',
    '"' + "æ" * 5000 + '"',
    "'''\na\nb\n'''",
    "2021-09-30",
    "9999-12-31",
    "0001-01-01",
    "2021-02-30",
    "2021-09-30T10:00:00",
    "2021-09-30T10:00:00+02:00",
    "12:00:00",
    "2021-10",
    "oktober",
    "“x”",
    "=",
    "",
)
_KEY_SLIPS = (
    "",
    "1.1",
    "a.b.c",
    '""',
    '"\\u0007"',
    "æ",
    "[x]",
    "[[actors]]",
    "[focus_areas.x]",
    "'",
    "#",
    "\x00",
    "\r",
)
_TABLE_SLIPS = ("", "[actors]", "[[report]]", "[a.b]", "[", "[]", "[[actors]]", "[en]", "[contact]")
_LINE = re.compile(r"^(?P<key>[^=#\[\n]+?) = (?P<value>.+)$", re.MULTILINE)
_TABLE = re.compile(r"^\[.*\]$", re.MULTILINE)
Change = Callable[[str, random.Random], str]


def mutated(sound: str, number: int) -> bytes:
    """Return a file that differs from the sound one in one to three ways, in a few cases in its encoding too."""
    chance = random.Random(number)
    text = sound
    for _ in range(chance.randint(1, 3)):
        text = chance.choice(_CHANGES)(text, chance)
    encoding = chance.choices(("utf-8", "utf-8-sig", "utf-16", "cp1252"), (90, 4, 3, 3))[0]
    return text.encode(encoding, "replace")


def _replaced(pattern: re.Pattern[str], made: Callable[[re.Match[str], random.Random], str]) -> Change:
    def change(text: str, chance: random.Random) -> str:
        found = list(pattern.finditer(text))
        if not found:
            return text + "x"
        chosen = chance.choice(found)
        return text[: chosen.start()] + made(chosen, chance) + text[chosen.end() :]

    return change


def _lines_moved(text: str, chance: random.Random) -> str:
    lines = text.split("\n")
    lines.insert(chance.randrange(len(lines)), lines.pop(chance.randrange(len(lines))))
    return "\n".join(lines)


def _line_repeated(text: str, chance: random.Random) -> str:
    lines = text.split("\n")
    lines.insert(chance.randrange(len(lines)), chance.choice(lines))
    return "\n".join(lines)


def _letter_changed(text: str, chance: random.Random) -> str:
    at = chance.randrange(len(text) or 1)
    return text[:at] + chance.choice("abc01.-=[]{}\"'\\#\n\t\x00æ") + text[at + chance.randint(0, 2) :]


_CHANGES: tuple[Change, ...] = (
    _replaced(_LINE, lambda line, chance: f"{line['key']} = {chance.choice(_VALUES)}"),
    _replaced(_LINE, lambda line, chance: f"{line['key']} = {chance.choice(_VALUES)}"),
    _replaced(_LINE, lambda line, chance: f"{chance.choice(_KEY_SLIPS)} = {line['value']}"),
    _replaced(_LINE, lambda line, chance: f"{line['key'].strip(chr(34))} = {line['value']}"),
    _replaced(_LINE, lambda _, __: ""),
    _replaced(_TABLE, lambda _, chance: chance.choice(_TABLE_SLIPS)),
    _lines_moved,
    _line_repeated,
    _letter_changed,
    lambda text, chance: text[: chance.randrange(len(text) or 1)],
    lambda text, chance: text[: (at := chance.randrange(len(text) or 1))] + text[at + chance.randint(1, 300) :],
)
