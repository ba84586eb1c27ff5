"""Every number on the page of an invented September round is one that the trace explains, or visibly something else.

The round has what the sample round lacks: a round before it, and answers about the national portfolio.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from ehport.building.build import build_report
from ehport.building.options import BuildOptions, Output
from ehport.model.round import Round
from ehport.system.progress import Progress
from ehport.workbook.form_book import write_form
from ehport.workbook.read import read_submission
from tests.export.test_national_round import edited
from tests.later_rounds import Draft, later_round
from tests.page_numbers import read_page
from tests.test_page_numbers import Page, complaints, drawn_alone, read_trace

pytestmark = pytest.mark.slow

NATIONAL = ("criteria", "criteria-not-met", "segments", "segment-views", "segment-differences", "roadmap")
RECONCILED = ("reconciliation", "solutions-reported")


def changed(draft: Draft) -> None:
    """Let the national portfolio be answered for, and something of each sort change."""
    edited(draft)
    projects = draft.projects
    projects["47"] |= {"status": "Rød", "status_reason": "Leverandøren er forsinket.", "first_ends": "12.2020"}
    projects["11"] |= {"ends": "12.2024", "total_cost": "99,5", "first_total_cost": "80"}
    draft.registered("165")["state"] = "Pauset"


def send_back_as_sent_out(round_: Round, actor_id: str) -> None:
    """Let an actor's workbook lie in the round's folder as it was prefilled."""
    actor = next(each for each in round_.actors if each.id == actor_id)
    submission, _ = read_submission(round_.workbook(actor), round_)
    assert submission
    given = [replace(each.answers(), last_round=round_.previous) for each in submission.projects]
    write_form(round_.workbook(actor), round_, actor, given)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("later")
    round_ = later_round(home, changed)
    send_back_as_sent_out(round_, "helse-nord")
    for only in (Output.HTML, Output.DATA):
        build_report(home, round_, BuildOptions(out=home / "out", only=only), Progress())
    return home / "out"


def test_every_number_of_a_later_round_is_the_trace_s_or_visibly_something_else(folder: Path) -> None:
    html, trace = (folder / "rapport.html").read_text("utf-8"), read_trace(folder)
    page = Page(html)

    assert complaints(html, trace) == []
    figures = [each for each in page.root.all("figure") if any(each.all("svg"))]
    assert [complaint for each in figures for complaint in drawn_alone(page, each, trace)] == []


def test_the_page_has_every_table_of_the_national_portfolio(folder: Path) -> None:
    page = read_page((folder / "rapport.html").read_text("utf-8"))
    ids = {each.attributes.get("id", "") for each in page.all()}

    assert {f"tabell-{name}" for name in (*NATIONAL, *RECONCILED)} <= ids
    assert {"figur-segments", "figur-reconciliation"} <= ids


def test_the_page_has_the_projects_that_nobody_went_through_and_counts_them(folder: Path) -> None:
    page = read_page((folder / "rapport.html").read_text("utf-8"))
    counts = ("untouched.projects.count", "untouched.actors.count", "submissions.helse-nord.untouched.count")

    printed = {name: {each.text for each in page.all(**{"data-fact": name})} for name in counts}

    assert any(page.all(id="tabell-untouched"))
    assert printed == dict(zip(counts, ({"2"}, {"1"}, {"2"}), strict=True))
