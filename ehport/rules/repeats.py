"""One fault that two rules see is told once: by the one that knows what was said in the last round."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ehport.diagnostics.code import Code
from ehport.diagnostics.diagnostic import Diagnostic

_TOLD_BETTER_BY: Mapping[Code, Code] = {
    Code.RATING_NEEDS_REASON: Code.RATING_LEAPT,
    Code.NAME_DIFFERS: Code.RENAMED,
    Code.NAME_VARIES: Code.RENAMED,
    Code.SLIPPED: Code.DELIVERY_UNDONE,
    Code.SLIPPED_AGAIN: Code.DELIVERY_UNDONE,
}


def drop_repeats(found: Sequence[Diagnostic]) -> Iterator[Diagnostic]:
    """Yield the diagnostics without those that another one tells better of the same cell."""
    told = {(each.code, *_where(each)) for each in found}
    for each in found:
        better = _TOLD_BETTER_BY.get(each.code)
        if better is None or (better, *_where(each)) not in told:
            yield each


def _where(each: Diagnostic) -> tuple[str, str, str, str]:
    return each.at.file, each.at.sheet, each.at.cell, each.at.field
