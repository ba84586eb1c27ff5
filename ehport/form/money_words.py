"""How numbers and units of money are written: `12,5`, `1 234,5 mill. kr`, `NOK 5.000.000`, `250 tkr`."""

from __future__ import annotations

import re
from decimal import Decimal

TEXT_UNDECIDED = (
    "se kommentar",
    "under avklaring",
    "under utredning",
    "under vurdering",
    "under arbeid",
    "ukjent",
    "ukjend",
    "ikke kjent",
    "ikkje kjend",
    "ikke beregnet",
    "ikkje berekna",
    "ikke avklart",
    "ikkje avklart",
    "ikke avklart ennå",
    "ikkje avklart enno",
    "uavklart",
    "foreløpig ikke avklart",
    "førebels ikkje avklart",
    "avklares senere",
    "ikke estimert",
    "ikkje estimert",
    "ikke bestemt",
    "ikkje bestemt",
    "ikke fastsatt",
    "ikkje fastsett",
    "usikkert",
    "usikker",
    "tbd",
    "tbc",
    "undecided",
    "not decided",
    "not clarified",
    "unknown",
    "?",
)
PER_UNIT = {
    "million": Decimal(1000),
    "milliard": Decimal(1_000_000),
    "thousand": Decimal(1),
    "kroner": Decimal("0.001"),
}
NUMBER = (
    r"-? ?(?:[1-9][0-9]{0,2}(?: [0-9]{3}){1,4}(?:,[0-9]{1,20}|\.(?:[0-9]{1,2}|[0-9]{3}0))?"
    r"|[1-9][0-9]{0,2}(?:\.[0-9]{3}){1,4}(?:,[0-9]{1,20})?"
    r"|[0-9]{1,12}(?:,[0-9]{1,20}|\.(?:[0-9]{1,2}|[0-9]{3}0))?)"
)

_KRONER = r"(?:norske )?(?:kroner|kronar|kr\.?|nok)"
_UNITS = {
    "million": rf"(?:(?:(?:kr\.?|nok) )?(?:mill\.?|mio\.?|million(?:er|ar|s)?)(?: ?{_KRONER})?|m ?nok|m ?kr\.?)",
    "milliard": rf"(?:(?:(?:kr\.?|nok) )?(?:mrd\.?|milliard(?:er|ar)?)(?: ?{_KRONER})?)",
    "thousand": rf"(?:(?:tusen|thousand)(?: {_KRONER})?|[tk]\.? ?nok|[tk]\.? ?kr\.?)",
    "kroner": _KRONER,
}
UNIT_WORDS = ("kr", "kroner", "kronar", "nok", "mill", "mio", "millioner", "mnok", "mkr", "mrd", "tkr", "tusen")
_BEFORE = "|".join(f"(?P<{name}_before>{unit})" for name, unit in _UNITS.items())
_AFTER = "|".join(f"(?P<{name}_after>{unit})" for name, unit in _UNITS.items() if name != "kroner")
_KRONER_AFTER = rf"(?P<kroner_after>,-(?: ?{_KRONER})?| ?{_KRONER})"
QUANTITY = re.compile(rf"(?:(?P<minus>- ?)?(?:{_BEFORE}) ?)?(?P<number>{NUMBER})(?: ?(?:{_AFTER})|{_KRONER_AFTER})?")
UNIT_ALONE = re.compile("|".join(_UNITS.values()))
_ANY_UNIT = re.compile(
    rf"\b(?:{'|'.join(_UNITS.values())}|1 ?000)(?!\w)|[%‰€$£]|\b(?:prosent|euro?|usd|dollars?|dkk|sek|gbp)\b"
)


def has_unit(label: str) -> bool:
    """Tell whether a label, in lower case, says in what its amount is counted."""
    return bool(_ANY_UNIT.search(label))
