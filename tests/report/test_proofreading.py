"""The office's text against the round: near names, blocks without a place, and files that belong to no chapter."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ehport.analysis.fact import Fact, Unit
from ehport.diagnostics.severity import Severity
from ehport.diagnostics.wording import remedy
from ehport.lang.language import Lang, Text
from ehport.report.editorial import Editorial, parse_editorial
from ehport.report.expression import BlockKind, BlockName
from ehport.report.placement import find_filled_blocks, known_blocks
from ehport.report.proofreading import check_files, check_written, find_unplaced, unknown_names
from tests.analysis.portfolios import the_summary

COUNT = Fact("projects.count", 45, Unit.COUNT, Text("Prosjekter", "Projects"))
STATUS, RISK = BlockName(BlockKind.FIGURE, "status"), BlockName(BlockKind.FIGURE, "risk")


def chapters(**texts: str) -> dict[str, Editorial]:
    """Return chapters by the number of their file."""
    names = {"status": "02-status.md", "foreword": "00-forord.md"}
    return {names[name]: parse_editorial(names[name], text) for name, text in texts.items()}


def test_a_mistyped_name_is_told_with_those_that_are_near():
    (found,) = unknown_names(chapters(status="a\n\nb {{ projects.cuont }}"), {COUNT.name: COUNT}, frozenset())

    assert (found.at.file, found.at.line) == ("editorial/02-status.md", 3)
    assert remedy(found, Lang.NB).endswith("(mente du «projects.count»?)")


def test_a_mistyped_figure_is_told_with_those_that_are_near():
    (found,) = unknown_names(chapters(status="{{ figure: sttaus }}"), {}, frozenset({STATUS, RISK}))

    assert remedy(found, Lang.EN).endswith("(did you mean «figure: status»?)")


def test_a_name_like_no_other_is_told_with_where_names_stand():
    (found,) = unknown_names(chapters(status="{{ xyz }}"), {COUNT.name: COUNT}, frozenset())

    assert remedy(found, Lang.NB).endswith("for eksempel status.yellow.share")


def test_a_block_that_a_text_leaves_out_while_placing_others_is_told():
    found = find_unplaced(chapters(status="{{ figure: status }}"), frozenset({STATUS, RISK}))

    assert [(each.code.value, each.at.file, each.found) for each in found] == [
        ("P442", "editorial/02-status.md", "figure: risk")
    ]


def test_a_chapter_that_places_nothing_leaves_it_to_the_report():
    assert list(find_unplaced(chapters(status="Bare tekst."), frozenset({STATUS, RISK}))) == []


def test_a_block_placed_in_another_chapter_is_placed():
    texts = chapters(status="{{ figure: status }}", foreword="{{ figure: risk }}")

    assert list(find_unplaced(texts, frozenset({STATUS, RISK}))) == []


def test_a_table_with_nothing_to_show_needs_no_place():
    without = known_blocks() - find_filled_blocks(the_summary())

    assert BlockName(BlockKind.TABLE, "paused") not in without
    assert BlockName(BlockKind.TABLE, "adjustments") in without


def test_a_file_that_belongs_to_no_chapter_is_told_with_one_that_does():
    (found,) = check_files(["02-status.md", "02-status-ny.md"])

    assert (found.code.value, found.at.file) == ("P448", "editorial/02-status-ny.md")
    assert "for eksempel 02-status.md" in remedy(found, Lang.NB)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", [("P491", 0)]),
        (" \n\n", [("P491", 0)]),
        ("<!-- Hva porteføljen er -->", [("P491", 0)]),
        ("# Forord", [("P492", 0)]),
        ("# Forord\n\n## Om runden\n\n<!-- Skriv her -->", [("P492", 0)]),
        ("# Status\n\n## Risiko\n\n{{ figure: risk }}", [("P492", 0)]),
        ("# Status\n\nNoe nytt.\n\n## Risiko\n\n## Penger\n\nMer.", [("P493", 5)]),
        ("# Status\n\nNoe nytt.\n\n### Dypt\n\n## Slutt", [("P493", 5), ("P493", 7)]),
        ("# Status\n\n## Risiko\n\n### Rød\n\nNoe nytt.\n\n## Figur\n\n{{ figure: risk }}", []),
        ("Noe nytt.", []),
        ("# Status\n\n- Et punkt", []),
    ],
)
def test_a_chapter_without_a_text_and_a_heading_with_nothing_under_it_are_told(text, told):
    found = list(check_written(parse_editorial("02-status.md", text)))

    assert [(each.code.value, each.at.line) for each in found] == told
    assert {each.severity for each in found} <= {Severity.ERROR}
    assert {replace(each, facts={**each.facts, "draft": True}).severity for each in found} <= {Severity.WARNING}
