"""Text files as people save them: decoded when they are UTF-8, with or without a mark; otherwise said what they are."""

from __future__ import annotations

from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from pathlib import Path

from ehport.lang.language import Text


class EncodingError(Exception):
    """A file is text in another encoding than UTF-8: which, as far as that can be told, and on which line."""

    def __init__(self, encoding: Text, line: int) -> None:
        """Keep what is told."""
        super().__init__(encoding.en)
        self.encoding, self.line = encoding, line


def read_text(path: Path, *, most: int) -> str:
    """Return the text of a file; of one larger than ``most`` bytes, its beginning.

    Raises `EncodingError` when it is not UTF-8, and `OSError` when it cannot be opened.
    """
    if not path.is_file():  # opening a queue waits until somebody writes to it
        raise IsADirectoryError(path) if path.is_dir() else FileNotFoundError(path)
    with path.open("rb") as file:
        data = file.read(most)
        return decode(data, is_cut=bool(file.read(1)))


def decode(data: bytes, *, is_cut: bool = False) -> str:
    """Return bytes as the text they are in UTF-8; what ``is_cut`` may end inside a character.

    Raises `EncodingError` when they are not UTF-8.
    """
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) or b"\x00" in data[:2]:  # every other byte of plain words is zero
        raise EncodingError(UTF_16, 0)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as bad:
        if is_cut and bad.end == len(data) and bad.start > len(data) - 4:
            return data[: bad.start].decode("utf-8-sig")
        raise EncodingError(OTHER, data.count(b"\n", 0, bad.start) + 1) from bad


UTF_16 = Text("UTF-16 («Unicode»)", "UTF-16 («Unicode»)")
OTHER = Text("et eldre tegnsett, trolig Windows-1252 («ANSI»)", "an older encoding, probably Windows-1252 («ANSI»)")
HOW_TO_SAVE = Text(
    "åpne filen i Notisblokk, velg Lagre som, og velg UTF-8 under Koding",
    "open the file in Notepad, choose Save as, and choose UTF-8 under Encoding",
)
