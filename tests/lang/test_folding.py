from __future__ import annotations

import pytest

from ehport.lang.folding import slug


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Helse Sør-Øst", "helse-sor-ost"),
        ("Direktoratet for e-helse", "direktoratet-for-e-helse"),
        ("Ål og Ærøy  kommune", "al-og-aeroy-kommune"),
        ("KS", "ks"),
    ],
)
def test_a_slug_is_lower_case_ascii_words_with_hyphens(text: str, expected: str) -> None:
    assert slug(text) == expected
