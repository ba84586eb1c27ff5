"""Amounts: numbers, units, parts and reservations, and the near misses."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ehport.form.kinds import Amount
from ehport.form.trial import format_columns
from ehport.lang.language import Lang


def _read(typed: str) -> tuple[str, ...]:
    return format_columns("amount", typed)[1:]


@pytest.mark.parametrize(
    ("typed", "tkr"),
    [
        ("12,5", "12500"),
        ("12.50", "12500"),
        ("1 234,5", "1234500"),
        ("1\u202f234", "1234000"),
        ("−7", "-7000"),
        ("– 2,5 mill.", "-2500"),
        ("99 999", "99999000"),
        ("12 MILL", "12000"),
        ("12 mill.kr", "12000"),
        ("12 mill. kr", "12000"),
        ("12 mill kr", "12000"),
        ("12 mill. kroner", "12000"),
        ("12 mkr", "12000"),
        ("1,2 mrd", "1200000"),
        ("1,2 mrd.", "1200000"),
        ("12mill", "12000"),
        ("12,5mrd", "12500000"),
        ("kr 5 mill", "5000"),
        ("kr. 5 mill.", "5000"),
        ("5 mill. kr.", "5000"),
        ("5 mill. norske kroner", "5000"),
        ("5 millionar kroner", "5000"),
        ("1 million", "1000"),
        ("NOK 5 mill", "5000"),
        ("NOK 12.5 million", "12500"),
        ("5 MNOK", "5000"),
        ("MNOK 5", "5000"),
        ("MNOK: 5", "5000"),
        ("mill. kr 12,5", "12500"),
        ("1,5 milliarder", "1500000"),
        ("1,2 mrd kr", "1200000"),
        ("2 milliardar kroner", "2000000"),
        ("2.0750", "2075"),
        ("7,3333333333333304", "7333"),
        ("0,0005", "1"),
    ],
)
def test_an_amount_is_held_in_thousand_kroner(typed: str, tkr: str) -> None:
    assert _read(typed) == (tkr, "")


@pytest.mark.parametrize(
    ("typed", "tkr", "flags"),
    [
        ("400 000 kr", "400", "unit"),
        ("kr 400 000", "400", "unit"),
        ("kr 400 000,-", "400", "unit"),
        ("400000 kroner", "400", "unit"),
        ("660733000 kr", "660733", "unit"),
        ("1 234 500 kr", "1235", "unit"),
        ("kr. 5 000 000,-", "5000", "unit"),
        ("NOK 400 000", "400", "unit"),
        ("400 000,- kr", "400", "unit"),
        ("250 tkr", "250", "unit"),
        ("T NOK 5000", "5000", "unit"),
        ("5 000 tusen kroner", "5000", "unit"),
        ("15 000 tusen", "15000", "unit"),
        ("NOK 5.000.000", "5000", "thousands;unit"),
        ("400.000,-", "400", "thousands;unit"),
        ("1.250.000 kroner", "1250", "thousands;unit"),
        ("3.531,5 MNOK", "3531500", "thousands"),
        ("ca 6", "6000", "approximate"),
        ("Ca 6 mill?", "6000", "approximate;uncertain"),
        ("ca. 12 mill", "12000", "approximate"),
        ("kr ca 12 mill", "12000", "approximate"),
        ("om lag 12 mill", "12000", "approximate"),
        ("~12", "12000", "approximate"),
        ("5 (estimat)", "5000", "note"),
        ("12 mill. kr per år", "12000", "note"),
        ("12 mill. kr, inkl. mva", "12000", "note"),
        ("P50: 100", "100000", "note"),
        ("5 mill. (usikkert)", "5000", "uncertain"),
        ("-kr 5 000 000", "-5000", "unit"),
        ("5 ?", "5000", "uncertain"),
        ("5 (Prognose)?", "5000", "note;uncertain"),
        ("2,8 mill. /år", "2800", "note"),
        ("12 (T)", "12000", "note"),
        ("12 mill.* (d)", "12000", "footnote"),
    ],
)
def test_a_reservation_keeps_the_amount(typed: str, tkr: str, flags: str) -> None:
    assert _read(typed) == (tkr, flags)


@pytest.mark.parametrize(
    ("typed", "tkr", "flags"),
    [
        ("Inv.: 64 / Drift: 20", "84000", "parts"),
        ("Inv.: 64 mill. / Drift: 400 000 kr", "64400", "parts;unit"),
        ("Inv.: 64* / Drift: ca 20", "84000", "approximate;footnote;parts"),
        ("Drift: 2,8 mill. / år", "2800", "note;parts"),
        ("Inv.: 64\n\nDrift: - 4", "60000", "parts"),
        ("Inv.: 64", "64000", "parts"),
        ("Helse Vest: 10 / Helse Nord: 20", "30000", "parts"),
        ("Inv.: 64 / Drift: 20 / Sum: 84", "84000", "parts"),
        ("Inv.: 64,04; Drift: 20,04; Totalt: 84,1", "84100", "parts"),
        ("64\n20", "", "unreadable"),
        ("64 / 20", "", "unreadable"),
        ("Inv.: 64\nDrift: ukjent", "", "unreadable"),
        ("Inv.: 64\n20", "", "unreadable"),
        ("2021: 64\n2022: 20", "", "unreadable"),
    ],
)
def test_labelled_parts_are_added(typed: str, tkr: str, flags: str) -> None:
    assert _read(typed) == (tkr, flags)


@pytest.mark.parametrize(
    "typed",
    [
        "P50: 100 / P85: 120", "P50: 100\nP85: 120", "P50 100 / P85 120", "P50: 100, P85: 120", "100 (P50) / 120 (P85)",
        "Min.: 5 / Maks.: 7", "Lav: 5 / Høy: 7", "Låg 5 mill, høg 7 mill", "Low: 5 / High: 7", "5 eller 7 mill",
        "5 mill. kr, alternativt 7 mill. kr", "Alternativ 1: 10 / Alternativ 2: 20", "A: 10 / B: 12",
        "Budsjett: 10 / Prognose: 12", "Uten mva: 10 / Med mva: 12,5", "Forventet: 10 / P85: 12",
        "Drift: 10 / Drift: 12", "Inv.: 64 / Drift: 20 / Sum: 100", "Inv.: 64 / Sum: 64 / Totalt: 64",
    ],
)  # fmt: skip
def test_alternatives_and_a_wrong_sum_are_not_added(typed: str) -> None:
    assert _read(typed) == ("", "alternatives")


@pytest.mark.parametrize(
    "typed",
    [
        "37 til 45", "37 - 45", "fra 5 til 7 mill", "frå 5 til 7 mill", "mellom 5 og 7 mill", "between 5 and 7 mill",
        "min 5 maks 7", "inntil 10 mill", "maks 10", "minst 5 mill. kr", "over 5 mill", "mer enn 5", "> 5", "< 5 mill",
        "10 ± 2",
    ],
)  # fmt: skip
def test_a_range_or_a_bound_is_no_amount(typed: str) -> None:
    assert _read(typed) == ("", "range")


@pytest.mark.parametrize(
    ("typed", "flags"),
    [
        ("TBD", "undecided"),
        ("Ikke avklart", "undecided"),
        ("Ikkje avklart", "undecided"),
        ("Ikke aktuelt", "not_applicable"),
        ("100 000", "looks_like_kroner"),
        ("-100000", "looks_like_kroner"),
        ("1.250.000", "looks_like_kroner;thousands"),
        ("37,5 - 45", "range"),
        ("37 mill. – 45 mill.", "range"),
        ("ca 37-45 MNOK *", "approximate;footnote;range"),
        ("?*", "footnote;undecided"),
        ("UKJENT", "undecided"),
        ("n/a", "not_applicable"),
        ("–", "dash"),
        ("<beløp>", "placeholder"),
        ("(a)", "footnote"),
    ],
)
def test_some_cells_give_no_amount_and_say_why(typed: str, flags: str) -> None:
    assert _read(typed) == ("", flags)


@pytest.mark.parametrize(
    "typed",
    [
        "0 ,5", "12,", ",5", ".5", "12.", "1.2.3", "12.3456", "1234.567", "0.350", "22 36", "1234 567",
        "12,5,3", "12 millx", "12 mill kroner0", "12 mill 3", "12 NOK", "12 M", "12 k", "5 mill. euro", "12 %",
        "+5", "--", "- -5", "-kr -5", "5 kr", "tolv millioner", "ca", "ca tolv", "snarest",
        "5 og 7", "Beløp i tusen kroner: 5000", "Kostnad (1000 kr): 5000", "٥", "1e3", "9" * 400,
    ],
)  # fmt: skip
def test_other_texts_are_unreadable(typed: str) -> None:
    assert _read(typed) == ("", "unreadable")


@given(st.integers(min_value=-99_999_999, max_value=99_999_999))
def test_a_printed_amount_reads_as_itself(tkr: int) -> None:
    kind = Amount()

    assert [kind.parse(kind.format(tkr, lang)).value for lang in Lang] == [tkr, tkr]
