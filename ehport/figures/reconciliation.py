"""What projects report for each national solution beside what the office estimates, in the last year estimated."""

from __future__ import annotations

from collections.abc import Sequence

from ehport.analysis.printed import Printed, sentence
from ehport.analysis.reconciliation import Reconciled
from ehport.analysis.summary import Summary
from ehport.figures.bars import BarAmount, BarGroup, draw_groups
from ehport.figures.drawing import IN_TABLE, SUM, Words, columns, complete, mill
from ehport.figures.figure import DataTable, Edition, Figure, FigureValues
from ehport.lang import numbers
from ehport.lang.language import Lang, Text

NAME = "reconciliation"

_SUBTITLE = Text(
    "Økt årlig driftskostnad i {year}, regnet fra og med {first}, mill. kr. Mørk stolpe er anslaget i registeret, lys "
    "er det prosjektene melder.",
    "Increase in yearly operating cost in {year}, counted from {first} on, NOK million. The dark bar is the register's "
    "estimate, the light one what projects report.",
)
_ALT = Text(
    "Stolper: anslått og meldt driftskostnad for hver nasjonal løsning. {finding}. " + IN_TABLE.nb,
    "Bars: estimated and reported operating cost of each national solution. {finding}. " + IN_TABLE.en,
)
_PART = Text(
    "Prosjektene melder {reported} av de {estimated} mill. kr som er anslått i {year}",
    "The projects report NOK {reported} of the {estimated} million that are estimated for {year}",
)
_MORE = Text(
    "Prosjektene melder {reported} mill. kr i {year}, mot {estimated} anslått",
    "The projects report NOK {reported} million for {year}, against {estimated} estimated",
)
_NONE_ESTIMATED = Text("ikke anslått", "not estimated")
_NONE_REPORTED = Text("ikke meldt", "not reported")
_BAR = Text("meldt", "reported")
_HEADS = (
    Text("Nasjonal løsning", "National solution"),
    Text("Anslått, mill. kr", "Estimated, NOK million"),
    Text("Meldt, mill. kr", "Reported, NOK million"),
    Text("Differanse, mill. kr", "Difference, NOK million"),
)


def reconciliation(found: Summary, edition: Edition) -> Figure | None:
    """Return the figure; ``None`` unless something is both estimated and reported."""
    lang, made = edition.lang, found.national.reconciliation
    whole = made.sums[-1] if made.sums else None
    if whole is None or whole.amount is None or whole.estimated is None:
        return None
    lines = [each for each in made.lines if each.year == whole.year and each.difference is not None]
    headline = _finding(whole, lines, lang)
    subtitle = _SUBTITLE[lang].format(year=whole.year, first=made.years[0])
    groups = [_group(each, lang) for each in lines]
    return complete(
        NAME,
        lambda canvas: draw_groups(canvas, groups),
        words=Words(headline, subtitle, sentence(_ALT[lang], finding=headline)),
        data=_table(lines, whole, lang=lang),
    )


def _finding(whole: Reconciled, lines: Sequence[Reconciled], lang: Lang) -> str:
    """Return both sums; what is reported is a part of what is estimated where it is so for every solution."""
    reported, estimated = whole.amount or 0, whole.estimated or 0
    is_part = all(0 <= (each.amount or 0) <= (each.estimated or 0) for each in lines)
    text = _PART if is_part and reported < estimated else _MORE
    return sentence(
        text[lang],
        reported=Printed(numbers.mnok(reported, lang), f"{whole.fact}.reported.total"),
        estimated=Printed(numbers.mnok(estimated, lang), f"{whole.fact}.estimated.total"),
        year=whole.year,
    )


def _group(each: Reconciled, lang: Lang) -> BarGroup:
    estimated = _amount(each.estimated, _NONE_ESTIMATED[lang], lang=lang, is_sum=True)
    reported = _amount(each.amount, _NONE_REPORTED[lang], lang=lang)
    return BarGroup(each.solution, estimated, ((_BAR[lang], reported),))


def _amount(value: int | None, lacking: str, *, lang: Lang, is_sum: bool = False) -> BarAmount:
    return BarAmount(value, lacking if value is None else mill(value, lang), is_sum)


def _table(lines: Sequence[Reconciled], whole: Reconciled, *, lang: Lang) -> DataTable:
    return DataTable(
        columns=columns([head[lang] for head in _HEADS]),
        rows=tuple((each.solution, *_money(each, lang)) for each in lines),
        total_row=(SUM[lang], *_money(whole, lang)),
        values=FigureValues(
            ("solution", "year", "estimated", "reported"),
            tuple((each.solution, each.year, each.estimated, each.amount) for each in lines),
        ),
    )


def _money(each: Reconciled, lang: Lang) -> tuple[str, ...]:
    return (
        mill(each.estimated, lang, f"{each.fact}.estimated.total"),
        mill(each.amount, lang, f"{each.fact}.reported.total"),
        mill(each.difference, lang, f"{each.fact}.difference.total"),
    )
