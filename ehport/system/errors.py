"""What the program raises when it cannot do as it was asked."""

from __future__ import annotations

from ehport.lang.language import Text


class UsageError(Exception):
    """What was asked for cannot be done as asked; the text names what is wrong and the remedy."""

    def __init__(self, text: Text) -> None:
        """Keep what is told."""
        super().__init__(text.en)
        self.text = text
