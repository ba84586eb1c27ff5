"""Marked copies: workbooks handed back, each with what was found in the cells it is about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from ehport.diagnostics.diagnostic import Diagnostic, Location
from ehport.lang.language import Lang, Text
from ehport.model.round import MARKED
from ehport.system.errors import UsageError
from ehport.system.file_cache import replace_file
from ehport.workbook.annotating.annotate import annotate
from ehport.workbook.annotating.feedback_sheet import Feedback
from ehport.workbook.package import open_package
from ehport.workbook.unreadable import UnreadableFileError


def write_copies(
    workbooks: Sequence[Path], diagnostics: Sequence[Diagnostic], folder: Path, lang: Lang
) -> tuple[tuple[Path, ...], tuple[Diagnostic, ...]]:
    """Write a marked copy of each workbook into a folder; return the copies, and which workbooks allow none.

    A file that is no workbook gets no copy: what it is was told already. Raises `OSError` when the folder cannot be
    written, and `UsageError` when a copy would take the place of its workbook.
    """
    copies: list[Path] = []
    told: list[Diagnostic] = []
    for path in workbooks:
        found = tuple(each for each in diagnostics if each.at.file == path.name)
        try:
            name, data = marked_copy(path, found, lang)
        except UnreadableFileError as bad:
            told += _of(bad, path)
            continue
        copies.append(_written(folder / name, data, path))
    return tuple(copies), tuple(told)


def marked_copy(workbook: Path, found: Sequence[Diagnostic], lang: Lang) -> tuple[str, bytes]:
    """Return the name and the bytes of a marked copy.

    Raises `UnreadableFileError` when the workbook allows none.
    """
    package = open_package(workbook)
    data = annotate(package.received, Feedback(workbook.name, found, lang))
    return f"{workbook.stem}{MARKED[lang]}{package.ending}", data


def _of(bad: UnreadableFileError, path: Path) -> Iterator[Diagnostic]:
    if bad.facts.get("file"):
        yield Diagnostic(bad.code, Location(path.name), bad.facts)


def _written(target: Path, data: bytes, source: Path) -> Path:
    if target.exists() and target.samefile(source):
        raise UsageError(_ON_ITSELF.format(path=target))
    target.parent.mkdir(parents=True, exist_ok=True)
    replace_file(target, data)
    return target


_ON_ITSELF = Text(
    "{path} er selve arbeidsboken. Velg en annen mappe med --annotate.",
    "{path} is the workbook itself. Choose another folder with --annotate.",
)
