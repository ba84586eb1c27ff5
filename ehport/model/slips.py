"""Slips: whether a planned time moved from one round to another, and by how many months."""

from __future__ import annotations

from datetime import date

from ehport.form.planned import PlannedTime, Precision
from ehport.form.vocabulary import State

AWAITED = frozenset({State.PLANNED, State.POSTPONED, State.MISSED})
_RANGES = frozenset({Precision.INTERVAL, Precision.SEVERAL})


def is_later(time: PlannedTime | None, than: PlannedTime | None) -> bool:
    """Tell whether a plan is for later than another one; what already happened has not slipped."""
    return _moved(than, time) > 0 and time is not None and time.state in AWAITED


def is_earlier(time: PlannedTime | None, than: PlannedTime | None) -> bool:
    """Tell whether a plan is for earlier than another one."""
    return _moved(than, time) < 0


def months_between(before: PlannedTime | None, now: PlannedTime | None) -> int | None:
    """Return by how many months a plan moved, negative when it came closer.

    A change of precision alone (``2022``, then ``06.2022``) is no move. Nothing is returned when one of them has no
    last day.
    """
    first, last = _last(before), _last(now)
    if first is None or last is None:
        return None
    return 12 * (last.year - first.year) + last.month - first.month if _moved(before, now) else 0


def only_precision(before: PlannedTime, now: PlannedTime) -> bool:
    """Tell whether two times are the same but for how precisely they are given: one lies within the other."""
    if before.precision in _RANGES or now.precision in _RANGES:
        return False
    spans = [(each.earliest(), each.latest()) for each in (before, now)]
    (first, last), (then, until) = spans
    if first is None or last is None or then is None or until is None:
        return False
    return (first <= then and until <= last) or (then <= first and last <= until)


def _moved(before: PlannedTime | None, now: PlannedTime | None) -> int:
    """Return in days how much later the last day is, zero when it did not move or nobody knows."""
    if before == now:
        return 0
    first, last = _last(before), _last(now)
    if before is None or now is None or first is None or last is None or only_precision(before, now):
        return 0
    return (last - first).days


def _last(time: PlannedTime | None) -> date | None:
    return time.latest() if time else None
