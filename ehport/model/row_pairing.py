"""Rows of a list paired over two rounds: by what identifies them, else by likeness, never by place alone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Generic, TypeVar

from ehport.lang.folding import words

T = TypeVar("T")
Key = Callable[[T], str]

LIKE = 0.6


@dataclass(frozen=True, slots=True)
class RowPair(Generic[T]):
    """One row in two rounds; ``alike`` tells that nothing but the likeness of their texts joins them."""

    before: T
    now: T
    alike: bool = False


@dataclass(frozen=True, slots=True)
class RowPairing(Generic[T]):
    """The rows of two lists: in both, in the later list's order, only in the later and only in the earlier one."""

    pairs: tuple[RowPair[T], ...]
    added: tuple[T, ...]
    gone: tuple[T, ...]


def pair_rows(before: Sequence[T], now: Sequence[T], keys: Sequence[Key[T]], text: Key[T]) -> RowPairing[T]:
    """Pair rows by the first of the keys that both have, and what is left by the likeness of their ``text``.

    Rows that share a key are told apart by likeness. An empty key identifies nothing.
    """
    if tuple(before) == tuple(now):
        return RowPairing(tuple(map(RowPair, before, now)), (), ())
    old, new = dict(enumerate(before)), dict(enumerate(now))
    found: dict[int, RowPair[T]] = {}
    for key in keys:
        for name in dict.fromkeys(key(row) for row in new.values()):
            same = [[at for at, row in rows.items() if key(row) == name] for rows in (old, new)]
            for first, second in _matched(old, new, same=same, text=text) if name else ():
                found[second] = RowPair(old.pop(first), new.pop(second))
    for first, second in _most_alike(old, new, text=text, least=LIKE):
        found[second] = RowPair(old.pop(first), new.pop(second), alike=True)
    return RowPairing(tuple(found[at] for at in sorted(found)), tuple(new.values()), tuple(old.values()))


def likeness(one: str, other: str) -> float:
    """Return how alike the words of two texts are, from 0 to 1."""
    first, second = words(one), words(other)
    return SequenceMatcher(None, first, second, autojunk=False).ratio() if first and second else 0.0


def _matched(old: dict[int, T], new: dict[int, T], *, same: list[list[int]], text: Key[T]) -> list[tuple[int, int]]:
    """Return which of the rows with one key are which: the only two, those with equal texts, then the most alike."""
    firsts, seconds = same
    if len(firsts) == len(seconds) == 1:
        return [(firsts[0], seconds[0])]
    equal = _equal(old, new, same=same, text=text)
    taken = [{pair[side] for pair in equal} for side in (0, 1)]
    rest = [[at for at in group if at not in used] for group, used in zip(same, taken, strict=True)]
    if len(rest[0]) == len(rest[1]) == 1:
        return [*equal, (rest[0][0], rest[1][0])]
    left = _most_alike({at: old[at] for at in rest[0]}, {at: new[at] for at in rest[1]}, text=text, least=0.0)
    return [*equal, *left]


def _equal(old: dict[int, T], new: dict[int, T], *, same: list[list[int]], text: Key[T]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    free = list(same[0])
    for second in same[1]:
        first = next((at for at in free if words(text(old[at])) == words(text(new[second]))), None)
        if first is not None:
            free.remove(first)
            found.append((first, second))
    return found


def _most_alike(old: dict[int, T], new: dict[int, T], *, text: Key[T], least: float) -> list[tuple[int, int]]:
    """Return the pairs of which each is the other's most alike, and more so than any third."""
    scores = {(first, second): likeness(text(old[first]), text(new[second])) for first in old for second in new}
    found = []
    for (first, second), score in scores.items():
        rivals = [other for (a, b), other in scores.items() if (a == first) != (b == second)]
        if score > least and all(score > other for other in rivals):
            found.append((first, second))
    return found
