"""A trial reading, in columns and in words."""

from __future__ import annotations

import pytest

from ehport.form.reading import Flag
from ehport.form.trial import FLAG_MEANINGS, format_columns, format_words
from ehport.lang.language import Lang


@pytest.mark.parametrize(
    ("kind", "typed", "nb"),
    [
        ("when", "Q3 2021", "«Q3 2021»: 3. kvartal 2021 [2021-35]"),
        ("when", "Levert", "«Levert»: Levert"),
        ("amount", "5?", "«5?»: 5 mill. kr, usikkert"),
        ("amount", "-", "«-»: ingen verdi, bare en strek"),
        ("rating", "", "«»: tom celle"),
        ("rating", "Rød Gul", "«Rød Gul»: ingen verdi, to farger. Skriv: Rød, Gul eller Grønn"),
    ],
)
def test_a_reading_is_told_in_words(kind: str, typed: str, nb: str) -> None:
    assert format_words(kind, typed, Lang.NB) == nb


def test_english_words_still_show_what_the_form_takes() -> None:
    said = format_words("rating", "Rød Gul", Lang.EN)

    assert said == "«Rød Gul»: no value, two colours. Write: Rød, Gul or Grønn"


def test_a_line_break_is_shown_in_the_first_column() -> None:
    assert format_columns("when", "06.23\n12.23")[0] == "06.23\\n12.23"


def test_every_flag_has_words() -> None:
    assert set(FLAG_MEANINGS) == set(Flag)
