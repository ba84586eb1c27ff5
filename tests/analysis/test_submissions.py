"""Projects that came back as they were sent out: how many they are, whose, and where the report says so."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from ehport.analysis.facts import facts
from ehport.lang.language import Lang
from ehport.model.portfolio import Portfolio, collect
from ehport.model.submission import Submission
from tests.later_rounds import later_portfolio, sample_portfolio
from tests.report.reports import a_report, parts_of, text_of
from tests.returned_round import changed, prefilled

NORD, WHOLE, ONE = "helse-nord", "untouched.actors.count", "untouched.projects.count"


def lying(submission: Submission, *, revised: int = 0) -> Submission:
    """Return a submission as its prefilled workbook was sent out, but for some projects with a new purpose."""
    projects = tuple(map(prefilled, submission.projects))
    new = tuple(changed(each, "purpose", "Noe nytt") for each in projects[:revised])
    return replace(submission, projects=(*new, *projects[revised:]))


@cache
def september(revised: int = 0, *, stands_in: bool = False) -> Portfolio:
    """Return a September round in which Helse Nord touched only some of its two projects."""
    portfolio = later_portfolio()
    given = [
        replace(lying(each, revised=revised), stands_in=stands_in) if each.actor_id == NORD else each
        for each in portfolio.submissions
    ]
    found, _ = collect(portfolio.round, portfolio.register, given)
    return replace(found, previous=portfolio.previous, memories=portfolio.memories)


def page(portfolio: Portfolio, key: str = "datagrunnlag", lang: Lang = Lang.NB) -> str:
    return text_of(parts_of(a_report(portfolio, lang=lang))[key].html)


def test_an_actor_who_touched_nothing_is_counted_apart_from_those_who_returned() -> None:
    found = facts(september())

    names = (ONE, WHOLE, "submissions.helse-nord.untouched.count", "actors.count", "round.actors.count")
    assert [found[name].value for name in names] == [2, 1, 2, 7, 8]
    every = facts(later_portfolio())["submissions.projects.count"].value
    assert found["submissions.projects.count"].value == every - 2  # type: ignore[operator]


def test_untouched_projects_and_actors_are_traced_to_their_names() -> None:
    found = facts(september())

    assert [each.text for each in found[WHOLE].sources] == ["Helse Nord RHF"]
    assert {each.file for each in found[ONE].sources} == {"helse-nord.xlsx"}
    assert len(found[ONE].sources) == 2


def test_an_actor_who_revised_one_project_has_returned_and_its_others_are_untouched() -> None:
    found = facts(september(revised=1))

    assert [found[name].value for name in (ONE, WHOLE, "actors.count")] == [1, 0, 8]


def test_projects_out_of_the_portfolio_are_not_counted_as_untouched() -> None:
    portfolio = later_portfolio(lambda draft: draft.registered("167").update(state="Går ut"))
    given = [lying(each) if each.actor_id == NORD else each for each in portfolio.submissions]

    found = facts(collect(portfolio.round, portfolio.register, given)[0])

    assert [found[name].value for name in (ONE, WHOLE)] == [1, 1]


def test_what_stands_in_for_a_late_actor_is_late_and_not_untouched() -> None:
    found = facts(september(stands_in=True))

    assert [found[name].value for name in (ONE, WHOLE, "late.count", "actors.count")] == [0, 0, 1, 7]


def test_the_chapter_on_data_says_how_many_and_lists_them_by_actor() -> None:
    told = page(september())

    assert "For 2 av 45 prosjekter kom svarene tilbake slik de ble sendt ut" in told
    assert "1 av 8 aktører har ikke rørt noe prosjekt" in told
    after = told.split("Prosjekter som ingen har gått gjennom siden forrige runde")[1]
    assert "Helse Nord 2 167, 168" in after.replace(" ,", ",")


def test_the_page_about_the_report_says_how_many() -> None:
    told = page(september(), "colophon")

    assert "Innmeldinger fra sju aktører" in told
    assert "For 2 av 45 prosjekter har ingen endret eller bekreftet svarene" in told


def test_the_english_report_says_it_in_english() -> None:
    told = page(september(), lang=Lang.EN)

    assert "For 2 of 45 projects the answers came back as they were sent out" in told
    assert "Projects nobody went through since last round" in told


@pytest.mark.parametrize("make", [sample_portfolio, later_portfolio])
def test_a_round_that_was_not_prefilled_says_nothing_of_it(make: object) -> None:
    portfolio: Portfolio = make()  # type: ignore[operator]

    found = facts(portfolio)
    everything = " ".join(text_of(each.html) for each in parts_of(a_report(portfolio)).values())

    assert [found[name].value for name in (ONE, WHOLE, "actors.count")] == [0, 0, 8]
    assert "gått gjennom" not in everything
    assert "rørt noe prosjekt" not in everything
