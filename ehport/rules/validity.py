"""Which rules are valid in a round: what others say of it is not told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from ehport.diagnostics.catalogue import RULES
from ehport.diagnostics.code import Code
from ehport.diagnostics.diagnostic import Diagnostic


def drop_not_in_force(
    diagnostics: Iterable[Diagnostic], round_id: str, trying: Code | None = None
) -> Iterator[Diagnostic]:
    """Yield the diagnostics whose rule is valid in a round, each with that round, by which it weighs.

    A rule that is being tried is valid in every round.
    """
    for each in diagnostics:
        if each.code is trying or RULES[each.code].is_valid_in(round_id):
            yield replace(each, round=round_id)
