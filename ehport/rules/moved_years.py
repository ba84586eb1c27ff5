"""The rule about money whose columns are of other years, because the budget year has moved since the last round."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ehport.diagnostics.code import Code
from ehport.diagnostics.diagnostic import Diagnostic
from ehport.model.portfolio import PERIODS
from ehport.model.submission import Entry
from ehport.rules.former import Former
from ehport.rules.subject import of_row

_LISTS = ("financing", "financing_total")


def amounts_outlive_their_year(each: Former) -> Iterator[Diagnostic]:
    """What was given for years that share a column now, or that share one no more, is given for those years still."""
    years = each.last.years_behind
    if not 0 < years < len(PERIODS) - 1:
        return
    for listed in _LISTS:
        for pair in each.pairs(listed):
            for period, (before, now) in _columns(years).items():
                if _has_money(pair.before, before) and not any(pair.now.text(name) for name in now):
                    was = "; ".join(pair.before.text(name) for name in before if pair.before.text(name))
                    facts = {"was": was, "then": each.last.then, "of": of_row(pair.now)}
                    yield each.about.tell(Code.AMOUNT_GONE, f"{listed}.{period}", pair.now, **facts)


def _columns(years: int) -> Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    """Return the columns that hold several years, each with where its money was and where it may be now."""
    first, *_, last = PERIODS
    return {first: (PERIODS[: years + 1], (first,)), last: ((last,), PERIODS[-1 - years :])}


def _has_money(row: Entry[Any], names: tuple[str, ...]) -> bool:
    return any(getattr(row.record, name) for name in names)
