"""What has moved since the first plan, and who left, in an invented September round of the sample."""

from __future__ import annotations

from functools import cache

from ehport.analysis.summary import Summary, summarise
from ehport.figures.catalogue import FIGURES
from ehport.figures.figure import Edition
from ehport.lang.language import Lang
from ehport.report.table import Table
from ehport.report.tables.catalogue import make_table
from ehport.report.typesetter import Typesetter
from tests.later_rounds import Draft, later_portfolio, sample_portfolio

SETTER = Typesetter(Lang.NB, {})
PROJECTS = ("11", "47", "102", "111", "161", "165", "167", "193")  # that others of the sample name
GONE = ("138", "170")  # of the sample's register: one that left, one that was completed


def september(draft: Draft) -> None:
    """Move the ends of two projects, a cost and a deliverable, and drop two that left from the register."""
    draft.projects["117"].update(ends="06.2023", total_cost="180")
    draft.projects["107"]["ends"] = "06.2021"
    moved = next(each for each in draft.projects["100"]["deliverables"] if each.get("planned") == "2021")
    moved["planned"] = "2022"
    draft.register["projects"] = [each for each in draft.register["projects"] if each["id"] not in GONE]


@cache
def found() -> Summary:
    return summarise(later_portfolio(september))


def table(name: str) -> Table:
    made = make_table(name, found(), SETTER)
    assert made is not None
    return made


def texts(name: str) -> list[list[str]]:
    return [[cell.text or " ".join(cell.typed) for cell in row.cells] for row in table(name).rows]


def test_only_what_moved_stands_against_its_first_plan_the_most_delayed_first() -> None:
    moved, other, kept = texts("baseline")

    assert moved == [
        "117",
        "Enklere digitale tjenester",
        "juni 2021",
        "juni 2023",
        "+24",
        "150,0",
        "180,0",
        "+30,0",
        "2",
    ]
    assert other[:5] == ["107", "Helsedataprogrammet", "desember 2021", "juni 2021", "−6"]
    assert kept[0].endswith("den slutten og den kostnaden som først var planlagt.")


def test_those_that_left_in_april_have_the_reason_and_result_of_aprils_register() -> None:
    left, completed = texts("exits")

    assert left[:4] == ["138", "Oppfølgingsteam", "Helsedirektoratet", "april 2021"]
    assert left[4].startswith("Helsedirektoratet fortsetter selv.")
    assert completed[:2] == ["170", "Innsyn og tilgjengeliggjøring NPR og KPR"]
    assert completed[5]


def test_the_deliverable_that_moved_is_the_only_one_with_an_arrow() -> None:
    slipped = [each for area in found().deliverables_by_area for each in area.deliverables if each.first]

    assert [(each.project.id, each.first and each.first.edtf) for each in slipped] == [("100", "2021")]
    figure = FIGURES["deliverables-timeline"](found(), Edition.of(later_portfolio(september).round, Lang.NB))
    assert figure is not None
    assert figure.headline.startswith("1 av ")


def test_april_itself_has_neither_first_plans_nor_exits_nor_arrows() -> None:
    april = summarise(sample_portfolio())

    assert [make_table(name, april, SETTER) for name in ("baseline", "exits")] == [None, None]
    assert [each for area in april.deliverables_by_area for each in area.deliverables if each.first] == []


def test_aprils_map_has_the_projects_and_the_parties_that_most_wait_for() -> None:
    april = summarise(sample_portfolio()).waiting

    assert {each.project for each in april.shown if each.project} == {*PROJECTS}
    assert {"Norsk helsenett", "Kjernejournal", "Helsenorge", "HelseID"} <= {each.name for each in april.shown}
