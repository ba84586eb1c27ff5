"""An excerpt: the one chapter or project that is asked for, found by what a reader may call it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ehport.building.options import BuildOptions
from ehport.lang.folding import fold
from ehport.lang.language import Text
from ehport.lang.likeness import did_you_mean
from ehport.report.parts import HtmlPart
from ehport.report.typesetter import project_anchor
from ehport.system.errors import UsageError

_NUMBERED = re.compile(r"(\d+)(?:\.\d+)*\.?")  # a chapter, or a section in it
_LABELLED = re.compile(r"(\d+|(?:Vedlegg|Appendix) \d+) (.+)")
_PROJECTS = project_anchor("")


def find_excerpt(parts: Sequence[HtmlPart], options: BuildOptions) -> tuple[HtmlPart, ...]:
    """Return the one chapter or project asked for by number, title, or the address of something in it.

    Raises `UsageError` with those there are.
    """
    is_project = options.project is not None
    asked = (options.project if is_project else options.chapter) or ""
    told = [each for each in parts if each.running and each.key.startswith(_PROJECTS) is is_project]
    found = next((each for each in told if _is_called(each, asked)), None) or _around(told, asked)
    if found is None:
        known = "\n".join(f"   {each.running}" for each in told)
        near = did_you_mean(asked, (name for each in told for name in _names(each)))
        raise UsageError((_NO_PROJECT if is_project else _NO_CHAPTER).format(asked=asked, known=known, near=near))
    return (found,)


def _is_called(part: HtmlPart, asked: str) -> bool:
    names = {fold(each) for each in _names(part)}
    number = _NUMBERED.fullmatch(asked.strip())
    return bool({fold(asked), number[1] if number else ""} & names)


def _names(part: HtmlPart) -> Iterator[str]:
    """Yield what a part may be called: its number, its title, both, or its address; a project has its actor behind."""
    title = part.running.partition(" · ")[0]
    yield from (part.key, part.running, title)
    if labelled := _LABELLED.fullmatch(title):
        yield from labelled.groups()


def _around(parts: Sequence[HtmlPart], asked: str) -> HtmlPart | None:
    """Return the part that holds the place an address leads to."""
    place = asked.strip().removeprefix("#")
    return next((each for each in parts if place and f' id="{place}"' in each.html), None)


_NO_CHAPTER = Text(
    "Rapporten har ikke noe kapittel «{asked}».{near} Kapitlene er:\n{known}",
    "The report has no chapter «{asked}».{near} The chapters are:\n{known}",
)
_NO_PROJECT = Text(
    "Rapporten har ikke noe prosjekt «{asked}».{near} Prosjektene er:\n{known}",
    "The report has no project «{asked}».{near} The projects are:\n{known}",
)
