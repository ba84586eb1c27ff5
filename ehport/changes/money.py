"""Changes of a project's financing: what the report uses for a year, else what moved between its sources."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ehport.changes.answers import differ, difference
from ehport.changes.change import Change, ChangeKind, Event, Side
from ehport.changes.rows import ListPair, Row, find_renamed
from ehport.form.field import Field, field_of
from ehport.form.kinds import Amount
from ehport.form.project import Financing
from ehport.lang.language import Lang
from ehport.model.member import Member
from ehport.model.pairing import Pair
from ehport.model.periods import period_label, same_years
from ehport.model.portfolio import PERIODS

_STATED = "financing_total"


@dataclass(frozen=True, slots=True)
class BudgetYears:
    """The budget years of the two rounds."""

    before: int
    now: int

    def same(self) -> dict[str, str]:
        """Return, by the periods of now, the period that the same years had before."""
        return same_years(self.now - self.before)


def money_changes(pair: Pair, asked: Sequence[Field], budget: BudgetYears) -> Iterator[Change]:
    """Yield the changes of a project's financing, year by year; each with one cause is told once.

    When the amount that the report uses for a year has changed, the amounts behind it are not told as well.
    """
    unchanged = {}
    for period, earlier in budget.same().items():
        before, now = _before(pair, earlier), _side(pair.now, period)
        if before.value != now.value:
            yield Change(
                project=pair.now.id,
                name=pair.now.name,
                kind=ChangeKind.MONEY,
                event=Event.CHANGED,
                field=period,
                label=period_label(period, budget.now),
                before=before,
                now=now,
                difference=difference(before, now),
            )
        elif not (before.adjusted or now.adjusted):
            unchanged[period] = earlier
    for each in asked if not pair.parts else ():  # the rows of several projects are not those of one
        if each.name == "financing":
            yield from _sources(ListPair(pair, each), budget)
        if each.name in ("financing", _STATED):
            yield from _behind(ListPair(pair, each), unchanged, budget)


def _sources(listing: ListPair, budget: BudgetYears) -> Iterator[Change]:
    """Yield the sources that came, went, or have another name."""
    pair, rows = listing.pair, listing.paired()
    for row in rows.added:
        yield listing.change(ChangeKind.MONEY, Event.ADDED, row, now=_whole(pair.now, row, budget.now))
    for row in rows.gone:
        yield listing.change(ChangeKind.MONEY, Event.REMOVED, row, before=_whole(pair.before, row, budget.before))
    for same in rows.pairs:
        yield from find_renamed(listing, same, kind=ChangeKind.MONEY)


def _behind(listing: ListPair, periods: Mapping[str, str], budget: BudgetYears) -> Iterator[Change]:
    """Yield the amounts that moved, for the periods whose sum is the same."""
    pair = listing.pair
    for same in listing.paired().pairs:
        for period, earlier in periods.items():
            before = listing.side(pair.before, same.before, field_of(Financing, earlier))
            now = listing.side(pair.now, same.now, field_of(Financing, period))
            if differ(before, now):
                yield listing.change(
                    ChangeKind.MONEY,
                    Event.CHANGED,
                    same.now,
                    field=f"{listing.field.name}.{period}",
                    label=period_label(period, budget.now),
                    row="" if listing.field.rows.single else listing.name(same.now),
                    before=before,
                    now=now,
                    difference=difference(before, now),
                )


def _before(pair: Pair, period: str) -> Side:
    """Return an amount of the earlier round, with those of the projects that it took over."""
    known = pair.amount_before(period)
    typed = " + ".join(filter(None, (_typed(each, period) for each in (pair.before, *pair.parts))))
    return Side(typed, known.value, known.sources, known.adjusted, Amount())


def _side(member: Member, period: str) -> Side:
    known = member.amount(period)
    return Side(_typed(member, period), known.value, known.sources, known.adjusted, Amount())


def _typed(member: Member, period: str) -> str:
    """Return the amounts of the sources as typed, else the total as stated."""
    rows = member.entry.rows if member.entry else {}
    of_sources, stated = (
        [text for row in rows.get(listed, ()) if (text := row.text(period))] for listed in ("financing", _STATED)
    )
    return " + ".join(of_sources or stated)


def _whole(member: Member, row: Row, budget_year: int) -> Side:
    """Return a source that came or went, with all its amounts by year."""
    given = [(field_of(Financing, each).heading(Lang.NB, budget_year), row.text(each)) for each in PERIODS]
    return Side(", ".join(f"{year}: {text}" for year, text in given if text), sources=member.submitted(row, "source"))
