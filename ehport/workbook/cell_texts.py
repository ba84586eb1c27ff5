"""The texts of cells: those that cells share, and the pieces with fonts of their own that a text may have."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from ehport.diagnostics.code import Code
from ehport.lang.language import Text
from ehport.workbook.cells import Run
from ehport.workbook.unreadable import UnreadableFileError
from ehport.workbook.xml_events import is_on, read_xml

MOST_TEXTS = 200_000  # a real submission has some thousand
_TEXTS = Text("{count} tekster", "{count} texts")


@dataclass(frozen=True, slots=True)
class CellText:
    """A text, and its pieces where some of them have fonts of their own."""

    text: str
    runs: tuple[Run, ...] = ()


@dataclass(slots=True)
class TextReader:
    """Puts a text together from its elements; how signs are pronounced stands beside it and is no part of it."""

    said: list[str] = field(default_factory=list)
    _runs: list[Run] = field(default_factory=list)
    _struck: bool = False
    _raised: bool = False
    _has_font: bool = False
    _beside: bool = False

    @property
    def starts(self) -> Mapping[str, Callable[[Mapping[str, str]], None]]:
        """What the elements of a text do when they begin."""
        return {
            "t": lambda _: self.said.clear(),
            "r": self._run,
            "rPr": self._font,
            "strike": self._strike,
            "vertAlign": self._align,
            "rPh": self._reading,
        }

    @property
    def ends(self) -> Mapping[str, Callable[[], None]]:
        """What the elements of a text do when they end."""
        return {"t": self._text, "rPh": self._reading_ends, "r": self._plain}

    def taken(self) -> CellText:
        """Return the text that was put together, and begin another."""
        runs = tuple(self._runs)
        self._runs = []
        whole = "".join([run.text for run in runs])
        return CellText(whole, runs if any(run.has_font for run in runs) else ())

    def _text(self) -> None:
        if not self._beside:
            self._runs.append(Run("".join(self.said), self._struck, self._raised, self._has_font))

    def _plain(self) -> None:
        self._struck = self._raised = self._has_font = False

    def _font(self, _: Mapping[str, str]) -> None:
        self._has_font = True

    def _run(self, _: Mapping[str, str]) -> None:
        self._plain()

    def _strike(self, given: Mapping[str, str]) -> None:
        self._struck = is_on(given.get("val"))

    def _align(self, given: Mapping[str, str]) -> None:
        self._raised = given.get("val") == "superscript"

    def _reading(self, _: Mapping[str, str]) -> None:
        self._beside = True

    def _reading_ends(self) -> None:
        self._beside = False


def read_shared_texts(part: bytes) -> list[CellText]:
    """Return the texts that cells share, in the order in which cells count them.

    Raises `BrokenXmlError` when the part is not well-formed.
    """
    found: list[CellText] = []
    reader = TextReader()

    def end() -> None:
        found.append(reader.taken())
        if len(found) > MOST_TEXTS:
            count, limit = (_TEXTS.format(count=each) for each in (f"> {MOST_TEXTS}", MOST_TEXTS))
            raise UnreadableFileError(Code.TOO_LARGE, size=count, limit=limit)

    read_xml(part, reader.starts, {**reader.ends, "si": end}, reader.said.append)
    return found
