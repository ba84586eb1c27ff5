"""The portfolio table on a screen: what it can be filtered by, and what its columns are sorted by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from ehport.analysis.basis import Listed
from ehport.form.field import field_of
from ehport.form.project import Project
from ehport.form.vocabulary import ProjectState, Rating, Vocabulary
from ehport.lang import sorting
from ehport.lang.folding import slug
from ehport.report.report import Report
from ehport.report.table import RatingMark
from ehport.report.web_words import WebWord
from ehport.report.wording import Word

SortKey = str | int | None
_STANDINGS: tuple[Vocabulary, ...] = (*Rating, ProjectState.PAUSED)
_RANKS: Mapping[Vocabulary | None, int] = {member: place for place, member in enumerate(_STANDINGS)}
_NOT_GIVEN = "none"


@dataclass(frozen=True, slots=True)
class Option:
    """A value that projects can be chosen by, and how many have it, as it is printed."""

    value: str
    text: str
    count: str
    mark: RatingMark | None = None


@dataclass(frozen=True, slots=True)
class Facet:
    """Something that projects are chosen by; a project is shown when it has one of the values chosen."""

    name: str
    title: str
    options: tuple[Option, ...]
    is_folded: bool = False


def facets(report: Report) -> tuple[Facet, ...]:
    """Return what the table can be filtered by, each with the values that occur."""
    lang, summary = report.lang, report.summary
    strategic = ((each.code, f"{each.code} {each.name}".strip(), each.fact) for each in summary.strategic_areas)
    focus = ((each.code, f"{each.code} {each.name}".strip(), each.fact) for each in summary.focus_areas)
    by_name = sorted(summary.organisations, key=lambda each: sorting.key(each.short_name))
    actors = ((slug(each.short_name), each.short_name, each.fact) for each in by_name)
    found = (
        _rated(report, "status", WebWord.STATUS[lang]),
        _rated(report, "risk", field_of(Project, "risk").label[lang]),
        _facet(report, "actor", Word.RESPONSIBLE[lang], actors),
        _facet(report, "strategic", WebWord.STRATEGIC_AREA[lang], strategic),
        replace(_facet(report, "area", field_of(Project, "focus_area").label[lang], focus), is_folded=True),
    )
    return tuple(each for each in found if each.options)


def project_keys(report: Report) -> dict[str, dict[str, object]]:
    """Return, by project, the value of each facet and what each column is sorted by; ``None`` comes last."""
    return {
        each.id: {"facets": _values(each, report), "keys": _sort_keys(each), "budget": each.budget}
        for each in report.summary.projects
    }


def _sort_keys(project: Listed) -> tuple[SortKey, ...]:
    ends = project.ends.latest() if project.ends else None
    return (
        int(project.id) if project.id.isdecimal() else project.id,
        project.name,
        project.organisation,
        _RANKS.get(project.mark),
        _RANKS.get(project.risk),
        ends.isoformat() if ends else None,
        project.budget,
    )


def _values(project: Listed, report: Report) -> dict[str, str]:
    area = project.area or ""
    return {
        "status": _word(project.mark),
        "risk": "" if project.is_paused else _word(project.risk),
        "actor": slug(project.organisation),
        "strategic": report.portfolio.round.strategic_of(area),
        "area": area,
    }


def _word(standing: Vocabulary | None) -> str:
    return str(standing.value) if standing else _NOT_GIVEN


def _rated(report: Report, name: str, title: str) -> Facet:
    """Return a rating as a facet, with the marks that the table has."""
    setter, counts = report.typesetter, _counts(report, name)
    options = []
    for each in _STANDINGS:
        if each.value in counts:
            fact = "projects.paused" if each is ProjectState.PAUSED else f"{name}.{each.value}"
            count = setter.count(counts[each.value], f"{fact}.count").text
            options.append(Option(each.value, setter.mark(each).word, count, setter.mark(each)))
    if _NOT_GIVEN in counts:
        count = setter.count(counts[_NOT_GIVEN], f"{name}.unrated.count").text
        options.append(Option(_NOT_GIVEN, Word.NOT_GIVEN[report.lang], count))
    return Facet(name, title, tuple(options))


def _facet(report: Report, name: str, title: str, named: Iterable[tuple[str, str, str]]) -> Facet:
    """Return a facet of values, each with its text and what the names of its facts begin with."""
    setter, counts = report.typesetter, _counts(report, name)
    options = (
        Option(value, text, setter.count(counts[value], f"{fact}.count").text)
        for value, text, fact in named
        if value in counts
    )
    return Facet(name, title, tuple(options))


def _counts(report: Report, name: str) -> Counter[str]:
    return Counter(_values(each, report)[name] for each in report.summary.projects)
