"""The office's own figures, as the register has them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal, InvalidOperation

from ehport.analysis.fact import Fact, Unit, Value
from ehport.form.kinds import Amount
from ehport.form.register import OfficeFact
from ehport.lang.folding import fold
from ehport.lang.language import same
from ehport.model.member import registered
from ehport.model.portfolio import Portfolio, aliases
from ehport.model.submission import Entry

_MILLIONS = frozenset({"mill. kr", "mill kr", "mill.kr", "mill. kroner", "mnok"})
_PERCENT = frozenset({"%", "prosent", "per cent"})
_LISTED = ";"


def office_facts(portfolio: Portfolio) -> Iterator[Fact]:
    """Yield the figures that the office knows, each under the name it has in the register."""
    for entry in portfolio.register.rows.get("office_facts", ()):
        if entry.record.name and entry.record.value:
            yield _office(entry)


def _office(entry: Entry[OfficeFact]) -> Fact:
    record = entry.record
    value, unit = _valued(record.value or "", fold(record.unit or ""))
    return Fact(f"office.{record.name}", value, unit, same(record.meaning or ""), registered(entry, "value"))


def _valued(text: str, unit: str) -> tuple[Value, Unit]:
    """Return what the office wrote as a value: money, a share, a day, a number, a list, or the text itself."""
    if unit in _MILLIONS:
        amount = Amount().parse(text).value
        return (text, Unit.TEXT) if amount is None else (amount, Unit.TKR)
    if _LISTED in text:
        return aliases(text), Unit.NAMES
    try:
        return date.fromisoformat(text), Unit.DATE
    except ValueError:
        pass
    try:
        number = _whole(Decimal(text.replace(",", ".")))
    except InvalidOperation:
        return text, Unit.TEXT
    if unit in _PERCENT:
        return number, Unit.PERCENT
    return number, Unit.COUNT if isinstance(number, int) else Unit.NUMBER


def _whole(number: Decimal) -> int | Decimal:
    return int(number) if number == number.to_integral_value() else number
