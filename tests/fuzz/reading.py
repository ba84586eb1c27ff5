"""A mutant read as a person's file is: checked, told, and handed back with its marks."""

from __future__ import annotations

from pathlib import Path

from ehport.checking.annotated_copies import write_copies
from ehport.checking.workbooks import check_files
from ehport.diagnostics import machine, text
from ehport.lang.language import Lang
from ehport.workbook.register import read_register


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
