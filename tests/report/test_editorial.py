"""The office's chapters: what is read, and what is told with its file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from ehport.analysis.fact import Fact, Unit
from ehport.diagnostics.wording import message
from ehport.lang.language import Lang, Text
from ehport.report import markdown
from ehport.report.editorial import (
    MOST_EXPRESSIONS,
    MOST_SIGNS,
    EditorialHeading,
    Passage,
    parse_editorial,
    read_editorial,
)
from ehport.report.expression import BlockKind, BlockName
from ehport.report.proofreading import unknown_names
from tests.builders import a_round

STATUS = BlockName(BlockKind.FIGURE, "status")
COUNT = Fact("projects.count", 45, Unit.COUNT, Text("Prosjekter", "Projects"))


def told(text: str) -> list[tuple[str, int, str]]:
    """Return the diagnostics of a text as code, line and what was found, with one number and one figure known."""
    chapter = parse_editorial("02-status.md", text)
    unknown = unknown_names({chapter.file: chapter}, {COUNT.name: COUNT}, frozenset({STATUS}))
    unread = [(use.line, use.source) for use in chapter.uses if type(use.expression).__name__ == "Unreadable"]
    return sorted(
        [(each.code.value, each.at.line, each.found) for each in unknown] + [("P443", *each) for each in unread]
    )


def test_a_chapter_is_headings_passages_and_blocks_in_their_order():
    chapter = parse_editorial("x.md", "# Status\n\nFørst.\n\n{{ figure: status }}\n\n## Risiko\n\n- én\n- to\n")

    assert [type(each) for each in chapter.pieces] == [EditorialHeading, Passage, BlockName, EditorialHeading, Passage]
    assert chapter.blocks == (STATUS,)
    assert markdown.plain(chapter.title, lambda _, source: source) == "Status"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Til sammen {{ projects.count }}.\n\n{{ figure: status }}", []),
        ("a\n\nb\nc {{ projects.cuont }}", [("P440", 4, "projects.cuont")]),
        ("a\n\n{{ figure: sttaus }}", [("P441", 3, "sttaus")]),
        ("{{ table: status }}", [("P441", 1, "status")]),
        ("# Om {{ nei.takk }}", [("P440", 1, "nei.takk")]),
        ("- a\n- b {{ tull }}", [("P440", 2, "tull")]),
        ("a\n{{ projects.count | mrd }}", [("P443", 2, "{{ projects.count | mrd }}")]),
        ("a {{ projects.count", [("P443", 1, "{{")]),
        ("a\n{{ x.__class__() }}", [("P443", 2, "{{ x.__class__() }}")]),
        ("Se {{ figure: status }} her.", [("P443", 1, "{{ figure: status }}")]),
        (r"Skriv \{{ projects.cuont }} slik.", []),
        ("`{{ projects.cuont }}`", []),
    ],
)
def test_what_cannot_be_understood_is_told_at_its_line(text, expected):
    assert told(text) == expected


def test_a_link_to_anything_but_https_and_mail_is_told_and_not_made():
    text = "[a](https://a.no), [b](mailto:b@b.no) og\n\n[c](javascript:alert(1)) [d](http://d.no)"

    found = told(text)
    html = "".join(
        markdown.render(piece.tokens, lambda _, source: source)
        for piece in parse_editorial("x.md", text).pieces
        if isinstance(piece, Passage)
    )

    assert [(code, line) for code, line, _ in found] == [("P443", 3)]
    assert html.count("<a ") == 2
    assert 'href="javascript' not in html


def test_html_in_a_text_stays_text():
    (piece,) = parse_editorial("x.md", "a <script>alert(1)</script> <b>c</b>").pieces

    html = markdown.render(piece.tokens, lambda _, source: source)

    assert html == "<p>a &lt;script&gt;alert(1)&lt;/script&gt; &lt;b&gt;c&lt;/b&gt;</p>\n"


def test_a_picture_is_not_fetched():
    (piece,) = parse_editorial("x.md", "![kart](https://a.no/kart.png)").pieces

    assert "<img" not in markdown.render(piece.tokens, lambda _, source: source)


def test_an_escaped_brace_is_printed_as_typed():
    (piece,) = parse_editorial("x.md", r"Skriv \{{ projects.count }}.").pieces

    assert markdown.render(piece.tokens, lambda _, source: "45") == "<p>Skriv {{ projects.count }}.</p>\n"


def test_a_missing_file_is_told_and_the_others_are_read(tmp_path: Path):
    folder = tmp_path / "editorial"
    folder.mkdir()
    (folder / "a.md").write_text("# A\n\n{{ feil feil }}", "utf-8")

    chapters, found = read_editorial(a_round(folder=tmp_path), ("a.md", "b.md"))

    assert list(chapters) == ["a.md"]
    assert [(each.code.value, each.at.file, each.at.line) for each in found] == [
        ("P443", "editorial/a.md", 3),
        ("P444", "editorial/b.md", 0),
    ]


def test_a_chapter_that_need_not_be_written_is_missed_by_nobody_and_read_when_it_is_there(tmp_path: Path):
    folder = tmp_path / "editorial"
    folder.mkdir()

    absent = read_editorial(a_round(folder=tmp_path), ("c.md",), optional=("c.md",))
    (folder / "c.md").write_text("# C", "utf-8")
    present, told_then = read_editorial(a_round(folder=tmp_path), ("c.md",), optional=("c.md",))

    assert absent == ({}, ())
    assert (list(present), told_then) == (["c.md"], ())


@pytest.mark.parametrize("text", ["æ" * (MOST_SIGNS + 1), "x" * 9 * MOST_SIGNS, "{{ a }}\n" * (MOST_EXPRESSIONS + 1)])
def test_a_file_that_is_no_chapter_is_told_and_not_read(tmp_path: Path, text: str):
    folder = tmp_path / "editorial"
    folder.mkdir()
    (folder / "a.md").write_text(text, "utf-8")

    chapters, found = read_editorial(a_round(folder=tmp_path), ("a.md",))

    assert chapters == {}
    assert [(each.code.value, each.at.file) for each in found] == [("P449", "editorial/a.md")]


@pytest.mark.parametrize(("encoding", "line"), [("cp1252", 3), ("latin-1", 3), ("utf-16", 0), ("utf-16-le", 0)])
def test_a_file_in_another_encoding_is_called_that(encoding: str, line: int, tmp_path: Path):
    folder = tmp_path / "editorial"
    folder.mkdir()
    (folder / "a.md").write_bytes("# A\n\nPå tide".encode(encoding))

    chapters, (found,) = read_editorial(a_round(folder=tmp_path), ("a.md",))

    assert chapters == {}
    assert (found.code.value, found.at.file, found.at.line) == ("P490", "editorial/a.md", line)
    assert message(found, Lang.NB).startswith("«editorial/a.md» er ikke lagret i UTF-8, men i ")


def test_the_text_of_a_chapter_is_kept_with_its_lines_and_headings():
    chapter = parse_editorial(
        "x.md", "# Tittel\n\nSe **45**\nher {{ projects.count }}.\n\n## Risiko\n\n- `kode` [lenke](https://a.no)"
    )

    assert [(each.text, each.line, each.heading) for each in chapter.stretches] == [
        ("Tittel", 1, ""),
        ("Se 45\nher \ufffc.", 3, ""),
        ("Risiko", 6, ""),
        ("\ufffc lenke", 8, "Risiko"),
    ]
    assert chapter.stretches[1].names == ("projects.count",)
