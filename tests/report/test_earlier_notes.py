from __future__ import annotations

import re

import pytest

from ehport.lang.language import Lang
from ehport.report.pages import project_pages
from tests.later_rounds import Draft, Edit, later_portfolio, sample_portfolio
from tests.report.reports import a_report


def notes(edit: Edit, project: str, lang: Lang = Lang.NB) -> dict[str, str]:
    """Return the notes in the band of a project's page, by the label of the fact."""
    pages = project_pages(a_report(later_portfolio(edit), lang=lang))
    page = next(each for each in pages if each.number == project)
    return {
        each.label: " ".join(f"{note.text} {note.typed}".strip() for note in each.notes)
        for each in page.facts
        if each.notes
    }


def answers(**given: str) -> Edit:
    return lambda draft: draft.projects["144"].update(given)


@pytest.mark.parametrize(
    ("given", "label", "note"),
    [
        ({"status": "Rød"}, "Overordnet status", "var grønn"),
        ({"phase": "Avslutning"}, "Fase", "var gjennomføring"),
        ({"ends": "12.2023"}, "Prosjektet slutter", "var desember 2021"),
        ({"operating_cost": "5"}, "Overordnet status", "uendret siden april"),
    ],
)
def test_what_has_changed_is_told_under_the_fact(given, label, note):
    assert notes(answers(**given), "144")[label] == note


def test_a_changed_budget_says_what_it_was():
    def edit(draft: Draft) -> None:
        draft.projects["144"]["financing"][0]["amounts"]["2021"] = "65"

    assert notes(edit, "144")["Budsjett 2021"] == "var 71"


def test_ratings_that_have_not_changed_say_so_and_other_facts_are_silent():
    assert notes(answers(), "144") == {
        "Overordnet status": "uendret siden april",
        "Risiko": "uendret siden april",
    }


def test_a_project_that_the_portfolio_did_not_have_is_new():
    def edit(draft: Draft) -> None:
        draft.registered("197")["state"] = "Ny"

    assert notes(edit, "197")["Overordnet status"] == "ny"


def test_a_project_that_goes_on_after_a_pause_says_so():
    def edit(draft: Draft) -> None:
        draft.registered("149")["state"] = "Aktiv"

    assert notes(edit, "149")["Overordnet status"] == "gjenopptatt"


def test_notes_are_in_the_language_of_the_report():
    assert notes(answers(status="Rød"), "144", Lang.EN)["Overall status"] == "was green"


def test_without_a_round_before_there_are_no_notes_on_it():
    pages = project_pages(a_report(sample_portfolio()))

    said = [note.text for page in pages for fact in page.facts for note in fact.notes]

    assert [each for each in said if re.match("var |ny$|uendret", each)] == []
