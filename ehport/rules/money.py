"""Rules about money: sums, total cost, sizes, foundation cost and the budget of the round's year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from ehport.diagnostics.code import Code
from ehport.diagnostics.diagnostic import Diagnostic
from ehport.form.field import fields_of
from ehport.form.project import FinancingTotal
from ehport.form.reading import Flag
from ehport.lang import numbers
from ehport.lang.language import Lang, Text
from ehport.rules.subject import Subject

PERIODS = tuple(each.name for each in fields_of(FinancingTotal))
BUDGET_YEAR = "budget_year"
MONEY = frozenset({"financing", "financing_total"})
JUMP = 300
_BEFORE, _AFTER = ("earlier", "previous_year"), ("next_year", "later")
_SLACK = 0.01  # a total cost is often given with two digits less than its parts
_FAULTS = frozenset({Flag.UNREADABLE, Flag.LOOKS_LIKE_KRONER, Flag.RANGE, Flag.ALTERNATIVES, Flag.PLACEHOLDER})
_DECIMALS = re.compile(r"\d[,.](\d{1,2})(?!\d)")


@dataclass(frozen=True, slots=True)
class Period:
    """The money of one period: the sum of the sources, the total as stated, and whether cells are unreadable."""

    sources: int | None
    stated: int | None
    sources_doubtful: bool = False
    stated_doubtful: bool = False

    @property
    def amount(self) -> int | None:
        """The money that the report uses: the sources, else the total as stated."""
        return self.stated if self.sources is None or self.sources_doubtful else self.sources

    @property
    def is_doubtful(self) -> bool:
        """Tell whether a cell of the period cannot be read."""
        return self.sources_doubtful or self.stated_doubtful


def period(about: Subject, name: str) -> Period:
    """Return the money of one period of a project."""
    listed, totals = about.rows("financing"), about.rows("financing_total")
    given = [amount for row in listed if (amount := getattr(row.record, name)) is not None]
    return Period(
        sum(given) if given else None,
        getattr(totals[0].record, name) if totals else None,
        any(_has_fault(row.cells[name].flags) for row in listed if name in row.cells),
        any(_has_fault(row.cells[name].flags) for row in totals if name in row.cells),
    )


def sources_make_up_the_total(about: Subject) -> Iterator[Diagnostic]:
    """The total as stated is the sum of its sources, but for rounding."""
    for name in PERIODS:
        found, field = period(about, name), f"financing_total.{name}"
        if found.sources is None or found.stated is None or found.is_doubtful:
            continue
        row = about.rows("financing_total")[0]
        if abs(found.sources - found.stated) > _rounding(row.text(name)):
            facts = {"sum": million(found.sources), "stated": million(found.stated)}
            yield about.tell(Code.SUM_DIFFERS, field, row, counted=name == BUDGET_YEAR, **facts)


def financing_covers_the_total_cost(about: Subject) -> Iterator[Diagnostic]:
    """The financing of all periods together is the total cost."""
    cost = about.project.total_cost
    periods = [period(about, name) for name in PERIODS]
    amounts = [each.amount for each in periods if each.amount is not None]
    if cost is None or not amounts or any(each.is_doubtful for each in periods):
        return
    allowed = max(_rounding(about.typed("total_cost")), int(cost * _SLACK))
    if abs(sum(amounts) - cost) > allowed:
        yield about.tell(Code.COST_DIFFERS, "total_cost", cost=million(cost), sum=million(sum(amounts)))


def amounts_have_one_size(about: Subject) -> Iterator[Diagnostic]:
    """A source does not pay hundreds of times as much in one period as in the one before."""
    for row in about.rows("financing"):
        given = [(name, amount) for name in PERIODS if (amount := getattr(row.record, name))]
        for before, after in pairwise(given):
            (small, less), (large, more) = sorted((before, after), key=lambda each: abs(each[1]))
            if abs(more) >= JUMP * abs(less):
                field, other = f"financing.{large}", about.label(f"financing.{small}")
                facts = {"times": JUMP, "other": other, "amount": million(less)}
                yield about.tell(Code.UNIT_JUMP, field, row, **facts)
                break


def total_cost_has_the_size_of_the_financing(about: Subject) -> Iterator[Diagnostic]:
    """The total cost is not hundreds of times the largest amount of financing."""
    cost = about.project.total_cost
    amounts = [amount for name in PERIODS if (amount := period(about, name).amount)]
    if cost and amounts and cost >= JUMP * max(amounts) > 0:
        other = about.label("financing")
        yield about.tell(Code.UNIT_JUMP, "total_cost", times=JUMP, other=other, amount=million(max(amounts)))


def there_is_a_budget(about: Subject) -> Iterator[Diagnostic]:
    """A project says what it spends in the budget year; one that has only later money starts later."""
    found = {name: period(about, name) for name in PERIODS}
    year = found[BUDGET_YEAR]
    if year.amount is not None or year.is_doubtful:
        return
    starts_later = not any(found[name].amount for name in _BEFORE) and any(found[name].amount for name in _AFTER)
    if not starts_later:
        yield tell_of_budget(Code.NO_BUDGET, about, counted=True)


def tell_of_budget(code: Code, about: Subject, **facts: object) -> Diagnostic:
    """Return a diagnostic about the budget of the year, at the total as stated, else at the first source."""
    row = next(iter((*about.rows("financing_total"), *about.rows("financing"))), None)
    return about.tell(code, f"financing_total.{BUDGET_YEAR}", row, year=about.calendar.budget_year, **facts)


def foundation_cost_belongs_to_area_5(about: Subject) -> Iterator[Diagnostic]:
    """Who pays for the common foundations is relevant to their strategic area."""
    if not about.calendar.foundations:
        return
    relevant = any(
        row.record.level and (row.record.area or "").startswith(about.calendar.foundations)
        for row in about.rows("relevance")
    )
    if (about.project.foundation_cost or 0) > 0 and not relevant:
        yield about.tell(Code.FOUNDATION_WITHOUT_AREA, "foundation_cost")


def million(amount: int) -> Text:
    """Return thousand kroner as million kroner in both languages."""
    return Text(numbers.mnok(amount, Lang.NB), numbers.mnok(amount, Lang.EN))


def _has_fault(flags: tuple[Flag, ...]) -> bool:
    return bool(_FAULTS & set(flags))


def _rounding(typed: str) -> int:
    """Return by how many thousand kroner a sum may miss a figure that was typed with few decimals."""
    decimals = max((len(found) for found in _DECIMALS.findall(typed)), default=0)
    return 500 // int(10**decimals)
