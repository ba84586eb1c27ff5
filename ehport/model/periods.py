"""The periods of money, seen from the budget year: what stands under one when the budget year moves on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from ehport.form.field import field_of, years
from ehport.form.project import Financing, Section
from ehport.lang.language import Lang, Text
from ehport.model.portfolio import PERIODS

T = TypeVar("T")


def same_years(years: int) -> dict[str, str]:
    """Return the periods whose years had a period some years earlier too, each with that one.

    «Earlier» and «later» hold several years, and other ones once the budget year has moved: they are left out then.
    """
    if years == 0:
        return {each: each for each in PERIODS}
    was = {each: PERIODS.index(each) + years for each in PERIODS[1:-1]}
    return {each: PERIODS[place] for each, place in was.items() if 0 < place < len(PERIODS) - 1}


def years_later(row: Mapping[str, T], years: int) -> dict[str, T]:
    """Return a row with what stands under each period under the one that the same years have some years later."""
    kept = {name: value for name, value in row.items() if name not in PERIODS}
    return kept | {now: row[before] for now, before in same_years(years).items() if before in row}


def period_label(period: str, budget_year: int) -> Text:
    """Return what a project's money of a period is called, as in «Finansiering 2021»."""
    year = field_of(Financing, period).label
    heading = Section.FINANCING.value
    return Text(*(f"{heading[lang]} {year[lang].format(**years(budget_year)).lower()}" for lang in Lang))
