"""Workbooks of every kind that the tests of reading know, as files with names of their own."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import count
from pathlib import Path

from tests.workbook import corpus
from tests.workbook.books import SHEET, answer, edit, edit_book
from tests.workbook.furniture import FURNITURE, LOOSE_PARTS, with_furniture, with_loose_part
from tests.workbook.hard_book import hard_book
from tests.workbook.hostile_files import FILES, hostile

_NO_FILES = {"a folder", "a queue", "a device", "a link to nowhere", "a link in a circle"}
_TAKE_LONG = {"a million texts", "a million cells", "a million cells in another folder"}
_TEXT = '<c r="{{at}}"{{style}} t="inlineStr"><is>{}</is></c>'
_CELLS: Mapping[str, dict[str, str]] = {
    "no-number": {"total_cost": '<c r="{at}"{style}><v>tolv</v></c>'},
    "no-text": {"purpose": '<c r="{at}"{style} t="s"><v>99999</v></c>'},
    "raised": {"total_cost": _TEXT.format('<r><t>12</t></r><r><rPr><vertAlign val="superscript"/></rPr><t>1</t></r>')},
    "struck": {"total_cost": _TEXT.format("<r><rPr><strike/></rPr><t>24</t></r><r><t>30</t></r>")},
    "alternatives": {"total_cost": _TEXT.format("<t>P50: 100 / P85: 120</t>")},
    "private-sign": {"purpose": _TEXT.format("<t>\uf0b7 Én logg</t>")},
    "hostile-text": {"purpose": _TEXT.format("<t>&lt;/script&gt;&lt;b&gt;{{{{file}}}} __proto__ \u202e ]]&gt;</t>")},
    "formula": {"total_cost": '<c r="{at}"{style}><f>12*2</f><v>24</v></c>'},
    "dates": {"ends": '<c r="{at}"{style} t="d"><v>2022-12-31</v></c>'},
    "not-computed": {"name": '<c r="{at}"{style}><f>"a"</f></c>'},
    "error-value": {"operating_cost": '<c r="{at}"{style} t="e"><f>1/0</f><v>#DIV/0!</v></c>'},
}
_CHANGES: Mapping[str, Callable[[Path], object]] = {
    "strict": corpus.strict,
    "plain": corpus.by_a_plain_program,
    "no-keys": lambda path: edit(path, lambda sheet: sheet.delete_cols(1)),
    "no-sheets-of-projects": lambda path: edit_book(path, lambda book: book.remove(book[SHEET])),
    "long": lambda path: edit(path, answer(purpose="Æ\n" * 16_000)),
    "mistakes": lambda path: edit(
        path, answer(total_cost="12 mrd euro", status="Lilla", ends="snart", phase="?", purpose="#N/A", id=900.5)
    ),
}


def odd_workbooks(folder: Path, sound: bytes) -> Iterator[Path]:
    """Write each kind into a folder, made from the bytes of a sound workbook, and yield its path."""
    numbers = count(1)

    def new(ending: str = ".xlsx") -> Path:
        path = folder / f"helse-vest-{next(numbers)}{ending}"
        path.write_bytes(sound)
        return path

    yield new()
    yield hard_book(new())
    yield corpus.with_macros(new())
    yield from (with_furniture(new(), name) for name in FURNITURE)
    yield from (with_loose_part(new(), name) for name in LOOSE_PARTS)
    yield from (hostile(new(), name, sound) for name in FILES if name not in _NO_FILES | _TAKE_LONG)
    yield from (corpus.with_raw_answers(new(), cells) for cells in _CELLS.values())
    for change in _CHANGES.values():
        path = new()
        change(path)
        yield path
