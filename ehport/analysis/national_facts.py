"""Facts about the national portfolio: entry criteria, segments and the activities of the roadmap."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ehport.analysis.criteria import BOTH, Criteria, CriterionAnswers
from ehport.analysis.fact import Fact, Unit, rule
from ehport.analysis.listed import Listed
from ehport.analysis.origins import Origins, Sources
from ehport.analysis.roadmap import ProjectActivities
from ehport.analysis.segments import OFFICE, Segments, SegmentView, crossed_fact
from ehport.analysis.sum_facts import sum_facts
from ehport.form.field import field_of
from ehport.form.project import CRITERIA, Project
from ehport.form.vocabulary import Answer, Segment
from ehport.lang.language import Text

_CRITERION = Text(
    "Prosjekter i porteføljen som svarer {answer} på «{criterion}»",
    "Projects of the portfolio that answer {answer} to «{criterion}»",
)
_TOGETHER = Text(
    "Prosjekter i porteføljen etter begge inngangskriteriene samlet: {answer}. Ett nei avgjør, så et svar som mangler, "
    "så et delvis",
    "Projects of the portfolio by both entry criteria together: {answer}. One no decides, then a lacking answer, then "
    "a partly",
)
_NO_ANSWER = Text("ikke besvart", "not answered")
_SIDES = {
    True: Text(
        "Prosjekter i porteføljen som kontoret har plassert i segmentet {segment} i registeret",
        "Projects of the portfolio that the office places in the segment {segment} in the register",
    ),
    False: Text(
        "Prosjekter i porteføljen som aktøren selv ser i segmentet {segment}",
        "Projects of the portfolio that their actors see in the segment {segment}",
    ),
}
_PLACED = {
    True: Text(
        "Prosjekter i porteføljen som kontoret har plassert i et segment i registeret",
        "Projects of the portfolio that the office places in a segment in the register",
    ),
    False: Text(
        "Prosjekter i porteføljen som aktøren selv ser i et segment",
        "Projects of the portfolio that their actors see in a segment",
    ),
}
_MONEY = Text("Budsjettet i år. {projects}", "This year's budget. {projects}")
_CROSSED = Text(
    "Prosjekter i porteføljen der kontoret sier {office} og aktøren {actor}",
    "Projects of the portfolio of which the office says {office} and the actor {actor}",
)
_DIFFER = Text(
    "Prosjekter i porteføljen som kontor og aktør plasserer i ulike segmenter",
    "Projects of the portfolio that office and actor place in different segments",
)
_NONE = Text("(ikke plassert)", "(not placed)")
_ACTIVITIES = Text(
    "Aktiviteter i veikartet som prosjektene i porteføljen melder", "Roadmap activities that the projects report"
)
_ROADMAP_PROJECTS = Text(
    "Prosjekter i porteføljen som melder aktiviteter i veikartet",
    "Projects of the portfolio that report activities of the roadmap",
)


def criterion_facts(found: Criteria, origins: Origins) -> Iterator[Fact]:
    """Yield the facts about the entry criteria; none where no project answers them."""
    if not found.is_answered:
        return
    for line in found.lines:
        for answer, projects in line.projects.items():
            words = _criterion_rule(line, answer)
            names = CRITERIA if line.name == BOTH else (line.name,)
            cells = tuple(cell for name in names for cell in origins.answers(projects, name))
            cells = cells or origins.registered(projects, "id")
            yield Fact(line.fact(answer), len(projects), Unit.COUNT, words, cells)
            listed = tuple(each.name for each in projects)
            yield Fact(line.fact(answer).replace(".count", ".names"), listed, Unit.NAMES, words, cells)


def _criterion_rule(line: CriterionAnswers, answer: Answer | None) -> Text:
    said = answer.label if answer else _NO_ANSWER
    if line.name == BOTH:
        return rule(_TOGETHER, answer=said)
    return rule(_CRITERION, answer=said, criterion=field_of(Project, line.name).label)


def segment_facts(found: Segments, origins: Origins) -> Iterator[Fact]:
    """Yield the facts about segments; none where a round does not place projects."""
    for view in found.sides:
        placed, every = view.placed, _PLACED[view.side == OFFICE]
        yield Fact(view.placed_fact, len(placed), Unit.COUNT, every, _cells(view, placed, origins=origins))
        for segment, projects in view.projects.items():
            words = rule(_SIDES[view.side == OFFICE], segment=_label(segment))
            cells = _cells(view, projects, origins=origins) if segment else origins.registered(projects, "id")
            name = view.fact(segment)
            yield Fact(f"{name}.count", len(projects), Unit.COUNT, words, cells)
            money = rule(_MONEY, projects=words)
            yield from sum_facts(name, view.budgets[segment], projects=projects, words=money, origins=origins)
    if len(found.sides) > 1:
        yield from _crossed(found, origins)


def _crossed(found: Segments, origins: Origins) -> Iterator[Fact]:
    for (office, actor), projects in found.crossed.items():
        words = rule(_CROSSED, office=_label(office), actor=_label(actor))
        yield Fact(crossed_fact(office, actor), len(projects), Unit.COUNT, words, _both(projects, origins))
    differing = tuple(each.project for each in found.differences)
    yield Fact("segments.differ.count", len(differing), Unit.COUNT, _DIFFER, _both(differing, origins))


def _cells(view: SegmentView, projects: Iterable[Listed], *, origins: Origins) -> Sources:
    read = origins.registered if view.side == OFFICE else origins.answers
    return read(projects, "segment")


def _both(projects: tuple[Listed, ...], origins: Origins) -> Sources:
    return (*origins.registered(projects, "segment"), *origins.answers(projects, "segment"))


def _label(segment: Segment | None) -> Text:
    return segment.label if segment else _NONE


def roadmap_facts(found: tuple[ProjectActivities, ...]) -> Iterator[Fact]:
    """Yield the facts about the activities of the roadmap; none where no project reports one."""
    if not found:
        return
    cells = {each.project.id: tuple(cell for one in each.activities for cell in one.sources) for each in found}
    every = tuple(cell for own in cells.values() for cell in own)
    yield Fact("roadmap.activities.count", len(every), Unit.COUNT, _ACTIVITIES, every)
    yield Fact("roadmap.projects.count", len(found), Unit.COUNT, _ROADMAP_PROJECTS, every)
    for each in found:
        yield Fact(each.fact, len(each.activities), Unit.COUNT, _ACTIVITIES, cells[each.project.id])
