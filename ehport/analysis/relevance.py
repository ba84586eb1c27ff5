"""Relevance: which focus areas the counted projects find themselves relevant to."""

from __future__ import annotations

from ehport.analysis.basis import Basis
from ehport.analysis.dependency_results import FocusAreaRelevance
from ehport.form.vocabulary import Level
from ehport.lang import sorting


def by_relevance(basis: Basis) -> tuple[FocusAreaRelevance, ...]:
    """Return every focus area of the round with the projects of each level."""
    names = basis.portfolio.round.focus_areas
    found = basis.relevance
    found = found[found["project_id"].isin(basis.counted["id"]) & found["level"].notna()]
    codes = sorted(names.keys() | set(found["area"].dropna()), key=sorting.key)
    return tuple(
        FocusAreaRelevance(
            code,
            names.get(code, ""),
            {
                level: basis.of(found.loc[(found["area"] == code) & (found["level"] == level.value), "project_id"])
                for level in Level
            },
        )
        for code in codes
    )
