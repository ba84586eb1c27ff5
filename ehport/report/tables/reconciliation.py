"""The tables of the reconciliation: what projects report for the national solutions beside the register's estimates."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ehport.analysis.reconciliation import Outside, Reconciled, Reconciliation, ReportedUse
from ehport.analysis.summary import Summary
from ehport.form.project import SolutionCost
from ehport.lang.language import Text
from ehport.report.columns import NUMBER_WIDTH, field_column, money_column
from ehport.report.table import Content, Row, RowKind, TableCell, TableColumn
from ehport.report.typesetter import Typesetter
from ehport.report.wording import Word

_REPORTED = Text("Meldt, mill. kr", "Reported, NOK million")
_ESTIMATED = Text("Anslått, mill. kr", "Estimated, NOK million")
_DIFFERENCE = Text("Differanse, mill. kr", "Difference, NOK million")
_FROM = Text("Meldt av", "Reported by")
_LACKING = Text("I registeret, men ikke meldt", "In the register, but not reported")
_YEAR = Text("År", "Year")
_READ = Text("Beløp, mill. kr", "Amount, NOK million")
_OUTSIDE = {
    Outside.NO_AMOUNT: Text("uten beløp", "no amount"),
    Outside.NO_YEAR: Text("uten år", "no year"),
    Outside.BEFORE: Text("før {first}", "before {first}"),
    Outside.AFTER: Text("etter {last}", "after {last}"),
}


def reconciliation(summary: Summary, setter: Typesetter) -> Content:
    """Return what is reported and estimated for each solution and year, the difference, and who is lacking."""
    lang, found = setter.lang, summary.national.reconciliation
    money = (money_column(each[lang], 22) for each in (_REPORTED, _ESTIMATED, _DIFFERENCE))
    columns = (
        field_column(SolutionCost, "solution", lang, 28),
        TableColumn(_YEAR[lang], 12),
        *money,
        TableColumn(_FROM[lang], 32),
        TableColumn(_LACKING[lang], 32),
    )
    rows: list[Row] = []
    for each in found.lines:
        row = _line(each, setter)
        is_first = each.year == found.years[0]
        rows.append(row if is_first else Row((TableCell(), *row.cells[1:])))
    for place, each in enumerate(found.sums):
        name = TableCell(text=Word.TOTAL[lang]) if not place else TableCell()
        rows.append(Row((name, *_line(each, setter).cells[1:]), RowKind.SUM))
    return columns, tuple(rows)


def _line(each: Reconciled, setter: Typesetter) -> Row:
    return Row(
        (
            TableCell(text=each.solution),
            TableCell(text=str(each.year)),
            setter.money(each.amount, f"{each.fact}.reported.total"),
            setter.money(each.estimated, f"{each.fact}.estimated.total"),
            setter.money(each.difference, f"{each.fact}.difference.total"),
            setter.ids(each.reporting),
            setter.ids(one.id for one in each.lacking),
        )
    )


def solutions_reported(summary: Summary, setter: Typesetter) -> Content:
    """Return what each project reports of the national solutions, as typed and as read."""
    lang, found = setter.lang, summary.national.reconciliation
    columns = (
        TableColumn(Word.NUMBER[lang], NUMBER_WIDTH),
        TableColumn(Word.PROJECT[lang], 46),
        field_column(SolutionCost, "solution", lang, 26),
        field_column(SolutionCost, "operating_cost", lang, 26),
        field_column(SolutionCost, "from_year", lang, 14),
        field_column(SolutionCost, "consulted", lang, 22),
        money_column(_READ[lang], 22),
    )
    return columns, tuple(_uses(found, setter))


def _uses(found: Reconciliation, setter: Typesetter) -> Iterator[Row]:
    before = ""
    for use in found.uses:
        named = (setter.number(use.project), setter.name(use.project))
        answers = (_typed(use, name, setter) for name in ("operating_cost", "from_year", "consulted"))
        first = named if use.project.id != before else (TableCell(), TableCell())
        yield Row((*first, TableCell(text=use.solution), *answers, _amount(use, found, setter=setter)))
        before = use.project.id


def _typed(use: ReportedUse, name: str, setter: Typesetter) -> TableCell:
    text = use.texts[name]
    return TableCell(typed=(text,)) if text.strip() else setter.missing()


def _amount(use: ReportedUse, found: Reconciliation, *, setter: Typesetter) -> TableCell:
    """Return the amount, with why the reconciliation does not count it."""
    cell = setter.money(use.amount, use.fact)
    if use.outside is None or not found.years:
        return cell
    note = _OUTSIDE[use.outside].format(first=found.years[0], last=found.years[-1])[setter.lang]
    return replace(cell, note=note)
