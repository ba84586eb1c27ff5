"""A mutant read as a person's file is: checked, told, and handed back with its marks."""

from __future__ import annotations

from pathlib import Path

from ehport.checking.annotated_copies import write_copies
from ehport.checking.workbooks import check_files
from ehport.diagnostics import machine, text
from ehport.lang.language import Lang, Text
from ehport.model.round import FILE, Round
from ehport.model.round_text import round_text
from ehport.opening.json_records import read_record_file
from ehport.report.editorial import read_editorial
from ehport.rounds.find import usable
from ehport.system.errors import UsageError
from ehport.workbook.register import read_register


def read_settings(folder: Path, data: bytes) -> Text | None:
    """Read a file of settings as the commands do, and return what is said of one that cannot be used.

    One that can is written and read back. Raises whatever breaks.
    """
    folder.mkdir(exist_ok=True)
    (folder / FILE).write_bytes(data)
    try:
        found = usable(folder)
    except UsageError as refused:
        return refused.text
    (folder / FILE).write_text(round_text(found), "utf-8")
    assert usable(folder) == found
    return None


def read_record(path: Path) -> bool:
    """Read a record as the commands do, and tell whether something is said of it. Raises whatever breaks."""
    try:
        read_record_file(path).record()
    except UsageError as refused:
        return all(refused.text[lang] for lang in Lang)
    return False


def read_chapter(round_: Round, name: str) -> bool:
    """Read a round's chapter as the commands do, and tell whether something is said of it. Raises whatever breaks."""
    _, told = read_editorial(round_, (name,))
    return any(text.report(told, lang) for lang in Lang if told)


def read_all(path: Path) -> int:
    """Do with a file what the commands do with one, and return how many diagnostics it gave.

    Raises whatever breaks.
    """
    found = check_files([path])
    for lang in Lang:
        text.report(found, lang, everything=True)
        machine.as_json(found, lang)
    write_copies([path], found, path.parent / "kopier", Lang.NB)
    _, told = read_register(path)
    return len(found) + len(told)
