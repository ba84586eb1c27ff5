"""What the report prints for a value reads back as that value, in both languages."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ehport.form.kinds import Amount, Categories, Choice, Day, FocusArea, Kind, Number, When, Year
from ehport.form.planned import PlannedTime
from ehport.form.vocabulary import Category, State, Vocabulary
from ehport.lang.language import Lang

_YEARS = st.integers(2010, 2060)
_MONTHS = st.builds("{}-{:02}".format, _YEARS, st.integers(1, 12))
_PARTS = st.builds("{}-{}".format, _YEARS, st.sampled_from((21, 22, 23, 24, 33, 34, 35, 36, 37, 38, 39, 40, 41)))
_DAYS = st.dates(date(2010, 1, 1), date(2060, 12, 31)).map(str)
_SINGLE = st.one_of(_YEARS.map(str), _MONTHS, _PARTS, _DAYS)
_ABOUT = st.builds("{}~".format, st.one_of(_MONTHS, _PARTS))
_EXACT = st.one_of(_SINGLE, _ABOUT)
_BOUND = st.one_of(_EXACT, _EXACT.map(lambda each: f"{each}?".replace("~?", "%")))
_PAIRS = st.tuples(_BOUND, _BOUND).map(lambda pair: tuple(sorted(pair, key=_first)))
_TIMES = st.one_of(
    _BOUND,
    _BOUND.map("{}/..".format),
    _PAIRS.filter(lambda pair: _first(pair[0]) < _first(pair[1])).map("/".join),
    st.lists(_BOUND, min_size=2, max_size=4).map(lambda bounds: f"{{{','.join(bounds)}}}"),
)
_TIMED = st.sampled_from((State.PLANNED, State.DELIVERED, State.POSTPONED, State.MISSED))
_ALONE = (State.DELIVERED, State.ONGOING, State.UNDECIDED, State.NOT_APPLICABLE, State.DROPPED, State.CLOSED)
_CHOICES: tuple[Choice[Any], ...] = tuple(map(Choice, Vocabulary.__subclasses__()))


def _first(edtf: str) -> Any:
    return PlannedTime(edtf).earliest()


def _read_back(kind: Kind[Any], value: Any) -> list[Any]:
    return [kind.parse(kind.format(value, lang)).value for lang in Lang]


@given(edtf=_TIMES, state=_TIMED)
def test_a_printed_time_reads_back(edtf: str, state: State) -> None:
    value = PlannedTime(edtf, state)

    assert _read_back(When(), value) == [value, value]


@pytest.mark.parametrize("state", _ALONE)
def test_a_printed_state_reads_back(state: State) -> None:
    value = PlannedTime(None, state)

    assert _read_back(When(), value) == [value, value]


@given(tkr=st.integers(-99_999_999, 99_999_999))
def test_a_printed_amount_reads_back(tkr: int) -> None:
    assert _read_back(Amount(), tkr) == [tkr, tkr]


@given(tkr=st.integers(-99_999_999, 99_999_999), lang=st.sampled_from(Lang))
def test_a_printed_amount_with_its_unit_reads_back(tkr: int, lang: Lang) -> None:
    text = Amount().format(tkr, lang)
    printed = f"{text} mill. kr" if lang is Lang.NB else f"NOK {text} million"

    assert Amount().parse(printed).value == tkr


@given(day=_DAYS)
def test_a_printed_day_reads_back(day: str) -> None:
    assert _read_back(Day(), day) == [day, day]


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (Year(), 2022),
        (FocusArea(), "1.1"),
        (Number(), "-1722.75"),
        (Categories(), (Category.SERVICES, Category.INFRASTRUCTURE)),
    ],
)
def test_a_printed_code_reads_back(kind: Kind[Any], value: object) -> None:
    assert _read_back(kind, value) == [value, value]


@pytest.mark.parametrize("kind", _CHOICES, ids=repr)
def test_a_printed_label_reads_back(kind: Choice[Any]) -> None:
    for member in kind.vocabulary:
        symbol = f"{member.symbol} " if member.symbol else ""
        for lang in Lang:
            assert kind.parse(member.label[lang]).value is member
            assert kind.parse(f"{symbol}{member.label[lang]}").value is member
            assert kind.parse(member.label[lang].upper()).value is member
