"""A round opened: its folder with ``round.toml``, the register, the chapters, and a workbook for each actor."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from ehport.carrying import carried
from ehport.lang.language import Text
from ehport.material import README, Material, blank, from_folder, within
from ehport.model import round as rounds
from ehport.model.round_text import round_text
from ehport.records import read_record
from ehport.rounds import SUBMISSIONS, UsageError, find_round, usable
from ehport.workbook.form_book import write_form
from ehport.workbook.register_book import write_register


def open_round(
    root: Path, round_id: str, *, previous: str | None = None, folder: Path | None = None, force: bool = False
) -> tuple[Path, ...]:
    """Open a round below ``root`` and return the files written.

    It starts from a ``folder`` of records, from the ``previous`` round, or from what the package knows. Raises
    `UsageError` when it cannot start, or when the round's folder is not empty and ``force`` is not set.
    """
    target = root / SUBMISSIONS / round_id
    if target.exists() and any(target.iterdir()) and not force:
        raise UsageError(_EXISTS.format(path=target))
    if folder is not None:
        material = from_folder(round_id, folder)
    elif previous is not None:
        material = carried(round_id, find_round(root, previous))
    else:
        material = blank(round_id)
    return write(material, target)


def fill(record: Path, workbook: Path, *, root: Path | None = None, force: bool = False) -> None:
    """Write the workbook of one record, in its round when that is open below ``root``, else in a round by that name.

    Raises `UsageError` when the record cannot be read or the workbook is there already.
    """
    if workbook.exists() and not force:
        raise UsageError(_WORKBOOK_EXISTS.format(path=workbook))
    given, round_id = read_record(record)
    folder = root / SUBMISSIONS / round_id if root else None
    is_open = folder is not None and (folder / rounds.FILE).is_file()
    round_ = usable(folder) if folder and is_open else within(round_id, given.actor)
    write_form(workbook, round_, given.actor, given.projects)


def write(material: Material, folder: Path) -> tuple[Path, ...]:
    """Write a round's folder, every file complete or not at all, and return its files."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    made = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    try:
        _write_all(material, made)
        names = sorted(path.relative_to(made) for path in made.rglob("*") if path.is_file())
        for name in names:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (made / name).replace(folder / name)
    finally:
        shutil.rmtree(made, ignore_errors=True)
    return tuple(folder / name for name in names)


def _write_all(material: Material, folder: Path) -> None:
    (folder / rounds.FILE).write_text(round_text(material.round), "utf-8")
    write_register(folder / rounds.REGISTER, material.register, round_id=material.round.id)
    if material.readme:
        (folder / README).write_text(material.readme, "utf-8")
    (folder / rounds.EDITORIAL).mkdir()
    for name, text in material.editorial.items():
        (folder / rounds.EDITORIAL / name).write_text(text, "utf-8")
    for actor in material.round.actors:
        record = material.records.get(actor.id)
        write_form(folder / actor.file, material.round, actor, record.projects if record else ())


_EXISTS = Text(
    "{path} finnes alt og er ikke tom. Bruk --force for å skrive filene på nytt.",
    "{path} exists already and is not empty. Use --force to write the files anew.",
)
_WORKBOOK_EXISTS = Text(
    "{path} finnes alt. Bruk --force for å skrive den på nytt.",
    "{path} exists already. Use --force to write it anew.",
)
