"""The traces of a report's numbers read back: whether each cell that a number names is a part of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from ehport.analysis.fact import Fact, Unit
from ehport.lang.language import Lang
from ehport.model.member import Source
from ehport.model.portfolio import Portfolio

# Money that is one amount less another, or something else than the sum of its cells.
_DIFFERENCE = re.compile(
    r"change\..*|.*\.(difference|latest|effect|change)|slips\..*\.total|(previous\.)?bridge\.(?!before|now).*"
    r"|(previous\.)?reconciliation\..*|operations\..*"
)
_OF_ONE = re.compile(r"(slips|changes|baseline)\..*\.(first|before|now)")
_IN_ROUND = re.compile(r"trend\..*\.(\d{4}-\d{2})")


def wrong_cells(portfolio: Portfolio, known: Mapping[str, Fact]) -> Iterator[str]:
    """Yield the numbers that name something else than what they were made of."""
    earlier, now = [each.round_id for each in portfolio.memories], portfolio.round.id
    listed = portfolio.register.rows.get("adjustments", ())
    adjusted = {each.cells["value"].address: each.record.project or "" for each in listed}
    for name, fact in known.items():
        folders = {each.file.rpartition("/")[0] for each in fact.sources}
        if any(not each.cell for each in fact.sources) or folders - {"", *earlier}:
            yield f"{name} names a folder, not a cell: {sorted(folders)}"
        elif fact.unit is Unit.TKR and isinstance(fact.value, int) and not _DIFFERENCE.fullmatch(name):
            cells = [_thousands(each) for each in counted(fact.sources, adjusted)]
            is_in_part = name.endswith(".financing") and any(each.adjustment for each in fact.sources)
            if sum(cells) != fact.value and not is_in_part:  # an adjustment does not say which periods it leaves alone
                yield f"{name} is {fact.value}, and its cells say {cells}"
        elif _OF_ONE.fullmatch(name) and (
            found := [each for each in counted(fact.sources, adjusted) if not _says(each, fact)]
        ):
            yield f"{name} is {fact.printed(Lang.NB)}, and a cell says {found[0].text}"
        yield from _astray(name, folders, earlier, now=now)


def counted(cells: Iterable[Source], adjusted: Mapping[str, str]) -> list[Source]:
    """Return cells without those that an adjustment after them replaces: the answers of its project."""
    kept: list[Source] = []
    for each in cells:
        if each.adjustment:
            while kept and not kept[-1].adjustment and kept[-1].sheet.split(" ")[0] == adjusted[each.cell]:
                kept.pop()
        kept.append(each)
    return kept


def _thousands(cell: Source) -> int:
    """Return what a cell says in thousand kroner; the history of the register has millions."""
    if isinstance(cell.held, str):
        return round(float(cell.held.replace(",", ".")) * 1000)
    return cell.held if isinstance(cell.held, int) else 0


def _says(cell: Source, fact: Fact) -> bool:
    """Tell whether a cell reads as a fact is printed; an amount is held against the sum of them all."""
    return isinstance(fact.value, int) or cell.read(Lang.NB) == fact.printed(Lang.NB) or cell.text == str(fact.value)


def _astray(name: str, folders: set[str], earlier: Sequence[str], *, now: str) -> Iterator[str]:
    """Yield that a number of one round names the cells of another."""
    match = _IN_ROUND.fullmatch(name)
    if match and (match[1] in earlier or match[1] == now):
        right = "" if match[1] == now else match[1]
        if folders - {right}:
            yield f"{name} names {sorted(folders)}"
    if name.startswith("previous.") and not name.startswith("previous.bridge") and "" in folders and earlier:
        yield f"{name} names a cell of this round"
