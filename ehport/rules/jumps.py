"""Rules about amounts that are of another size than in the last round."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ehport.diagnostics.code import Code
from ehport.diagnostics.diagnostic import Diagnostic
from ehport.form.field import answers, fields_of
from ehport.form.kinds import Amount
from ehport.form.project import Project
from ehport.lang.language import Text
from ehport.model.periods import same_years
from ehport.model.submission import Entry
from ehport.rules.former import Followed, Former
from ehport.rules.money import BUDGET_YEAR, JUMP, million, tell_of_budget
from ehport.rules.subject import of_row

# A budget moves by some tenths in most rounds. One that moves by half is another plan, or another unit; and below five
# million kroner half is soon reached by a single post, and does not show in any total that the boards decide by.
BUDGET_SHARE, BUDGET_LEAST = 0.5, 5_000
_TOTALS = tuple(each.name for each in answers(fields_of(Project)) if isinstance(each.kind, Amount))
_MORE = Text("over {times} ganger så mye som", "over {times} times as much as")
_LESS = Text("under en {times}-del av det det var", "less than one {times}th of what it was")


@dataclass(frozen=True, slots=True)
class _Amount:
    """One amount in both rounds: the field it stands in now, its row if any, and what was typed in the last round."""

    name: str
    before: int | None
    now: int | None
    was: str
    row: Entry[Any] | None = None

    @property
    def has_jumped(self) -> bool:
        """Tell whether the amounts are hundreds of times apart, as kroner and thousands of kroner are."""
        sizes = sorted((abs(self.before or 0), abs(self.now or 0)))
        return sizes[0] > 0 and sizes[1] >= JUMP * sizes[0]


def amounts_keep_their_size(each: Former) -> Iterator[Diagnostic]:
    """An amount is not hundreds of times as large or as small as it was in the last round."""
    for amount in _amounts(each):
        if amount.has_jumped:
            size = (_MORE if abs(amount.now or 0) > abs(amount.before or 0) else _LESS).format(times=JUMP)
            facts = {"size": size, "was": amount.was, "then": each.last.then}
            yield each.about.tell(Code.AMOUNT_JUMP, amount.name, amount.row, of=of_row(amount.row), **facts)


def the_budget_keeps_its_size(each: Followed) -> Iterator[Diagnostic]:
    """The budget of the year is about what the last round said of that year."""
    same = same_years(each.last.years_behind).get(BUDGET_YEAR)
    before = (each.pair.amount_before(same) if each.pair else each.was.amount(same)).value if same else None
    now = each.member.amount(BUDGET_YEAR).value
    if before is None or now is None or not (each.member.is_active and each.was.is_active):
        return
    moved = abs(now - before)
    if moved < max(BUDGET_LEAST, abs(before) * BUDGET_SHARE) or _Amount("", before, now, "").has_jumped:
        return
    facts = {"now": million(now), "was": million(before), "then": each.last.then}
    yield tell_of_budget(Code.BUDGET_JUMP, each.about, **facts)


def _amounts(each: Former) -> Iterator[_Amount]:
    for name in _TOTALS:
        before, now = (getattr(entry.record, name) for entry in (each.before, each.now))
        yield _Amount(name, before, now, each.typed(name))
    for listed, columns in _columns(each).items():
        for pair in each.pairs(listed):
            for name, former in columns.items():
                before, now = getattr(pair.before.record, former), getattr(pair.now.record, name)
                yield _Amount(f"{listed}.{name}", before, now, pair.before.text(former), pair.now)


def _columns(each: Former) -> dict[str, dict[str, str]]:
    """Return the columns of amounts in each list, with what they were called in the last round."""
    years = same_years(each.last.years_behind)
    return {"financing": years, "financing_total": years, "solutions": {"operating_cost": "operating_cost"}}
