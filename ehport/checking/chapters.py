"""The office's chapters, read and held against the round."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from ehport.diagnostics.code import Code
from ehport.diagnostics.diagnostic import Diagnostic
from ehport.model.portfolio import Portfolio
from ehport.rules import verdict

if TYPE_CHECKING:
    from ehport.analysis.fact import Fact
    from ehport.analysis.summary import Summary
    from ehport.report.editorial import Editorial


def read_chapters(
    portfolio: Portfolio,
    known: Mapping[str, Fact],
    *,
    summary: Summary,
    trying: Code | None = None,
    draft: bool = False,
) -> tuple[dict[str, Editorial], tuple[Diagnostic, ...]]:
    """Read the office's chapters, and tell what in them does not fit the round; a ``draft`` may lack their text."""
    from ehport.report.editorial import read_editorial
    from ehport.report.outline import CASE, FILES, OPTIONAL
    from ehport.report.proofreading import proofread

    chapters, told = read_editorial(portfolio.round, (*FILES, CASE), optional={*OPTIONAL, CASE})
    found = (*told, *proofread(chapters, portfolio, summary, known=known))
    weighed = (replace(each, facts={**each.facts, "draft": draft}) for each in found)
    return chapters, verdict.check_chapters(portfolio, weighed, trying)
