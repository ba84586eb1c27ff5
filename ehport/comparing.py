"""Two rounds compared, or two versions of one actor's workbook."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ehport.analysis.changes import Change
from ehport.analysis.changes_comparison import Comparison, compare
from ehport.collecting import collect_round
from ehport.diagnostics.catalogue import message, severity
from ehport.diagnostics.diagnostic import Diagnostic, Severity
from ehport.earlier import EARLIER
from ehport.form.register import Organisation, Register, RegisterProject
from ehport.kept_readings import kept_rounds
from ehport.lang.folding import words
from ehport.lang.language import Lang, Text
from ehport.material import within
from ehport.model.member import Member
from ehport.model.portfolio import Portfolio
from ehport.model.round import FILE, AskedActor, Round
from ehport.model.submission import Entry, Submission
from ehport.past import collected, with_past
from ehport.progress import Progress, Stage
from ehport.rounds import UsageError, find_root, find_round, is_round_id, usable

# What is wrong with a file or a sheet may look like a change; what is wrong with an answer is the same in both rounds.
_ABOUT_FILES = ("F", "S")


@dataclass(frozen=True, slots=True)
class Compared:
    """A comparison, what of it is to be told, and what could not be read for it.

    ``names`` are what the two sides are called. Of two workbooks, or when one project is asked for, the portfolio is
    not told.
    """

    found: Comparison
    names: tuple[str, str]
    changes: tuple[Change, ...]
    of_portfolio: bool = True
    of_workbooks: bool = False
    notes: tuple[Diagnostic, ...] = ()


def compared(
    before: str, now: str, *, root: Path | None, progress: Progress | None = None, project: str | None = None
) -> Compared:
    """Compare two rounds by their ids, or two workbooks by their paths.

    Raises `UsageError` when there are no such rounds or workbooks, when they cannot be compared, or when neither has
    the project that is asked for.
    """
    are_rounds = {is_round_id(before), is_round_id(now)}
    if are_rounds == {True}:
        found = _rounds(find_root(root or Path.cwd()), before, now, progress=progress or Progress())
    elif are_rounds == {False}:
        found = _workbooks(Path(before), Path(now))
    else:
        raise UsageError(_MIXED.format(before=before, now=now))
    return found if project is None else _of_project(found, project)


def _rounds(root: Path, before: str, now: str, *, progress: Progress) -> Compared:
    if before > now:
        raise UsageError(_SWAPPED.format(before=before, now=now))
    first, last = find_round(root, before), find_round(root, now)
    kept = kept_rounds(last.folder)
    portfolio, told = collect_round(last, progress, kept=kept.of(last))
    with progress.stage(Stage.PAST) as step:
        portfolio, untold = with_past(portfolio, kept, step)
    previous = portfolio.previous
    earlier = previous if previous and previous.round.id == before else collected(first, kept)
    notes = tuple(each for each in (*told, *untold) if _hides_changes(each))
    found = compare(earlier, portfolio)
    return Compared(found, (before, now), found.changes, notes=notes)


def _hides_changes(told: Diagnostic) -> bool:
    return told.code.value.startswith(_ABOUT_FILES) and severity(told) is Severity.ERROR


def _workbooks(before: Path, now: Path) -> Compared:
    read = [_read(path) for path in (before, now)]
    (first, round_), (last, _) = ((submission, around) for submission, around, _ in read)
    if first.actor_id != last.actor_id and first.file.stem.partition(".")[0] != last.file.stem.partition(".")[0]:
        raise UsageError(_OTHER_ACTOR.format(before=before, now=now))
    found = compare(*_versions(first, last, round_))
    notes = tuple(each for _, _, told in read for each in told if _hides_changes(each))
    names = (before.name, now.name) if before.name != now.name else (str(before), str(now))
    return Compared(found, names, found.changes, of_portfolio=False, of_workbooks=True, notes=notes)


def _read(path: Path) -> tuple[Submission, Round, Sequence[Diagnostic]]:
    """Return what a workbook says, in the round of the folder that it, or its newer version, lies in."""
    from ehport.workbook.read import read_submission

    if not path.is_file():
        raise UsageError(_NO_FILE.format(path=path))
    folder = path.resolve().parent
    folder = folder.parent if folder.name == EARLIER else folder
    around = usable(folder) if (folder / FILE).is_file() else None
    submission, told = read_submission(path, around)
    if submission is None:
        why = {lang: "; ".join(message(each, lang) for each in told) for lang in Lang}
        raise UsageError(Text(*(_NOT_READ[lang].format(path=path, why=why[lang]) for lang in Lang)))
    record = submission.actor.record
    actor = AskedActor(submission.actor_id, record.name or submission.actor_id)
    return submission, around or within(submission.round_id, actor), told


def _versions(before: Submission, now: Submission, round_: Round) -> tuple[Portfolio, Portfolio]:
    """Return two workbooks as portfolios of the projects in them; one without a number yet is known by its name."""
    numbers = {words(each.text("name")): each.record.id for each in now.projects if each.record.id}
    return _portfolio(before, round_, numbers), _portfolio(now, round_, numbers)


def _portfolio(submission: Submission, round_: Round, numbers: dict[str, str]) -> Portfolio:
    members = []
    for entry in submission.projects:
        name = entry.record.name or entry.sheet
        number = entry.record.id or numbers.get(words(name)) or name
        listed = Entry(RegisterProject(id=number, name=name, responsible=entry.record.responsible), entry.sheet)
        members.append(Member(listed, Organisation(), entry, submission))
    return Portfolio(round_, Entry(Register(), ""), (submission,), tuple(members))


def _of_project(found: Compared, asked: str) -> Compared:
    members = [member for pair in found.found.pairing.pairs for member in (pair.before, pair.now)]
    members += [*found.found.pairing.added, *found.found.pairing.gone]
    ids = {each.id for each in members if each.id == asked.strip() or words(each.name) == words(asked)}
    if not ids:
        known = ", ".join(dict.fromkeys(each.id for each in members))
        raise UsageError(_NO_PROJECT.format(asked=asked, known=known))
    changes = tuple(each for each in found.changes if {each.project, *each.others} & ids)
    slips = tuple(each for each in found.found.slips if each.project in ids)
    return replace(found, found=replace(found.found, slips=slips), changes=changes, of_portfolio=False)


_MIXED = Text(
    "«{before}» og «{now}» er ikke av samme slag. Oppgi to runder (2021-04 2021-09) eller to arbeidsbøker.",
    "«{before}» and «{now}» are not of one sort. Give two rounds (2021-04 2021-09) or two workbooks.",
)
_SWAPPED = Text(
    "Runden {before} er etter {now}. Skriv den eldste først: ehport compare {now} {before}",
    "The round {before} is after {now}. Write the oldest first: ehport compare {now} {before}",
)
_OTHER_ACTOR = Text(
    "{before} og {now} er fra to aktører. Oppgi to versjoner av arbeidsboken til én aktør.",
    "{before} and {now} are from two actors. Give two versions of one actor's workbook.",
)
_NO_FILE = Text(
    "{path} finnes ikke. Oppgi to runder (2021-04 2021-09) eller to arbeidsbøker som finnes.",
    "{path} does not exist. Give two rounds (2021-04 2021-09) or two workbooks that exist.",
)
_NOT_READ = Text("{path} kan ikke leses: {why}", "{path} cannot be read: {why}")
_NO_PROJECT = Text(
    "Ingen av rundene har noe prosjekt «{asked}». Prosjektene er: {known}",
    "Neither of the rounds has a project «{asked}». The projects are: {known}",
)
