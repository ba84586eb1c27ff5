"""A round being altered: every changed file is made ready beside the round, and all take their places at once."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, time
from pathlib import Path
from typing import Any

from ehport.altering.register_rows import RegisterRows
from ehport.form.answers import Answers
from ehport.form.project import Project
from ehport.lang.language import Text
from ehport.model.member import Member
from ehport.model.portfolio import Portfolio
from ehport.model.round import FILE, AskedActor, Round
from ehport.model.submission import Entry
from ehport.rounds.collect import collect_round
from ehport.rounds.find import usable
from ehport.rounds.read import no_register, register_unread
from ehport.rounds.reading_cache import rounds_cache
from ehport.rounds.versions import keep_version
from ehport.system.errors import UsageError
from ehport.system.open_files import lock_of
from ehport.system.progress import Progress
from ehport.workbook.edited import EditedBook
from ehport.workbook.form_book import write_form
from ehport.workbook.read import read_submission

Said = tuple[Any, ...]


@dataclass(slots=True)
class Draft:
    """A round with what is about to be changed in it; nothing is written before `write`."""

    round: Round
    portfolio: Portfolio
    register: RegisterRows
    steps: list[Text] = field(default_factory=list)
    toml: str = ""
    removed: list[Path] = field(default_factory=list)
    made: list[AskedActor] = field(default_factory=list)
    numbers: list[str] = field(default_factory=list)  # of projects that are new
    _books: dict[Path, EditedBook] = field(default_factory=dict)
    _expected: dict[Path, dict[str, Said]] = field(default_factory=dict)

    def tell(self, step: Text, **facts: object) -> None:
        """Note a step, as it will be told."""
        self.steps.append(step.format(**facts))

    def book(self, path: Path) -> EditedBook:
        """Return a workbook to edit.

        Raises `UsageError` when somebody has it open, or it cannot be edited.
        """
        if path not in self._books:
            if lock := lock_of(path):
                raise UsageError(_LOCKED.format(path=path.name, program=lock.program))
            submission, _ = read_submission(path, self.round)
            if submission is None:
                raise UsageError(_UNREADABLE.format(path=path.name))
            self._books[path] = EditedBook(path)
            self._expected[path] = {each.sheet: _said(each) for each in submission.projects}
        return self._books[path]

    def move(self, member: Member, to: Path) -> None:
        """Move a project's sheet to another workbook, with the hidden copies of what last round said."""
        if member.submission is None or member.entry is None:
            return
        source, sheet = member.submission.file, member.entry.sheet
        origin, target = self.book(source), self.book(to)
        title = target.take(origin, sheet)
        self._expected[to][title] = self._expected[source].pop(sheet)
        if not self._expected[source]:
            self._take_card(source, None)
        origin.remove(sheet)

    def add_card(self, workbook: Path, given: Answers) -> None:
        """Add a card with what is known of a project to an actor's workbook."""
        self._take_card(workbook, given)

    def drop_card(self, member: Member) -> None:
        """Remove a project's sheet from its workbook."""
        if member.submission is None or member.entry is None:
            return
        path, sheet = member.submission.file, member.entry.sheet
        book = self.book(path)
        del self._expected[path][sheet]
        if not self._expected[path]:
            self._take_card(path, None)
        book.remove(sheet)

    def put(self, member: Member, name: str, text: str) -> None:
        """Write an answer of a project into its sheet."""
        if member.submission is None or member.entry is None or not member.entry.address(name):
            return
        path, sheet = member.submission.file, member.entry.sheet
        self.book(path).put(sheet, member.entry.address(name), text)
        texts, rows, before = self._expected[path][sheet]
        self._expected[path][sheet] = ({**texts, name: text}, rows, before)

    def _take_card(self, workbook: Path, given: Answers | None) -> None:
        with tempfile.TemporaryDirectory() as folder:
            form = Path(folder, workbook.name).with_suffix(".xlsx")
            write_form(form, self.round, AskedActor(workbook.stem, workbook.stem), (given,))
            made, _ = read_submission(form, self.round)
            sheet = EditedBook(form)
        book = self.book(workbook)
        for each in made.projects if made else ():
            self._expected[workbook][book.take(sheet, each.sheet)] = _said(each)

    def write(self, *, dry_run: bool = False) -> tuple[Path, ...]:
        """Write everything, or nothing, and return the files that changed.

        Raises `UsageError` when a file would not say afterwards what it must, or cannot be written.
        """
        staged = Path(tempfile.mkdtemp(prefix=f".{self.round.folder.name}-", dir=self.round.folder.parent))
        try:
            ready = self._stage(staged)
            return tuple(sorted({*ready, *self.removed})) if dry_run else _place(ready, self.removed)
        except OSError as bad:
            raise UsageError(_NOT_WRITTEN.format(path=self.round.folder, why=bad.strerror or bad)) from bad
        finally:
            shutil.rmtree(staged, ignore_errors=True)

    def _stage(self, folder: Path) -> dict[Path, Path]:
        stamp = datetime.combine(self.round.cutoff, time())
        ready: dict[Path, Path] = {}
        round_ = self.round
        if self.toml:
            ready[self.round.folder / FILE] = folder / FILE
            (folder / FILE).write_text(self.toml, "utf-8", newline="\n")
            round_ = usable(folder, of=self.round.id)
        if self.register.is_changed:
            ready[self.round.register] = folder / self.round.register.name
            self.register.save(folder / self.round.register.name, stamp)
        for path, book in self._books.items():
            if path not in self.removed:
                ready[path] = folder / path.name
                book.save(folder / path.name, stamp)
                self._verify(path, folder / path.name)
        for actor in self.made:
            path = self.round.folder / actor.file
            ready[path] = folder / actor.file
            write_form(folder / actor.file, round_, actor)
        return ready

    def _verify(self, path: Path, written: Path) -> None:
        """Refuse a workbook that lost anything on the way."""
        submission, _ = read_submission(written, self.round)
        found = {each.sheet: _said(each) for each in submission.projects} if submission else {}
        for sheet, said in self._expected[path].items():
            if found.get(sheet) != said:
                raise UsageError(_LOST.format(path=path.name, sheet=sheet))


def draft_of(round_: Round) -> Draft:
    """Return a round to alter, as its folder has it.

    Raises `UsageError` when its register cannot be read or somebody has it open.
    """
    portfolio, told = collect_round(round_, Progress(), cache=rounds_cache(round_.folder).of(round_))
    if unread := register_unread(told):
        raise UsageError(no_register(round_.id, unread))
    if lock := lock_of(round_.register):
        raise UsageError(_LOCKED.format(path=round_.register.name, program=lock.program))
    return Draft(round_, portfolio, RegisterRows(round_.register, portfolio.register))


def _said(entry: Entry[Project]) -> Said:
    """Return everything that a sheet says, now and when it was opened."""
    answers = entry.answers()
    rows = {name: tuple(dict(each.before) for each in found) for name, found in entry.rows.items()}
    return dict(answers.texts), answers.rows, (dict(entry.before), rows)


def _place(ready: Mapping[Path, Path], removed: list[Path]) -> tuple[Path, ...]:
    """Put all files in their places, the earlier versions kept; when one cannot be, put back those that were."""
    kept = {path: keep_version(path) for path in (*ready, *removed) if path.exists()}
    done: list[Path] = []
    try:
        for path, made in ready.items():
            made.replace(path)
            done.append(path)
        for path in removed:
            path.unlink()
            done.append(path)
    except OSError:
        for path in done:
            with suppress(OSError):
                shutil.copy2(kept[path], path) if path in kept else path.unlink()
        raise
    return tuple(sorted(done))


_LOCKED = Text(
    "{path} er åpen i {program}. Lukk den, og prøv igjen.", "{path} is open in {program}. Close it, and try again."
)
_UNREADABLE = Text(
    "{path} kan ikke leses, så ingenting er endret. «ehport check {path}» sier hvorfor.",
    "{path} cannot be read, so nothing is changed. «ehport check {path}» tells why.",
)
_LOST = Text(
    "Arket «{sheet}» i {path} ville ikke sagt det samme etterpå, så ingenting er endret. Flytt det for hånd i Excel.",
    "The sheet «{sheet}» of {path} would not say the same afterwards, so nothing is changed. Move it by hand in Excel.",
)
_NOT_WRITTEN = Text(
    "{path} kan ikke skrives: {why}. Ingenting er endret.", "{path} cannot be written: {why}. Nothing is changed."
)
