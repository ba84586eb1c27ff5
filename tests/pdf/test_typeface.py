from __future__ import annotations

from ehport.pdf.layout import Font, Glyph
from ehport.pdf.typeface import merge_fonts, sheet_html


def test_a_glyph_of_several_characters_stands_for_the_plainest_in_any_order():
    hyphen, rare = Glyph(9, 300, "-"), Glyph(9, 300, "\u2010")

    for glyphs in ([hyphen, rare], [rare, hyphen]):
        fonts = merge_fonts(("F", Font(400, False, (glyph,))) for glyph in glyphs)
        assert fonts["F"].glyphs == (hyphen,)


def test_the_sheet_uses_every_font_and_every_character_of_the_running_text():
    html = sheet_html([Font(300, False, ()), Font(400, True, ())], "a<b")

    assert html.count("<p ") == 4
    assert "font-weight:600;font-style:normal" in html
    assert "&lt; a b" in html
