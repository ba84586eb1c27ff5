from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ehport.export.safe_text import neutralise
from tests.export.restored import restore

LIKE_FORMULAS = st.text(st.sampled_from("'=+-@\t\r\n\x00  ＝a1"), max_size=8)


@pytest.mark.parametrize(
    "text", ["=1+1", "+47", "-", "@SUM(A1)", "\tx", "\rx", "\x00x", "  =1", "\x00 =1", "\n=1", "＝1"]
)
def test_a_text_that_begins_like_a_formula_gets_an_apostrophe(text: str) -> None:
    assert neutralise(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "a=1", "12,5", "'s-Hertogenbosch", "  tekst", "«=1»", "–", "− 5"])
def test_other_texts_are_not_touched(text: str) -> None:
    assert neutralise(text) == text
    assert restore(text) == text


def test_a_text_that_has_an_apostrophe_before_the_sign_gets_one_more() -> None:
    assert neutralise("'=1") == "''=1"
    assert restore("''=1") == "'=1"


@given(st.one_of(st.text(), LIKE_FORMULAS))
def test_restoring_gives_the_text_as_it_was(text: str) -> None:
    assert restore(neutralise(text)) == text


@given(LIKE_FORMULAS)
def test_no_neutralised_text_begins_with_a_sign_after_blanks(text: str) -> None:
    assert neutralise(text).lstrip(" \x00\n")[:1] not in {"=", "+", "-", "@", "\t", "\r", "＝"}
