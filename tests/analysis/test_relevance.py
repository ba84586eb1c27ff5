from __future__ import annotations

from ehport.analysis.summary import summarise
from ehport.form.vocabulary import Level
from tests.analysis.portfolios import the_portfolio


def test_relevance_counts_the_projects_of_each_level_but_not_candidates() -> None:
    changes = {
        "10": {"relevance": {"1.1": "H", "2.1": "L"}},
        "11": {"relevance": {"1.1": "H"}},
        "17": {"relevance": {"1.1": "H"}},
    }
    first, second = summarise(the_portfolio(changes)).relevance

    assert (first.code, [first.count(level) for level in Level]) == ("1.1", [2, 0, 0])
    assert (second.code, [second.count(level) for level in Level]) == ("2.1", [0, 0, 1])
