"""Actors named late: whether they can be, and the ``late`` of the round's file that says so from then on."""

from __future__ import annotations

from collections.abc import Sequence

from ehport.lang.language import Text
from ehport.model.round import AskedActor, Round
from ehport.model.standing import standing_of
from ehport.model.submission import Submission
from ehport.rounds.find import usable
from ehport.rounds.history import earlier_rounds
from ehport.rounds.named import actor_named
from ehport.rounds.reading_cache import RoundsCache
from ehport.rounds.round_edit import set_list
from ehport.rounds.workbooks import read_workbooks
from ehport.system.errors import UsageError


def declare_late(round_: Round, names: Sequence[str], kept: RoundsCache) -> Round:
    """Write into a round's file that actors are late, and return the round as it is then.

    Raises `UsageError` when one is not asked or has returned, or when there is nothing of last round to take.
    """
    actors = [actor_named(round_, each) for each in dict.fromkeys(names)]
    for actor in actors:
        _assert_can_be_late(actor, round_, kept)
    late = {*round_.late, *(each.id for each in actors)}
    if late == {*round_.late}:
        return round_
    set_list(round_.folder, "late", [each.id for each in round_.actors if each.id in late])
    return usable(round_.folder)


def _assert_can_be_late(actor: AskedActor, round_: Round, kept: RoundsCache) -> None:
    sent = _read(actor, round_, kept)
    if sent and standing_of(sent, is_there=True).is_returned:
        raise UsageError(_HAS_RETURNED.format(actor=actor.name, file=sent.file.name, name=actor.id))
    before = earlier_rounds(round_)[0]
    if not before:
        raise UsageError(_NO_PREVIOUS.format(round=round_.id, previous=round_.previous or "–"))
    last = before[-1]
    if actor.id not in last.late and _read(actor, last, kept) is None:
        raise UsageError(_NOT_THEN_EITHER.format(actor=actor.name, round=last.id))


def _read(actor: AskedActor, round_: Round, kept: RoundsCache) -> Submission | None:
    path = round_.workbook(actor)
    return next(read_workbooks([path], round_, kept.of(round_)))[0] if path.exists() else None


_HAS_RETURNED = Text(
    "{actor} har levert {file} i denne runden. Ta bort --late {name}.",
    "{actor} has returned {file} in this round. Take away --late {name}.",
)
_NO_PREVIOUS = Text(
    "Runde {round} har ingen forrige runde å ta innmeldinger fra. I round.toml er «previous» {previous}, og den runden "
    "har ingen mappe.",
    "Round {round} has no previous round to take submissions from. In round.toml «previous» is {previous}, and that "
    "round has no folder.",
)
_NOT_THEN_EITHER = Text(
    "{actor} leverte ikke i runde {round} heller, så det er ingen innmelding å ta. Bygg et utkast med --draft.",
    "{actor} did not return in round {round} either, so there is no submission to take. Build a draft with --draft.",
)
