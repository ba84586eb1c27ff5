"""What holds for every kind, and the kinds of codes and texts."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ehport.form.kinds import (
    Amount,
    Categories,
    Choice,
    Day,
    FocusArea,
    Kind,
    Line,
    Number,
    ProjectId,
    Prose,
    Revised,
    RoundId,
    When,
    Year,
)
from ehport.form.planned import PlannedTime
from ehport.form.vocabulary import Answer, Category, Criticality, Level, Phase, Rating, Vocabulary
from ehport.lang.language import Lang

CHOICES: tuple[Kind[Any], ...] = tuple(map(Choice, Vocabulary.__subclasses__()))
KINDS: tuple[Kind[Any], ...] = (
    Amount(),
    Categories(),
    Day(),
    FocusArea(),
    Line(60),
    Number(),
    ProjectId(),
    Prose(600),
    Revised(),
    RoundId(),
    When(),
    Year(),
    *CHOICES,
)
PIECES = (
    "0", "1", "2", "5", "12", "21", "22", "2021", "2022", ".", ",", "-", "–", "+", "/", ":", ";", "?",
    "*", ")", "(", "<", ">", "'", "’", "\n", "\u202f", " ", "mill", "MNOK", "kr", ",-", "mrd", "ca ",
    "tkr", "NOK ", "P50: ", "eller ", "inntil ",
    "Inv.", "/ år", "(d)", "(T)", "(prognose)", "Q3 ", "H1 ", "vår ", "hø ", "mai ", "Jun.", "jan",
    "->", "→", "og ", "utover", "fremover", "Fra ", "medio ", "Ultimo ", "Tentativt ", "Levert ",
    "Ok", "utsatt", "Løpende", "N/A", "TBD", "Ja", "Nei", "Delvis", "Gul", "Rød", "G", "H", "M",
    "Høy", "fase", "Gjennomføring",
)  # fmt: skip
typed_texts = st.one_of(st.text(), st.lists(st.sampled_from(PIECES), max_size=12).map("".join))


@pytest.mark.parametrize("kind", KINDS, ids=repr)
def test_the_example_is_read_without_a_flag(kind: Kind[Any]) -> None:
    found = kind.parse(kind.example)

    assert isinstance(found.value, kind.python_type)
    assert found.flags == ()


@pytest.mark.parametrize("kind", KINDS, ids=repr)
def test_how_to_write_it_is_said_in_both_languages(kind: Kind[Any]) -> None:
    assert all(kind.describe(lang).strip() for lang in Lang)


@pytest.mark.parametrize("kind", KINDS, ids=repr)
@given(typed=typed_texts)
def test_any_text_is_read_and_its_value_can_be_printed(kind: Kind[Any], typed: str) -> None:
    found = kind.parse(typed)

    assert list(found.flags) == sorted(set(found.flags))
    if found.value is not None:
        assert all(kind.format(found.value, lang) for lang in Lang)


@given(typed=typed_texts)
def test_a_time_that_was_read_has_days_in_order(typed: str) -> None:
    found = When().parse(typed).value

    if found is not None and found.edtf is not None:
        first, last = found.earliest(), found.latest()
        assert first is not None
        assert last is None or first <= last


@pytest.mark.parametrize("kind", CHOICES, ids=repr)
def test_every_label_is_read_as_its_member(kind: Choice[Any]) -> None:
    found = {each: kind.parse(kind.format(each, Lang.NB)).value for each in kind.vocabulary}

    assert found == {each: each for each in kind.vocabulary}


@pytest.mark.parametrize("kind", KINDS, ids=repr)
@pytest.mark.parametrize("sign", ["*", "-", " /", "2 ", "(d)", "a", "1.1 ", "?", "\n", "<>", "Inv.: 1 / ", ",-"])
def test_a_very_long_text_is_read_without_raising(kind: Kind[Any], sign: str) -> None:
    kind.parse(sign * (32_767 // len(sign)))


@pytest.mark.parametrize(
    ("kind", "typed", "value", "flags"),
    [
        (ProjectId(), "144", "144", ()),
        (ProjectId(), "NUIT ID: 102", "102", ("note",)),
        (ProjectId(), "id 175*", "175", ("footnote", "note")),
        (ProjectId(), "007", None, ("unreadable",)),
        (ProjectId(), "144 og 145", None, ("unreadable",)),
        (FocusArea(), "6.3", "6.3", ()),
        (FocusArea(), "1,1", "1.1", ()),
        (FocusArea(), "1.1 Digitale arbeidsprosesser", "1.1", ("note",)),
        (FocusArea(), "4", None, ("ambiguous",)),
        (FocusArea(), "7.1", None, ("unreadable",)),
        (FocusArea(), "1.4", None, ("unreadable",)),
        (Year(), "2022", 2022, ()),
        (Year(), "22", None, ("unreadable",)),
        (Revised(), "Revidert per 12. april 2021", PlannedTime("2021-04-12"), ()),
        (Revised(), "Rapport oktober 2020", PlannedTime("2020-10"), ()),
        (Revised(), "30. februar 2021", None, ("unreadable",)),
        (Revised(), "nylig", None, ("unreadable",)),
        (Day(), "16. april 2021", "2021-04-16", ()),
        (Day(), "2021-04-16", "2021-04-16", ()),
        (Day(), "2021-04-31", None, ("unreadable",)),
        (Day(), "april 2021", None, ("unreadable",)),
        (RoundId(), "2021-04", "2021-04", ()),
        (RoundId(), "2021-13", None, ("unreadable",)),
        (Number(), "1 722,75", "1722.75", ()),
        (Number(), "mange", None, ("unreadable",)),
        (Categories(), "4/1", (Category.INFRASTRUCTURE, Category.SERVICES), ()),
        (Line(60), " Felles\n logg ", "Felles logg", ()),
        (Line(60), "<navn>", None, ("placeholder",)),
        (Line(60), "  ", None, ()),
        (Prose(60), "Ett.\n\nTo. *\n", "Ett.\n\nTo. *", ()),
    ],
)
def test_codes_and_texts(kind: Kind[Any], typed: str, value: object, flags: tuple[str, ...]) -> None:
    found = kind.parse(typed)

    assert (found.value, found.flags) == (value, flags)


def test_ratings_carry_symbol_and_colour() -> None:
    assert [(each.symbol, each.colour) for each in Rating] == [
        ("■", "--red"),
        ("▲", "--yellow"),
        ("●", "--green"),
    ]


def test_a_member_is_found_by_its_word_in_exports() -> None:
    assert Rating("red") is Rating.RED
    assert Category("4") is Category.INFRASTRUCTURE


def test_levels_are_printed_short_and_explained_long() -> None:
    assert [(each.label.nb, each.meaning.nb) for each in Level] == [
        ("H", "Høy"),
        ("M", "Middels"),
        ("L", "Lav"),
    ]


def test_what_to_choose_from_is_listed_in_order() -> None:
    assert Choice(Answer).describe(Lang.NB) == "Ja, Delvis eller Nei"
    assert Choice(Criticality).describe(Lang.EN) == "Høy, Middels or Lav"
    assert Choice(Phase).example == "Idé"
