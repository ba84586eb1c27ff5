"""Project pages: every answer as typed, in the form's order, under the form's own labels."""

from __future__ import annotations

import re
from typing import Any

import pytest

from ehport.form.field import answers, fields_of, lists
from ehport.form.project import PRECONDITIONS, Project, Section
from ehport.form.reading import is_placeholder, tidy
from ehport.form.register import Register
from ehport.lang.language import Lang
from ehport.model.portfolio import collect
from ehport.report.answers import answered_sections
from ehport.report.listing import ListContext
from ehport.report.parts import render_parts
from ehport.report.typesetter import Typesetter
from tests import builders
from tests.analysis.portfolios import the_portfolio
from tests.report.reports import a_report, page_of, parts_of, records, text_of, the_page, the_records

HOSTILE = "<img src=x onerror=alert(1)>\"'&{{ 7*7 }}{% raw %}"


@pytest.fixture(scope="module")
def april() -> dict[str, str]:
    """Return the text of every project's page in April 2021, with all white space taken away."""
    entries = the_records()
    listed = [
        {"id": number, "name": f"Register {number}", "responsible": "X", "state": "Aktiv"}
        for number in (entry.record.id or "199" for entry in entries)
    ]
    listed[-1]["aliases"] = ""
    for row, entry in zip(listed, entries, strict=True):
        if not entry.record.id:
            row["aliases"] = entry.text("name")
    register = builders.entry_of(Register, {}, {"projects": listed}, "")
    portfolio, _ = collect(builders.a_round(), register, [builders.a_submission(*entries)])
    assert not portfolio.unmatched
    parts = parts_of(a_report(portfolio))
    return {
        entry.record.id or "199": "".join(
            f"{parts[f'prosjekt-{entry.record.id or 199}'].running} "
            f"{text_of(parts[f'prosjekt-{entry.record.id or 199}'].html)}".split()
        )
        for entry in entries
    }


def _strings(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [found for each in value.values() for found in _strings(each)]
    if isinstance(value, list):
        return [found for each in value for found in _strings(each)]
    return [value] if value.strip() and not is_placeholder(tidy(value)) else []


def test_every_text_of_every_record_is_printed_on_its_projects_page(april: dict[str, str]):
    lost = []
    for record, entry in zip(records(), the_records(), strict=True):
        page = april[entry.record.id or "199"]
        typed = (text for text in _strings(record) if text not in PRECONDITIONS)
        lost += [(entry.record.id, text) for text in typed if "".join(text.split()) not in page]

    assert lost == []


def test_sections_stand_in_the_order_and_under_the_numbers_of_the_form():
    html = the_page()

    found = re.findall(r'<h3><span class="no">(\d)</span> ([^<]+)</h3>', html)

    expected = [(str(each.number), each.value.nb) for each in Section if each is not Section.NATIONAL]
    assert found == expected


def test_answers_stand_in_the_order_of_the_form_under_its_labels():
    html = text_of(the_page(**{each.name: f"Svar {each.name}" for each in _texts()}))

    places = [html.index(f"{each.heading(Lang.NB, 2021)} Svar {each.name}") for each in _texts()]

    assert places == sorted(places)


def _texts() -> list[Any]:
    first = {"id", "name"}
    return [each for each in answers(fields_of(Project)) if each.one.python_type is str and each.name not in first][4:]


def test_a_question_without_an_answer_is_named_once_on_the_line_of_its_section():
    html = text_of(the_page(cost_comment="", dependencies=[]))

    assert "Ikke besvart: Kostnad til felles grunnmur; Antatt årlige forvaltningskostnader etter avslutning; " in html
    assert "Ikke besvart: Avhengigheter; Følger hvis det svikter; Annet." in html


def test_a_column_is_missed_only_where_somebody_filled_it_in():
    lists = {"deliverables": [{"name": "Pilot", "planned": "09.2021"}]}
    other = builders.a_project(id="901", deliverables=[{"name": "Drift", "code": "1.1"}])
    register = builders.a_register(projects=[{"id": "901", "name": "Drift"}])

    alone = text_of(page_of(builders.a_portfolio(builders.a_project(**lists))))
    beside = text_of(page_of(builders.a_portfolio(builders.a_project(**lists), other, register=register)))

    assert "Leveranser (" not in alone
    assert "Leveranser (kode)" in beside


def test_rows_that_the_form_offers_are_not_named_when_none_is_answered():
    offered = [{"name": name} for name in PRECONDITIONS]

    html = text_of(the_page(preconditions=[*offered, {"name": "Noe eget"}]))

    assert "Forutsetninger (Noe eget); " in html


def test_a_question_that_the_round_did_not_ask_is_not_mentioned():
    assert "Nasjonal portefølje" not in the_page()


def test_an_answer_to_a_question_that_was_not_asked_is_printed_all_the_same():
    assert "Nasjonal portefølje" in the_page(criterion_digital_reason="Fordi det haster")


def test_nothing_typed_becomes_markup():
    texts = {each.name: HOSTILE for each in answers(fields_of(Project)) if each.name != "id"}
    rows = {
        each.name: [{**{c.name: HOSTILE for c in fields_of(each.rows.record)}}]
        for each in lists(fields_of(Project))
        if not each.rows.single and not each.rows.keys and each.name != "financing"
    }

    html = the_page(**texts, **rows)

    assert "<img" not in html
    assert "49" not in text_of(html)
    assert text_of(html).count("{{ 7*7 }}") > 30


def test_a_rating_that_reads_otherwise_stands_as_it_was_reported():
    register = builders.a_register(
        adjustments=[{"project": "900", "field": "risk", "value": "Gul", "reason": "Én farge."}]
    )
    portfolio = builders.a_portfolio(builders.a_project(risk="Gul-Rød"), register=register)

    html = page_of(portfolio)

    assert '<i aria-hidden="true">▲</i>Gul</span><span class="note">meldt «Gul-Rød»</span>' in html


def test_a_rating_typed_in_capitals_stays_so_in_its_section_and_is_no_other_rating():
    html = the_page(risk="GUL")

    assert '<i aria-hidden="true">▲</i>GUL</span>' in html
    assert '<i aria-hidden="true">●</i>Grønt</span>' in the_page(risk="Grønt")
    assert "</i>Gul – plan må lages" not in the_page(risk="Gul – plan må lages")
    assert "meldt «GUL»" not in html


def test_a_budget_that_the_office_replaced_says_so():
    register = builders.a_register(
        adjustments=[{"project": "900", "field": "budget_year", "value": "99", "reason": "Avtalt."}]
    )

    html = page_of(builders.a_portfolio(builders.a_project(), register=register))

    assert "99 mill. justert" in text_of(html)


def test_a_paused_project_is_paused_whatever_it_reported():
    html = page_of(the_portfolio(), "13")

    assert "◆</i>Pauset</span>" in html
    assert '<span class="missing">på pause</span><span class="note">meldt «Grønn»</span>' in html
    assert "2,1 mill. ikke i summene" in text_of(html)
    assert "meldt «Grønn»" in html


def test_typed_lines_stand_apart_in_the_facts():
    html = text_of(the_page(phase="Gjennomføring\nAvslutning"))

    assert "Fase Prosjektet slutter Totalkostnad Budsjett 2021" in html
    assert "● Grønn ● Grønn Gjennomføring / Avslutning" in html


def test_a_cost_that_cannot_be_read_with_certainty_stands_as_reported_below_a_note():
    html = the_page(total_cost="660733000")

    assert '<span class="missing">uklart beløp</span><span class="note">meldt «660733000»</span>' in html


def test_a_prompt_left_in_place_is_no_answer():
    html = text_of(the_page(preconditions=[{"name": "Pilot", "criticality": "Lav", "due": "<fra år – til år>"}]))

    assert "fra år" not in html
    assert "Forutsetning Kritikalitet Pilot Lav" in html


def test_who_is_behind_a_project_stands_on_one_line():
    html = text_of(the_page(name="Logg", owner="Direktør, KS", manager="Leder, KS", revised="april 2021"))

    assert "Prosjekt-/programnavn Logg Ansvarlig virksomhet Helse Vest RHF · Prosjekteier: Direktør, KS" in html
    assert " · Prosjektleder: Leder, KS · Sist revidert: april 2021 1 Prosjekt-/programinformasjon" in html


def test_a_project_without_a_submission_has_a_short_page_that_says_so():
    portfolio = builders.a_portfolio(register=builders.a_register(projects=[{"id": "901", "name": "Uten svar"}]))

    html = page_of(portfolio, "901")

    assert "Det er ikke sendt inn noe om prosjektet i denne runden" in html
    assert "<h3>" not in html


def test_pages_lead_to_the_table_and_to_their_neighbours():
    html = page_of(the_portfolio(), "11")

    assert '<a href="#prosjekt-10" title="Forrige prosjekt: 10 Journal">← 10</a>' in html
    assert '<a href="#rad-11">' in html
    assert '<a href="#prosjekt-12" title="Neste prosjekt: 12 Kurve">12 →</a>' in html


def test_short_answers_stand_two_by_two_and_long_ones_alone():
    entry = builders.a_project(project_model="Ja", several_phases="Ja, i " + "mange " * 10 + "faser", phase="Idé")
    asked = ListContext(builders.a_round(), Typesetter(Lang.NB, {}))

    section = answered_sections(entry, asked)[1]

    rows = [tuple(answer.label for answer in row) for block in section.blocks for row in block.rows]
    assert ("Leveranser i ulike faser",) in rows
    assert ("Fase", "Fasen slutter") in rows


def test_the_stated_total_stands_under_the_sources():
    html = the_page()

    assert re.search(r'<tr class="sum">\s*<th scope="row">Sum, slik den er meldt</th>', html)


def test_a_few_sources_stand_on_one_page_with_their_sum():
    few, many = (
        the_page(financing=[{"source": f"Kilde {n}", "amounts": {"2021": "1"}} for n in range(count)])
        for count in (5, 6)
    )

    assert few.count('<tr class="kept">') == 5
    assert '<tr class="kept">' not in many


def test_an_amount_that_was_not_given_is_a_dash_and_zero_is_zero():
    html = the_page(financing=[{"source": "Helse Vest", "amounts": {"2020": "0", "2021": "12"}}], financing_total={})

    row = re.search(r'<th scope="row"[^>]*>Helse Vest</th>(.*?)</tr>', html)
    assert row is not None
    assert text_of(row[1]) == "– 0 12 – –"


def test_a_list_typed_below_another_text_in_its_cell_keeps_its_lines():
    html = the_page(dependencies=[{"on": "Leverandøren", "what": "En tjeneste", "purpose": "Dette:\n- a\n- b"}])

    assert (
        'En tjeneste<div class="second"><p>Dette:</p><ul class="typed"><li>- a</li><li>- b</li></ul></div></td>' in html
    )


def test_an_english_page_has_english_labels_and_marks_what_is_norwegian():
    portfolio = builders.a_portfolio(builders.a_project(purpose="Én logg."))

    html = page_of(portfolio, lang=Lang.EN)

    assert '<th scope="row">Purpose</th><td colspan="3" data-typed="" lang="nb">Én logg.</td>' in html
    assert "Formål" not in html


def test_every_part_is_rendered_the_same_way_twice():
    report = a_report(the_portfolio())

    assert render_parts(report) == render_parts(report)


def test_only_a_section_that_takes_little_room_is_kept_on_one_page():
    short, long = (text_of_section(the_page(other="o" * length), 5) for length in (100, 800))

    assert short.startswith('<section class="sec short">')
    assert long.startswith('<section class="sec">')


def text_of_section(html: str, number: int) -> str:
    return next(f"<section{part}" for part in html.split("<section") if f'<span class="no">{number}</span>' in part)
