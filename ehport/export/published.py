"""What a round publishes: its portfolio, results, facts and figures, and the terms they are published on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from ehport.analysis.fact import Fact
from ehport.analysis.summary import Summary
from ehport.figures.figure import Figure
from ehport.lang.language import Lang
from ehport.model.portfolio import Portfolio


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """One round as it is published.

    Titles, labels and printed values are in the first of the ``languages``; the data dictionary is in each of them.
    ``printed`` are, by name, the numbers as the report prints them, once for each form that they have there, and
    ``figure_numbers`` what the figures are called there.
    """

    portfolio: Portfolio
    summary: Summary
    facts: Mapping[str, Fact]
    figures: Mapping[str, Figure]
    printed: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    figure_numbers: Mapping[str, int] = field(default_factory=dict)
    languages: tuple[Lang, ...] = (Lang.NB, Lang.EN)
    dated: date | None = None

    @property
    def lang(self) -> Lang:
        """The language of titles, labels and printed values."""
        return self.languages[0]

    @property
    def created(self) -> date:
        """The day the data stands for: the round's cut-off day where no other is given."""
        return self.dated or self.portfolio.round.cutoff
