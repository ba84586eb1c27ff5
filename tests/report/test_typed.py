"""Typed text: paragraphs and lists, with every sign that was typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ehport.report.typed import Paragraph, paragraphs
from ehport.report.typography import editorial, keep_together


def test_each_line_is_a_paragraph():
    assert paragraphs("Én.\n\n  To.\n") == (Paragraph("Én."), Paragraph("To."))


@pytest.mark.parametrize("sign", ["•", "-", "–", "▪"])
def test_lines_that_begin_with_a_bullet_are_a_list_and_keep_it(sign):
    found = paragraphs(f"Dette:\n{sign} a\n{sign}b\nSlutt")

    assert found == (Paragraph("Dette:"), Paragraph(items=(f"{sign} a", f"{sign}b")), Paragraph("Slutt"))


def test_counted_lines_are_a_list_only_when_there_are_several():
    assert paragraphs("1. gang i mai") == (Paragraph("1. gang i mai"),)
    assert paragraphs("1. a\n2. b") == (Paragraph(items=("1. a", "2. b")),)


def test_a_footnote_sign_is_not_a_bullet():
    assert paragraphs("*Uten drift") == (Paragraph("*Uten drift"),)


@given(st.text(alphabet="aå1. •-–*\n\t%)kr", max_size=60))
def test_nothing_but_white_space_is_changed(text):
    printed = "".join(each.text + "".join(each.items) for each in paragraphs(text))

    assert "".join(printed.split()) == "".join(text.split())


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("54 %", "54\u00a0%"),
        ("12,5 mill. kr", "12,5\u00a0mill.\u00a0kr"),
        ("16. april 2021", "16.\u00a0april\u00a02021"),
        ("siden januar 2021", "siden januar\u00a02021"),
        ("Budsjett 2021, mill. kr", "Budsjett 2021, mill.\u00a0kr"),
        ("Andel av kroner, %", "Andel av kroner,\u00a0%"),
        ("NOK 12 million", "NOK\u00a012\u00a0million"),
        ("5 525 000", "5\u00a0525\u00a0000"),
        ("ingen tall", "ingen tall"),
    ],
)
def test_a_number_stays_on_the_line_of_its_unit(typed, printed):
    assert keep_together(typed) == printed


def test_only_the_offices_own_text_gets_narrow_spaces_in_thousands():
    assert editorial("1 340 mill.") == "1\u202f340\u00a0mill."
    assert keep_together("1 340") == "1\u00a0340"
    assert editorial("i 2021 189 millioner") == "i 2021 189\u00a0millioner"
