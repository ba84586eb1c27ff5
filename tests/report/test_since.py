"""What a project's page says of how much is as it was last round."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from ehport.form.field import fields_of
from ehport.form.project import Project, Section
from ehport.form.vocabulary import Tick
from ehport.lang.language import Lang
from ehport.model.submission import Entry
from ehport.report.since import since_last_round
from tests import builders
from tests.report.reports import page_of, text_of
from tests.returned_round import prefilled

TICKS = {each.section: each.name for each in fields_of(Project) if each.confirms}


def returned(*ticked: Section, **before: str) -> Entry[Any]:
    """Return a prefilled project with some sections ticked, and other answers before than now."""
    entry = prefilled(builders.a_project())
    record = replace(entry.record, **{TICKS[section]: Tick.YES for section in ticked})
    return replace(entry, record=record, before={**entry.before, **before})


def test_a_submission_that_nobody_touched_is_said_so():
    assert since_last_round(returned(), "2021-04", Lang.NB) == "Innmeldingen er ikke rørt siden april 2021."
    assert since_last_round(returned(), "2021-04", Lang.EN) == "The submission is untouched since April 2021."


def test_a_submission_that_is_confirmed_whole_is_said_so():
    confirmed = replace(returned(), is_confirmed=True)

    assert (
        since_last_round(confirmed, "2021-04", Lang.NB)
        == "Aktøren bekrefter at svarene fra april 2021 fortsatt gjelder."
    )


def test_parts_are_named_by_what_was_done_with_them():
    entry = returned(Section.DEPENDENCIES, name="Gammel logg", status="Gul", ends="12.2021")

    assert since_last_round(entry, "2021-04", Lang.NB) == (
        "Ikke rørt siden april 2021: Finansiering. Bekreftet uten endring siden april 2021: Avhengigheter."
    )


def test_a_workbook_that_was_not_prefilled_says_nothing():
    assert since_last_round(builders.a_project(), "2021-04", Lang.NB) == ""


def test_the_page_has_the_line_and_leaves_it_out_where_all_has_changed():
    everything = {"name": "x", "ends": "x", "financing": "0", "status": "x", "dependencies": "0"}

    untouched = text_of(page_of(builders.a_portfolio(returned())))
    changed = text_of(page_of(builders.a_portfolio(returned(**everything))))

    assert "Innmeldingen er ikke rørt siden januar 2021." in untouched
    assert "siden januar 2021" not in changed
