"""Workbooks or a round checked as they were asked for, and what was found in the form that was asked for."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ehport.checking import workbooks
from ehport.diagnostics import github, junit, machine, sarif, text
from ehport.diagnostics.diagnostic import Diagnostic
from ehport.diagnostics.forms import DiagnosticFormat
from ehport.lang.language import Lang, Text
from ehport.model.round import REGISTER, Round
from ehport.system.errors import UsageError
from ehport.system.file_cache import replace_file
from ehport.system.open_files import locks_of


@dataclass(frozen=True, slots=True)
class View:
    """For whom it is written: the language, every note by itself or only their number, and whether in colour."""

    lang: Lang
    everything: bool = False
    colour: bool = False


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found, in which workbooks, and the folder of the round they are of."""

    found: tuple[Diagnostic, ...]
    workbooks: tuple[Path, ...]
    folder: Path | None = None

    @property
    def round_id(self) -> str:
        """The id of the round that was checked, nothing for single workbooks."""
        return self.folder.name if self.folder else ""

    def path(self, file: str) -> str:
        """Return a diagnostic's file as a path from the working directory, where it can be told."""
        known = next((each for each in self.workbooks if each.name == file), None)
        path = self.folder / file if self.folder else known or Path(file)
        return Path(os.path.relpath(path)).as_posix() if path.is_absolute() else path.as_posix()


def check_files(paths: Sequence[Path]) -> Checked:
    """Check single workbooks."""
    return Checked(workbooks.check_files(paths), tuple(paths))


def check_round(round_: Round) -> Checked:
    """Check a whole round."""
    present = tuple(path for path in map(round_.workbook, round_.actors) if path.is_file())
    return Checked(workbooks.check_round(round_), present, round_.folder)


def render(checked: Checked, form: DiagnosticFormat, view: View, out: Path | None = None) -> str:
    """Return what was found in a form; with a file to write to, that file's name.

    Raises `UsageError` when the file cannot be written, or a workbook is asked for without one.
    """
    if form is DiagnosticFormat.XLSX:
        from ehport.checking.xlsx_list import write_list

        if out is None:
            raise UsageError(_NO_FILE)
        return str(write_list(out, checked.found, view.lang))
    written = _written(checked, form, view)
    if out is None:
        return written
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        replace_file(out, f"{written}\n".encode("utf-8", "backslashreplace"))
    except OSError as bad:
        raise UsageError(_NOT_WRITTEN.format(path=out, why=bad.strerror or "")) from bad
    return str(out)


def sum_up(checked: Checked, lang: Lang) -> None:
    """Add what was found to the summary of the run, where GitHub asks for one.

    Raises `UsageError` when it cannot be written.
    """
    summary = os.environ.get(_SUMMARY, "")
    if not summary:
        return
    try:
        with Path(summary).open("ab") as file:
            file.write(github.as_summary(checked.found, lang).encode("utf-8", "backslashreplace"))
    except OSError as bad:
        raise UsageError(_NOT_WRITTEN.format(path=summary, why=bad.strerror or "")) from bad


def open_elsewhere(checked: Checked, lang: Lang) -> Iterator[str]:
    """Yield a line about each workbook that somebody has open, so that what is not saved yet is not missed."""
    register = (checked.folder / REGISTER,) if checked.folder else ()
    for path, lock in locks_of((*checked.workbooks, *register)).items():
        yield f"{text.visible(path.name)}: {lock.told[lang]}"


def write_annotated(checked: Checked, folder: Path, view: View) -> Iterator[str]:
    """Write a marked copy of every workbook into a folder, and yield a line about each."""
    from ehport.checking.annotated_copies import write_copies

    try:
        copies, refused = write_copies(checked.workbooks, checked.found, folder, view.lang)
    except OSError as bad:
        raise UsageError(_NOT_WRITTEN.format(path=folder, why=bad.strerror or "")) from bad
    yield from (_COPY.format(path=each)[view.lang] for each in copies)
    if refused:
        yield text.report(refused, view.lang, everything=True, colour=view.colour)


def _written(checked: Checked, form: DiagnosticFormat, view: View) -> str:
    found, lang = checked.found, view.lang
    if form is DiagnosticFormat.TEXT:
        return text.report(found, lang, everything=view.everything, colour=view.colour)
    if form is DiagnosticFormat.JSON:
        return machine.as_json(found, lang)
    write = {
        DiagnosticFormat.SARIF: sarif.as_sarif,
        DiagnosticFormat.GITHUB: github.as_log,
        DiagnosticFormat.JUNIT: junit.as_junit,
    }[form]
    return write(found, lang, checked.path)


_SUMMARY = "GITHUB_STEP_SUMMARY"
_COPY = Text("Merket kopi: {path}", "Marked copy: {path}")
_NO_FILE = Text(
    "En arbeidsbok må få et navn: skriv for eksempel --format xlsx --out meldinger.xlsx",
    "A workbook needs a name: write for example --format xlsx --out diagnostics.xlsx",
)
_NOT_WRITTEN = Text("{path} kan ikke skrives: {why}", "{path} cannot be written: {why}")
