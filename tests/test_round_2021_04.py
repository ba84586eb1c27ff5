"""The April 2021 round, from the committed workbooks through the whole pipeline, against what was published."""

from __future__ import annotations

import json
import re
from decimal import Decimal
from pathlib import Path

import pytest

from ehport.analysis.summary import Summary, summarise
from ehport.diagnostics.severity import Severity
from ehport.form.vocabulary import ProjectState, Rating
from ehport.lang.language import Lang
from ehport.rounds.find import find_round
from ehport.rounds.read import RoundRead, read_round

ROOT = Path(__file__).parent.parent
PUBLISHED = ROOT / "tests" / "rounds" / "2021-04" / "published-appendix1.json"


@pytest.fixture(scope="module")
def april() -> RoundRead:
    return read_round(find_round(ROOT, "2021-04"))


@pytest.fixture(scope="module")
def summary(april: RoundRead) -> Summary:
    return summarise(april.portfolio)


def tkr(mnok: float | None) -> int | None:
    return None if mnok is None else int(Decimal(str(mnok)) * 1000)


def test_appendix_1_has_the_published_rows(summary: Summary) -> None:
    published = json.loads(PUBLISHED.read_text("utf-8"))

    rows = [
        {
            "area_code": each.area,
            "id": each.id,
            "name": each.name,
            "responsible": each.responsible,
            "status": "Pauset" if each.is_paused else each.status.label[Lang.NB] if each.status else "",
            "risk": each.risk.label[Lang.NB] if each.risk else "",
            "budget_2021": each.budget,
        }
        for each in summary.projects
    ]

    expected = [
        {
            **{name: row[name].strip() for name in ("area_code", "id", "name", "responsible", "status", "risk")},
            "budget_2021": tkr(row["budget_2021"]),
        }
        for row in published
    ]
    assert len(rows) == 45
    assert sorted(rows, key=lambda row: int(str(row["id"]))) == sorted(expected, key=lambda row: int(row["id"]))


def test_the_portfolio_has_the_published_size(summary: Summary) -> None:
    assert summary.budget.amount == 1_722_750
    assert len(summary.projects) == 45
    assert len(summary.active) == 43


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        ("status", {Rating.YELLOW: (23, 54), Rating.GREEN: (19, 44), Rating.RED: (1, 2)}),
        ("risk", {Rating.YELLOW: (31, 72), Rating.GREEN: (10, 23), Rating.RED: (2, 5)}),
    ],
)
def test_ratings_are_shared_as_published(summary: Summary, field: str, expected: dict[Rating, tuple[int, int]]) -> None:
    distribution = summary.status if field == "status" else summary.risk

    assert {each.rating: (each.count, each.share) for each in distribution.ratings} == expected


def test_each_responsible_organisation_has_its_published_projects_and_money(summary: Summary) -> None:
    found = {each.name: (len(each.projects), each.budget.amount) for each in summary.organisations}

    assert found == {
        "Direktoratet for e-helse": (8, 828_600),
        "Helsedirektoratet": (11, 176_400),
        "Folkehelseinstituttet": (5, 34_200),
        "Helse Vest RHF": (4, 252_500),
        "Helse Sør-Øst RHF": (5, 136_000),
        "Helse Nord RHF": (2, 121_000),
        "Helse Midt-Norge RHF": (4, 44_600),
        "Kommunesektorens organisasjon": (3, 125_100),
        "Oslo kommune": (2, 4_350),
        "Norsk helsenett": (1, None),
    }


def test_each_focus_area_has_its_published_money(summary: Summary) -> None:
    found = {each.code: each.budget.amount for each in summary.focus_areas if each.projects}

    assert found == {
        "1.1": 511_600,
        "1.2": 83_000,
        "2.1": 56_850,
        "2.2": 177_500,
        "3.2": 317_450,
        "4.1": 98_950,
        "4.3": 76_800,
        "5.1": 377_600,
        "5.2": None,
        "6.2": 23_000,
    }


def test_the_projects_that_come_and_go_are_the_published_ones(summary: Summary) -> None:
    moved = summary.movements

    assert [each.project.id for each in moved.new] == ["199"]
    assert [(each.project.id, each.budget) for each in moved.paused] == [("131", None), ("149", 2_100)]
    assert [each.project.id for each in moved.leaving] == ["112", "138", "139", "170"]
    assert [each.project.id for each in moved.candidates] == ["197"]
    assert [each.project.id for each in summary.red_status] == ["102"]
    assert [each.project.id for each in summary.red_risk] == ["102", "193"]


def test_chapter_7_has_the_registers_tables(summary: Summary) -> None:
    facts = json.loads((ROOT / "tests" / "rounds" / "2021-04" / "register.json").read_text("utf-8"))

    uses = [(each.name, each.owner, "; ".join(each.solutions)) for each in summary.operations.uses]
    estimates = [(each.solution, each.effect, each.year, each.amount) for each in summary.operations.estimates]

    assert uses == [(row["name"], row["owner"], row["solutions"]) for row in facts["solution_uses"]]
    assert estimates == [
        (row["solution"], row["effect"], int(row["year"]), tkr(float(row["amount"])))
        for row in facts["operating_estimates"]
    ]
    assert summary.operations.sums == {2022: 52_000}


def test_an_adjusted_budget_is_printed_with_the_sources_and_the_total_that_were_sent_in(summary: Summary) -> None:
    sent = {(each.project.id, each.field): each.submitted for each in summary.adjustments}

    assert sent["11", "budget_year"] == "20 + 28,6 / 38,6"
    assert sent["184", "budget_year"] == "1 + 14 000 000 / 15 000 000"
    assert sent["132", "budget_year"] == ""
    assert sent["160", "risk"] == "Gul-Rød"


def test_the_readme_of_the_round_tells_the_differences_that_the_data_gives(summary: Summary) -> None:
    readme = (ROOT / "submissions" / "2021-04" / "README.md").read_text("utf-8")

    told = (
        re.search(r"without a budget for 2022 are ([\d, \nand]+)\.", readme),
        re.search(r"are\n([\d, and]+)\.", readme),
    )
    missing, ending = (re.findall(r"\d+", found[1]) if found else [] for found in told)

    assert missing == list(summary.next_year.budget.missing)
    assert ending == [each.id for each in summary.next_year.ending]
    assert f"| 11 | {len(ending)} |" in readme
    assert f"| 35 | {len(summary.next_year.projects)} |" in readme
    assert f"| 16 | {len(missing)} |" in readme
    assert f"| about 897 | {(summary.next_year.budget.amount or 0) // 1000} |" in readme


def test_every_error_of_the_round_is_settled_by_the_office(april: RoundRead) -> None:
    assert [each for each in april.diagnostics if each.severity is Severity.ERROR] == []


def test_the_round_tells_of_its_many_oddities(april: RoundRead) -> None:
    assert len(april.diagnostics) > 100
    assert len({each.code for each in april.diagnostics}) > 20


def test_every_project_in_the_portfolio_but_one_was_handed_in(april: RoundRead) -> None:
    counted = [each for each in april.portfolio.members if each.is_counted or each.state is ProjectState.CANDIDATE]

    assert [each.id for each in counted if each.entry is None] == ["131"]
    assert not april.portfolio.unmatched
    assert not april.portfolio.duplicates
