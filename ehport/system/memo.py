"""What functions returned the last time, for a process that makes nearly the same thing again and again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

T = TypeVar("T")


class Memo:
    """Remembers the last result of each function that it is asked to call."""

    def __init__(self) -> None:
        """Remember nothing yet."""
        self._last: dict[Callable[..., Any], tuple[tuple[object, ...], Any]] = {}

    def call(self, function: Callable[..., T], *arguments: object) -> T:
        """Return the function's result for the arguments; the last one where the very same arguments come again."""
        known = self._last.get(function)
        if known is None or not _are_same(known[0], arguments):
            known = (arguments, function(*arguments))
            self._last[function] = known
        result: T = known[1]
        return result


def _are_same(before: tuple[object, ...], now: tuple[object, ...]) -> bool:
    """Tell whether two tuples hold the same objects, or the same simple values."""
    simple = (str, int, bool)
    pairs = zip(before, now, strict=True)
    return len(before) == len(now) and all(a is b or (isinstance(a, simple) and a == b) for a, b in pairs)
