"""The rounds before a round: the last one whole, and what all of them are remembered by."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from ehport.diagnostics.code import Code
from ehport.diagnostics.diagnostic import Diagnostic, Location
from ehport.diagnostics.severity import Severity
from ehport.diagnostics.wording import message
from ehport.lang.language import Lang, Text
from ehport.model.memory import Memory
from ehport.model.portfolio import Portfolio
from ehport.model.remembering import remember
from ehport.model.round import FILE, Round
from ehport.rounds.collect import collect_round
from ehport.rounds.editions import as_published, beside
from ehport.rounds.find import usable
from ehport.rounds.ids import is_round_id
from ehport.rounds.late import with_late
from ehport.rounds.reading_cache import RoundsCache
from ehport.system.errors import UsageError
from ehport.system.progress import Progress

Told = tuple[Diagnostic, ...]
_ABOUT_ACTORS = (Code.ACTOR_MISSING, Code.LATE_BUT_RETURNED, Code.LATE_WITHOUT_ANSWERS)


def with_past(portfolio: Portfolio, cache: RoundsCache, step: Callable[[int, int], None]) -> tuple[Portfolio, Told]:
    """Return a portfolio that knows the rounds before it, and what is wrong with their folders."""
    rounds, told = earlier_rounds(portfolio.round)
    if not rounds:
        return portfolio, told
    memories = []
    for done, each in enumerate(rounds[:-1], 1):
        memories.append(_memory(each, cache))
        step(done, len(rounds))
    last = rounds[-1]
    previous, of_last = collected(last, cache)
    memories.append(remember(previous))
    return replace(
        portfolio,
        previous=previous if previous.members else None,
        # A round whose register cannot be read is a gap; that it had no projects would be untrue.
        memories=tuple(each for each in memories if each.projects),
    ), (*told, *_unread(last, of_last))


def collected(round_: Round, cache: RoundsCache) -> tuple[Portfolio, Told]:
    """Return the portfolio of an earlier round as it counted, with what stood in for its late actors."""
    portfolio, told = collect_round(round_, Progress(), cache=cache.of(round_))
    before = earlier_rounds(round_)[0] if round_.late else ()
    if not before:
        return portfolio, told
    previous, _ = collected(before[-1], cache)
    joined, told = with_late(replace(portfolio, previous=previous if previous.members else None), told)
    return replace(joined, previous=None), told


def earlier_rounds(round_: Round) -> tuple[tuple[Round, ...], Told]:
    """Return the rounds before a round that have a folder, oldest first, each the previous one of the next.

    One that was published is as it was then: what is corrected afterwards is of its next edition.
    """
    found: list[Round] = []
    latest = round_
    while folder := _folder_before(latest):
        try:
            latest = usable(as_published(folder))
        except UsageError as bad:
            return tuple(reversed(found)), (_unreadable(folder.name, bad.text),)
        found.append(latest)
    return tuple(reversed(found)), ()


def check_previous_named(round_: Round) -> Told:
    """Return that a round names no previous round, when an earlier one lies beside it."""
    beside = (path.parent.name for path in round_.folder.parent.glob(f"*/{FILE}"))
    newest = max((each for each in beside if is_round_id(each) and each < round_.id), default="")
    if round_.previous.strip() or not newest:
        return ()
    return (Diagnostic(Code.PREVIOUS_NOT_NAMED, Location(FILE), {"round": newest}),)


def _unreadable(round_id: str, why: Text, *, file: str = FILE) -> Diagnostic:
    facts = {"round": round_id, "why": why}
    return Diagnostic(Code.EARLIER_ROUND_UNREADABLE, Location(FILE), facts, found=f"{round_id}/{file}")


def _unread(round_: Round, told: Told) -> Iterator[Diagnostic]:
    """Yield which files of an earlier round are there and cannot be used: what was in them would look new."""
    for each in told:
        is_of_file = each.code.value.startswith("F") and each.code not in _ABOUT_ACTORS
        if is_of_file and each.severity is Severity.ERROR:
            yield _unreadable(round_.id, Text(*(message(each, lang) for lang in Lang)), file=each.at.file)


def _folder_before(round_: Round) -> Path | None:
    """Return the folder of the previous round; an id that is not earlier leads nowhere, and so never in a circle."""
    previous = round_.previous
    folder = beside(round_.folder, previous)
    is_earlier = is_round_id(previous) and previous < round_.id
    return folder if is_earlier and (folder / FILE).is_file() else None


def _memory(round_: Round, cache: RoundsCache) -> Memory:
    """Return what is remembered of a round; its workbooks are read when one of its files is new."""
    readings = cache.of(round_)
    if round_.late:  # what stood in for those who were late is in the folders of other rounds
        return remember(collected(round_, cache)[0])
    known: Memory | None = readings.find(round_.folder)
    return known or readings.reading(
        round_.folder, lambda _: remember(collect_round(round_, Progress(), cache=readings)[0])
    )
