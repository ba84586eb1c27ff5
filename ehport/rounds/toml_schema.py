"""A declared schema of a TOML file: the keys it may have, and one message for each thing that is not so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ehport.lang.language import Text
from ehport.rounds.toml_values import Holds, TomlText, WrongValueError, is_many, named, short

Path = tuple[str | int, ...]
_ALIKE = 0.6
_TEXT = TomlText()


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in the file that is not as declared: where, and what to write instead."""

    at: Path
    text: Text


@dataclass(frozen=True, slots=True)
class Key:
    """A key of a table, with an example as it is written in the file; ``tried`` are names that people give it."""

    name: str
    holds: Holds | TomlTable | TomlTables | Codes
    example: str
    default: Any = None
    required: bool = False
    tried: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TomlTable:
    """A table with declared keys and no others; ``outer`` are names that belong above all tables."""

    keys: tuple[Key, ...]
    outer: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class TomlTables:
    """A list of tables with the same keys."""

    each: TomlTable
    most: int = 500


@dataclass(frozen=True, slots=True)
class Codes:
    """A table of texts by codes of one form; the codes stand in quotation marks."""

    pattern: re.Pattern[str]
    example: str
    most: int = 500


def read_table(table: TomlTable, found: Mapping[str, Any], problems: list[Problem], at: Path = ()) -> dict[str, Any]:
    """Return what a table holds by its keys, with defaults; what is not as declared is added to the problems."""
    unknown = [name for name in found if name not in {key.name for key in table.keys}]
    meant = {name: _meant(name, table) for name in unknown}
    problems += [Problem((*at, name), _unknown(name, meant[name], table)) for name in unknown]
    misspelt = {key.name for key in meant.values() if key}
    return {
        key.name: key.default
        if key.name in misspelt and key.name not in found  # one slip is told once
        else _read_key(key, found, problems, (*at, key.name))
        for key in table.keys
    }


def _read_key(key: Key, found: Mapping[str, Any], problems: list[Problem], at: Path) -> Any:
    value = found.get(key.name)
    try:
        if value is None:
            if key.required:
                raise WrongValueError(_IS_MISSING)
            return read_table(key.holds, {}, problems, at) if isinstance(key.holds, TomlTable) else key.default
        if isinstance(key.holds, TomlTable):
            return read_table(key.holds, _mapping(value), problems, at)
        if isinstance(key.holds, Codes):
            return _read_codes(key.holds, _mapping(value), problems, at)
        if isinstance(key.holds, TomlTables):
            return _read_tables(key.holds, value, problems, at)
        return key.holds.read(value)
    except WrongValueError as wrong:
        problems.append(Problem(at, _WRONG.format(key=key.name, wrong=_ended(wrong.text), example=key.example)))
        return key.default


def _mapping(value: Any) -> Mapping[str, Any]:
    if not isinstance(value, Mapping):
        raise WrongValueError(_NOT_A_TABLE.format(found=named(value)))
    return value


def _read_tables(declared: TomlTables, value: Any, problems: list[Problem], at: Path) -> list[dict[str, Any]]:
    if not isinstance(value, list) or not all(isinstance(each, Mapping) for each in value):
        raise WrongValueError(_NOT_TABLES.format(found=named(value)))
    if len(value) > declared.most:
        raise WrongValueError(is_many(value, declared.most))
    return [read_table(declared.each, each, problems, (*at, number)) for number, each in enumerate(value)]


def _read_codes(codes: Codes, found: Mapping[str, Any], problems: list[Problem], at: Path) -> dict[str, str]:
    if len(found) > codes.most:
        raise WrongValueError(is_many(found, codes.most))
    read: dict[str, str] = {}
    bare = dict(_bare_codes(found))
    if bare:
        code, text = next(iter(bare.items()))
        told = (_BARE_CODES if len(bare) > 1 else _BARE_CODE).format(
            key=code, more=len(bare) - 1, example=f'"{code}" = "{short(text)}"'
        )
        problems.append(Problem((*at, *code.split(".")), told))
    for code, text in found.items():
        if isinstance(text, Mapping) and bare:
            continue
        try:
            if not codes.pattern.fullmatch(code):
                raise WrongValueError(_NOT_A_CODE)
            read[code] = _TEXT.read(text)
        except WrongValueError as wrong:
            told = _WRONG.format(key=short(code), wrong=_ended(wrong.text), example=codes.example)
            problems.append(Problem((*at, code), told))
    return read


def _bare_codes(found: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield the codes that stand without quotation marks, which TOML takes for tables inside tables."""
    for outer, inner in found.items():
        if outer.isdecimal() and isinstance(inner, Mapping):
            yield from ((f"{outer}.{each}", text) for each, text in inner.items() if isinstance(text, str))


def _ended(text: Text) -> Text:
    """Return a text with a full stop, unless it asks."""
    return Text(*(each if each.endswith("?") else f"{each}." for each in (text.nb, text.en)))


def _meant(name: str, table: TomlTable) -> Key | None:
    """Return the key that an unknown name is most like."""
    from difflib import get_close_matches

    known = {each: key for key in table.keys for each in (key.name, *key.tried)}
    typed = name[:100].casefold().replace("-", "_").replace(" ", "_")
    return next((known[each] for each in get_close_matches(typed, known, n=1, cutoff=_ALIKE)), None)


def _unknown(name: str, near: Key | None, table: TomlTable) -> Text:
    if name in table.outer:
        return _BELONGS_ABOVE.format(key=name)
    if near:
        return _UNKNOWN_NEAR.format(key=short(name), near=near.name, example=near.example)
    return _UNKNOWN.format(key=short(name), known=", ".join(key.name for key in table.keys))


_WRONG = Text("«{key}» {wrong} Skriv for eksempel: {example}", "«{key}» {wrong} Write for example: {example}")
_IS_MISSING = Text("mangler", "is missing")
_UNKNOWN = Text(
    "«{key}» hører ikke hjemme her. Ta det bort, eller bruk et av disse navnene: {known}",
    "«{key}» does not belong here. Take it away, or use one of these names: {known}",
)
_UNKNOWN_NEAR = Text(
    "«{key}» hører ikke hjemme her. Mente du «{near}»? Skriv for eksempel: {example}",
    "«{key}» does not belong here. Did you mean «{near}»? Write for example: {example}",
)
_BELONGS_ABOVE = Text(
    "«{key}» hører hjemme øverst i filen. Flytt linjen opp foran den første klammen.",
    "«{key}» belongs at the top of the file. Move the line up, before the first bracket.",
)
_NOT_A_TABLE = Text("er {found}, men skal være en tabell", "is {found}, but should be a table")
_NOT_TABLES = Text("er {found}, men skal være én tabell for hver", "is {found}, but should be a table for each")
_NOT_A_CODE = Text("er ikke en kode som kan stå her", "is not a code that can stand here")
_BARE_CODE = Text(
    "Koden {key} mangler anførselstegn. Skriv: {example}", "The code {key} lacks quotation marks. Write: {example}"
)
_BARE_CODES = Text(
    "Koden {key} og {more} til mangler anførselstegn. Skriv: {example}",
    "The code {key} and {more} more lack quotation marks. Write: {example}",
)
