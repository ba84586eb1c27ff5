"""A whole round, read and checked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ehport.diagnostics.code import Code
from ehport.diagnostics.diagnostic import Diagnostic
from ehport.model.portfolio import Portfolio
from ehport.model.round import Round
from ehport.rounds.collect import collect_round
from ehport.rounds.history import unnamed, with_past
from ehport.rounds.late import with_late
from ehport.rounds.reading_cache import KeptRounds
from ehport.rules import verdict
from ehport.system.progress import Progress, Stage


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
