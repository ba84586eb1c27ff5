"""A TOML text parsed: what it holds and on which line, or in plain words why it is no TOML."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ehport.lang.language import Text
from ehport.rounds.toml_values import short

Path = tuple[str | int, ...]
_NAME = r"""(?:"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|[A-Za-z0-9_-]+)"""
_DOTTED = rf"{_NAME}(?:[ \t]*\.[ \t]*{_NAME}){{0,20}}"
_HEAD = re.compile(rf"[ \t]*\[(?P<list>\[)?[ \t]*(?P<name>{_DOTTED})[ \t]*\]")
_KEY = re.compile(rf"[ \t]*(?P<name>{_DOTTED})[ \t]*=")
_PART = re.compile(r""""((?:[^"\\\n]|\\.)*)"|'([^'\n]*)'|([A-Za-z0-9_-]+)""")
_AT_LINE = re.compile(r"\(at line (\d+), column \d+\)")


class TomlError(Exception):
    """A text is no TOML; on which line, and what to do about it."""

    def __init__(self, line: int, text: Text) -> None:
        """Keep what is told."""
        super().__init__(text.en)
        self.line, self.text = line, text


@dataclass(frozen=True, slots=True)
class Parsed:
    """What a TOML text holds, and on which line each key and table of it stands."""

    found: Mapping[str, Any]
    lines: Mapping[Path, int]

    def line_of(self, at: Path) -> int:
        """Return the line of a place, or of the nearest around it; 0 when none is known."""
        return next((self.lines[at[:end]] for end in range(len(at), 0, -1) if at[:end] in self.lines), 0)


def parse(text: str) -> Parsed:
    """Return a text parsed.

    Raises `TomlError` when it is no TOML.
    """
    try:
        return Parsed(tomllib.loads(text), _lines_of(text))
    except tomllib.TOMLDecodeError as bad:
        at = _AT_LINE.search(str(bad))
        lines = text.splitlines() or [""]
        number = int(at[1]) if at else len(lines)
        raise TomlError(number, _why(str(bad), lines[min(number, len(lines)) - 1])) from bad
    except RecursionError as bad:
        raise TomlError(0, _DEEP) from bad
    except ValueError as bad:  # a number of thousands of digits, which Python refuses to count out
        raise TomlError(0, _HUGE_NUMBER) from bad


def _why(reason: str, line: str) -> Text:
    """Return what is wrong with a line, by the slips that people make, and what to write."""
    value = line.partition("=")[2].strip()
    for told, applies in (
        (_TWICE, reason.startswith("Cannot")),
        (_TYPOGRAPHIC, re.match(r"[“”„«»‘’]", value)),
        (_BARE_MONTH, re.fullmatch(r"[0-9]{4}-[0-9]{1,2}", value)),
        (_NO_SUCH_DAY, re.match(r"[0-9]{1,4}[-./][0-9]{1,2}[-./][0-9]{1,4}", value)),
        (_NO_EQUALS, line.strip() and "=" not in line and line.strip()[0] not in "[]\"',"),
        (_NOT_CLOSED, value.count('"') == 1 or "Unterminated" in reason or "Illegal character '\\n'" in reason),
        (_NO_QUOTES, value[:1].isalpha()),
        (_BACKSLASH, "\\" in value),
    ):
        if applies:
            return told.format(line=short(line.strip()))
    return _OTHERWISE.format(line=short(line.strip()))


def _lines_of(text: str) -> Mapping[Path, int]:
    """Return on which line each key and each table of a TOML text stands, as far as it can be told at a glance."""
    found: dict[Path, int] = {}
    counts: dict[Path, int] = {}
    table: Path = ()
    for number, line in enumerate(text.split("\n"), 1):
        if head := _HEAD.match(line):
            table = _split(head["name"])
            found.setdefault(table, number)
            if head["list"]:
                counts[table] = counts.get(table, -1) + 1
                table = (*table, counts[table])
                found.setdefault(table, number)
        elif key := _KEY.match(line):
            path = (*table, *_split(key["name"]))
            for end in range(len(table) + 1, len(path) + 1):
                found.setdefault(path[:end], number)
    return found


def _split(name: str) -> Path:
    """Return the parts of a dotted key."""
    return tuple(double or single or bare for double, single, bare in _PART.findall(name))


_DEEP = Text(
    "Filen har lister eller tabeller i hverandre i så mange ledd at den ikke kan leses. Ta dem bort.",
    "The file has lists or tables within each other, too deep to be read. Take them away.",
)
_HUGE_NUMBER = Text(
    "Filen har et tall med tusenvis av sifre. Skriv det om, eller sett det i anførselstegn.",
    "The file has a number of thousands of digits. Write it anew, or put it in quotation marks.",
)
_TWICE = Text(
    "«{line}» står to ganger i filen. Ta bort den ene.", "«{line}» stands twice in the file. Take one of them away."
)
_TYPOGRAPHIC = Text(
    '«{line}» har skråstilte anførselstegn. Bruk rette, slik: title = "Nasjonal e-helseportefølje"',
    '«{line}» has curly quotation marks. Use straight ones, thus: title = "Nasjonal e-helseportefølje"',
)
_BARE_MONTH = Text(
    '«{line}» mangler anførselstegn om måneden. Skriv for eksempel: published = "2021-10"',
    '«{line}» lacks quotation marks around the month. Write for example: published = "2021-10"',
)
_NO_SUCH_DAY = Text(
    "«{line}» er ikke en dato som finnes. Skriv år, måned og dag, for eksempel: cutoff = 2021-09-30",
    "«{line}» is not a date that exists. Write year, month and day, for example: cutoff = 2021-09-30",
)
_NO_EQUALS = Text(
    '«{line}» mangler likhetstegn. Skriv for eksempel: title = "Nasjonal e-helseportefølje"',
    '«{line}» lacks an equals sign. Write for example: title = "Nasjonal e-helseportefølje"',
)
_NOT_CLOSED = Text(
    "«{line}» har et anførselstegn uten make. Sett ett foran og ett bak teksten.",
    "«{line}» has a quotation mark without its pair. Put one before and one after the text.",
)
_NO_QUOTES = Text(
    '«{line}» mangler anførselstegn om teksten. Skriv for eksempel: title = "Nasjonal e-helseportefølje"',
    '«{line}» lacks quotation marks around the text. Write for example: title = "Nasjonal e-helseportefølje"',
)
_BACKSLASH = Text(
    "«{line}» har en skråstrek bakover, som har egen betydning i TOML. Bruk en vanlig skråstrek.",
    "«{line}» has a backslash, which has a meaning of its own in TOML. Use a common slash.",
)
_OTHERWISE = Text(
    "«{line}» kan ikke leses. Skriv ett navn, et likhetstegn og en verdi på hver linje; tekst står i anførselstegn, "
    "datoer og tall uten.",
    "«{line}» cannot be read. Write one name, an equals sign and a value on each line; text stands in quotation "
    "marks, dates and numbers without.",
)
