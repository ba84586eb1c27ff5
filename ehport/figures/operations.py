"""What the office expects of the operating cost of each national solution."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ehport.analysis.operations import estimates_fact
from ehport.analysis.printed import Printed, sentence
from ehport.analysis.summary import Summary
from ehport.figures.bars import BarAmount, BarGroup, draw_groups
from ehport.figures.drawing import IN_TABLE, SUM, Words, columns, complete, mill
from ehport.figures.figure import DataTable, Edition, Figure, FigureValues
from ehport.form.register import OperatingEstimate
from ehport.lang import numbers
from ehport.lang.counting import Noun, listed
from ehport.lang.language import Lang, Text
from ehport.model.total import Total

NAME = "operations"
Place = tuple[int, str]

_SUBTITLE = Text(
    "Anslått endring i drift og forvaltning i {years}, mill. kr, etter løsning og påvirkning."
    " Mørk stolpe er løsningens sum.",
    "Estimated change in operating cost in {years}, NOK million, by solution and effect."
    " The dark bar is the solution's total.",
)
_ALT = Text(
    "Stolper: anslått endring i drift og forvaltning for {count}. {finding}. " + IN_TABLE.nb,
    "Bars: estimated change in operating cost of {count}. {finding}. " + IN_TABLE.en,
)
_LARGEST = Text(
    "{name} får den største økningen i {year}: {amount} av {total} mill. kr",
    "{name} has the largest increase in {year}: NOK {amount} of {total} million",
)
_ONLY = Text(
    "{name} får hele økningen i {year}: {total} mill. kr",
    "{name} has the whole increase in {year}: NOK {total} million",
)
_CHANGE = Text(
    "Drift og forvaltning endres med {total} mill. kr i {year}",
    "Operating cost changes by NOK {total} million in {year}",
)
_SOLUTIONS = Noun(
    Text("e-helseløsning", "e-health solution"),
    Text("e-helseløsninger", "e-health solutions"),
    Text("den ene e-helseløsningen", "the only e-health solution"),
    Text("begge e-helseløsningene", "both e-health solutions"),
)
_ALL = Text("Hele løsningen", "The whole solution")
_HEADS = (
    Text("E-helseløsning", "E-health solution"),
    Text("Påvirkning", "Effect"),
    Text("År", "Year"),
    Text("Mill. kr", "NOK million"),
)


def operations(found: Summary, edition: Edition) -> Figure | None:
    """Return the figure; ``None`` when the register has no estimate with an amount."""
    lang = edition.lang
    named = {
        name: each for name, each in found.operations.named if each.amount is not None and each.year and each.solution
    }
    known = [*named.values()]
    if not known:
        return None
    sums = _sums(known)
    headline = _finding(sums, lang)
    solutions = len({solution for _, solution in sums})
    alt = sentence(_ALT[lang], count=f"{solutions} {_SOLUTIONS.word(solutions)[lang]}", finding=headline)
    years = listed([str(year) for year in sorted({year for year, _ in sums})], lang)
    groups = [_group(place, amount, known, lang=lang) for place, amount in sums.items()]
    return complete(
        NAME,
        lambda canvas: draw_groups(canvas, groups),
        words=Words(headline, _SUBTITLE[lang].format(years=years), alt),
        data=_table(named, sums, lang=lang),
    )


def _sums(known: Sequence[OperatingEstimate]) -> dict[Place, int]:
    """Return the sum of each solution by year, the largest first."""
    sums: dict[Place, int] = {}
    for each in known:
        place = (each.year or 0, each.solution or "")
        sums[place] = sums.get(place, 0) + (each.amount or 0)
    return dict(sorted(sums.items(), key=lambda item: (item[0][0], -item[1])))


def _group(place: Place, amount: int, known: Sequence[OperatingEstimate], *, lang: Lang) -> BarGroup:
    year, solution = place
    parts = [each for each in known if (each.year, each.solution) == place]
    members = tuple((each.effect or "", BarAmount.of(Total(each.amount, 1), lang)) for each in parts)
    name = solution if len({each.year for each in known}) == 1 else f"{solution} {year}"
    return BarGroup(name, BarAmount.of(Total(amount, len(parts)), lang, is_sum=True), members)


def _finding(sums: dict[Place, int], lang: Lang) -> str:
    year = min(year for year, _ in sums)
    amounts = {solution: amount for (each, solution), amount in sums.items() if each == year}
    total, most = sum(amounts.values()), max(amounts.values())
    largest = [solution for solution, amount in amounts.items() if amount == most]
    text = _LARGEST if most > 0 and min(amounts.values()) >= 0 and len(largest) == 1 else _CHANGE
    text = _ONLY if text is _LARGEST and total == most else text
    amount = Printed(numbers.mnok(most, lang), estimates_fact(year, largest[0]))
    whole = Printed(numbers.mnok(total, lang), estimates_fact(year))
    return sentence(text[lang], name=largest[0], year=year, amount=amount, total=whole)


def _table(named: Mapping[str, OperatingEstimate], sums: Mapping[Place, int], *, lang: Lang) -> DataTable:
    """Return what is drawn: each solution's sum over its parts."""
    known = named.values()
    years = {year for year, _ in sums}
    total = mill(sum(sums.values()), lang, estimates_fact(min(years)))
    rows: list[tuple[str, ...]] = []
    heading_rows: list[int] = []
    for (year, solution), amount in sums.items():
        heading_rows.append(len(rows))
        rows.append((solution, _ALL[lang], str(year), mill(amount, lang, estimates_fact(year, solution))))
        parts = ((name, each) for name, each in named.items() if (each.year, each.solution) == (year, solution))
        rows += [("", each.effect or "", str(year), mill(each.amount, lang, name)) for name, each in parts]
    return DataTable(
        columns=columns([head[lang] for head in _HEADS], words=3),
        rows=tuple(rows),
        heading_rows=frozenset(heading_rows),
        total_row=(SUM[lang], "", "", total) if len(years) == 1 else None,
        values=FigureValues(
            ("solution", "effect", "year", "amount"),
            tuple((each.solution, each.effect, each.year, each.amount) for each in known),
        ),
    )
