"""The money of one row under its own years, when the budget year has moved since it was given."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal

from ehport.form.amount import TO_CONFIRM, TO_DIVIDE, without_carried
from ehport.form.kinds import Amount
from ehport.lang.language import Text
from ehport.model.portfolio import PERIODS

EARLIER, *YEARS, LATER = PERIODS
_AMOUNT = Amount()


def moved_row(row: Mapping[str, str], years: int) -> dict[str, str]:
    """Return the texts of a row some years on, marked where only the actor can add or divide them."""
    kept = {name: text for name, text in row.items() if name not in PERIODS}
    past, later = gone(row, years), row.get(LATER, "")
    if any(past.values()):
        kept[EARLIER] = added(past.values()) or _marked(_roughly(past.values()), TO_CONFIRM)
    kept |= {after: row[name] for name, after in zip(YEARS[years:], YEARS, strict=False) if row.get(name)}
    if later and added([later]) == "0":
        kept |= dict.fromkeys(divided(years), "0")
    elif later:
        kept[LATER] = _marked(later, TO_DIVIDE)
    return kept


def gone(row: Mapping[str, str], years: int) -> dict[str, str]:
    """Return what stands under the periods that fall into the years before."""
    return {name: row.get(name, "") for name in (EARLIER, *YEARS[:years])}


def divided(years: int) -> tuple[str, ...]:
    """Return the periods that what was later is divided between."""
    return (*YEARS[len(YEARS) - years :], LATER)


def added(texts: Iterable[str]) -> str:
    """Return plain amounts added, as they are written in a cell; nothing when one of them is something else."""
    readings = [_AMOUNT.parse(text) for text in texts]
    amounts = [read.value for read in readings if read.value is not None and not read.flags]
    return "" if len(amounts) < len(readings) else _written(sum(amounts))


def is_carried(text: str) -> bool:
    """Tell whether an amount has the mark of one that was carried over."""
    return without_carried(text) != text


def _roughly(texts: Iterable[str]) -> str:
    """Return the sum of the amounts among some texts; where none is one, the texts as they are."""
    said = [without_carried(text) for text in texts if text]
    amounts = [value for text in said if (value := _AMOUNT.parse(text).value) is not None]
    return _written(sum(amounts)) if amounts else "; ".join(said)


def _marked(text: str, mark: Text) -> str:
    return f"{without_carried(text)} {mark.nb}"


def _written(tkr: int) -> str:
    return f"{(Decimal(tkr) / 1000).normalize():f}".replace(".", ",")
