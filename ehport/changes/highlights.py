"""What a report tells of the changes since the round before: the heavy ones in full, and how many others there are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ehport.changes.budget_bridge import Contribution, Step
from ehport.changes.change import Change, ChangeKind, Event, group_by_project
from ehport.changes.comparison import Comparison
from ehport.changes.ratings import Transition, Transitions, Unexplained
from ehport.changes.slips import DELIVERABLES, Slip
from ehport.model.histories import History

# Answers that decide; a project's other answers are counted. The order is that of a project's rows.
TOLD = ("status", "risk", "total_cost", "budget_year", "next_year", "ends", "phase")
# What happens to the portfolio itself, as it is told.
MEMBERSHIP = (*(each for each in Event if each.place <= Event.WITHDRAWN.place), Event.RENAMED)
_MOST_ROWS = 140  # of the list of changes: about four pages
_MOST_DELIVERABLES = 25
_MOST_UNEXPLAINED = 15


@dataclass(frozen=True, slots=True)
class ProjectChanges:
    """The changes of one project: those that are told, and how many others there are."""

    id: str
    name: str
    told: tuple[Change, ...]
    others: int
    texts: int

    @property
    def fact(self) -> str:
        """What the names of its facts begin with."""
        return f"changes.{self.id}"


@dataclass(frozen=True, slots=True)
class ChangeList:
    """Projects with the heaviest changes first; ``rest`` are those that have only others, or found no room."""

    projects: tuple[ProjectChanges, ...]
    rest: tuple[ProjectChanges, ...]


@dataclass(frozen=True, slots=True)
class SlipList:
    """What slipped since the round before: by field, the deliverables that moved most, and how many there are more."""

    told: Mapping[str, tuple[tuple[str, Slip], ...]]
    more: int


def change_list(found: Comparison) -> ChangeList:
    """Return the changes that a report tells; what happened to the portfolio itself is told apart."""
    # What happened to the portfolio itself is told before, and lifts no project here.
    apart = (each for each in found.changes if each.kind is not ChangeKind.MEMBERSHIP)
    listed = [_project(changes) for changes in group_by_project(apart).values()]
    listed = [each for each in listed if each.told or each.others or each.texts]
    room, told, rest = _MOST_ROWS, [], []
    for each in listed:
        needed = len(each.told) + 1
        if each.told and needed <= room:
            told.append(each)
            room -= needed
        else:
            rest.append(each)
    return ChangeList(tuple(told), tuple(rest))


def unexplained_list(found: Comparison) -> tuple[tuple[Unexplained, ...], tuple[str, ...]]:
    """Return the unexplained ratings that a report tells, the heaviest first, and the projects that have the rest."""
    order = list(found.by_project())
    listed = sorted(found.unexplained, key=lambda each: order.index(each.change.project))
    told, rest = listed[:_MOST_UNEXPLAINED], listed[_MOST_UNEXPLAINED:]
    return tuple(told), tuple(dict.fromkeys(each.change.project for each in rest))


def change_fact(change: Change) -> str:
    """Return what the names of the facts about a told change begin with."""
    return f"changes.{change.project}.{change.field}"


def affected(change: Change) -> tuple[str, ...]:
    """Return the ids of the projects whose budgets a change of the portfolio is about: a merger or split joins more."""
    return (change.project, *(change.others if change.event in (Event.MERGED, Event.SPLIT) else ()))


def effect(found: Comparison, change: Change) -> int:
    """Return what a change of the portfolio adds to its budget."""
    ids = affected(change)
    return sum(each.amount for step in found.bridge.steps for each in step.projects if each.project in ids)


def contribution_fact(found: Contribution) -> str:
    """Return the name of what a project adds to a step of the bridge."""
    return f"bridge.{found.step.word}.{found.project}"


def step_fact(step: Step) -> str:
    """Return what the names of the facts about a step of the bridge begin with."""
    return f"bridge.{step.word}"


def transition_fact(of: Transitions, found: Transition) -> str:
    """Return what the names of the facts about a transition begin with."""
    return f"transitions.{of.field}.{found.before.value}.{found.now.value}"


def slip_list(found: Comparison) -> SlipList:
    """Return what slipped since the round before, each with what the names of its facts begin with."""
    told: dict[str, list[tuple[str, Slip]]] = {}
    numbers: dict[str, int] = {}
    more = 0
    for each in found.slips:
        if not each.is_now:
            continue
        listed = told.setdefault(each.field, [])
        if each.field == DELIVERABLES and len(listed) == _MOST_DELIVERABLES:
            more += 1
            continue
        name = f"slips.{each.project}.{each.field}"
        numbers[name] = numbers.get(name, 0) + 1
        listed.append((f"{name}.{numbers[name]}" if each.field == DELIVERABLES else name, each))
    return SlipList({field: tuple(each) for field, each in told.items()}, more)


def this_time(slip: Slip) -> int:
    """Return by how much something slipped since the last round that said anything of it."""
    return History(slip.history).latest


def _project(changes: Sequence[Change]) -> ProjectChanges:
    listed = [each for each in changes if each.kind is not ChangeKind.MEMBERSHIP]
    named = changes[0]
    told = sorted((each for each in listed if each.field in TOLD), key=lambda each: TOLD.index(each.field))
    texts = sum(each.kind is ChangeKind.TEXT for each in listed)
    return ProjectChanges(named.project, named.name, tuple(told), len(listed) - len(told) - texts, texts)
