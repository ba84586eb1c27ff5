"""What earlier rounds had: counted from those with a folder, else as the register's history says it was published."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import ROUND_HALF_UP, Decimal

from ehport.analysis.fact import Fact, Unit, rule
from ehport.form.register import KeyFigure
from ehport.form.vocabulary import Answer, Rating
from ehport.lang import dates, numbers
from ehport.lang.language import Lang, Text
from ehport.model.member import Source
from ehport.model.memory import Memory, Remembered
from ehport.model.portfolio import Portfolio
from ehport.model.submission import Entry

_MONEY = "budget."
MISSING = "budget.missing.count"
_BUDGET_THEN = Text(
    "Budsjettet for {year} i runden {month}; en justering går foran",
    "The budget for {year} in the round of {month}; an adjustment replaces it",
)


def budget_in(project: str, memory: Memory) -> str:
    """Return the name of the fact about what a project's budget was in an earlier round."""
    return f"project.{project}.budget.{memory.round_id}"


def memory_facts(portfolio: Portfolio) -> Iterator[Fact]:
    """Yield what the budget of each project was in each earlier round that has a folder."""
    for memory in portfolio.memories:
        month = Text(*(dates.month(memory.month, lang) for lang in Lang))
        words = rule(_BUDGET_THEN, year=str(memory.budget_year), month=month)
        for each in memory.projects:
            if each.budget is not None and portfolio.member(each.id):
                name = budget_in(each.id, memory)
                yield Fact(name, each.budget, Unit.TKR, words, each.sources.get("budget", ()))


def listed_figures(portfolio: Portfolio) -> dict[tuple[str, str], Entry[KeyFigure]]:
    """Return the figures of the register's history by round and name."""
    listed: tuple[Entry[KeyFigure], ...] = portfolio.register.rows.get("key_figures", ())
    return {
        (each.record.round or "", each.record.name): each
        for each in listed
        if each.record.name and each.record.value is not None
    }


def previous_figures(portfolio: Portfolio) -> dict[str, Entry[KeyFigure]]:
    """Return what the register's history has of the previous round, by name."""
    found = listed_figures(portfolio)
    return {name: entry for (round_id, name), entry in found.items() if round_id == portfolio.round.previous}


def listed_value(record: KeyFigure) -> int:
    """Return a whole figure of the history, money in thousand kroner; the register has it in million."""
    thousands = 1000 if (record.name or "").startswith(_MONEY) else 1
    return int((Decimal(record.value or 0) * thousands).quantize(Decimal(1), ROUND_HALF_UP))


def previous_value(portfolio: Portfolio, name: str) -> int | None:
    """Return a figure of the previous round, ``None`` where nobody knows it; money is thousand kroner."""
    memory = next((each for each in portfolio.memories if each.round_id == portfolio.round.previous), None)
    if memory is not None:
        return figures_of(memory)[name]
    found = previous_figures(portfolio).get(name)
    return None if found is None else listed_value(found.record)


def is_counted_alike(portfolio: Portfolio, name: str) -> bool:
    """Tell whether a figure of the previous round is computed as this round's is: the history may say it is not."""
    if any(each.round_id == portfolio.round.previous for each in portfolio.memories):
        return True
    found = previous_figures(portfolio).get(name)
    return found is None or found.record.comparable is not Answer.NO


def figures_of(memory: Memory) -> dict[str, int | None]:
    """Return the figures of a round that trends follow, by the names of their facts, counted as this round's are."""
    active = [each for each in memory.projects if each.is_active]
    money = [each.budget for each in active if each.budget is not None]
    return {
        **_ratings("status", [each.status for each in active]),
        **_ratings("risk", [each.risk for each in active]),
        "projects.count": sum(each.is_counted for each in memory.projects),
        "budget.total": sum(money) if money else None,
        MISSING: len(active) - len(money),
    }


def figure_cells(memory: Memory, name: str) -> tuple[Source, ...]:
    """Return the cells that a figure of a round was counted from."""
    if name == "projects.count":
        return _cells((each for each in memory.projects if each.is_counted), "state")
    active = [each for each in memory.projects if each.is_active]
    if name == MISSING:
        return _cells((each for each in active if each.budget is None), "state")
    field, part, measure = name.split(".") if name.count(".") == 2 else (name.partition(".")[0], "", "")
    if measure == "count" and part in {each.value for each in Rating}:
        active = [each for each in active if getattr(each, field).value == part]
    return _cells(active, field)


def _cells(projects: Iterable[Remembered], name: str) -> tuple[Source, ...]:
    return tuple(cell for each in projects for cell in each.sources.get(name, ()))


def _ratings(field: str, given: list[Rating | None]) -> dict[str, int | None]:
    counts = tuple(given.count(rating) for rating in Rating)
    shares = numbers.shares(counts) if sum(counts) else (None,) * len(counts)
    named = {f"{field}.{rating.value}.share": share for rating, share in zip(Rating, shares, strict=True)}
    named |= {f"{field}.{rating.value}.count": count for rating, count in zip(Rating, counts, strict=True)}
    return {**named, f"{field}.rated.count": sum(counts)}
