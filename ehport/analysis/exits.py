"""Exits: the projects that left the portfolio in earlier rounds, when, why, and with which result."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ehport.analysis.fact import Fact, Unit, rule
from ehport.analysis.sums import how_many
from ehport.form.vocabulary import ProjectState
from ehport.lang import sorting
from ehport.lang.language import Text
from ehport.model.member import EXITS, Source, in_round, registered
from ehport.model.portfolio import Portfolio, aliases

_EXITS = Text(
    "Prosjekter som gikk ut av porteføljen i tidligere runder: de som registeret har på arket Tidligere prosjekter, og "
    "de som tidligere runder hadde og denne ikke har",
    "Projects that left the portfolio in earlier rounds: those on the register's sheet of former projects, and those "
    "that earlier rounds had and this one has not",
)
_OF_STATE = Text("{words}; {state}", "{words}; {state}")
_MORE = Text("{words}; tabellen har ikke plass til dem", "{words}; there is no room for them in the table")
_VANISHED = Text("{words}; ingen har oppgitt grunnen", "{words}; nobody has given the reason")
MOST_PRINTED = 40


@dataclass(frozen=True, slots=True)
class Exit:
    """A project that left, as it was in its last round; without a ``state`` it vanished, and nobody said why."""

    id: str
    name: str
    responsible: str
    last_round: str
    state: ProjectState | None
    next_steps: str = ""
    result: str = ""
    sources: tuple[Source, ...] = ()


def exit_facts(listed: tuple[Exit, ...]) -> Iterator[Fact]:
    """Yield the facts about the projects that left."""
    if not listed:
        return
    states = {"completed": ProjectState.COMPLETED, "leaving": ProjectState.LEAVING}
    yield how_many("exits.count", listed, _EXITS)
    for name, state in states.items():
        words = rule(_OF_STATE, words=_EXITS, state=state.label)
        yield how_many(f"exits.{name}.count", (each for each in listed if each.state is state), words)
    yield Fact("exits.more.count", max(len(listed) - MOST_PRINTED, 0), Unit.COUNT, rule(_MORE, words=_EXITS))
    vanished = (each for each in listed if each.state is None)
    yield how_many("exits.vanished.count", vanished, rule(_VANISHED, words=_EXITS))


def exits(portfolio: Portfolio) -> tuple[Exit, ...]:
    """Return the projects that left before this round, the last first.

    The register tells of them; what it does not know of is taken from the rounds that are remembered.
    """
    here = {each.id for each in portfolio.members}
    here |= {name for each in portfolio.members for name in aliases(each.register.record.aliases)}
    found: dict[str, Exit] = {}
    for each in (*_registered(portfolio), *_of_previous(portfolio), *_remembered(portfolio)):
        if each.id not in here:
            found.setdefault(each.id, each)
    by_number = sorted(found.values(), key=lambda each: sorting.key(each.id))
    return tuple(sorted(by_number, key=lambda each: each.last_round, reverse=True))


def _registered(portfolio: Portfolio) -> Iterator[Exit]:
    """Yield the projects on the register's sheet of former ones."""
    for entry in portfolio.register.rows.get("former_projects", ()):
        record = entry.record
        yield Exit(
            id=record.id or "",
            name=record.name or "",
            responsible=record.responsible or "",
            last_round=record.last_round or "",
            state=record.state,
            next_steps=record.next_steps or "",
            result=record.result or "",
            sources=registered(entry, "state") or registered(entry, "id"),
        )


def _of_previous(portfolio: Portfolio) -> Iterator[Exit]:
    """Yield those that left in the round before, with what its register says."""
    before = portfolio.previous
    if before is None:
        return
    for member in before.in_state(*EXITS):
        known = member.register.record
        yield Exit(
            id=member.id,
            name=member.name,
            responsible=member.responsible,
            last_round=before.round.id,
            state=member.state,
            next_steps=known.next_steps or "",
            result=known.result or "",
            sources=in_round(member.registered("state"), before.round.id),
        )


def _remembered(portfolio: Portfolio) -> Iterator[Exit]:
    """Yield every project of earlier rounds as the last round that had it knew it; candidates never came in."""
    for memory in reversed(portfolio.memories):
        for each in memory.projects:
            if each.is_counted or each.state in EXITS:
                state = each.state if each.state in EXITS else None
                yield Exit(
                    each.id,
                    each.name,
                    each.responsible,
                    memory.round_id,
                    state,
                    sources=each.sources.get("state", ()),
                )
