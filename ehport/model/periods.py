"""The periods of money, seen from the budget year: what stands under one when the budget year moves on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from ehport.form.field import field_of, years
from ehport.form.project import Financing, Section
from ehport.lang.language import Lang, Text
from ehport.model.portfolio import PERIODS

T = TypeVar("T")


def years_later(row: Mapping[str, T], years: int) -> dict[str, T]:
    """Return a row with what stands under each period under the one that the same year has some years later.

    «Earlier» and «later» hold several years: what would fall into one or come out of the other is left out.
    """
    kept = {name: value for name, value in row.items() if name not in PERIODS}
    for name, value in row.items():
        if name in PERIODS[1:-1] and 0 < (place := PERIODS.index(name) - years) < len(PERIODS) - 1:
            kept[PERIODS[place]] = value
    return kept


def period_label(period: str, budget_year: int) -> Text:
    """Return what a project's money of a period is called, as in «Finansiering 2021»."""
    year = field_of(Financing, period).label
    heading = Section.FINANCING.value
    return Text(*(f"{heading[lang]} {year[lang].format(**years(budget_year)).lower()}" for lang in Lang))
