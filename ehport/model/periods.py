"""The periods of money, seen from the budget year: what stands under one when the budget year moves on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

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
