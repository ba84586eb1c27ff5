from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from ehport.analysis.fact import Fact, Unit, Value, forms_of
from ehport.lang.language import Lang, Text, same
from ehport.lang.numbers import NARROW, NO_BREAK

RULE = same("")


def shown(value: Value | None, unit: Unit, form: str = "", lang: Lang = Lang.NB) -> str:
    return Fact("a", value, unit, RULE).printed(lang, form)


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("", f"1{NARROW}722,75"),
        ("mill", f"1{NARROW}723"),
        ("mill1", f"1{NARROW}722,8"),
        ("mrd", "1,72"),
        ("mrd1", "1,7"),
        ("kr", f"1{NARROW}722{NARROW}750{NARROW}000"),
    ],
)
def test_money_is_printed_in_the_form_asked_for(form: str, expected: str) -> None:
    assert shown(1_722_750, Unit.TKR, form) == expected


@pytest.mark.parametrize(
    ("value", "form", "lang", "expected"),
    [
        (2, "ord", Lang.NB, "to"),
        (2, "Ord", Lang.NB, "To"),
        (1, "ord", Lang.NB, "én"),
        (1, "ordn", Lang.NB, "ett"),
        (1, "Ordn", Lang.NB, "Ett"),
        (12, "Ord", Lang.EN, "Twelve"),
        (13, "ord", Lang.NB, "13"),
        (0, "ord", Lang.NB, "null"),
        (1_300, "", Lang.NB, f"1{NARROW}300"),
    ],
)
def test_a_count_is_printed_in_words_up_to_twelve(value: int, form: str, lang: Lang, expected: str) -> None:
    assert shown(value, Unit.COUNT, form, lang) == expected


@pytest.mark.parametrize(
    ("value", "unit", "form", "expected"),
    [
        (54, Unit.PERCENT, "", f"54{NO_BREAK}%"),
        (54, Unit.PERCENT, "tall", "54"),
        (54, Unit.PERCENT, "ord", f"54{NO_BREAK}prosent"),
        (-7, Unit.POINTS, "", "−7"),
        (2021, Unit.YEAR, "", "2021"),
        (date(2021, 4, 16), Unit.DATE, "", "16. april 2021"),
        (date(2021, 4, 16), Unit.DATE, "dag", "16. april"),
        ("2021-01", Unit.MONTH, "", "januar 2021"),
        ("2021-01", Unit.MONTH, "navn", "januar"),
        (Decimal("35.7"), Unit.NUMBER, "", "35,7"),
        (Text("Gul", "Yellow"), Unit.TEXT, "", "Gul"),
        (("Logg", "Kurve", "Journal"), Unit.NAMES, "", "Logg, Kurve og Journal"),
    ],
)
def test_every_unit_has_a_form_of_its_own(value: Value, unit: Unit, form: str, expected: str) -> None:
    assert shown(value, unit, form) == expected


@pytest.mark.parametrize("unit", list(Unit))
def test_what_is_not_known_is_a_dash_in_every_form(unit: Unit) -> None:
    assert {shown(None, unit, form) for form in ("", *forms_of(unit))} == {"–"}


def test_a_form_that_the_unit_does_not_have_is_refused() -> None:
    with pytest.raises(KeyError):
        shown(2, Unit.COUNT, "mrd")
