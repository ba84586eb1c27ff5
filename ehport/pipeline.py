"""The steps from files to findings, as plain functions that a script can call."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ehport.check import verdict
from ehport.collecting import collect_round
from ehport.diagnostics.code import Code
from ehport.diagnostics.diagnostic import Diagnostic
from ehport.kept_readings import KeptRounds, kept_rounds
from ehport.lateness import with_late
from ehport.model.portfolio import Portfolio
from ehport.model.round import FILE, Round
from ehport.past import unnamed, with_past
from ehport.progress import Progress, Stage
from ehport.rounds import usable

if TYPE_CHECKING:
    from ehport.analysis.fact import Fact
    from ehport.analysis.results import Summary
    from ehport.report.editorial import Editorial


@dataclass(frozen=True, slots=True)
class RoundRead:
    """A round as it was read: its portfolio, and everything there is to say about its files."""

    round: Round
    portfolio: Portfolio
    diagnostics: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class Terms:
    """On which terms a round is read: a rule that is ``trying`` is valid in every round; ``late`` are late actors."""

    trying: Code | None = None
    late: tuple[str, ...] = ()


_PLAIN = Terms()


def check_files(paths: Sequence[Path]) -> tuple[Diagnostic, ...]:
    """Check single workbooks, each by itself, in the round of the folder it lies in when there is one."""
    from ehport.workbook.read import read_submission

    found: list[Diagnostic] = []
    for path in paths:
        around = usable(path.parent) if (path.parent / FILE).is_file() else None
        submission, told = read_submission(path, around)
        found += verdict.of_workbook(submission, told, around) if submission else told
    return tuple(found)


def read_round(
    round_: Round,
    progress: Progress | None = None,
    *,
    meanwhile: Callable[[], object] | None = None,
    kept: KeptRounds | None = None,
    terms: Terms = _PLAIN,
) -> RoundRead:
    """Read and check a whole round: every workbook, the register, the rounds before it, and the rules between them.

    ``meanwhile`` is done while workbooks are being read; what is kept is not read again. Raises `UsageError` when last
    round's submission cannot be taken for a late actor.
    """
    progress, kept = progress or Progress(), kept or KeptRounds()
    portfolio, told = collect_round(round_, progress, kept=kept.of(round_), meanwhile=meanwhile)
    with progress.stage(Stage.PAST) as step:
        portfolio, untold = with_past(portfolio, kept, step)
    portfolio, told = with_late(portfolio, (*told, *unnamed(round_), *untold), terms.late)
    with progress.stage(Stage.CHECK):
        found = verdict.of_round(portfolio, told, terms.trying)
    return RoundRead(round_, portfolio, found)


def check_round(round_: Round, trying: Code | None = None) -> tuple[Diagnostic, ...]:
    """Check a whole round, the office's chapters included; a rule that is being tried is valid in every round."""
    from ehport.analysis.facts import facts
    from ehport.analysis.summary import summarise

    read = read_round(round_, kept=kept_rounds(round_.folder), terms=Terms(trying))
    summary = summarise(read.portfolio)
    _, told = read_chapters(read.portfolio, facts(read.portfolio, summary), summary=summary, trying=trying)
    return (*read.diagnostics, *told)


def read_chapters(
    portfolio: Portfolio, known: Mapping[str, Fact], *, summary: Summary, trying: Code | None = None
) -> tuple[dict[str, Editorial], tuple[Diagnostic, ...]]:
    """Read the office's chapters, and tell what in them does not fit the round."""
    from ehport.report.editorial import read_editorial
    from ehport.report.outline import FILES, OPTIONAL
    from ehport.report.proofreading import proofread

    chapters, told = read_editorial(portfolio.round, FILES, optional=OPTIONAL)
    found = (*told, *proofread(chapters, portfolio, summary, known=known))
    return chapters, verdict.of_chapters(portfolio, found, trying)
