"""Who has returned what in a round: one row for each actor who is asked, and what is still missing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from ehport.analysis.completeness import completeness
from ehport.diagnostics.diagnostic import Diagnostic
from ehport.diagnostics.severity import Severity
from ehport.form.actor import Actor
from ehport.form.field import fields_of
from ehport.form.project import Project
from ehport.lang import numbers
from ehport.model.member import Member
from ehport.model.portfolio import Portfolio
from ehport.model.round import AskedActor, Round
from ehport.model.standing import Standing, standing_of
from ehport.model.submission import Submission
from ehport.model.touched import Touch, touched
from ehport.rounds.history import earlier_rounds
from ehport.rounds.read import RoundRead, read_round
from ehport.rounds.reading_cache import rounds_cache
from ehport.rounds.versions import earlier_versions, read_saved_at
from ehport.system.open_files import Lock, lock_of


@dataclass(frozen=True, slots=True)
class Quality:
    """How a submission reads: its errors and warnings, and how much of what must be answered is; the share may lack."""

    errors: int
    warnings: int
    answered: int | None


@dataclass(frozen=True, slots=True)
class QualityChange:
    """What is different from last time, of what both rounds ask about; of the shares in percentage points.

    ``untouched`` is known where both workbooks were prefilled.
    """

    errors: int
    warnings: int
    answered: int | None
    untouched: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorStatus:
    """How far an actor has come in a round.

    ``expected`` are the active and new projects that it reports, ``missing`` those of them that nobody has reported.
    A workbook that is not returned has no ``quality``, and one that was not prefilled no ``untouched`` share.
    ``lock`` says that somebody has the workbook open. ``change`` is since what the actor sent in the round before;
    ``diagnostics`` are those about its workbook, and ``sheet`` is what it says of itself there, or said last round.
    """

    actor: AskedActor
    standing: Standing
    saved: datetime | None = None
    expected: tuple[Member, ...] = ()
    missing: tuple[Member, ...] = ()
    quality: Quality | None = None
    change: QualityChange | None = None
    untouched: int | None = None
    earlier: int = 0
    lock: Lock | None = None
    submission: Submission | None = None
    diagnostics: tuple[Diagnostic, ...] = ()
    sheet: Actor | None = None

    @property
    def is_returned(self) -> bool:
        """Tell whether the actor has answered."""
        return self.standing.is_returned

    @property
    def lacks_something(self) -> bool:
        """Tell whether the workbook or one of its projects is missing."""
        return not self.is_returned or bool(self.missing)

    @property
    def found(self) -> int:
        """How many of the expected projects are reported."""
        return len(self.expected) - len(self.missing)


@dataclass(frozen=True, slots=True)
class RoundStatus:
    """How far a round has come; ``unasked`` are missing projects that no actor is known to report."""

    round: Round
    actors: tuple[ActorStatus, ...]
    unasked: tuple[Member, ...] = ()

    @property
    def is_complete(self) -> bool:
        """Tell whether everyone has returned, with every project that must be reported."""
        return not self.unasked and not any(each.lacks_something for each in self.actors)


def status(round_: Round) -> RoundStatus:
    """Return how far a round has come, beside the round before where that can be read."""
    kept, earlier = rounds_cache(round_.folder), earlier_rounds(round_)[0]
    before = read_round(earlier[-1], cache=kept) if earlier else None
    return status_of(read_round(round_, cache=kept).needing_register(), before)


def status_of(read: RoundRead, before: RoundRead | None = None) -> RoundStatus:
    """Return how far a round has come, beside what the actors sent in the round before where that can be read."""
    portfolio = read.portfolio
    expected: dict[str, list[Member]] = {}
    for member in portfolio.active:
        expected.setdefault(_asked_for(member, portfolio, before), []).append(member)
    actors = tuple(
        _status(actor, read, before, expected=tuple(expected.pop(actor.id, ()))) for actor in read.round.actors
    )
    unasked = (member for rest in expected.values() for member in rest if member.entry is None)
    return RoundStatus(read.round, actors, tuple(unasked))


def _asked_for(member: Member, portfolio: Portfolio, before: RoundRead | None) -> str:
    """Return the actor who reports a project: its organisation's, else the one who reports it or did so last."""
    last = before.portfolio.member(member.id) if before else None
    sent = (each.submission.actor_id for each in (member, last) if each and each.submission)
    asked = {actor.id for actor in portfolio.round.actors}
    return next((each for each in (member.organisation.actor, *sent) if each in asked), "")


def _status(
    actor: AskedActor, read: RoundRead, before: RoundRead | None, *, expected: tuple[Member, ...]
) -> ActorStatus:
    submission = _submission(actor.id, read)
    said = submission or (_submission(actor.id, before) if before else None)
    path = submission.file if submission and not submission.stands_in else read.round.workbook(actor)
    status = ActorStatus(
        actor=actor,
        standing=standing_of(submission, is_there=path.exists()),
        saved=read_saved_at(path) if path.exists() else None,
        expected=expected,
        missing=tuple(each for each in expected if each.entry is None),
        earlier=len(earlier_versions(read.round, actor)),
        lock=lock_of(path),
        diagnostics=tuple(each for each in read.diagnostics if each.at.file == path.name),
        sheet=said.actor.record if said else None,
    )
    if submission is None or not status.is_returned:
        return replace(status, missing=expected)
    quality = _quality(submission, status.diagnostics)
    return replace(
        status,
        submission=submission,
        quality=quality,
        change=_change(submission, status.diagnostics, before) if before else None,
        untouched=_untouched_share(submission),
    )


def _submission(actor_id: str, read: RoundRead) -> Submission | None:
    return next((each for each in read.portfolio.submissions if each.actor_id == actor_id), None)


def _quality(submission: Submission, told: Iterable[Diagnostic]) -> Quality:
    weights = [each.severity for each in told]
    answered = completeness(submission).share
    return Quality(weights.count(Severity.ERROR), weights.count(Severity.WARNING), answered)


def _change(submission: Submission, told: Iterable[Diagnostic], before: RoundRead) -> QualityChange | None:
    """Return what is different from what an actor sent last time; what the office settled after that counts too."""
    last = _submission(submission.actor_id, before)
    if last is None:
        return None
    then_told = (replace(each, settled="") for each in before.diagnostics if each.at.file == last.file.name)
    shares = [
        completeness(each, also_in=other.round_id).share for each, other in ((submission, last), (last, submission))
    ]
    now, then = _quality(submission, _asked_then(told, last.round_id)), _quality(last, then_told)
    return QualityChange(
        errors=now.errors - then.errors,
        warnings=now.warnings - then.warnings,
        answered=_points(*shares),
        untouched=_points(_untouched_share(submission), _untouched_share(last)),
    )


def _asked_then(told: Iterable[Diagnostic], round_id: str) -> Iterator[Diagnostic]:
    """Yield what does not come of a question that is newer than a round."""
    newer = {each.name for each in fields_of(Project) if not each.asked_in(round_id)}
    yield from (each for each in told if each.at.field.partition(".")[0] not in newer)


def _points(now: int | None, then: int | None) -> int | None:
    return now - then if now is not None and then is not None else None


def _untouched_share(submission: Submission) -> int | None:
    """Return the whole percentage of the prefilled answers that were neither changed nor confirmed."""
    found = [touched(each) for each in submission.projects]
    prefilled = sum(len(each.fields) for each in found)
    return numbers.share(sum(each.count(Touch.UNTOUCHED) for each in found), prefilled) if prefilled else None
