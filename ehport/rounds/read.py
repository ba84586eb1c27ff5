"""A whole round, read and checked."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from zipfile import is_zipfile

from ehport.diagnostics.code import Code
from ehport.diagnostics.diagnostic import Diagnostic
from ehport.diagnostics.severity import Severity
from ehport.diagnostics.wording import message, remedy
from ehport.lang.language import Lang, Text
from ehport.model.portfolio import Portfolio
from ehport.model.round import REGISTER, Round
from ehport.rounds.collect import collect_round
from ehport.rounds.history import check_previous_named, with_past
from ehport.rounds.late import with_late
from ehport.rounds.reading_cache import RoundsCache
from ehport.rules import verdict
from ehport.system.errors import UsageError
from ehport.system.progress import Progress, Stage


@dataclass(frozen=True, slots=True)
class RoundRead:
    """A round as it was read: its portfolio, and everything there is to say about its files."""

    round: Round
    portfolio: Portfolio
    diagnostics: tuple[Diagnostic, ...]

    def needing_register(self) -> RoundRead:
        """Return the round itself.

        Raises `UsageError` when its register cannot be read: hardly anything that is made of the round would be true.
        """
        if unread := register_unread(self.diagnostics):
            raise UsageError(no_register(self.round.id, unread))
        return self


@dataclass(frozen=True, slots=True)
class ReadingTerms:
    """On which terms a round is read: a rule that is ``trying`` is valid in every round."""

    trying: Code | None = None


_PLAIN = ReadingTerms()


def read_round(
    round_: Round,
    progress: Progress | None = None,
    *,
    warm_up: Callable[[], object] | None = None,
    cache: RoundsCache | None = None,
    terms: ReadingTerms = _PLAIN,
) -> RoundRead:
    """Read and check a whole round: every workbook, the register, the rounds before it, and the rules between them.

    Where the register cannot be read, that comes first, and only what is told of single workbooks follows.
    ``warm_up`` is done while workbooks are being read; what the cache has is not read again.
    """
    progress, cache = progress or Progress(), cache or RoundsCache()
    portfolio, told = collect_round(round_, progress, cache=cache.of(round_), warm_up=warm_up)
    if unread := register_unread(told):
        others = (each for each in told if each is not unread)
        return RoundRead(round_, portfolio, (unread, *verdict.check_workbooks(portfolio, others, terms.trying)))
    with progress.stage(Stage.PAST) as step:
        portfolio, untold = with_past(portfolio, cache, step)
    portfolio, told = with_late(portfolio, (*told, *check_previous_named(round_), *untold))
    with progress.stage(Stage.CHECK):
        found = verdict.check_round(portfolio, told, terms.trying)
    return RoundRead(round_, portfolio, found)


def require_register(round_: Round) -> None:
    """Refuse a round without a register before anything else is read; what is inside the file shows later.

    Raises `UsageError` when there is none, or a file that is no workbook.
    """
    if not is_zipfile(round_.register):
        from ehport.workbook.register import read_register

        if unread := register_unread(read_register(round_.register)[1]):
            raise UsageError(no_register(round_.id, unread))


def register_unread(told: Iterable[Diagnostic]) -> Diagnostic | None:
    """Return what is said of a register that cannot be read; nothing when it can."""
    about = (each for each in told if each.at.file == REGISTER and each.code.value.startswith("F"))
    return next((each for each in about if each.severity is Severity.ERROR), None)


def no_register(round_id: str, unread: Diagnostic) -> Text:
    """Return that a round's register cannot be read, why, and the remedy."""
    why, how = (Text(*(tell(unread, lang) for lang in Lang)) for tell in (message, remedy))
    return _NO_REGISTER.format(round=round_id, why=why, how=how)


_NO_REGISTER = Text(
    "Registeret til runde {round} kan ikke brukes: {why}. Slik rettes det: {how}.",
    "The register of round {round} cannot be used: {why}. To mend it: {how}.",
)
