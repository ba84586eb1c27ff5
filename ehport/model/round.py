"""A round: its dates, its budget year, its strategy and who is asked, as ``round.toml`` says."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from ehport.lang.language import Text

FILE = "round.toml"
REGISTER = "register.xlsx"
EDITORIAL = "editorial"
WITH_MACROS = ".xlsm"
MARKED = Text(".tilbakemelding", ".feedback")  # what the name of a marked copy of a workbook ends with
_PASSED_OVER = ("~$", ".")


class RoundError(Exception):
    """A round's folder or its ``round.toml`` cannot be used; the facts name the file and what is wrong."""

    def __init__(self, path: Path, reason: str, detail: str = "") -> None:
        """Keep what is told."""
        super().__init__(f"{path}: {reason} {detail}".strip())
        self.path, self.reason, self.detail = path, reason, detail


@dataclass(frozen=True, slots=True)
class AskedActor:
    """An actor who is asked for a workbook in a round; the workbook is named by the id."""

    id: str
    name: str

    @property
    def file(self) -> str:
        """The workbook's file name."""
        return f"{self.id}.xlsx"


@dataclass(frozen=True, slots=True)
class Publication:
    """What the title page and the document's properties say."""

    publisher: str = ""
    recipients: str = ""
    description: str = ""
    keywords: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Round:
    """One round of submissions; ``folder`` holds its files."""

    folder: Path
    id: str
    title: str
    cutoff: date
    published: str
    budget_year: int
    previous: str
    form: str
    publication: Publication
    strategic_areas: Mapping[str, str]
    focus_areas: Mapping[str, str]
    actors: tuple[AskedActor, ...]

    @property
    def month(self) -> str:
        """The ISO month the round's data is from."""
        return f"{self.cutoff:%Y-%m}"

    @property
    def register(self) -> Path:
        """The office's workbook."""
        return _found(self.folder, REGISTER)

    @property
    def editorial(self) -> Path:
        """The folder with the office's chapters."""
        return self.folder / EDITORIAL

    def workbook(self, actor: AskedActor) -> Path:
        """Return where an actor's workbook lies: with macros or without, and in letters of any size."""
        return _found(self.folder, actor.file, f"{actor.id}{WITH_MACROS}")


def _found(folder: Path, *names: str) -> Path:
    """Return the first file of a folder that has one of the names, also in other letters; else the first name's."""
    exact = next((folder / name for name in names if (folder / name).exists()), None)
    if exact is not None or not folder.is_dir():
        return exact or folder / names[0]
    known = {path.name.casefold(): path for path in sorted(folder.iterdir())}
    return next((known[name.casefold()] for name in names if name.casefold() in known), folder / names[0])


def files_of(folder: Path) -> tuple[Path, ...]:
    """Return the files that a round is made from, in order; what is hidden or open in Excel is passed over."""
    found = (path for path in folder.rglob("*") if not is_passed_over(path.relative_to(folder)))
    return tuple(sorted(path for path in found if path.is_file()))


def is_marked_copy(path: Path) -> bool:
    """Tell whether a file has the name of a marked copy of a workbook."""
    return path.stem.endswith((MARKED.nb, MARKED.en))


def leads_out_of_its_round(path: Path) -> bool:
    """Tell whether a file of a round's folder is a link to something outside of it.

    Such a link is never followed: whoever may write in the folder could have any file of the machine printed.
    """
    try:
        folder = next((each for each in path.parents[:2] if (each / FILE).is_file()), None)
        return folder is not None and not path.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError, ValueError):  # links in a circle, or a name that no file can have
        return False


def is_passed_over(path: Path) -> bool:
    """Tell whether a file in a round's folder is no part of it: a marked copy, hidden, or beside one that is open."""
    return is_marked_copy(path) or any(part.startswith(_PASSED_OVER) for part in path.parts)


def read_round(folder: Path) -> Round:
    """Read a round's folder.

    Raises `RoundError` when ``round.toml`` is missing, cannot be read or lacks something.
    """
    path = folder / FILE
    try:
        found = tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        raise RoundError(path, "missing") from None
    except (OSError, UnicodeDecodeError) as bad:
        raise RoundError(path, "unreadable", str(bad)) from bad
    except tomllib.TOMLDecodeError as bad:
        raise RoundError(path, "syntax", str(bad)) from bad
    return _round(folder, found, path)


def _round(folder: Path, found: Mapping[str, Any], path: Path) -> Round:
    try:
        report = found.get("report", {})
        made = Round(
            folder=folder,
            id=_typed(found, "id", str),
            title=_typed(found, "title", str),
            cutoff=_typed(found, "cutoff", date),
            published=_typed(found, "published", str),
            budget_year=_typed(found, "budget_year", int),
            previous=_typed({"previous": "", **found}, "previous", str),
            form=str(found.get("form", "1")),
            publication=Publication(
                report.get("publisher", ""),
                report.get("recipients", ""),
                report.get("description", ""),
                tuple(report.get("keywords", ())),
            ),
            strategic_areas=dict(_typed(found, "strategic_areas", dict)),
            focus_areas=dict(_typed(found, "focus_areas", dict)),
            actors=tuple(AskedActor(each["id"], each["name"]) for each in _typed(found, "actors", list)),
        )
    except KeyError as bad:
        raise RoundError(path, "lacks", str(bad.args[0])) from bad
    except TypeError as bad:
        raise RoundError(path, "wrong_type", str(bad)) from bad
    return made


def _typed(found: Mapping[str, Any], name: str, kind: type) -> Any:
    value = found[name]
    if not isinstance(value, kind) or isinstance(value, bool):
        raise TypeError(name)
    return value
