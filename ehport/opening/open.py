"""A round opened: its folder with ``round.toml``, the register, the chapters, and a workbook for each actor."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from ehport.lang.language import Lang, Text
from ehport.model import round as rounds
from ehport.model.file_names import wrong_with_name
from ehport.model.round import GUIDE, Round
from ehport.model.round_text import round_text
from ehport.opening.json_records import Record, read_record_file
from ehport.opening.round_settings import Settled
from ehport.opening.source import README, Material, blank, dated, from_folder, within
from ehport.report import guide
from ehport.rounds.find import SUBMISSIONS, find_round, round_ids, usable
from ehport.rounds.ids import is_round_id
from ehport.rounds.versions import keep_version, same_bytes
from ehport.system.errors import UsageError
from ehport.workbook.form_book import write_form
from ehport.workbook.register_book import write_register

_NOTHING = Settled()
_NAMED = 6


@dataclass(frozen=True, slots=True)
class StartingPoint:
    """What a round starts from: the round before it, or a folder of records; without either, what the package knows."""

    previous: str = ""
    folder: Path | None = None


@dataclass(frozen=True, slots=True)
class Opening:
    """A round that is ready to be written: what it is made of, its folder, and which files of it are passed over."""

    material: Material
    folder: Path
    passed_over: frozenset[Path] = frozenset()

    @property
    def files(self) -> tuple[Path, ...]:
        """The files that it gets."""
        paths = (self.folder / name for name in self.material.files)
        return tuple(path for path in paths if path not in self.passed_over)

    @property
    def there(self) -> tuple[Path, ...]:
        """Those of the files that are there already."""
        return tuple(path for path in self.files if path.exists())


@dataclass(frozen=True, slots=True)
class Opened:
    """A round as it was written: each file, with where its earlier version lies when it replaced one."""

    opening: Opening
    written: Mapping[Path, Path | None]


def settled_so_far(root: Path, round_id: str, source: StartingPoint) -> Round:
    """Return the round as it would be opened when nothing else is settled; no workbook is read.

    Raises `UsageError` when it cannot start.
    """
    if source.folder is not None:
        if source.previous:
            raise UsageError(_TWO_SOURCES)
        return from_folder(round_id, source.folder).round
    if not source.previous:
        return blank(round_id).round
    return replace(dated(_before(root, round_id, source.previous), round_id), previous=source.previous)


def prepare(root: Path, round_id: str, source: StartingPoint, settled: Settled = _NOTHING) -> Opening:
    """Return a round below ``root`` that is ready to be written, as it was settled; nothing is written.

    Raises `UsageError` when it cannot start or what was settled cannot be read.
    """
    round_ = settled.of(settled_so_far(root, round_id, source))
    if source.folder is not None:
        material = from_folder(round_id, source.folder)
    elif source.previous:
        material = _following(round_, _before(root, round_id, source.previous))
    else:
        material = blank(round_id)
    return Opening(replace(material, round=round_), root / SUBMISSIONS / round_id)


def prepare_missing(root: Path, round_id: str) -> Opening:
    """Return what an open round lacks, by its ``round.toml`` as it is now: a workbook for a new actor, a chapter.

    Raises `UsageError` when there is no such round, or its ``round.toml`` cannot be read.
    """
    round_ = find_round(root, round_id)
    before = root / SUBMISSIONS / round_.previous
    has_previous = is_round_id(round_.previous) and (before / rounds.FILE).is_file()
    material = _following(round_, _before(root, round_id, round_.previous)) if has_previous else blank(round_id)
    whole = Opening(replace(material, round=round_), round_.folder)
    has_one = (path for actor in round_.actors if (path := round_.workbook(actor)).exists())  # also with macros
    return replace(whole, passed_over=frozenset({*whole.there, *(path.with_suffix(".xlsx") for path in has_one)}))


def write_opening(opening: Opening, *, force: bool = False) -> Opened:
    """Write a round's folder and return what was written.

    A file that is there is replaced only with ``force``, and its earlier version is kept. Raises `UsageError` when
    there are such files and ``force`` is not set, or the folder cannot be written.
    """
    if opening.there and not force:
        raise UsageError(_refusal(opening))
    try:
        return Opened(opening, _written(opening))
    except OSError as bad:
        raise UsageError(_NOT_WRITTEN.format(path=opening.folder, why=bad.strerror or bad)) from bad


def open_round(
    root: Path, round_id: str, *, previous: str | None = None, folder: Path | None = None, force: bool = False
) -> tuple[Path, ...]:
    """Open a round below ``root`` and return the files written; the steps above in one.

    Raises `UsageError` when it cannot start, or when one of its files is there and ``force`` is not set.
    """
    opened = write_opening(prepare(root, round_id, StartingPoint(previous or "", folder)), force=force)
    return tuple(sorted(opened.written))


def fill(record: Path, workbook: Path, *, root: Path | None = None, force: bool = False) -> Path | None:
    """Write the workbook of one record, in its round when that is open below ``root``, else in a round by that name.

    One that is replaced in a round's folder is kept, and where is returned. Raises `UsageError` when the record cannot
    be read, or when the workbook is there already and ``force`` is not set.
    """
    if workbook.exists() and not force:
        raise UsageError(_WORKBOOK_EXISTS.format(path=workbook))
    if wrong := wrong_with_name(workbook.stem):
        raise UsageError(wrong)
    file = read_record_file(record)
    folder = root / SUBMISSIONS / file.round_id if root and is_round_id(file.round_id) else None
    is_open = folder is not None and (folder / rounds.FILE).is_file()
    opened = usable(folder) if folder and is_open else None
    given = file.record(opened.budget_year if opened else None)
    if wrong := wrong_with_name(given.actor.id):
        raise UsageError(_ACTOR_OF.format(path=record, why=wrong))
    round_ = opened or within(file.round_id, given.actor)
    is_returned = workbook.exists() and (workbook.parent / rounds.FILE).is_file()
    try:
        kept = keep_version(workbook) if is_returned else None
        write_form(workbook, round_, given.sender, given.projects)
    except OSError as bad:
        raise UsageError(_NOT_WRITTEN.format(path=workbook, why=bad.strerror or bad)) from bad
    return kept


def write(material: Material, folder: Path) -> tuple[Path, ...]:
    """Write a round's folder, every file complete or not at all, and return its files."""
    return tuple(sorted(_written(Opening(material, folder))))


def _written(opening: Opening) -> dict[Path, Path | None]:
    """Write a round's folder; the earlier version of what is replaced by something else is kept."""
    material, folder = opening.material, opening.folder
    folder.parent.mkdir(parents=True, exist_ok=True)
    made = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    written: dict[Path, Path | None] = {}
    try:
        _write_all(material, made)
        for target in opening.files:
            name = target.relative_to(folder)
            target.parent.mkdir(parents=True, exist_ok=True)
            is_other = target.exists() and not same_bytes(target, made / name)
            written[target] = keep_version(target) if is_other else None
            (made / name).replace(target)
    finally:
        shutil.rmtree(made, ignore_errors=True)
    return written


def _refusal(opening: Opening) -> Text:
    names = ", ".join(path.relative_to(opening.folder).as_posix() for path in opening.there[:_NAMED])
    rest = len(opening.there[_NAMED:])
    more = _MORE.format(count=rest) if rest else Text("", "")
    return Text(*(_EXISTS[lang].format(folder=opening.folder, names=names, more=more[lang]) for lang in Lang))


def _before(root: Path, round_id: str, previous: str) -> Round:
    before = find_round(root, previous)
    if previous >= round_id:
        known = [each for each in round_ids(root) if each < round_id]
        raise UsageError(_NOT_BEFORE.format(previous=previous, round=round_id, known=", ".join(known) or "–"))
    return before


def _following(round_: Round, before: Round) -> Material:
    from ehport.analysis.facts import facts
    from ehport.opening.rollover import carry_over
    from ehport.rounds.read import read_round

    last = read_round(before).portfolio
    return carry_over(round_, last, facts(last) if last.submissions else {})


def _write_all(material: Material, folder: Path) -> None:
    (folder / rounds.FILE).write_text(round_text(material.round), "utf-8", newline="\n")
    write_register(folder / rounds.REGISTER, material.register, round_id=material.round.id)
    if material.readme:
        (folder / README).write_text(material.readme, "utf-8", newline="\n")
    else:
        (folder / GUIDE).write_text(guide.guide_page(), "utf-8", newline="\n")
    (folder / rounds.EDITORIAL).mkdir()
    for name, text in material.editorial.items():
        (folder / rounds.EDITORIAL / name).write_text(text, "utf-8", newline="\n")
    for actor in material.round.actors:
        record = material.records.get(actor.id) or Record(actor)
        write_form(folder / actor.file, material.round, record.sender, record.projects)


_EXISTS = Text(
    "{folder} har alt disse filene: {names}{more}. --dry-run viser hva som ville blitt skrevet; --force skriver dem på "
    "nytt og legger de gamle i .earlier.",
    "{folder} has these files already: {names}{more}. --dry-run shows what would be written; --force writes them anew "
    "and puts the old ones in .earlier.",
)
_NOT_WRITTEN = Text(
    "{path} kan ikke skrives: {why}. Sjekk at du har skrivetilgang, og lukk filen hvis den er åpen i Excel.",
    "{path} cannot be written: {why}. Check that you may write there, and close the file if it is open in Excel.",
)
_ACTOR_OF = Text("Aktøren i {path}: {why}", "The actor in {path}: {why}")
_MORE = Text(" og {count} til", " and {count} more")
_NOT_BEFORE = Text(
    "Runden {previous} er ikke før {round}, så ingenting kan hentes fra den. Runder som kan brukes: {known}",
    "The round {previous} is not before {round}, so nothing can be taken from it. Rounds that can be used: {known}",
)
_TWO_SOURCES = Text(
    "Runden kan ikke både hentes fra forrige runde og fylles fra en mappe. Bruk enten --from eller --fill.",
    "The round cannot both be taken from the last round and be filled from a folder. Use either --from or --fill.",
)
_WORKBOOK_EXISTS = Text(
    "{path} finnes alt. Bruk --force for å skrive den på nytt.",
    "{path} exists already. Use --force to write it anew.",
)
