"""A workbook extracted: what it says, as the JSON record that fills it again."""

from __future__ import annotations

from pathlib import Path

from ehport.diagnostics.diagnostic import Diagnostic
from ehport.lang.language import Text
from ehport.opening.json_records import as_record
from ehport.system.errors import UsageError
from ehport.system.file_cache import replace_file
from ehport.workbook.book import open_book, origin
from ehport.workbook.read import read_submission


def extract(workbook: Path) -> tuple[str | None, tuple[Diagnostic, ...]]:
    """Return what a workbook says as JSON, or nothing and why when it cannot be read."""
    submission, told = read_submission(workbook, None)
    if submission is None:
        return None, told
    return as_record(submission, origin(open_book(workbook)).budget_year), told


def write_record(path: Path, record: str) -> None:
    """Write a record into a file; one that is there already is left alone.

    Raises `UsageError` then, and when the file cannot be written.
    """
    if path.exists():
        raise UsageError(_EXISTS.format(path=path))
    try:
        replace_file(path, f"{record}\n".encode())
    except OSError as bad:
        raise UsageError(_NOT_WRITTEN.format(path=path, why=bad.strerror or bad)) from bad


_EXISTS = Text(
    "{path} finnes allerede. Velg et annet navn, eller slett filen.",
    "{path} exists already. Choose another name, or delete the file.",
)
_NOT_WRITTEN = Text("{path} kan ikke skrives: {why}", "{path} cannot be written: {why}")
