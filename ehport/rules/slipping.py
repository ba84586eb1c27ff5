"""Rules about what slips from round to round: ends, phases, deliverables and total costs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ehport.diagnostics.code import Code
from ehport.diagnostics.diagnostic import Diagnostic
from ehport.form.planned import PlannedTime
from ehport.form.vocabulary import DeliverableState
from ehport.lang import numbers
from ehport.lang.language import Lang, Text, same
from ehport.model.histories import COST, TIMES, History, deliverable_histories, history_of
from ehport.model.submission import Entry
from ehport.rules.former import Followed, Last
from ehport.rules.money import million
from ehport.rules.subject import of_row

_PLANNED = "deliverables.planned"
_OVER = frozenset({DeliverableState.DELIVERED, DeliverableState.DROPPED})
_DAYS = Text("noen dager", "some days")
_MONTH, _MONTHS = Text("1 måned", "1 month"), Text("{count} måneder", "{count} months")
_MILLION = Text("{amount} mill. kroner", "NOK {amount} million")
_LATER, _MORE = Text("{by} senere", "{by} later"), Text("{by} mer", "{by} more")
_PUT_OFF, _GROWN = Text("utsatt", "put off"), Text("økt", "increased")


@dataclass(frozen=True, slots=True)
class _Slip:
    """Something that slipped: its field, its row if any, and what was typed in the last round."""

    history: History
    name: str
    was: str
    row: Entry[Any] | None = None


def nothing_slips(each: Followed) -> Iterator[Diagnostic]:
    """What was planned for a time or a cost keeps it; what slips again is told with how often and how far."""
    for slip in _slips(each):
        if slip.history.has_slipped_since(each.last.id):
            yield _told(each, slip)


def _slips(each: Followed) -> Iterator[_Slip]:
    for name in (*TIMES, COST):
        yield _Slip(history_of(name, each.rounds), name, each.former.typed(name))
    rows = each.former.now.filled_in().rows.get("deliverables", ())
    was = {id(pair.now.record): pair.before.text("planned") for pair in each.former.pairs("deliverables")}
    for row, (deliverable, history) in zip(rows, deliverable_histories(each.rounds), strict=True):
        if deliverable.state not in _OVER:
            yield _Slip(history, _PLANNED, was.get(id(row.record), ""), row)


def _told(each: Followed, slip: _Slip) -> Diagnostic:
    history, of = slip.history, of_row(slip.row)
    is_time = isinstance(history.said[-1].value, PlannedTime)
    if history.times == 1:
        by = (_LATER if is_time else _MORE).format(by=_amount(history.latest, is_time=is_time))
        before = history.said[-2]
        was = same(slip.was) if slip.was and before.round_id == each.last.id else _in_words(before.value)
        return each.about.tell(
            Code.SLIPPED, slip.name, slip.row, of=of, by=by, was=was, then=Last(before.round_id).then
        )
    return each.about.tell(
        Code.SLIPPED_AGAIN,
        slip.name,
        slip.row,
        of=of,
        moved=_PUT_OFF if is_time else _GROWN,
        times=history.times,
        since=Last(history.said[0].round_id).since,
        total=_in_all(history, is_time=is_time),
    )


def _in_words(value: PlannedTime | int) -> Text:
    if isinstance(value, PlannedTime):
        return Text(value.in_words(Lang.NB), value.in_words(Lang.EN))
    return million(value)


def _in_all(history: History, *, is_time: bool) -> Text:
    """Return by how much something moved in all: between its slips it may have come all the way back."""
    has_come_back = history.total == 0 and not History((history.said[0], history.said[-1])).times
    return _MONTHS.format(count=0) if is_time and has_come_back else _amount(history.total, is_time=is_time)


def _amount(by: int, *, is_time: bool) -> Text:
    if not is_time:
        return _MILLION.format(amount=million(by))
    if by == 0:
        return _DAYS
    return _MONTH if by == 1 else _MONTHS.format(count=numbers.number(by, Lang.NB))
