"""The tags of the whole report: nothing lost, split or added on the way from HTML, and everything described."""

from __future__ import annotations

import pytest

from ehport.report.typography import JOINER
from tests.accessibility.faults import faults
from tests.accessibility.markup import EDGE, Markup
from tests.pdf.reading import Tag

_OF_LAYOUT = dict.fromkeys(map(ord, (JOINER, "\N{SOFT HYPHEN}")))


def _read(tag: Tag) -> str:
    """Return the text below a tag but for figures, which have theirs besides, and the marks before list items."""
    if tag.role in ("Figure", "Lbl"):
        return ""
    return "".join(
        kid.replace("\N{SOFT HYPHEN}", "") if isinstance(kid, str) else f" {_read(kid)} " for kid in tag.content
    )


def _letters(text: str) -> str:
    return "".join(text.replace(EDGE, "").split())


def _breaks(text: str) -> set[int]:
    """Return after how many letters a text has space."""
    found, letters = set(), 0
    for character in text:
        if character.isspace():
            found.add(letters)
        else:
            letters += 1
    return found


@pytest.fixture(scope="module")
def written_and_read(built_report, reading) -> list[tuple[str, str, str]]:
    """Return the key of each part with its text in HTML and in the tags, but for lists that gain page numbers.

    Where a word in HTML may be divided, and where not, is a matter of layout and nothing that is read.
    """
    pairs = zip(built_report.document.parts, reading.document.kids, strict=True)
    return [
        (part.key, Markup(part.html.translate(_OF_LAYOUT)).text, _read(tag)) for part, tag in pairs if not part.contents
    ]


def test_the_tags_of_the_report_are_sound(built_report, reading):
    assert faults(reading, built_report.document.parts) == []


def test_the_tags_of_the_english_draft_are_sound(draft, draft_reading):
    assert faults(draft_reading, draft.document.parts) == []


def test_every_part_is_read_letter_by_letter_in_the_order_of_its_html(written_and_read):
    assert [key for key, written, read in written_and_read if _letters(written) != _letters(read)] == []


def test_words_are_neither_joined_nor_torn(written_and_read):
    for key, written, read in written_and_read:
        needed, allowed = _breaks(written.replace(EDGE, "")), _breaks(written.replace(EDGE, " "))
        letters = _letters(written)

        assert [letters[at - 12 : at + 12] for at in sorted(needed - _breaks(read))] == [], f"joined in {key}"
        assert [letters[at - 12 : at + 12] for at in sorted(_breaks(read) - allowed)] == [], f"torn in {key}"


def test_every_table_has_columns_with_heads(reading):
    for table in reading.document.all("Table"):
        assert table.all("TH"), table.text[:80]


@pytest.mark.parametrize("edition", ["reading", "draft_reading"])
def test_figures_say_how_they_are_drawn_and_what_they_show(edition, request):
    figures = request.getfixturevalue(edition).document.all("Figure")
    alternatives = [str(figure.entry.Alt) for figure in figures]

    assert len(alternatives) >= 9
    for text in alternatives:
        drawn, shown = text.split(":", 1) if ":" in text else text.split(";", 1)
        assert drawn.strip(), text
        assert shown.strip().endswith("."), text
