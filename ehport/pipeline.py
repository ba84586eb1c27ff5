"""The steps from files to findings, as plain functions that a script can call."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from ehport.check import verdict
from ehport.diagnostics.code import Code
from ehport.diagnostics.diagnostic import Diagnostic, Location
from ehport.form.register import Register
from ehport.kept_readings import KeptReadings
from ehport.model.portfolio import Portfolio, collect
from ehport.model.round import FILE, REGISTER, Round
from ehport.model.submission import Entry, Submission
from ehport.progress import Progress, Stage
from ehport.reading import Read, read_register, read_workbooks
from ehport.rounds import usable

if TYPE_CHECKING:
    from ehport.report.editorial import Editorial

OPEN_IN_EXCEL = "~$"


@dataclass(frozen=True, slots=True)
class RoundRead:
    """A round as it was read: its portfolio, and everything there is to say about its files."""

    round: Round
    portfolio: Portfolio
    diagnostics: tuple[Diagnostic, ...]


@dataclass(slots=True)
class _Received:
    """The workbooks of a round's folder, one for each actor, and what reading them told."""

    submissions: dict[str, Submission] = field(default_factory=dict)
    told: list[Diagnostic] = field(default_factory=list)


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
    kept: KeptReadings | None = None,
) -> RoundRead:
    """Read and check a whole round: every workbook, the register, and the rules between them.

    ``meanwhile`` is done while workbooks are being read; what is kept is not read again.
    """
    progress, kept = progress or Progress(), kept or KeptReadings()
    with progress.stage(Stage.READ) as step:
        received = _Received()
        _receive_all(received, round_, step, read=partial(read_workbooks, kept=kept, meanwhile=meanwhile))
        register, told = read_register(round_.register, kept)
    with progress.stage(Stage.COLLECT):
        portfolio, untold = collect(round_, register or Entry(Register(), ""), tuple(received.submissions.values()))
    with progress.stage(Stage.CHECK):
        found = verdict.of_round(portfolio, (*received.told, *told, *untold))
    return RoundRead(round_, portfolio, found)


def check_round(round_: Round) -> tuple[Diagnostic, ...]:
    """Check a whole round, the office's chapters included."""
    from ehport.analysis.facts import facts

    read = read_round(round_)
    _, told = read_chapters(round_, facts(read.portfolio))
    return (*read.diagnostics, *told)


def read_chapters(round_: Round, known: Mapping[str, object]) -> tuple[dict[str, Editorial], tuple[Diagnostic, ...]]:
    """Read the office's chapters; names in them that belong to no number, figure or table are told."""
    from ehport.report.editorial import read_editorial, unknown_names
    from ehport.report.outline import FILES, OPTIONAL
    from ehport.report.placement import known_blocks

    chapters, told = read_editorial(round_, FILES, optional=OPTIONAL)
    return chapters, (*told, *unknown_names(chapters, known, known_blocks()))


def _receive_all(
    received: _Received, round_: Round, step: Callable[[int, int], None], *, read: Callable[..., Iterator[Read]]
) -> None:
    """Read every workbook in the round's folder; the actors who are asked decide the order."""
    asked = {actor.file: actor for actor in round_.actors}
    others = sorted(
        path
        for path in round_.folder.glob("*.xls*")
        if path.name not in asked and path.name != REGISTER and not path.name.startswith(OPEN_IN_EXCEL)
    )
    present = [path for path in map(round_.workbook, round_.actors) if path.exists()]
    paths = [*present, *others]
    for done, (submission, told) in enumerate(read(paths, round_), start=1):
        step(done, len(paths))
        received.told += told
        if submission is not None:
            _receive(received, submission)
    for name, actor in asked.items():
        if actor.id not in received.submissions and not (round_.folder / name).exists():
            received.told.append(
                Diagnostic(Code.ACTOR_MISSING, Location(name), {"actor": actor.name, "expected": name})
            )


def _receive(received: _Received, submission: Submission) -> None:
    first = received.submissions.setdefault(submission.actor_id, submission)
    if first is not submission:
        actor = submission.actor.record.name or submission.actor_id
        facts = {"actor": actor, "file": submission.file.name, "other": first.file.name}
        received.told.append(Diagnostic(Code.ACTOR_TWICE, Location(submission.file.name), facts))
