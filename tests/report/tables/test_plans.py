from __future__ import annotations

from dataclasses import replace
from typing import Any

from ehport.analysis.exits import MOST_PRINTED, Exit
from ehport.analysis.summary import Summary, summarise
from ehport.form.vocabulary import ProjectState
from ehport.lang.language import Lang
from ehport.lang.numbers import NO_BREAK
from ehport.report.table import FULL_WIDTH, Table, TableCell
from ehport.report.tables.catalogue import make_table
from ehport.report.typesetter import Typesetter
from tests.analysis.portfolios import the_portfolio
from tests.changes.two_rounds import later

SETTER = Typesetter(Lang.NB, {})
EARLIER = {"id": "160", "name": "Innsynslogg", "responsible": "Oslo kommune", "last_round": "2020-09"}


def made(name: str, summary: Summary) -> Table:
    table = make_table(name, summary, SETTER)
    assert table is not None
    assert sum(table.widths) == FULL_WIDTH
    return table


def said(cell: TableCell) -> str:
    return f"{cell.text or ' '.join(cell.typed)} {cell.note}".strip()


def rows(table: Table) -> list[list[str]]:
    return [[said(cell) for cell in row.cells] for row in table.rows]


def of(now: dict[str, Any], before: dict[str, Any]) -> Summary:
    return summarise(later({"10": now}, before=the_portfolio({"10": before})))


def test_what_is_urgent_is_told_as_typed_with_what_is_late() -> None:
    summary = summarise(
        the_portfolio(
            {"10": {"dependencies": [{"on": "HOD", "what": "En hjemmel", "due": "03.2021", "status": "Gul"}]}}
        )
    )

    (row,) = made("urgent-dependencies", summary).rows
    assert [said(cell) for cell in row.cells] == ["10", "Journal", "HOD", "En hjemmel", "03.2021", "Fristen er passert"]
    assert row.cells[5].mark is not None


def test_a_dependency_on_a_red_project_says_why_it_is_urgent() -> None:
    on = [{"on": "Kurve", "due": "03.2021", "status": "Gul"}, {"on": "Kurve", "status": "Rød"}]

    table = made("urgent-dependencies", summarise(the_portfolio({"10": {"dependencies": on}})))

    assert [row.cells[5].note for row in table.rows] == ["Prosjektet som trengs, er rødt. Fristen er passert", ""]


def test_a_project_that_moved_has_both_plans_and_the_difference() -> None:
    table = made("baseline", of({"ends": "12.2023", "total_cost": "30"}, {"ends": "06.2022", "total_cost": "40"}))

    assert rows(table)[0] == [
        *("10", "Journal", "juni 2022", "desember 2023", "+18"),
        *("40,0", "30,0", f"−10,0 −25{NO_BREAK}%", "2"),
    ]
    assert rows(table)[1] == ["I tillegg har 4 prosjekter den slutten og den kostnaden som først var planlagt."]


def test_a_plan_without_a_last_day_or_a_cost_has_no_difference() -> None:
    table = made("baseline", of({"ends": "løpende", "total_cost": ""}, {"ends": "06.2022", "total_cost": "40"}))

    assert rows(table)[0] == ["10", "Journal", "juni 2022", "Løpende", "–", "–", "–", "–", "2"]


def test_no_plan_has_moved_when_nothing_was_planned_before_or_all_are_kept() -> None:
    assert make_table("baseline", summarise(the_portfolio()), SETTER) is None
    assert make_table("baseline", of({"ends": "12.2022"}, {"ends": "12.2022"}), SETTER) is None


def test_a_project_of_the_registers_former_ones_has_when_why_and_what_came_of_it() -> None:
    former = {**EARLIER, "state": "Ferdigstilt", "next_steps": "Linjen har overtatt.", "result": "I bruk hos alle."}

    table = made("exits", summarise(the_portfolio(former_projects=[former])))

    assert rows(table) == [
        ["160", "Innsynslogg", "Oslo kommune", "september 2020 Ferdigstilt", "Linjen har overtatt.", "I bruk hos alle."]
    ]
    assert [cell.is_written for cell in table.rows[0].cells] == [False, True, True, False, True, True]


def test_a_project_that_nobody_gave_a_reason_for_says_so() -> None:
    gone = Exit("160", "Innsynslogg", "Oslo kommune", "2020-09", None)

    table = made("exits", replace(summarise(the_portfolio()), exits=(gone,)))

    assert rows(table)[0][3:] == ["september 2020 Ikke lenger i registeret", "ikke oppgitt", "ikke oppgitt"]


def test_an_exit_without_a_round_is_printed_all_the_same() -> None:
    former = {**EARLIER, "state": "Ferdigstilt", "last_round": "i fjor høst"}

    table = made("exits", summarise(the_portfolio(former_projects=[former])))

    assert rows(table)[0][3] == "– Ferdigstilt"


def test_the_newest_exits_are_printed_and_the_rest_counted() -> None:
    gone = tuple(
        Exit(str(n), f"Prosjekt {n}", "Oslo kommune", "2020-09", ProjectState.LEAVING) for n in range(MOST_PRINTED + 2)
    )

    table = made("exits", replace(summarise(the_portfolio()), exits=gone))

    assert len(table.rows) == MOST_PRINTED + 1
    assert rows(table)[-1] == ["Før disse gikk 2 prosjekter ut."]


def test_a_first_round_has_no_exits() -> None:
    assert make_table("exits", summarise(the_portfolio()), SETTER) is None
