"""Money of each cost group and of the organisations in it."""

from __future__ import annotations

from ehport.analysis.basis import Listed
from ehport.analysis.organisations import GroupBudget
from ehport.analysis.printed import sentence
from ehport.analysis.summary import Summary
from ehport.figures.bars import BarAmount, BarGroup, draw_groups
from ehport.figures.drawing import (
    BUDGET,
    IN_TABLE,
    OF_GIVEN,
    PROJECTS,
    SUM,
    Words,
    columns,
    complete,
    count,
    counted,
    money,
    percent,
    without_money,
)
from ehport.figures.figure import Cell, DataTable, Edition, Figure, FigureValues, Value
from ehport.lang.counting import Noun
from ehport.lang.language import Lang, Text

NAME = "cost-groups"

_SUBTITLE = Text(
    "Budsjett i {year}, mill. kr, etter kostnadsgruppe og virksomhet. Mørk stolpe er gruppens sum.",
    "Budget in {year}, NOK million, by cost group and organisation. The dark bar is the total of the group.",
)
_ALT = Text(
    "Stolper: budsjett i {year} for {count} og virksomhetene {within}. {finding}. " + IN_TABLE.nb,
    "Bars: budget in {year} for {count} and {within} organisations. {finding}. " + IN_TABLE.en,
)
_WITHIN = (Text("i den", "its"), Text("i dem", "their"))
_LARGEST = Text("{name} står for {share} prosent av {budget}", "{name} has {share} per cent of {budget}")
_ALONE = Text("Hele {budget} ligger i kostnadsgruppen {name}", "All of {budget} is in the cost group {name}")
_SPREAD = Text("Budsjettet er fordelt på {groups}", "The budget is divided over {groups}")
_GROUPS = Noun(
    Text("kostnadsgruppe", "cost group"),
    Text("kostnadsgrupper", "cost groups"),
    Text("den ene kostnadsgruppen", "the only cost group"),
    Text("begge kostnadsgruppene", "both cost groups"),
)
_HEADS = (
    Text("Kostnadsgruppe", "Cost group"),
    Text("Virksomhet", "Organisation"),
    PROJECTS,
    BUDGET,
)
_ALL = Text("Hele gruppen", "The whole group")


def cost_groups(found: Summary, edition: Edition) -> Figure | None:
    """Return the figure; ``None`` when no group has a project."""
    lang = edition.lang
    groups = tuple(group for group in found.groups if group.organisations)
    if not groups:
        return None
    headline = _finding(found, groups, lang=lang)
    number = counted(len(groups), lang, "groups.count", _GROUPS)
    within = _WITHIN[len(groups) > 1][lang]
    bars = [_bars(group, lang) for group in groups]
    return complete(
        NAME,
        lambda canvas: draw_groups(canvas, bars),
        words=Words(
            headline,
            _SUBTITLE[lang].format(year=found.budget_year),
            sentence(_ALT[lang], year=found.budget_year, count=number, within=within, finding=headline),
        ),
        data=_table(found, groups, lang=lang),
    )


def _bars(group: GroupBudget, lang: Lang) -> BarGroup:
    members = tuple((each.short_name, BarAmount.of(each.budget, lang)) for each in group.organisations)
    return BarGroup(group.name, BarAmount.of(group.budget, lang, is_sum=True), members)


def _finding(found: Summary, groups: tuple[GroupBudget, ...], *, lang: Lang) -> str:
    if all(group.budget.amount is None for group in groups):
        return without_money(found.projects, "projects.count", lang)
    amounts = [group.budget.amount or 0 for group in groups]
    most = max(amounts)
    if most <= 0 or amounts.count(most) > 1 or min(amounts) < 0:
        return sentence(_SPREAD[lang], groups=counted(len(groups), lang, "groups.count", _GROUPS))
    largest = groups[amounts.index(most)]
    text = _ALONE if most == sum(amounts) else _LARGEST
    share = percent(largest.share, f"{largest.fact}.share")
    return sentence(text[lang], name=largest.name, share=share, budget=OF_GIVEN[bool(found.budget.missing)][lang])


def _projects(group: GroupBudget) -> tuple[Listed, ...]:
    return tuple(project for each in group.organisations for project in each.projects)


def _table(found: Summary, groups: tuple[GroupBudget, ...], *, lang: Lang) -> DataTable:
    rows: list[tuple[Cell, ...]] = []
    values: list[tuple[Value, ...]] = []
    heading_rows: list[int] = []
    for group in groups:
        heading_rows.append(len(rows))
        whole = money(group.budget, _projects(group), lang, f"{group.fact}.budget")
        rows.append((group.name, _ALL[lang], count(group.count, lang, f"{group.fact}.count"), whole))
        for each in group.organisations:
            own = money(each.budget, each.projects, lang, f"{each.fact}.budget")
            rows.append(("", each.short_name, count(len(each.projects), lang, f"{each.fact}.count"), own))
            values.append((group.name, each.name, len(each.projects), each.budget.amount))
    total = money(found.budget, found.projects, lang, "budget.total")
    labels = [label[lang].format(year=found.budget_year) for label in _HEADS]
    return DataTable(
        columns=columns(labels, words=2),
        rows=tuple(rows),
        heading_rows=frozenset(heading_rows),
        total_row=(SUM[lang], "", count(len(found.projects), lang, "projects.count"), total),
        values=FigureValues(("group", "organisation", "projects", "budget"), tuple(values)),
    )
