"""The order of two columns with lines between them: each beside what it is tied to, so that few lines cross."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations

Tie = tuple[str, str]

_SWEEPS = 12


def untangle(groups: Sequence[Sequence[str]], ties: Sequence[Tie]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the left and the right column; the right one keeps its groups, one after the other.

    The same ties give the same order: those that stand equally near each other keep the order they are given in.
    """
    right = [each for group in groups for each in group]
    left = list(dict.fromkeys(start for start, _ in ties))
    best = (crossings(left, right, ties), left, right)
    for _ in range(_SWEEPS):
        left = _beside(left, right, [(end, start) for start, end in ties])
        right = [each for group in groups for each in _beside(group, left, ties)]
        best = min(best, (crossings(left, right, ties), left, right), key=lambda each: each[0])
    return tuple(best[1]), tuple(best[2])


def crossings(left: Sequence[str], right: Sequence[str], ties: Sequence[Tie]) -> int:
    """Return how many pairs of lines cross."""
    starts, ends = _places(left), _places(right)
    places = sorted((starts[start], ends[end]) for start, end in ties)
    return sum(one[0] < two[0] and one[1] > two[1] for one, two in combinations(places, 2))


def _beside(moved: Sequence[str], fixed: Sequence[str], ties: Sequence[Tie]) -> list[str]:
    """Return a column ordered by the middle of what each is tied to in the other; ``ties`` start in the fixed one."""
    at = _places(fixed)
    ends: dict[str, list[int]] = {each: [] for each in moved}
    for start, end in ties:
        if end in ends:
            ends[end].append(at[start])
    return sorted(moved, key=lambda each: sum(ends[each]) / len(ends[each]))


def _places(column: Sequence[str]) -> Mapping[str, int]:
    return {each: place for place, each in enumerate(column)}
