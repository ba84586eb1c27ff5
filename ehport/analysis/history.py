"""What was published about the previous round, as the register's history has it."""

from __future__ import annotations

from decimal import Decimal

from ehport.form.register import KeyFigure
from ehport.model.portfolio import Portfolio
from ehport.model.submission import Entry


def previous_figures(portfolio: Portfolio) -> dict[str, Entry[KeyFigure]]:
    """Return the figures of the previous round by name."""
    listed: tuple[Entry[KeyFigure], ...] = portfolio.register.rows.get("key_figures", ())
    return {
        each.record.name: each
        for each in listed
        if each.record.name and each.record.value is not None and each.record.round == portfolio.round.previous
    }


def previous_share(portfolio: Portfolio, name: str) -> int | None:
    """Return a percentage of the previous round, ``None`` where it was never published."""
    found = previous_figures(portfolio).get(name)
    return None if found is None else int(Decimal(found.record.value or 0))


def previous_amount(portfolio: Portfolio, name: str) -> int | None:
    """Return an amount of the previous round in thousand kroner; the register has it in million kroner."""
    found = previous_figures(portfolio).get(name)
    return None if found is None else int(Decimal(found.record.value or 0) * 1000)
