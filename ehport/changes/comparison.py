"""The comparison of two rounds: every change ranked, transitions with money, the budget bridge, and slips."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ehport.changes.answers import answer_changes, asked_in_both
from ehport.changes.budget_bridge import Bridge, bridge
from ehport.changes.change import Change, ChangeKind, Event, group_by_project, rank
from ehport.changes.deliverables import deliverable_changes
from ehport.changes.membership import Membership, membership_changes
from ehport.changes.money import BudgetYears, money_changes
from ehport.changes.ratings import RATED, Transitions, Unexplained, find_unexplained, transitions
from ehport.changes.rows import row_changes
from ehport.changes.slips import Slip, slips
from ehport.form.register import FormerProject
from ehport.model.member import EXITS
from ehport.model.pairing import Pair, Pairing, pair_projects
from ehport.model.portfolio import Portfolio
from ehport.model.round import Round
from ehport.model.submission import Entry


@dataclass(frozen=True, slots=True)
class Comparison:
    """What is otherwise in one round than in an earlier one; ``changes`` have the heaviest first."""

    before: Round
    now: Round
    pairing: Pairing
    changes: tuple[Change, ...]
    transitions: Mapping[str, Transitions]
    bridge: Bridge
    slips: tuple[Slip, ...]
    unexplained: tuple[Unexplained, ...]

    def of_kind(self, *kinds: ChangeKind) -> tuple[Change, ...]:
        """Return the changes of some kinds."""
        return tuple(each for each in self.changes if each.kind in kinds)

    def of_event(self, *events: Event) -> tuple[Change, ...]:
        """Return the changes in which something of some sort happened."""
        return tuple(each for each in self.changes if each.event in events)

    def by_project(self) -> Mapping[str, tuple[Change, ...]]:
        """Return the changes by project, the projects with the heaviest changes first."""
        return group_by_project(self.changes)


def compare(before: Portfolio, now: Portfolio) -> Comparison:
    """Compare a round with an earlier one."""
    pairing = pair_projects(before, now)
    membership = Membership(pairing, _former(now))
    changes = [*membership_changes(membership), *project_changes(before, now, pairing=pairing)]
    return Comparison(
        before=before.round,
        now=now.round,
        pairing=pairing,
        changes=rank(changes),
        transitions={field: transitions(pairing, field) for field in RATED},
        bridge=bridge(before, now, pairing=pairing, joined=membership.joined),
        slips=slips(before, now),
        unexplained=find_unexplained(changes, pairing.pairs),
    )


def project_changes(before: Portfolio, now: Portfolio, *, pairing: Pairing) -> Iterator[Change]:
    """Yield the changes in what the actors of two rounds say about each project that both rounds have."""
    asked = asked_in_both(before, now)
    budget = BudgetYears(before.round.budget_year, now.round.budget_year)
    for pair in pairing.pairs:
        if _is_told_by_both(pair):
            yield from answer_changes(pair, asked)
            yield from money_changes(pair, asked, budget)
            yield from deliverable_changes(pair, asked)
            yield from row_changes(pair, asked)


def _former(now: Portfolio) -> Mapping[str, Entry[FormerProject]]:
    listed: tuple[Entry[FormerProject], ...] = now.register.rows.get("former_projects", ())
    return {each.record.id: each for each in listed if each.record.id}


def _is_told_by_both(pair: Pair) -> bool:
    has_left = bool({pair.before.state, pair.now.state} & EXITS)
    return pair.before.entry is not None and pair.now.entry is not None and not has_left
