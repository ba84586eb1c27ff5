"""A round: its dates, its budget year, its strategy and who is asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date
from pathlib import Path

from ehport.lang.language import Lang, Text

FILE = "round.toml"
REGISTER = "register.xlsx"
EDITORIAL = "editorial"
CHECKER, GUIDE = "sjekk.html", "LES-MEG.html"  # made for people, and no part of what a round says
WITH_MACROS = ".xlsm"
MARKED = Text(".tilbakemelding", ".feedback")  # what the name of a marked copy of a workbook ends with
_PASSED_OVER = ("~$", ".")
_FOUNDATIONS, _NATIONAL = "grunnmur", "5"


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
class Contact:
    """The portfolio office: whom an actor can ask, and where."""

    name: str = ""
    email: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True)
class Limits:
    """What the office lets pass.

    ``share_of_total`` is how much of a total, in per cent, one amount that seems to be in another unit may move.
    """

    share_of_total: int = 5


@dataclass(frozen=True, slots=True)
class InEnglish:
    """What the English edition calls things; what is empty keeps its Norwegian name.

    ``chapters`` are titles by the name of the chapter's file, without its ending.
    """

    title: str = ""
    publication: Publication = Publication()
    strategic_areas: Mapping[str, str] = field(default_factory=dict)
    focus_areas: Mapping[str, str] = field(default_factory=dict)
    chapters: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Round:
    """One round of submissions; ``folder`` holds its files.

    ``late`` are the ids of actors who have not returned, and for whom last round's submission stands in.
    """

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
    contact: Contact = Contact()
    limits: Limits = Limits()
    english: InEnglish = InEnglish()
    late: tuple[str, ...] = field(default=(), repr=False)  # no part of what a workbook is read by

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

    def in_language(self, lang: Lang) -> Round:
        """Return the round under the names that it has in a language."""
        if lang is Lang.NB:
            return self
        named, about = self.english, self.english.publication
        return replace(
            self,
            title=named.title or self.title,
            publication=Publication(
                *(getattr(about, each.name) or getattr(self.publication, each.name) for each in fields(Publication))
            ),
            strategic_areas=_renamed(self.strategic_areas, named.strategic_areas),
            focus_areas=_renamed(self.focus_areas, named.focus_areas),
        )

    def strategic_of(self, area: str) -> str:
        """Return the strategic area of a focus area: the longest code that its own begins with."""
        own = [code for code in self.strategic_areas if _is_within(area, code)]
        return max(own, key=len, default=area.partition(".")[0])

    @property
    def foundations(self) -> str:
        """What the focus areas of common foundations begin with; nothing where the strategy has no such area."""
        named = next((code for code, name in self.strategic_areas.items() if _FOUNDATIONS in name.casefold()), "")
        is_national = _NATIONAL not in self.strategic_areas and all(code[:1].isdigit() for code in self.focus_areas)
        code = named or (_NATIONAL if is_national else "")
        return f"{code}." if code.isdigit() else code

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


def _is_within(area: str, code: str) -> bool:
    """Tell whether a focus area's code begins with that of a strategic area, and not with a longer number."""
    rest = area[len(code) :]
    return area.startswith(code) and not (code[-1].isdigit() and rest[:1].isdigit())


def _renamed(areas: Mapping[str, str], names: Mapping[str, str]) -> Mapping[str, str]:
    return {code: names.get(code) or name for code, name in areas.items()}


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
    """Tell whether a file in a round's folder is no part of it: hidden, beside an open one, a copy, or for people."""
    is_for_people = is_marked_copy(path) or path.name in (CHECKER, GUIDE)
    return is_for_people or any(part.startswith(_PASSED_OVER) for part in path.parts)
