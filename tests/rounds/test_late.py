"""Late actors: what their submission of last round stands in for, and where it says so."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from ehport.analysis.facts import facts
from ehport.building.build import build_report
from ehport.building.options import BuildOptions, Output
from ehport.diagnostics.code import Code
from ehport.diagnostics.diagnostic import Diagnostic, Location
from ehport.diagnostics.severity import Severity
from ehport.lang.language import Lang
from ehport.lang.numbers import NO_BREAK
from ehport.model.portfolio import PERIODS, Portfolio
from ehport.model.round import FILE, Round
from ehport.model.standing import Standing
from ehport.opening.open import StartingPoint, prepare, write_opening
from ehport.receiving.status import status
from ehport.report.parts import HtmlPart
from ehport.report.wording import LATE_SIGN
from ehport.rounds.find import find_round, usable
from ehport.rounds.late import with_late
from ehport.rounds.late_named import declare_late
from ehport.rounds.read import read_round
from ehport.rounds.reading_cache import RoundsCache
from ehport.rules import verdict
from ehport.system.errors import UsageError
from ehport.system.progress import Progress
from tests.builders import an_actor
from tests.later_rounds import Draft, Edit, later_portfolio, later_round, unchanged
from tests.report.reports import a_report, parts_of, text_of
from tests.returned_round import prefilled

NORD = "helse-nord"
SIGNED = f" {LATE_SIGN}"  # as a reader sees it
NOTHING_TOLD: tuple[Diagnostic, ...] = ()


def without_nord(edit: Edit = unchanged) -> Portfolio:
    """Return a September round in which Helse Nord has not returned."""
    portfolio = later_portfolio(edit)
    return replace(portfolio, submissions=tuple(each for each in portfolio.submissions if each.actor_id != NORD))


def late(edit: Edit = unchanged) -> Portfolio:
    """Return that round with what Helse Nord handed in last."""
    return taken(without_nord(edit))[0]


def taken(
    portfolio: Portfolio, told: tuple[Diagnostic, ...] = NOTHING_TOLD, names: Sequence[str] = (NORD,)
) -> tuple[Portfolio, tuple[Diagnostic, ...]]:
    """Return a portfolio in whose round some actors are late."""
    return with_late(replace(portfolio, round=replace(portfolio.round, late=tuple(names))), told)


def test_the_projects_of_a_late_actor_say_what_they_said_last_round() -> None:
    portfolio = late()
    assert portfolio.previous is not None

    now, before = (each.member("167") for each in (portfolio, portfolio.previous))

    assert now is not None
    assert before is not None
    assert now.is_late
    assert now.entry == before.entry
    assert [each.id for each in portfolio.members if each.is_late] == ["167", "168"]
    assert portfolio.late == {NORD: "2021-04"}
    assert [each.actor_id for each in portfolio.submissions] == [each.id for each in portfolio.round.actors]


def test_money_stands_under_the_same_years_when_the_budget_year_has_moved() -> None:
    without = without_nord()
    next_year = replace(without, round=replace(without.round, budget_year=2022))

    portfolio, _ = taken(next_year)

    assert portfolio.previous is not None
    before, now = portfolio.previous.member("167"), portfolio.member("167")
    assert before is not None
    assert now is not None

    moved = {"previous_year": "budget_year", "budget_year": "next_year"}
    amounts = {name: before.amount(was).value for name, was in moved.items()}

    assert {name: now.amount(name).value for name in moved} == amounts
    assert any(amounts.values())
    assert sum_of(now.amount(name).value for name in PERIODS) == sum_of(before.amount(name).value for name in PERIODS)
    assert now.entry is not None
    assert now.entry.rows["financing"][0].text("later").endswith("(må fordeles)")
    assert now.amount("previous_year").sources[0].cell == before.amount("budget_year").sources[0].cell


def sum_of(amounts: Iterable[int | None]) -> int:
    return sum(each or 0 for each in amounts)


def test_values_of_last_round_have_that_rounds_file_as_their_source() -> None:
    member = late().member("167")
    assert member is not None

    assert {each.file for each in member.known("ends").sources} == {"2021-04/helse-nord.xlsx"}


def test_the_offices_adjustments_of_the_submission_hold_until_this_rounds_register_has_its_own() -> None:
    def adjusted(draft: Draft) -> None:
        draft.register["adjustments"] = [{"project": "168", "field": "next_year", "value": "7", "reason": "Avtalt"}]

    def none(draft: Draft) -> None:
        draft.register["adjustments"] = []

    kept, own = late(none).member("168"), late(adjusted).member("168")
    assert kept is not None
    assert own is not None

    assert kept.amount("budget_year").value == 0
    assert kept.adjustments["budget_year"].source.file == "2021-04/register.xlsx"
    assert {name: each.value for name, each in own.adjustments.items()} == {"budget_year": 0, "next_year": 7000}


def test_a_late_actor_is_told_no_errors_about_what_it_cannot_correct() -> None:
    def with_a_new_project(draft: Draft) -> None:
        draft.register["projects"].append({**draft.registered("167"), "id": "777", "name": "Nordlys"})

    missing = Diagnostic(Code.ACTOR_MISSING, Location("helse-nord.xlsx"), {"actor": "Helse Nord", "expected": ""})
    elsewhere = Diagnostic(Code.ACTOR_MISSING, Location("ks.xlsx"), {"actor": "KS", "expected": ""})

    portfolio, told = taken(without_nord(with_a_new_project), (missing, elsewhere))
    found = verdict.check_round(portfolio, told)

    assert told == (elsewhere,)
    about = [each for each in found if each.at.file == "helse-nord.xlsx"]
    assert {each.severity for each in about} == {Severity.INFO}
    assert any("runde 2021-04" in each.settled for each in about)
    assert Code.NO_SUBMISSION not in {each.code for each in found if each.at.project == "777"}


def test_late_actors_and_projects_are_counted_apart_from_those_who_returned() -> None:
    found = facts(late())

    counts = ("late.count", "late.projects.count", "actors.count", "round.actors.count", "submissions.helse-nord.count")
    assert [found[name].value for name in counts] == [1, 2, 7, 8, 2]
    assert {each.file for each in found["late.projects.count"].sources} == {"2021-04/helse-nord.xlsx"}
    assert facts(later_portfolio())["late.count"].value == 0


@cache
def parts(lang: Lang = Lang.NB) -> dict[str, HtmlPart]:
    return parts_of(a_report(late(), lang=lang))


def test_every_page_of_a_late_project_says_that_it_is_not_updated() -> None:
    page, other = parts()["prosjekt-167"], parts()["prosjekt-144"]

    assert page.running.endswith(" · Helse Nord · ikke oppdatert")
    assert "Ikke oppdatert i denne runden: innmeldingen er fra forrige runde, april 2021" in text_of(page.html)
    assert "oppdatert" not in other.running
    assert "Ikke oppdatert i denne runden" not in text_of(other.html)


def test_tables_mark_late_projects_with_a_sign_and_explain_it() -> None:
    table = text_of(parts()["vedlegg-1"].html)

    assert f"FRESK{SIGNED} " in table
    assert f"Regional kurve og medikasjon{SIGNED}" not in table
    assert f"{LATE_SIGN} Ikke oppdatert i denne runden: innmeldingen er fra forrige runde." in table
    assert f"167{SIGNED}, 168{SIGNED}" in text_of(parts()["vedlegg-2"].html).replace(" ,", ",")


def test_the_report_says_how_many_are_late_and_who() -> None:
    basis, colophon = text_of(parts()["datagrunnlag"].html), text_of(parts()["colophon"].html)

    assert "1 av 8 aktører har ikke levert i denne runden. For 2 av 45 prosjekter" in basis
    assert f"merket med {LATE_SIGN} i tabellene" in basis
    assert "Prosjekter som ikke er oppdatert i denne runden" in basis
    assert "Helse Nord har ikke levert i denne runden. For 1 av 8 aktører og 2 av 45 prosjekter" in colophon


def test_a_report_without_late_actors_says_nothing_of_it() -> None:
    everything = " ".join(text_of(each.html) for each in parts_of(a_report(later_portfolio())).values())

    assert LATE_SIGN not in everything
    assert "Ikke oppdatert" not in everything


def test_an_untouched_workbook_in_the_folder_is_no_answer_and_gives_way() -> None:
    portfolio = later_portfolio()
    lying = tuple(
        replace(each, projects=tuple(map(prefilled, each.projects))) if each.actor_id == NORD else each
        for each in portfolio.submissions
    )

    found, _ = taken(replace(portfolio, submissions=lying))

    assert [each.id for each in found.members if each.is_late] == ["167", "168"]


def test_one_who_has_returned_after_all_is_taken_at_its_word() -> None:
    found, told = taken(later_portfolio(), names=["ks"])

    assert found.late == {}
    assert [(each.code, each.found) for each in told] == [(Code.LATE_BUT_RETURNED, "ks")]


def test_an_actor_who_says_that_nothing_is_new_has_returned() -> None:
    portfolio = without_nord()
    said = replace(portfolio.submissions[0], actor=an_actor(id=NORD, name="Nord", nothing_to_report="Ja"), projects=())

    _, told = taken(replace(portfolio, submissions=(said,)))

    assert [each.code for each in told] == [Code.LATE_BUT_RETURNED]


def test_without_a_submission_of_last_round_there_is_nothing_to_take() -> None:
    portfolio = without_nord()
    assert portfolio.previous is not None
    then = replace(portfolio, previous=replace(portfolio.previous, submissions=()))

    for each in (then, replace(portfolio, previous=None)):
        assert [found.code for found in taken(each)[1]] == [Code.LATE_WITHOUT_ANSWERS]


def test_nobody_is_late_unless_the_office_says_so() -> None:
    portfolio = without_nord()

    assert with_late(portfolio, NOTHING_TOLD) == (portfolio, NOTHING_TOLD)


@pytest.fixture
def round_(tmp_path: Path) -> Round:
    """Return a round after April in which Helse Nord has not returned."""
    round_ = later_round(tmp_path)
    (round_.folder / "helse-nord.xlsx").unlink()
    return round_


@pytest.mark.parametrize(("name", "told"), [("helse-øst", "helse-vest, helsedirektoratet"), ("ks", "--late ks")])
def test_an_actor_who_is_not_asked_or_has_returned_is_refused(name: str, told: str, round_: Round) -> None:
    before = (round_.folder / FILE).read_bytes()

    with pytest.raises(UsageError) as refused:
        declare_late(round_, [NORD, name], RoundsCache())

    assert told in refused.value.text.nb
    assert (round_.folder / FILE).read_bytes() == before


def test_who_is_late_is_written_into_the_round_and_holds_from_then_on(round_: Round) -> None:
    declared = declare_late(round_, ["Helse Nord RHF"], RoundsCache())

    assert declared == replace(round_, late=(NORD,))
    assert 'form = "1"\nlate = ["helse-nord"]\n' in (round_.folder / FILE).read_text("utf-8")
    assert declare_late(declared, [NORD], RoundsCache()) == declared

    portfolio = read_round(declared).portfolio
    assert portfolio.late == {NORD: "2021-04"}
    assert status(declared).actors[3].standing is Standing.LATE

    following = prepare(round_.folder.parents[1], "2022-01", StartingPoint(round_.id)).material
    assert [each and each.texts["id"] for each in following.records[NORD].projects] == ["167", "168", None]
    assert following.round.late == ()


@pytest.mark.slow
def test_the_next_rounds_history_has_what_stood_in(round_: Round) -> None:
    declared = declare_late(round_, [NORD], RoundsCache())
    write_opening(prepare(round_.folder.parents[1], "2022-01", StartingPoint(round_.id)))
    after = find_round(round_.folder.parents[1], "2022-01")

    previous = read_round(after).portfolio.previous

    assert previous is not None
    assert previous.late == read_round(declared).portfolio.late
    assert previous.member("167").entry is not None  # type: ignore[union-attr]


def test_a_report_is_built_for_a_late_actor(round_: Round) -> None:
    options = BuildOptions(only=Output.HTML, draft=True, late=(NORD,))

    built = build_report(round_.folder.parents[1], round_, options, Progress())

    page = (built.folder / "rapport.html").read_text("utf-8")
    assert f"FRESK{NO_BREAK}{LATE_SIGN}</a>" in page
    assert "F118" not in page
    assert usable(round_.folder).late == (NORD,)
