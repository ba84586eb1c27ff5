"""Rules about amounts in another unit than million kroner, seen from everything that they can be compared with.

A whole project in thousands of kroner agrees with itself. What it said last round, its actor's other projects and the
rest of the portfolio show that it is a thousand times too large, before it is added to anything.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from math import log10
from statistics import median

from ehport.diagnostics.code import Code
from ehport.diagnostics.diagnostic import Diagnostic
from ehport.form.project import Project
from ehport.lang.language import Text
from ehport.model.member import Member
from ehport.model.periods import same_years
from ehport.model.portfolio import PERIODS, Portfolio
from ehport.model.submission import Submission
from ehport.rules.money import BUDGET_YEAR, million, period
from ehport.rules.subject import Calendar, Subject, calendar

OUT_OF_LINE = 100  # times: kroner, thousands and millions are at least so far apart, also where plans have moved
_NEXT_LARGEST = 3  # times: a portfolio with projects of all sizes has another one near the largest
_FEWEST_OF_ACTOR, _FEWEST = 2, 5
_NEXT_YEAR, _TOTAL_COST = "next_year", "total_cost"
_UNITS = (10**6, 10**3, 10**-3)  # how much too large an amount is in kroner, in thousands and in milliards

_LAST_ROUND = Text("det samme {then}", "the same {then}")
_THEN = Text("i runde {round}", "in round {round}")
_OWN = Text("det meste prosjektet ellers oppgir", "the most that the project gives elsewhere")
_OF_ACTOR = Text("det midterste av aktørens andre prosjekter", "the median of the actor's other projects")
_OF_OTHERS = Text("det midterste av de andre aktørenes prosjekter", "the median of the other actors' projects")


@dataclass(frozen=True, slots=True)
class _Measure:
    """What an amount is compared with, and how much that is; ``is_certain`` unless projects may differ so much."""

    what: Text
    amount: int
    is_certain: bool = True


def amounts_are_in_millions(portfolio: Portfolio) -> Iterator[Diagnostic]:
    """No amount is a hundred times out of line with what is known of its project, its actor and the portfolio."""
    compared = {name: _Compared(portfolio, name) for name in (BUDGET_YEAR, _NEXT_YEAR, _TOTAL_COST)}
    for member in portfolio.active:
        if member.entry is None or member.submission is None or member.is_late:
            continue
        about = Subject(member.submission, member.entry, calendar(member.submission, portfolio.round), member.id)
        for name, others in compared.items():
            amount, measure = _amount(member, name), others.measure(member)
            if amount and measure and name not in member.adjustments:
                is_counted = measure.is_certain and name != _TOTAL_COST and others.is_moved_by(amount, measure)
                yield _tell(about, name, (amount, measure), is_counted=is_counted)
                break


def amounts_are_like_those_of_the_actor(submission: Submission, when: Calendar) -> Iterator[Diagnostic]:
    """No project of a workbook by itself is a hundred times as large as the others."""
    subjects = [Subject(submission, entry, when) for entry in submission.projects]
    amounts = [period(about, BUDGET_YEAR).amount for about in subjects]
    for place, (about, amount) in enumerate(zip(subjects, amounts, strict=True)):
        others = [each for each in (*amounts[:place], *amounts[place + 1 :]) if each]
        if amount and (usual := _usual(amount, others, fewest=_FEWEST_OF_ACTOR)):
            yield _tell(about, BUDGET_YEAR, (amount, _Measure(_OF_ACTOR, usual)), is_counted=False)


class _Compared:
    """One amount of all projects that count, this round and the last."""

    def __init__(self, portfolio: Portfolio, name: str) -> None:
        """Gather the amounts."""
        self._portfolio, self._name = portfolio, name
        self._amounts = {each.id: amount for each in portfolio.active if (amount := _amount(each, name))}
        self._actors = {each.id: each.submission for each in portfolio.active}

    def measure(self, member: Member) -> _Measure | None:
        """Return what an amount is out of line with, the nearest first; ``None`` when it is in line."""
        amount = self._amounts.get(member.id)
        ways: tuple[Callable[[Member, int], _Measure | None], ...] = (
            self._last_round,
            self._own,
            self._of_others,
            self._of_actor,
        )
        return next((found for way in ways if (found := way(member, amount))), None) if amount else None

    def is_moved_by(self, amount: int, measure: _Measure) -> bool:
        """Tell whether the total would be moved by more than its limit if the unit is wrong."""
        meant = _meant(amount, measure.amount)
        rest = sum(map(abs, self._amounts.values())) - abs(amount)
        return abs(amount - meant) * 100 > (rest + abs(meant)) * self._portfolio.round.limits.share_of_total

    def _last_round(self, member: Member, amount: int) -> _Measure | None:
        previous = self._portfolio.previous
        was = previous.member(member.id) if previous else None
        if previous is None or was is None:
            return None
        behind = self._portfolio.round.budget_year - previous.round.budget_year
        name = same_years(behind).get(self._name) if self._name in PERIODS else self._name
        before = _amount(was, name) if name else None
        if not before or not _is_far(amount, before):
            return None
        return _Measure(_LAST_ROUND.format(then=_THEN.format(round=previous.round.id)), before)

    def _own(self, member: Member, amount: int) -> _Measure | None:
        periods = (abs(each) for name in PERIODS if name != self._name and (each := _amount(member, name)))
        cost = _amount(member, _TOTAL_COST) if self._name != _TOTAL_COST else None
        most = abs(cost) if cost else max(periods, default=0)
        return _Measure(_OWN, most) if most and abs(amount) >= OUT_OF_LINE * most else None

    def _of_others(self, member: Member, amount: int) -> _Measure | None:
        own = self._actors[member.id]
        others = [each for id_, each in self._amounts.items() if self._actors[id_] is not own]
        usual = _usual(amount, others, fewest=_FEWEST)
        return _Measure(_OF_OTHERS, usual) if usual else None

    def _of_actor(self, member: Member, amount: int) -> _Measure | None:
        own = self._actors[member.id]
        amounts = {id_: each for id_, each in self._amounts.items() if id_ != member.id}
        usual = _usual(
            amount, [each for id_, each in amounts.items() if self._actors[id_] is own], fewest=_FEWEST_OF_ACTOR
        )
        largest = max(map(abs, amounts.values()), default=0)
        return _Measure(_OF_ACTOR, usual, is_certain=abs(amount) >= _NEXT_LARGEST * largest) if usual else None


def _amount(member: Member, name: str) -> int | None:
    if name in PERIODS:
        return member.amount(name).value
    record: Project | None = member.entry.record if member.entry else None
    return record.total_cost if record else None


def _usual(amount: int, others: Sequence[int], *, fewest: int) -> int | None:
    """Return the median of other amounts where one is far above it, and far above the largest of them."""
    sizes = [abs(each) for each in others]
    if len(sizes) < fewest or abs(amount) < _NEXT_LARGEST * max(sizes):
        return None
    usual = round(median(sizes))
    return usual if usual and abs(amount) >= OUT_OF_LINE * usual else None


def _is_far(one: int, other: int) -> bool:
    small, large = sorted((abs(one), abs(other)))
    return large >= OUT_OF_LINE * small > 0


def _meant(amount: int, usual: int) -> int:
    """Return an amount in the unit that brings it nearest to what is usual."""
    too_large = log10(abs(amount) / abs(usual))
    return round(amount / min(_UNITS, key=lambda unit: abs(log10(unit) - too_large)))


def _tell(about: Subject, name: str, found: tuple[int, _Measure], *, is_counted: bool) -> Diagnostic:
    amount, measure = found
    times = round(max(abs(amount), abs(measure.amount)) / max(1, min(abs(amount), abs(measure.amount))))
    facts = {
        "amount": million(amount),
        "size": (_MORE if abs(amount) > abs(measure.amount) else _LESS).format(times=times),
        "other": measure.what,
        "usual": million(measure.amount),
        "meant": million(_meant(amount, measure.amount)),
        "counted": is_counted,
    }
    if name == _TOTAL_COST:
        return about.tell(Code.UNIT_IN_DOUBT, name, **facts)
    row = next(iter((*about.rows("financing_total"), *about.rows("financing"))), None)
    return about.tell(Code.UNIT_IN_DOUBT, f"financing_total.{name}", row, **facts)


_MORE = Text("{times} ganger så mye som", "{times} times as much as")
_LESS = Text("en {times}-del av", "one {times}th of")
