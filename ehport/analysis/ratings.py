"""Status and risk: how they are spread over the active projects, and who is red."""

from __future__ import annotations

from ehport.analysis.basis import Basis, total
from ehport.analysis.history import previous_value
from ehport.analysis.rating_results import Distribution, Matrix, MatrixCell, RatingShare, RedProject
from ehport.form.vocabulary import Rating
from ehport.lang import numbers

REASONS = {"status": "status_reason", "risk": "risk_description"}


def distribution(basis: Basis, field: str) -> Distribution:
    """Return how the ratings of ``status`` or ``risk`` are spread over the active projects."""
    parts = [basis.listed(basis.active[basis.active[field] == rating.value]) for rating in Rating]
    budgets = [total(part) for part in parts]
    shares = numbers.shares(tuple(len(part) for part in parts))
    money = numbers.shares(tuple(each.amount or 0 for each in budgets))
    ratings = [
        RatingShare(
            rating=rating,
            projects=parts[place],
            share=shares[place],
            budget=budgets[place],
            budget_share=money[place],
            previous=previous_value(basis.portfolio, f"{field}.{rating.value}.share"),
        )
        for place, rating in enumerate(Rating)
    ]
    return Distribution(field, tuple(ratings), basis.listed(basis.active[basis.active[field].isna()]))


def matrix(basis: Basis) -> Matrix:
    """Return the active projects by status and risk."""
    cells = []
    for status in Rating:
        for risk in Rating:
            both = (basis.active["status"] == status.value) & (basis.active["risk"] == risk.value)
            part = basis.listed(basis.active[both])
            cells.append(MatrixCell(status, risk, part, total(part)))
    return Matrix(tuple(cells))


def red(basis: Basis, field: str) -> tuple[RedProject, ...]:
    """Return the active projects that are red in ``status`` or ``risk``, with the actor's explanation."""
    chosen = basis.active[basis.active[field] == Rating.RED.value]
    return tuple(RedProject(each, _reason(basis, each.id, field=REASONS[field])) for each in basis.listed(chosen))


def _reason(basis: Basis, project_id: str, *, field: str) -> str:
    entry = basis.members[project_id].entry
    return entry.text(field) if entry else ""
