"""A round collected: the workbooks in its folder and its register, read and joined to one portfolio."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial

from ehport.diagnostics.code import Code
from ehport.diagnostics.diagnostic import Diagnostic, Location
from ehport.form.register import Register
from ehport.model.portfolio import Portfolio, collect
from ehport.model.round import Round, is_passed_over
from ehport.model.submission import Entry, Submission
from ehport.rounds.reading_cache import ReadingCache
from ehport.rounds.workbooks import Read, Told, read_register, read_workbooks
from ehport.system.progress import Progress, Stage

_LIKE_WORKBOOKS = (".xls", ".xlt", ".ods", ".numbers")  # what an actor may have sent instead is told, too


@dataclass(slots=True)
class _Received:
    """The workbooks of a round's folder, one for each actor, and what reading them told."""

    submissions: dict[str, Submission] = field(default_factory=dict)
    told: list[Diagnostic] = field(default_factory=list)


def collect_round(
    round_: Round,
    progress: Progress,
    *,
    cache: ReadingCache,
    warm_up: Callable[[], object] | None = None,
) -> tuple[Portfolio, Told]:
    """Return the portfolio of a round as its folder has it, and everything that reading it told.

    ``warm_up`` is done while workbooks are being read; what the cache has is not read again.
    """
    with progress.stage(Stage.READ) as step:
        received = _Received()
        _receive_all(received, round_, step, read=partial(read_workbooks, cache=cache, warm_up=warm_up))
        register, told = read_register(round_.register, cache, tuple(round_.focus_areas))
    with progress.stage(Stage.COLLECT):
        portfolio, untold = collect(round_, register or Entry(Register(), ""), tuple(received.submissions.values()))
    return portfolio, (*received.told, *told, *untold)


def _receive_all(
    received: _Received, round_: Round, step: Callable[[int, int], None], *, read: Callable[..., Iterator[Read]]
) -> None:
    """Read every workbook in the round's folder; the actors who are asked decide the order."""
    asked = {round_.workbook(actor): actor for actor in round_.actors}
    others = sorted(
        path
        for path in round_.folder.iterdir()
        if path.suffix.lower().startswith(_LIKE_WORKBOOKS)
        and path not in {*asked, round_.register}
        and not is_passed_over(path.relative_to(round_.folder))
    )
    present = [path for path in asked if path.exists()]
    paths = [*present, *others]
    for done, (submission, told) in enumerate(read(paths, round_), start=1):
        step(done, len(paths))
        received.told += told
        if submission is not None:
            _receive(received, submission)
    for path, actor in asked.items():
        if actor.id not in received.submissions and not path.exists():
            facts = {"actor": actor.name, "expected": path.name}
            received.told.append(Diagnostic(Code.ACTOR_MISSING, Location(path.name), facts))


def _receive(received: _Received, submission: Submission) -> None:
    first = received.submissions.setdefault(submission.actor_id, submission)
    if first is not submission:
        actor = submission.actor.record.name or submission.actor_id
        facts = {"actor": actor, "file": submission.file.name, "other": first.file.name}
        received.told.append(Diagnostic(Code.ACTOR_TWICE, Location(submission.file.name), facts))
