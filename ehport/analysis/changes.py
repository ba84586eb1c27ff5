"""Facts about what changed since the round before: counts, transitions, the budget bridge, slips, and each change."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ehport.analysis.fact import Fact, Unit, rule
from ehport.changes.budget_bridge import Bridge, Step
from ehport.changes.change import Change, ChangeKind, Event, Side
from ehport.changes.comparison import Comparison
from ehport.changes.highlights import (
    MEMBERSHIP,
    ChangeList,
    affected,
    change_fact,
    change_list,
    contribution_fact,
    effect,
    slip_list,
    step_fact,
    this_time,
    transition_fact,
)
from ehport.changes.ratings import Transitions
from ehport.changes.slips import DELIVERABLES, Slip
from ehport.form.kinds import Amount, When
from ehport.form.planned import PlannedTime
from ehport.lang.language import Lang, Text
from ehport.model.member import Member, Source, in_round

_CHANGES = Text("Endringer siden forrige runde, utenom tekst", "Changes since the previous round, texts left out")
_TEXTS = Text("Tekster som er endret siden forrige runde", "Texts that have changed since the previous round")
_PROJECTS = Text("Prosjekter med en endring siden forrige runde", "Projects with a change since the previous round")
_EVENT = Text("Prosjekter siden forrige runde: {event}", "Projects since the previous round: {event}")
_DELIVERABLES = Text("Leveranser siden forrige runde: {event}", "Deliverables since the previous round: {event}")
_BETTER = Text("Prosjekter der {field} er bedre enn i forrige runde", "Projects whose {field} is better than before")
_WORSE = Text("Prosjekter der {field} er verre enn i forrige runde", "Projects whose {field} is worse than before")
_SAME_TEXT = Text(
    "Vurderinger som er endret mens begrunnelsen er ordrett som før",
    "Ratings that changed while the reason is word by word as before",
)
_SIDE = (
    Text("{label} i forrige runde", "{label} in the previous round"),
    Text("{label} i denne runden", "{label} in this round"),
    Text("{label}: forskjellen fra forrige runde", "{label}: the difference from the previous round"),
)
_EFFECT = Text(
    "Virkningen på budsjettet i alt, med dem prosjektet er slått sammen med eller delt i",
    "The effect on the total budget, with those that the project is merged with or split into",
)
_OTHERS = Text("Andre endringer av prosjektet", "Other changes of the project")
_TRANSITION = Text(
    "Prosjekter der {field} gikk fra {before} til {now}", "Projects whose {field} went from {before} to {now}"
)
_BRIDGE = Text("{step}: virkningen på budsjettet i alt", "{step}: the effect on the total budget")
_OF_PROJECT = Text("{step}: virkningen av prosjektet på budsjettet", "{step}: the project's effect on the budget")
_TOTAL = (
    Text("Budsjettet i forrige runde", "The budget of the previous round"),
    Text("Budsjettet i denne runden", "The budget of this round"),
    Text("Budsjettet i denne runden minus forrige rundes", "The budget of this round minus that of the previous one"),
)
_LACKING = Text("Aktive prosjekter uten beløp i summen", "Active projects without an amount in the total")
_IN_STEP = Text("{step}: antall prosjekter", "{step}: number of projects")
_SLIPPED = Text("Tider og kostnader som er utsatt eller økt siden forrige runde", "Times and costs that slipped")
_SLIP = Text("{label}: hvor mye som er flyttet", "{label}: how far it has moved")
_TIMES = Text("{label}: antall ganger det er flyttet", "{label}: the times it has been moved")
_OF_DELIVERABLES = (Event.DELIVERED, Event.DROPPED, Event.LATER, Event.EARLIER, Event.ADDED, Event.REMOVED)


@dataclass(frozen=True, slots=True)
class _Both:
    """The projects of both rounds, asked for the cells behind what is told of them."""

    before: str
    members: Mapping[str, tuple[Member | None, Member | None]]

    @classmethod
    def of(cls, found: Comparison) -> _Both:
        members: dict[str, tuple[Member | None, Member | None]] = {
            each.now.id: (each.before, each.now) for each in found.pairing.pairs
        }
        members |= {each.id: (None, each) for each in found.pairing.added}
        members |= {each.id: (each, None) for each in found.pairing.gone}
        return cls(found.before.id, members)

    def cells(self, ids: Iterable[str], asked: Callable[[Member], tuple[Source, ...]]) -> tuple[Source, ...]:
        """Return the cells of both rounds, those of the earlier one named by its folder too."""
        return tuple(cell for each in ids for cell in (*self._first(each, asked), *self._last(each, asked)))

    def standing(self, ids: Iterable[str], field: str) -> tuple[Source, ...]:
        """Return the cells of a rating, and of the state of those that have none because of it."""

        def asked(member: Member) -> tuple[Source, ...]:
            return (member.known(field).sources if member.is_active else ()) or member.registered("state")

        return self.cells(ids, asked)

    def money(self, ids: Iterable[str]) -> tuple[Source, ...]:
        """Return the cells of the budgets that count."""
        return self.cells(ids, _paid)

    def first_money(self, ids: Iterable[str]) -> tuple[Source, ...]:
        """Return the cells of the budgets that counted in the earlier round."""
        return tuple(cell for each in ids for cell in self._first(each, _paid))

    def last_money(self, ids: Iterable[str]) -> tuple[Source, ...]:
        """Return the cells of the budgets that count in this round."""
        return tuple(cell for each in ids for cell in self._last(each, _paid))

    def _first(self, project: str, asked: Callable[[Member], tuple[Source, ...]]) -> tuple[Source, ...]:
        member, _ = self.members[project]
        return in_round(asked(member), self.before) if member else ()

    def _last(self, project: str, asked: Callable[[Member], tuple[Source, ...]]) -> tuple[Source, ...]:
        _, member = self.members[project]
        return asked(member) if member else ()


def change_facts(found: Comparison | None) -> Iterator[Fact]:
    """Yield the facts about changes, none when there is no round to compare with."""
    if found is None:
        return
    yield from _counts(found)
    yield from _ratings(found)
    listed = change_list(found)
    for each in (*listed.projects, *listed.rest):
        for change in each.told:
            yield from _change(change, found.before.id)
    yield from _of_projects(listed)
    both = _Both.of(found)
    # What a project adds to the budget is told beside the heaviest of its changes.
    heaviest = {each.project: each for each in reversed(found.of_kind(ChangeKind.MEMBERSHIP))}
    for change in heaviest.values():
        cells = both.money(affected(change))
        yield Fact(f"changes.{change.project}.effect", effect(found, change), Unit.TKR, _EFFECT, cells)
    for of in found.transitions.values():
        yield from _transitions(of, both)
    yield from _bridge(found.bridge, both)
    yield from _slips(found)


def _counts(found: Comparison) -> Iterator[Fact]:
    texts = found.of_kind(ChangeKind.TEXT)
    others = tuple(each for each in found.changes if each.kind is not ChangeKind.TEXT)
    before = found.before.id
    yield Fact("changes.count", len(others), Unit.COUNT, _CHANGES, _cells(others, before))
    yield Fact("changes.texts.count", len(texts), Unit.COUNT, _TEXTS, _cells(texts, before))
    yield Fact("changes.projects.count", len(found.by_project()), Unit.COUNT, _PROJECTS, _cells(found.changes, before))
    for event in MEMBERSHIP:
        listed = tuple(each for each in found.of_event(event) if each.kind is ChangeKind.MEMBERSHIP)
        words, cells = rule(_EVENT, event=event.value), _cells(listed, before)
        yield Fact(f"changes.{event.word}.count", len(listed), Unit.COUNT, words, cells)
        yield Fact(f"changes.{event.word}.names", tuple(each.name for each in listed), Unit.NAMES, words, cells)
    for event in _OF_DELIVERABLES:
        listed = tuple(each for each in found.of_event(event) if each.field.startswith(DELIVERABLES))
        words, cells = rule(_DELIVERABLES, event=event.value), _cells(listed, before)
        yield Fact(f"changes.deliverables.{event.word}.count", len(listed), Unit.COUNT, words, cells)
    cells = tuple(cell for each in found.unexplained for cell in each.change.now.sources)
    yield Fact("changes.unexplained.count", len(found.unexplained), Unit.COUNT, _SAME_TEXT, cells)


def _ratings(found: Comparison) -> Iterator[Fact]:
    for field, of in found.transitions.items():
        ratings = (each for each in found.of_kind(ChangeKind.RATING) if each.field == field)
        changed = tuple(each for each in ratings if each.project in of.rated)
        for word, words, way in (("better", _BETTER, -1), ("worse", _WORSE, 1)):
            listed = tuple(each for each in changed if (each.difference or 0) * way > 0)
            cells, text = _cells(listed, found.before.id), rule(words, field=_small(of.label))
            yield Fact(f"changes.{field}.{word}.count", len(listed), Unit.COUNT, text, cells)
            yield Fact(f"changes.{field}.{word}.names", tuple(each.name for each in listed), Unit.NAMES, text, cells)


def _of_projects(listed: ChangeList) -> Iterator[Fact]:
    yield Fact("changes.rest.count", len(listed.rest), Unit.COUNT, _OTHERS)
    for each in (*listed.projects, *listed.rest):
        yield Fact(f"{each.fact}.others.count", each.others, Unit.COUNT, _OTHERS)
        yield Fact(f"{each.fact}.texts.count", each.texts, Unit.COUNT, _TEXTS)


def _change(change: Change, before: str) -> Iterator[Fact]:
    """Yield both values of a change, and how far they are apart; only those of money and times have numbers."""
    name, first = change_fact(change), in_round(change.before.sources, before)
    for side, word, words, cells in (
        (change.before, "before", _SIDE[0], first),
        (change.now, "now", _SIDE[1], change.now.sources),
    ):
        value, unit = _valued(side)
        yield Fact(f"{name}.{word}", value, unit, rule(words, label=change.label), cells)
    if change.difference is not None:
        unit = Unit.TKR if change.kind is ChangeKind.MONEY else Unit.NUMBER
        words = rule(_SIDE[2], label=change.label)
        yield Fact(f"{name}.difference", change.difference, unit, words, (*first, *change.now.sources))


def _valued(side: Side) -> tuple[Any, Unit]:
    if isinstance(side.kind, Amount):
        return side.value, Unit.TKR
    text = Text(*(side.shown(lang) for lang in Lang))
    return text if text.nb else None, Unit.TEXT


def _transitions(of: Transitions, both: _Both) -> Iterator[Fact]:
    for each in of.cells:
        name, ids = transition_fact(of, each), [one.project for one in each.projects]
        words = rule(_TRANSITION, field=_small(of.label), before=_small(each.before.label), now=_small(each.now.label))
        cells = both.standing(ids, of.field)
        money = both.first_money(ids) if each.is_of_before else both.last_money(ids)
        yield Fact(f"{name}.count", each.count, Unit.COUNT, words, cells)
        yield Fact(f"{name}.names", tuple(one.name for one in each.projects), Unit.NAMES, words, cells)
        yield Fact(f"{name}.amount", each.budget.amount, Unit.TKR, words, money)


def _bridge(found: Bridge, both: _Both) -> Iterator[Fact]:
    totals = (
        (found.before.amount, both.first_money(both.members)),
        (found.now.amount, both.last_money(both.members)),
        (found.difference, both.money(each.project for step in found.steps for each in step.projects)),
    )
    for name, (value, cells), words in zip(("before", "now", "difference"), totals, _TOTAL, strict=True):
        yield Fact(f"bridge.{name}", value, Unit.TKR, words, cells)
    for name, of in (("before", found.before), ("now", found.now)):
        cells = both.cells(of.missing, lambda member: member.registered("id"))
        yield Fact(f"bridge.{name}.missing.count", len(of.missing), Unit.COUNT, _LACKING, cells)
    known = {each.step: each for each in found.steps}
    for step in Step:
        amount, projects = (known[step].amount, known[step].projects) if step in known else (0, ())
        cells = both.money(each.project for each in projects)
        yield Fact(f"{step_fact(step)}.amount", amount, Unit.TKR, rule(_BRIDGE, step=step.value), cells)
        yield Fact(f"{step_fact(step)}.count", len(projects), Unit.COUNT, rule(_IN_STEP, step=step.value), cells)
        for each in projects:
            words = rule(_OF_PROJECT, step=step.value)
            yield Fact(contribution_fact(each), each.amount, Unit.TKR, words, both.money((each.project,)))


def _slips(found: Comparison) -> Iterator[Fact]:
    listed = slip_list(found)
    now = [each for each in found.slips if each.is_now]
    cells = _all(now)
    yield Fact("slips.count", len(now), Unit.COUNT, _SLIPPED, cells)
    yield Fact("slips.more.count", listed.more, Unit.COUNT, _SLIPPED)
    for field, told in listed.told.items():
        every = [each for each in now if each.field == field]
        yield Fact(f"slips.{field}.count", len(every), Unit.COUNT, _SLIPPED, _all(every))
        for name, slip in told:
            yield from _slip(name, slip)


def _slip(name: str, slip: Slip) -> Iterator[Fact]:
    moved = rule(_SLIP, label=slip.label)
    for word, said in {"first": slip.first, "before": slip.history[-2], "now": slip.last}.items():
        value = said.value
        kind: Any = When() if isinstance(value, PlannedTime) else None
        shown: Any = Text(*(kind.format(value, lang) for lang in Lang)) if kind else value
        yield Fact(f"{name}.{word}", shown, Unit.TEXT if kind else Unit.TKR, moved, said.sources)
    unit = Unit.TKR if slip.is_money else Unit.NUMBER
    yield Fact(f"{name}.latest", this_time(slip), unit, moved, slip.moved)
    yield Fact(f"{name}.total", slip.total, unit, moved, slip.sources)
    yield Fact(f"{name}.times.count", slip.times, Unit.COUNT, rule(_TIMES, label=slip.label), slip.sources)


def _cells(changes: Iterable[Change], before: str) -> tuple[Source, ...]:
    return tuple(cell for each in changes for cell in (*in_round(each.before.sources, before), *each.now.sources))


def _paid(member: Member) -> tuple[Source, ...]:
    return member.amount("budget_year").sources if member.is_active else ()


def _all(found: Iterable[Slip]) -> tuple[Source, ...]:
    return tuple(cell for each in found for cell in each.moved)


def _small(label: Text) -> Text:
    return Text(label.nb.lower(), label.en.lower())
