from __future__ import annotations

from functools import cache

from ehport.analysis.summary import summarise
from ehport.lang.language import Lang
from ehport.model.portfolio import Portfolio
from ehport.report.table import Row, RowKind, Table
from ehport.report.tables.catalogue import make_table
from ehport.report.typesetter import Typesetter
from tests.later_rounds import Draft, Edit, later_portfolio, sample_portfolio, unchanged
from tests.september import all_edits

CHANGES = ("entered-left", "changes", "unexplained", "slips")


def table(name: str, portfolio: Portfolio, lang: Lang = Lang.NB) -> Table | None:
    paged = {each.id: each.name for each in portfolio.members if each.is_counted}
    return make_table(name, summarise(portfolio), Typesetter(lang, paged))


@cache
def september(name: str) -> Table:
    found = table(name, later_portfolio(all_edits))
    assert found is not None
    return found


def later(name: str, edit: Edit) -> Table:
    found = table(name, later_portfolio(edit))
    assert found is not None
    return found


def texts(row: Row) -> list[str]:
    """Return what stands in a row, cell by cell."""
    return [
        " ".join(
            filter(
                None,
                (
                    each.mark.word if each.mark else "",
                    *(link.text for link in each.links),
                    each.text,
                    *each.typed,
                    each.note,
                ),
            )
        )
        for each in row.cells
    ]


def row_of(found: Table, project: str) -> list[str]:
    return next(texts(row) for row in found.rows if texts(row)[0] == project)


def test_there_is_nothing_to_tell_without_a_round_before_or_without_a_change():
    assert [table(name, sample_portfolio()) for name in CHANGES] == [None] * 4
    assert [table(name, later_portfolio(unchanged)) for name in CHANGES] == [None] * 4


def test_what_happened_to_the_portfolio_is_told_with_reason_and_effect():
    found = september("entered-left")

    assert row_of(found, "117")[1:] == [
        "Enklere digitale tjenester",
        "Ute av porteføljen",
        "Linjen har overtatt.",
        "−27,0",
    ]
    assert row_of(found, "200")[2:] == ["Ny i porteføljen", "", "+10,0"]
    assert row_of(found, "175")[2:4] == ["Nytt navn", "før: Pakkeforløp Hjerneslag"]
    assert row_of(found, "5")[2:4] == ["Delt", "202 203"]


def test_changes_stand_below_their_project_with_both_values_and_the_difference():
    found = september("changes")
    rows = [texts(row) for row in found.rows]
    place = next(index for index, row in enumerate(rows) if row[0].startswith("107 "))

    assert found.rows[place].kind is RowKind.GROUP
    assert rows[place] == ["107 Helsedataprogrammet 2 andre endringer"]
    assert rows[place + 1] == ["Totalkostnad, mill. kr", "728,8", "760,0", "+31,2"]
    assert rows[place + 2] == ["Prosjektet slutter", "desember 2021", "2. kvartal 2022", "+6\u00a0mnd."]


def test_a_rating_is_a_mark_in_both_rounds_and_has_no_difference():
    rows = [row for row in september("changes").rows if texts(row)[0] == "Overordnet status"]

    assert texts(rows[0]) == ["Overordnet status", "Grønn", "Rød", ""]


def test_projects_with_lesser_changes_stand_on_one_line_with_links():
    last = september("changes").rows[-1]

    assert last.spans == 4
    assert len(last.cells[0].links) == 9
    assert texts(last)[0].endswith("er også endret, men mindre.")


def test_a_budget_is_named_by_its_year():
    labels = {texts(row)[0] for row in september("changes").rows}

    assert {"Budsjett 2021, mill. kr", "Budsjett 2022, mill. kr"} <= labels


def test_a_reason_that_did_not_follow_the_rating_is_quoted_on_one_line():
    row = row_of(september("unexplained"), "144")

    assert row[2:5] == ["Risiko", "Gul", "Grønn"]
    assert row[5].startswith("Prosjektet peker på tre hovedrisikoer: / Utbrudd")
    assert row[5].endswith(" …")
    assert len(row[5]) <= 182


def test_reasons_that_did_not_follow_are_quoted_for_fifteen_ratings_and_the_other_projects_are_named():
    def edit(draft: Draft) -> None:
        for project in draft.projects.values():
            project["status"] = "Rød" if project["status"] != "Rød" else "Gul"

    found = later("unexplained", edit)
    told, last = found.rows[:-1], found.rows[-1]
    quoted = {texts(row)[0] for row in told}

    assert len(told) == 15
    assert last.spans == len(found.columns)
    assert len(last.cells[0].links) > 10
    assert texts(last)[0].endswith(" har også fått en ny vurdering med uendret begrunnelse.")
    assert not quoted & {link.text for link in last.cells[0].links}


def test_fifteen_or_fewer_reasons_are_all_quoted():
    assert [row.spans for row in september("unexplained").rows if row.spans > 1] == []


def test_what_slipped_is_told_by_what_it_is_with_times_and_total():
    found = september("slips")

    assert [texts(row)[0] for row in found.rows if row.kind is RowKind.GROUP] == [
        "Prosjektet slutter",
        "Totalkostnad, mill. kr",
        "Fasen slutter",
        "Leveranser",
    ]
    assert row_of(found, "47") == [
        *("47", "Program for kodeverk og terminologi", "desember 2023", "juni 2024"),
        *("+6\u00a0mnd.", "1", "+6\u00a0mnd."),
    ]


def test_more_deliverables_than_can_be_read_are_counted():
    def edit(draft: Draft) -> None:
        for project in draft.projects.values():
            for each in project["deliverables"]:
                each["planned"] = "12.2031"

    last = texts(later("slips", edit).rows[-1])[0]

    assert last.endswith(" leveranser til er utsatt.")


def test_english_tables_speak_english():
    found = table("changes", later_portfolio(all_edits), Lang.EN)

    assert found is not None
    assert [each.label for each in found.columns] == ["What", "Previous round", "This round", "Difference"]
    assert "−6\u00a0months" in {texts(row)[-1] for row in found.rows}
