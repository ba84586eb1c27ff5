"""The ways through the whole report: title, language, bookmarks, page numbers, running heads."""

from __future__ import annotations

import re

import pytest

from tests.pdf.reading import Reading, Tag


def _plain(text: str) -> str:
    return re.sub(r"[\s|\N{SOFT HYPHEN}]", "", text)


def _headings(reading: Reading, *roles: str) -> list[Tag]:
    """Return the headings of some levels, but for the title on the cover."""
    return [tag for part in reading.document.kids[1:] for tag in part.walk() if tag.role in roles]


def test_the_report_names_itself_and_its_language(built_report, reading):
    catalogue = reading.pdf.Root

    assert str(catalogue.Lang) == "nb"
    assert catalogue.MarkInfo.Marked
    assert catalogue.ViewerPreferences.DisplayDocTitle
    with reading.pdf.open_metadata() as metadata:
        assert metadata["dc:title"] == built_report.document.title
        assert metadata["pdfuaid:part"] == "1"
        assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("2", "A")


def test_bookmarks_are_the_headings_in_their_order_and_at_their_level(reading):
    headings = _headings(reading, "H1", "H2")

    assert [(depth, _plain(title)) for depth, title in reading.outline()] == [
        (int(tag.role[1]) - 1, _plain(tag.text)) for tag in headings
    ]


def test_every_chapter_and_every_project_has_a_bookmark(built_report, reading):
    outline = reading.outline()
    chapters = [part for part in built_report.document.parts[1:] if '<article class="project"' not in part.html]
    projects = [part.running.partition(" ")[0] for part in built_report.document.parts if part not in chapters][1:]

    assert [depth for depth, _ in outline].count(0) == len(chapters)
    assert len(projects) >= 45
    last_chapter = max(at for at, (depth, _) in enumerate(outline) if depth == 0)
    assert [title.split()[0] for _, title in outline[last_chapter + 1 :]] == projects


def test_pages_are_called_by_the_number_printed_on_them(built_report, reading):
    document, total = built_report.document, len(reading.pdf.pages)

    assert [page.label for page in reading.pdf.pages] == [str(n) for n in range(1, total + 1)]
    for number, decoration in enumerate(reading.artifacts[1:], start=2):
        assert document.page_text.format(n=number, total=total) in decoration


def test_running_heads_are_on_every_page_but_the_cover_and_never_read(built_report, reading):
    document = built_report.document

    assert reading.artifacts[0].strip() == ""
    for decoration in reading.artifacts[1:]:
        assert document.head in decoration
        assert document.foot in decoration
    assert not re.search(r"side \d+ av \d+", reading.document.text)


def test_the_stamp_of_a_draft_is_on_every_page_and_never_read(draft, draft_reading):
    assert draft.document.stamp
    assert all(draft.document.stamp in decoration for decoration in draft_reading.artifacts)
    assert draft.document.stamp not in draft_reading.document.text


def test_the_english_edition_says_which_of_its_words_are_norwegian(draft_reading):
    tags = list(draft_reading.document.walk())
    page = next(tag for tag in tags if tag.role == "Art" and _plain(tag.all("H2")[0].text).startswith("144"))
    norwegian = {tag.role for tag in page.walk() if str(tag.entry.get("/Lang", "")) == "nb"}

    assert str(draft_reading.pdf.Root.Lang) == "en"
    assert {str(tag.entry.Lang) for tag in tags if "/Lang" in tag.entry} == {"nb"}
    assert {"TD", "Span"} <= norwegian


def test_what_the_contents_list_is_where_they_say(reading):
    pages = reading.destinations()
    items = reading.document.all("TOCI")

    assert len(items) >= 60
    for item in items:
        (link,) = item.all("Link")
        (rectangle,) = [kid.Obj for kid in link.entry.K if not isinstance(kid, int) and "/Obj" in kid]
        assert int(item.text.split()[-1].split("|")[-1]) == pages[str(rectangle.Dest)], item.text


@pytest.mark.parametrize("role", ["H1", "H2"])
def test_no_heading_is_empty(reading, role):
    assert all(tag.text for tag in reading.document.all(role))
