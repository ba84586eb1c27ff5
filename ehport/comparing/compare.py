"""Two rounds compared, or two versions of one actor's workbook."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ehport.changes.change import Change, Side
from ehport.changes.comparison import Comparison, compare
from ehport.diagnostics.diagnostic import Diagnostic
from ehport.diagnostics.severity import Severity
from ehport.diagnostics.wording import message
from ehport.form.register import Organisation, Register, RegisterProject
from ehport.lang.folding import words
from ehport.lang.language import Lang, Text
from ehport.lang.likeness import did_you_mean
from ehport.model.member import Member
from ehport.model.portfolio import Portfolio
from ehport.model.round import FILE, AskedActor, Round
from ehport.model.submission import Entry, Submission
from ehport.opening.source import within
from ehport.rounds.collect import collect_round
from ehport.rounds.find import usable
from ehport.rounds.history import with_past
from ehport.rounds.named import names_a_round, round_named, workbook_named
from ehport.rounds.read import no_register, register_unread, require_register
from ehport.rounds.reading_cache import rounds_cache
from ehport.rounds.versions import EARLIER
from ehport.system.errors import UsageError
from ehport.system.progress import Progress, Stage

# What is wrong with a file or a sheet may look like a change; what is wrong with an answer is the same in both rounds.
_ABOUT_FILES = ("F", "S")
_IDENTITY = ("id", "name", "responsible")


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


def compare_named(
    before: str, now: str, *, root: Path | None, progress: Progress | None = None, project: str | None = None
) -> Compared:
    """Compare two rounds by their ids or folders, or two workbooks by their paths, or actors with a round.

    Raises `UsageError` when there are no such rounds or workbooks, when they cannot be compared, or when neither has
    the project that is asked for.
    """
    are_rounds = {names_a_round(before), names_a_round(now)}
    if are_rounds == {True}:
        found = _rounds(round_named(before, root), round_named(now, root), progress=progress or Progress())
    elif are_rounds == {False}:
        found = _workbooks(workbook_named(before, None, root), workbook_named(now, None, root))
    else:
        raise UsageError(_MIXED.format(before=before, now=now))
    return found if project is None else _of_project(found, project)


def _rounds(first: Round, last: Round, *, progress: Progress) -> Compared:
    before, now = first.id, last.id
    if before > now:
        raise UsageError(_SWAPPED.format(before=before, now=now))
    for each in (first, last):
        require_register(each)
    kept = rounds_cache(last.folder)
    portfolio, told = collect_round(last, progress, cache=kept.of(last))
    with progress.stage(Stage.PAST) as step:
        portfolio, untold = with_past(portfolio, kept, step)
        earlier, of_earlier = collect_round(first, Progress(), cache=kept.of(first))
    for name, wrong in ((before, of_earlier), (now, told)):
        if unread := register_unread(wrong):  # everything would be new, or gone
            raise UsageError(no_register(name, unread))
    found = compare(earlier, portfolio)
    notes = (*_hiding_changes(of_earlier, before), *_hiding_changes((*told, *untold), now))
    return Compared(found, (before, now), found.changes, notes=notes)


def _hiding_changes(told: Sequence[Diagnostic], name: str) -> tuple[Diagnostic, ...]:
    """Return what may look like a change, with the round before the file, or the workbook as it is called here."""
    hiding = (each for each in told if each.code.value.startswith(_ABOUT_FILES) and each.severity is Severity.ERROR)
    of_round = names_a_round(name)
    return tuple(
        replace(each, at=replace(each.at, file=f"{name}/{each.at.file}" if of_round else name)) for each in hiding
    )


def _workbooks(before: Path, now: Path) -> Compared:
    first, last = _read(before), _read(now)
    if first.round.id > last.round.id:
        raise UsageError(_SWAPPED.format(before=before, now=now))
    if first.actor != last.actor:
        raise UsageError(_OTHER_ACTOR.format(before=before, now=now))
    # A project without a number yet is known by its name.
    numbers = {words(each.text("name")): each.record.id for each in last.submission.projects if each.record.id}
    found = compare(_portfolio(first, numbers), _portfolio(last, numbers))
    names = (before.name, now.name) if before.name != now.name else (str(before), str(now))
    return Compared(
        found,
        names,
        # What a project is called is told once: here the answer is the name.
        tuple(_of_workbooks(each, first, last) for each in found.changes if each.field != "name"),
        of_portfolio=False,
        of_workbooks=True,
        notes=tuple(note for each, name in zip((first, last), names, strict=True) for note in each.notes(name)),
    )


def _of_workbooks(change: Change, first: _Version, last: _Version) -> Change:
    """Return a change with its cells in the workbooks, also where a portfolio would have them from its register."""
    return replace(change, before=first.cells_of(change.before), now=last.cells_of(change.now))


@dataclass(frozen=True, slots=True)
class _Version:
    """One version of a workbook, in the round of the folder that it, or its newer version, lies in."""

    submission: Submission
    round: Round
    told: Sequence[Diagnostic]

    @property
    def actor(self) -> str:
        """Whose workbook it is."""
        return self.submission.actor.record.id or self.submission.file.stem.partition(".")[0]

    def cells_of(self, side: Side) -> Side:
        """Return a side of a change with its cells in this workbook."""
        file = self.submission.file.name
        return replace(side, sources=tuple(replace(each, file=file) for each in side.sources))

    def notes(self, name: str) -> tuple[Diagnostic, ...]:
        """Return what may look like a change."""
        return _hiding_changes(self.told, name)


def _read(path: Path) -> _Version:
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
    return _Version(submission, around or within(submission.round_id, actor), told)


def _portfolio(version: _Version, numbers: Mapping[str, str]) -> Portfolio:
    """Return a workbook as a portfolio of the projects in it."""
    members: dict[str, Member] = {}
    for entry in version.submission.projects:
        name = entry.record.name or entry.sheet
        number = entry.record.id or numbers.get(words(name)) or name
        record = RegisterProject(id=number, name=name, responsible=entry.record.responsible)
        # A project that is in no register is called what the workbook calls it.
        listed = Entry(record, entry.sheet, {each: entry.cells[each] for each in _IDENTITY if each in entry.cells})
        members.setdefault(number, Member(listed, Organisation(), entry, version.submission))
    return Portfolio(version.round, Entry(Register(), ""), (version.submission,), tuple(members.values()))


def _of_project(found: Compared, asked: str) -> Compared:
    members = [member for pair in found.found.pairing.pairs for member in (pair.before, pair.now)]
    members += [*found.found.pairing.added, *found.found.pairing.gone]
    ids = {each.id for each in members if each.id == asked.strip() or words(each.name) == words(asked)}
    if not ids:
        known = ", ".join(dict.fromkeys(each.id for each in members))
        near = did_you_mean(asked, (name for each in members for name in (each.id, each.name)))
        raise UsageError(_NO_PROJECT.format(asked=asked, known=known, near=near))
    changes = tuple(each for each in found.changes if {each.project, *each.others} & ids)
    slips = tuple(each for each in found.found.slips if each.project in ids)
    return replace(found, found=replace(found.found, slips=slips), changes=changes, of_portfolio=False)


_MIXED = Text(
    "«{before}» og «{now}» er ikke av samme slag. Oppgi to runder (2021-04 2021-09) eller to arbeidsbøker.",
    "«{before}» and «{now}» are not of one sort. Give two rounds (2021-04 2021-09) or two workbooks.",
)
_SWAPPED = Text(
    "{before} er nyere enn {now}. Skriv den eldste først: ehport compare {now} {before}",
    "{before} is newer than {now}. Write the oldest first: ehport compare {now} {before}",
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
    "Ingen av rundene har noe prosjekt «{asked}».{near} Prosjektene er: {known}",
    "Neither of the rounds has a project «{asked}».{near} The projects are: {known}",
)
