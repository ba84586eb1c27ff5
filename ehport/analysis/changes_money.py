"""Changes of a project's financing: what the report uses for a year, else what moved between its sources."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ehport.analysis.changes import Change, ChangeKind, Event, Side
from ehport.analysis.changes_answers import differ, difference
from ehport.analysis.changes_rows import Listing, came_and_went, renamed
from ehport.form.field import Field, field_of, years
from ehport.form.kinds import Amount
from ehport.form.project import Financing, Section
from ehport.lang.language import Lang, Text
from ehport.model.member import Member
from ehport.model.pairing import Pair
from ehport.model.portfolio import PERIODS, Portfolio

_STATED = "financing_total"
_BOUNDED = PERIODS[1:-1]  # what is «earlier» and «later» covers other years when the budget year moves


def same_years(before: Portfolio, now: Portfolio) -> dict[str, str]:
    """Return, by the periods of now, the period that the same years had before."""
    by = now.round.budget_year - before.round.budget_year
    if by == 0:
        return {each: each for each in PERIODS}
    was = {each: PERIODS.index(each) + by for each in _BOUNDED}
    return {each: PERIODS[place] for each, place in was.items() if 0 < place < len(PERIODS) - 1}


def money_changes(pair: Pair, asked: Sequence[Field], *, periods: dict[str, str], budget_year: int) -> Iterator[Change]:
    """Yield the changes of a project's financing, year by year; each with one cause is told once.

    When the amount that the report uses for a year has changed, the amounts behind it are not told as well.
    """
    unchanged = []
    for period, earlier in periods.items():
        before, now = _side(pair.before, earlier), _side(pair.now, period)
        if before.value == now.value:
            if not (before.adjusted or now.adjusted):
                unchanged.append(period)
            continue
        yield Change(
            project=pair.now.id,
            name=pair.now.name,
            kind=ChangeKind.MONEY,
            event=Event.CHANGED,
            field=period,
            label=_label(period, budget_year),
            before=before,
            now=now,
            difference=difference(before, now),
        )
    for each in asked:
        if each.name in ("financing", _STATED):
            yield from _behind(Listing(pair, each), {each: periods[each] for each in unchanged}, budget_year)


def _behind(listing: Listing, periods: dict[str, str], budget_year: int) -> Iterator[Change]:
    """Yield the sources that came, went or have another name, and amounts that moved within unchanged sums."""
    pair, is_total = listing.pair, listing.field.rows.single
    rows = listing.paired()
    if not is_total:
        yield from came_and_went(listing, rows, kind=ChangeKind.MONEY)
    for same in rows.pairs:
        if not is_total:
            yield from renamed(listing, same, kind=ChangeKind.MONEY)
        for period, earlier in periods.items():
            before = listing.side(pair.before, same.before, field_of(Financing, earlier))
            now = listing.side(pair.now, same.now, field_of(Financing, period))
            if differ(before, now):
                yield listing.change(
                    ChangeKind.MONEY,
                    Event.CHANGED,
                    same.now,
                    field=f"{listing.field.name}.{period}",
                    label=_label(period, budget_year),
                    row="" if is_total else listing.name(same.now),
                    before=before,
                    now=now,
                    difference=difference(before, now),
                )


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


def _label(period: str, budget_year: int) -> Text:
    year = field_of(Financing, period).label
    heading = Section.FINANCING.value
    return Text(*(f"{heading[lang]} {year[lang].format(**years(budget_year)).lower()}" for lang in Lang))
