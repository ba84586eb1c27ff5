"""The names that actors and office gave: found in a report in another language, and marked with their own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from markupsafe import escape

from ehport.form.register import Organisation
from ehport.lang.language import Lang
from ehport.model.member import Member
from ehport.report.report import Report

WRITTEN = Lang.NB  # the language that the office and the actors write
_LETTERS = re.compile(r"[^\W\d_]{2}")
# Drawings and titles have no place for a second language, and scripts and style sheets are not read.
_PIECES = re.compile(
    r"<(?P<whole>script|style|svg|title)\b.*?</(?P=whole)>|<(?P<end>/?)(?P<tag>[!\w-]+)(?P<rest>[^>]*)>|[^<]+",
    re.DOTALL,
)
_EMPTY = frozenset({"br", "col", "hr", "img", "input", "link", "meta", "wbr"})  # elements that nothing stands in
_OWN = f' lang="{WRITTEN}"'


def names_of(report: Report) -> frozenset[str]:
    """Return every name of a project, an organisation, an area or a solution, and what the round calls itself."""
    round_, operations = report.portfolio.round, report.summary.operations
    about = round_.publication
    members, known = report.portfolio.members, report.portfolio.organisations
    found = {
        *(round_.title, about.publisher, about.recipients),
        *round_.focus_areas.values(),
        *round_.strategic_areas.values(),
        *(each.name for each in round_.actors),
        *(each.actor.record.name for each in report.portfolio.submissions),
        *(name for each in (*members, *_former(report)) for name in (each.name, each.responsible)),
        *(name for each in (*known, *(one.organisation for one in members)) for name in _of(each)),
        *(each.name for each in report.summary.waiting.every),
        *(name for each in report.summary.exits for name in (each.name, each.responsible)),
        *(name for each in operations.uses for name in (each.name, each.owner)),
        *operations.solutions,
        *(name for each in operations.estimates for name in (each.solution, each.effect)),
        *(each.solution for each in report.summary.national.reconciliation.uses),
    }
    english = round_.english
    found -= {english.title, english.publication.publisher, english.publication.recipients}
    found -= {*english.focus_areas.values(), *english.strategic_areas.values()}
    return frozenset(each for each in found if each and _LETTERS.search(each))


def _former(report: Report) -> tuple[Member, ...]:
    """Return the projects that only the previous round had."""
    found = report.summary.comparison
    return found.pairing.gone if found else ()


def marker_of(report: Report) -> Marker | None:
    """Return what marks the names of a report, nothing when it is in their language."""
    return None if report.speaks_as_written else Marker(names_of(report))


class Marker:
    """Marks names in HTML with the language they are written in; what is marked already is left alone."""

    def __init__(self, names: Iterable[str]) -> None:
        """Take the names, of which the longest wins where one is a part of another."""
        longest_first = sorted((str(escape(name)) for name in names), key=lambda name: (-len(name), name))
        self._names = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")
        self._none = not longest_first

    def mark(self, html: str) -> str:
        """Return the HTML with each name in an element of its own."""
        return html if self._none else "".join(self._pieces(html))

    def _pieces(self, html: str) -> Iterator[str]:
        inside, depth = "", 0
        for found in _PIECES.finditer(html):
            piece, tag = found[0], found["tag"]
            if tag and not inside and tag not in _EMPTY and _OWN in found["rest"]:
                inside, depth = tag, 1
            elif tag and tag == inside:
                depth += -1 if found["end"] else 1
                inside = inside if depth else ""
            is_text = not piece.startswith("<")
            yield self._names.sub(rf"<span{_OWN}>\g<0></span>", piece) if is_text and not inside else piece


def _of(organisation: Organisation) -> tuple[str, ...]:
    names = (organisation.name, organisation.short_name, organisation.group)
    return tuple(name for name in names if name)
