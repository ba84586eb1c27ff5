"""Signs that the typeface lacks are drawn in others, by name, or told."""

from __future__ import annotations

import unicodedata
from xml.etree.ElementTree import fromstring

import pytest

from ehport.lang.language import Lang
from ehport.lang.signs import boxes, of_symbol_fonts
from ehport.lang.typeface_signs import SIGNS
from ehport.pdf.characters import Characters
from ehport.system import assets


def _typeface() -> Characters:
    return Characters(path.read_bytes() for path in sorted(assets.fonts().glob("*.ttf")))


@pytest.fixture(scope="module")
def typeface() -> Characters:
    return _typeface()


def test_the_list_of_signs_is_what_the_font_files_have(typeface: Characters) -> None:
    assert typeface.known == SIGNS


@pytest.mark.parametrize(
    ("typed", "seen"),
    [
        ("\uf0b7 Første", "• Første"),
        ("\uf0a7 Andre", "▪ Andre"),
        ("\uf0d8 Tredje", "‣ Tredje"),
        ("a \uf0e0 b", "a → b"),
        ("\uf0fc Ja", "✓ Ja"),
        ("\uf031\uf032", "12"),
        ("Vanlig • tekst", "Vanlig • tekst"),
    ],
)
def test_symbol_fonts_show_what_a_person_sees(typed: str, seen: str) -> None:
    assert of_symbol_fonts(typed) == seen


@pytest.mark.parametrize(
    ("typed", "nb", "en"),
    [
        ("🟡 Gul", "(gul) Gul", "(yellow) Gul"),
        ("✅ Ferdig", "✓ Ferdig", "✓ Ferdig"),
        ("⚠️ Obs", "! Obs", "! Obs"),
        ("a ➔ b", "a → b", "a → b"),
        ("👍🏽", "(tommel opp)", "(thumbs up)"),
        ("Ⅳ kvartal", "IV kvartal", "IV kvartal"),
        ("中", "□", "□"),
    ],
)
def test_a_sign_is_drawn_in_others_or_by_name(typeface: Characters, typed: str, nb: str, en: str) -> None:
    for lang, drawn in ((Lang.NB, nb), (Lang.EN, en)):
        root = fromstring(f"<p>{typed}</p>")

        told = typeface.replace_missing(root, lang)

        assert root.text == drawn
        assert bool(told) == ("□" in drawn)


def test_what_is_told_is_what_becomes_a_box(typeface: Characters) -> None:
    every = [chr(code) for code in range(0x20, 0x30000) if unicodedata.category(chr(code)) not in {"Cs", "Cn", "Co"}]
    root = fromstring("<p/>")
    root.text = "".join(every)

    told = typeface.replace_missing(root, Lang.NB)

    assert len(boxes("".join(every))) == len(told) > 1000
