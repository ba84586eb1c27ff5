"""The tags of the whole report: nothing lost, split or added on the way from HTML, and everything described."""

from __future__ import annotations

from tests.accessibility.faults import faults
from tests.accessibility.markup import Markup
from tests.pdf.reading import Tag


def _read_without_labels(tag: Tag) -> str:
    """Return the text below a tag without spaces, soft hyphens and the marks before list items."""
    kids = (kid if isinstance(kid, str) else _read_without_labels(kid) for kid in tag.content)
    text = "" if tag.role == "Lbl" else "".join(kids)
    return "".join(text.replace("\N{SOFT HYPHEN}", "").split())


def test_the_tags_of_the_report_are_sound(built_report, reading):
    assert faults(reading, built_report.document.parts) == []


def test_every_part_is_read_word_by_word_in_the_order_of_its_html(built_report, reading):
    differing = [
        part.key
        for part, tag in zip(built_report.document.parts, reading.document.kids, strict=True)
        if not part.contents and _read_without_labels(tag) != Markup(part.html).text
    ]

    assert differing == []


def test_every_table_has_columns_with_heads(reading):
    for table in reading.document.all("Table"):
        assert table.all("TH"), table.text[:80]


def test_figures_say_how_they_are_drawn_and_what_they_show(reading):
    alternatives = [str(figure.entry.Alt) for figure in reading.document.all("Figure")]

    assert len(alternatives) >= 9
    for text in alternatives:
        drawn, shown = text.split(":", 1) if ":" in text else text.split(";", 1)
        assert drawn.strip(), text
        assert shown.strip().endswith("."), text
