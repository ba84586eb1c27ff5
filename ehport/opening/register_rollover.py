"""The register of a round handed on to the next: who goes on, who has left, and the figures of the round."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ehport.analysis.fact import Fact, Unit
from ehport.form.kinds import Choice, RoundId
from ehport.form.vocabulary import ProjectState, Rating
from ehport.lang.language import Text
from ehport.opening.source import Rows

Row = Mapping[str, str]
_STATE, _ROUND = Choice(ProjectState), RoundId()
GONE = frozenset({ProjectState.LEAVING, ProjectState.COMPLETED})
_OF_ONE_ROUND = ("adjustments", "office_facts")
_FORMER = ("id", "name", "responsible", "area", "state", "next_steps", "result", "aliases")
_RATED = ("status", "risk")
KEY_FIGURES = (
    "projects.count",
    "projects.active.count",
    "projects.new.count",
    "projects.paused.count",
    "projects.leaving.count",
    "budget.total",
    "budget.next.total",
    *(f"{field}.rated.count" for field in _RATED),
    *(
        f"{field}.{rating.value}.{what}"
        for field in _RATED
        for rating in Rating
        for what in ("count", "share", "amount")
    ),
)
_NOTE = Text("Regnet ut av ehport da runde {round} ble åpnet.", "Computed by ehport when round {round} was opened.")


@dataclass(frozen=True, slots=True)
class HandedOn:
    """The rows of the next round's register, and which projects, exemptions and adjustments are no longer in it."""

    rows: Rows
    left: tuple[Row, ...]
    expired: tuple[Row, ...]
    adjusted: tuple[Row, ...]


def hand_on(last: Rows, closed: str, opened: str, known: Mapping[str, Fact]) -> HandedOn:
    """Return the register that a closed round hands on to the one opened, with the figures that are known of it."""
    projects = last.get("projects", ())
    left = tuple(row for row in projects if _state(row) in GONE)
    expired = tuple(row for row in last.get("exemptions", ()) if _last_round(row) < opened)
    rows = {
        **last,
        "projects": [_going_on(row) for row in projects if row not in left],
        "former_projects": [*last.get("former_projects", ()), *(_former(row, closed) for row in left)],
        "exemptions": [row for row in last.get("exemptions", ()) if row not in expired],
        "key_figures": [*last.get("key_figures", ()), *_key_figures(last, closed, opened, known=known)],
        **dict.fromkeys(_OF_ONE_ROUND, ()),
    }
    return HandedOn(rows, left, expired, tuple(last.get("adjustments", ())))


def _state(row: Row) -> ProjectState | None:
    return _STATE.parse(row.get("state", "")).value


def _last_round(row: Row) -> str:
    """Return until when an exemption holds; one that cannot be read holds until somebody has looked at it."""
    return _ROUND.parse(row.get("last_round", "")).value or "9999-12"


def _going_on(row: Row) -> Row:
    return {**row, "state": ProjectState.ACTIVE.label.nb} if _state(row) is ProjectState.NEW else row


def _former(row: Row, closed: str) -> Row:
    return {**{name: row[name] for name in _FORMER if row.get(name)}, "last_round": closed}


def _key_figures(last: Rows, closed: str, opened: str, *, known: Mapping[str, Fact]) -> Sequence[Row]:
    there = {row.get("name", "") for row in last.get("key_figures", ()) if row.get("round") == closed}
    note = _NOTE.format(round=opened).nb
    return [
        {"round": closed, "name": name, "value": _typed(known[name]), "note": note}
        for name in KEY_FIGURES
        if name not in there and name in known and known[name].value is not None
    ]


def _typed(fact: Fact) -> str:
    """Return a figure as the register has it: money in million kroner, with a decimal comma."""
    value = Decimal(str(fact.value)) / (1000 if fact.unit is Unit.TKR else 1)
    return f"{value.normalize():f}".replace(".", ",")
