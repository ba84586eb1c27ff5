"""Workbooks that somebody has open, as the hidden files tell that Excel and LibreOffice put beside them meanwhile."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from ehport.lang.language import Text

_LEFT_BY = (("Excel", "~${name}"), ("LibreOffice", ".~lock.{name}#"))


@dataclass(frozen=True, slots=True)
class Lock:
    """A file beside a workbook that says in which program it is open."""

    program: str
    file: Path

    @property
    def told(self) -> Text:
        """What it means for what was read, and the remedy where it was left behind."""
        return _OPEN.format(program=self.program, lock=self.file.name)


def lock_of(workbook: Path) -> Lock | None:
    """Return what says that a workbook is open; nothing when nobody has it open."""
    locks = (Lock(program, workbook.with_name(name.format(name=workbook.name))) for program, name in _LEFT_BY)
    return next((each for each in locks if _is_there(each.file)), None)


def locks_of(workbooks: Iterable[Path]) -> dict[Path, Lock]:
    """Return the workbooks that are open, each with what says so."""
    return {path: lock for path in workbooks if (lock := lock_of(path))}


def _is_there(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):  # a longer name than a file can have
        return False


_OPEN = Text(
    "åpen i {program}; det som sist ble lagret, er lest. Er den lukket, kan {lock} slettes",
    "open in {program}; what was last saved was read. If it is closed, {lock} can be deleted",
)
