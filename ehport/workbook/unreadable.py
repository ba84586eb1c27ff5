"""A file that is not a workbook that can be read, and why."""

from __future__ import annotations

from ehport.diagnostics.code import Code


class UnreadableFileError(Exception):
    """A file is not a workbook that can be read; the code says why, the facts what the message needs."""

    def __init__(self, code: Code, **facts: object) -> None:
        """Tell why, by a code of the catalogue."""
        super().__init__(code.name)
        self.code, self.facts = code, facts
