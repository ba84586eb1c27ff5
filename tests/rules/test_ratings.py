"""Rules about ratings, reasons and relevance."""

from __future__ import annotations

from typing import Any

import pytest

from ehport.form.vocabulary import Rating
from ehport.lang.language import Lang, Text
from ehport.rules import ratings
from ehport.rules.subject import Subject, calendar
from tests.builders import a_project, a_round, a_submission, codes


def about(**changes: Any) -> Subject:
    submission = a_submission(a_project(**changes))
    return Subject(submission, submission.projects[0], calendar(submission, a_round()))


@pytest.mark.parametrize("rating", [Rating.YELLOW, Rating.RED])
def test_a_rating_that_is_not_green_needs_a_reason(rating: Rating) -> None:
    given = about(status=rating, risk=rating)
    assert codes(ratings.yellow_and_red_have_a_reason(given)) == ["R303 status_reason", "R303 risk_description"]


def test_the_diagnostic_stands_at_the_empty_reason_and_tells_the_colour() -> None:
    (found,) = ratings.yellow_and_red_have_a_reason(about(status="GUL"))
    assert (found.found, found.facts["rated"]) == ("GUL", Text("Overordnet status", "Overall status"))


def test_green_needs_no_reason_and_a_reason_is_enough() -> None:
    assert codes(ratings.yellow_and_red_have_a_reason(about())) == []
    assert (
        codes(ratings.yellow_and_red_have_a_reason(about(status=Rating.RED, status_reason="Leverandøren mangler.")))
        == []
    )


@pytest.mark.parametrize("reason", [
    "Leveransen er forsinket med ett kvartal.",
    "Endringen kan gi en viss forsinkelse.",
    "Gul på tid, grønn på kost.",
    "Budsjettet overskrides.",
])  # fmt: skip
def test_green_with_words_of_trouble_is_told(reason: str) -> None:
    assert codes(ratings.green_has_no_reason_for_another_colour(about(status_reason=reason))) == ["R304 status"]


@pytest.mark.parametrize("reason", [
    "Alt går etter planen.",
    "Ingen forsinkelser er meldt.",
    "Prosjektet er ikke lenger forsinket.",
    "Uten vesentlige forsinkelser.",
    "Rødovre kommune er med.",
])  # fmt: skip
def test_green_without_trouble_or_with_trouble_denied_is_fine(reason: str) -> None:
    assert codes(ratings.green_has_no_reason_for_another_colour(about(status_reason=reason))) == []


def test_yellow_may_speak_of_trouble() -> None:
    given = about(status=Rating.YELLOW, status_reason="Forsinket.")
    assert codes(ratings.green_has_no_reason_for_another_colour(given)) == []


def test_green_with_red_inside_tells_every_sign_in_one_diagnostic() -> None:
    given = about(
        risk=Rating.RED,
        deliverables=[{"name": "Pilot", "planned": "02.2021"}, {"name": "Avtale", "planned": "12.2020 Ikke oppnådd"}],
        dependencies=[{"on": "DIPS", "status": "Rød"}],
    )
    (found,) = ratings.green_is_green_all_through(given)
    signs = found.facts["signs"]
    assert isinstance(signs, Text)
    assert signs[Lang.NB] == (
        "2 leveranser skulle vært ferdige, deriblant «Pilot» (02.2021), "
        "avhengigheten av «DIPS» er rød og risikoen er rød"
    )
    assert signs[Lang.EN].endswith("the dependency on «DIPS» is red and the risk is red")


def test_green_that_is_green_inside_and_yellow_that_is_not_are_fine() -> None:
    assert codes(ratings.green_is_green_all_through(about())) == []
    assert codes(ratings.green_is_green_all_through(about(status=Rating.YELLOW, risk=Rating.RED))) == []


def test_the_primary_area_has_h() -> None:
    assert codes(ratings.the_primary_area_is_highly_relevant(about())) == []
    (found,) = ratings.the_primary_area_is_highly_relevant(about(relevance={"1.1": "M", "2.1": "H"}))
    assert found.facts["level"] == Text("M", "M")
    (found,) = ratings.the_primary_area_is_highly_relevant(about(relevance={"2.1": "H"}))
    assert found.facts["level"] == Text("tom", "empty")


def test_an_area_that_cannot_be_read_is_not_compared() -> None:
    assert codes(ratings.the_primary_area_is_highly_relevant(about(focus_area="4"))) == []


@pytest.mark.parametrize(("name", "number"), [
    ("Nasjonalt program for velferdsteknologi (PFS-21)", "PFS-21"),
    ("Kontinuerlig oppdatert register (Kneik) (PFS 298)", "PFS 298"),
    ("PFS-167 Generisk verktøy", "PFS-167"),
    ("11 Digital Førerettsforvaltning", "11"),
])  # fmt: skip
def test_a_number_of_the_actors_own_in_the_name_is_told(name: str, number: str) -> None:
    (found,) = ratings.the_name_has_no_number_of_its_own(about(name=name))
    assert found.facts["number"] == number


@pytest.mark.parametrize("name", ["KPR 2024", "Digihelse fase 2", "MF Helse", "Pakkeforløp Hjerneslag (fase 2)"])
def test_a_number_that_belongs_to_the_name_is_fine(name: str) -> None:
    assert codes(ratings.the_name_has_no_number_of_its_own(about(name=name))) == []
