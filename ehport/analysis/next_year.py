"""Next year's portfolio: who goes on, who ends, who may come, and the money that is reported."""

from __future__ import annotations

import pandas as pd

from ehport.analysis.basis import Basis, total
from ehport.analysis.money_results import NextYear
from ehport.form.vocabulary import State

_OVER = [State.DELIVERED.value, State.CLOSED.value]


def next_year(basis: Basis) -> NextYear:
    """Return the portfolio expected next year."""
    ends = ending(basis)
    going_on, over = basis.listed(basis.counted[~ends]), basis.listed(basis.counted[ends])
    candidates = basis.listed(basis.candidates)
    return NextYear(
        year=basis.portfolio.round.budget_year + 1,
        going_on=going_on,
        ending=over,
        candidates=candidates,
        budget=total((*going_on, *candidates), of_next_year=True),
        money_of_ending=total(over, of_next_year=True),
    )


def expected(basis: Basis) -> pd.DataFrame:
    """Return the projects expected next year: the counted ones that do not end, and the candidates."""
    return pd.concat([basis.counted[~ending(basis)], basis.candidates])


def ending(basis: Basis) -> pd.Series[bool]:
    """Return which counted projects end this year: the last day their end may mean lies in or before it.

    A project whose end is delivered or closed has ended, whatever the date.
    """
    last_day = pd.Timestamp(basis.portfolio.round.budget_year, 12, 31)
    return (basis.counted["ends_latest"] <= last_day) | basis.counted["ends_state"].isin(_OVER)
