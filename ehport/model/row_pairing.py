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
_MOST = 40_000  # comparisons of two texts; nobody renames more rows at once


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
    if len(old) * len(new) > _MOST:
        return []
    scores = _scores({at: words(text(row)) for at, row in old.items()}, {at: words(text(new[at])) for at in new}, least)
    best: dict[tuple[int, int], list[float]] = {}
    for (first, second), score in scores.items():
        for row in ((0, first), (1, second)):
            best[row] = sorted((*best.get(row, (0.0,)), score), reverse=True)[:2]
    return [
        (first, second)
        for (first, second), score in scores.items()
        if all(best[row][0] == score > best[row][1] for row in ((0, first), (1, second)))
    ]


def _scores(old: dict[int, str], new: dict[int, str], least: float) -> dict[tuple[int, int], float]:
    """Return how alike the texts are that are more so than the least; cheap bounds rule most of them out."""
    matcher = SequenceMatcher(autojunk=False)
    found = {}
    for second, other in new.items():
        matcher.set_seq2(other)
        for first, one in old.items():
            matcher.set_seq1(one)
            if one and other and matcher.real_quick_ratio() > least and matcher.quick_ratio() > least:
                found[first, second] = matcher.ratio()
    return {pair: score for pair, score in found.items() if score > least}
