"""Numbers in words are understood as people write them."""

from __future__ import annotations

import pytest

from ehport.lang.counting import in_words
from ehport.lang.language import Lang
from ehport.lang.numerals import numeral


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("tolv", 12),
        ("Førtifem", 45),
        ("tjueen", 21),
        ("tjueén", 21),
        ("tjueett", 21),
        ("syv", 7),
        ("hundre", 100),
        ("en", None),
        ("fler", None),
    ],
)
def test_a_word_is_the_number_it_stands_for(word: str, expected: int | None):
    assert numeral(word) == expected


@pytest.mark.parametrize("count", range(13))
def test_what_the_report_writes_in_words_is_read_back(count: int):
    assert numeral(in_words(count, Lang.NB)) == count
    assert numeral(in_words(count, Lang.NB, is_neuter=True)) == count
