"""Personal data in what is printed: found where it is, shortened where it is told, and accepted only by the office."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ehport.diagnostics import text as rendering
from ehport.diagnostics.code import Code
from ehport.diagnostics.personal import PERSONAL_RULES
from ehport.diagnostics.severity import Severity
from ehport.form.field import answers, fields_of, lists
from ehport.form.kinds import Line, Prose
from ehport.form.project import Project
from ehport.lang.language import Lang
from ehport.model.portfolio import collect
from ehport.report.editorial import parse_editorial
from ehport.report.personal_text import personal_text
from ehport.rules import verdict
from ehport.rules.personal import the_actor_is_not_personal, the_register_is_not_personal
from ehport.rules.personal_data import find_personal_data, is_identity_number
from tests.builders import a_portfolio, a_project, a_register, a_round, a_submission, an_actor
from tests.later_rounds import sample_portfolio

# Numbers of no one: the month is 80 too high in them, as in all that the tax authority makes for tests.
BIRTH, D_NUMBER = "01819050062", "41819050056"


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (BIRTH, "C240 01…"),
        ("018190 50062", "C240 01…"),
        ("01.81.90 50062", "C240 01…"),
        ("01 81 90 50062", "C240 01…"),
        ("018190-50062", "C240 01…"),
        ("018190\u00a050062", "C240 01…"),
        (f"fnr. {D_NUMBER}, født i Bergen", "C240 41…"),
        ("Kari.Nordmann+helse@nhn.no", "C241 Ka…@nhn.no"),
        ("skriv til <post@e-helse.example.com>.", "C241 po…@e-helse.example.com"),
        ("990 00 000", "C242 99…"),
        ("+47 990 00 000", "C242 99…"),
        ("0047 22 00 00 00", "C242 22…"),
        ("tlf. 55 00 00 00", "C242 55…"),
        ("Kari, 99000000", "C242 99…"),
        ("mobilnr: 99000000", "C242 99…"),
        ("telefon 55000000", "C242 55…"),
        ("ring 22 00 00 99 i dag", "C242 22…"),
    ],
)
def test_personal_data_is_found_and_shortened(typed, told):
    assert [f"{each.code.value} {each.shortened}" for each in find_personal_data(typed)] == [told]


@pytest.mark.parametrize(
    "typed",
    [
        "01819050063",  # another control digit
        "01819050162",
        "31029012345",  # no such control digits
        "99819050062",  # no such day
        "12345678901234",
        "01819050062,5",
        "144, 150 og 161",
        "2019 2020 2021 2022",
        "20 21 22 23",
        "45 46 47 48",
        "660733000",
        "660 733 000",
        "98 765 432 kroner",
        "kr 98765432",
        "98765432 kr",
        "12345678",
        "12 345 678",
        "16.04.2021",
        "20210416",
        "2021-04-16 10:30",
        "org.nr. 987 654 321",
        "sak 99000000",
        "sak 2021/99000000",
        "versjon 4.10.20.30",
        "kapittel 4 og 5 @ møtet",
        "@rolle",
        "10 mill. i 2021, 12 mill. i 2022",
        "1.1, 2.1 og 3.2",
        "https://example.no/prosjekt/99000000",
    ],
)
def test_what_is_no_persons_is_left_alone(typed):
    assert list(find_personal_data(typed)) == []


def test_both_control_digits_are_checked():
    wrong = [f"{BIRTH[:9]}{digits:02}" for digits in range(100) if f"{BIRTH[:9]}{digits:02}" != BIRTH]

    assert is_identity_number(BIRTH)
    assert not any(map(is_identity_number, wrong))


def test_the_sample_round_has_no_personal_data():
    found = verdict.check_round(sample_portfolio(), ())

    assert found
    assert [each for each in found if each.code in PERSONAL_RULES] == []


def _cells_told(name: str) -> list[str]:
    listed, _, own = name.partition(".")
    changes = {listed: [{own: f"se {BIRTH}"}]} if own else {listed: f"se {BIRTH}"}
    submission = a_submission(a_project(**changes))
    found = verdict.check_workbook(submission, (), a_round())
    return [each.at.cell for each in found if each.code is Code.IDENTITY_NUMBER and each.at.field == name]


def _texts() -> list[str]:
    found = [each.name for each in answers(fields_of(Project)) if each.printed and isinstance(each.one, (Line, Prose))]
    for listed in lists(fields_of(Project)):
        for each in answers(fields_of(listed.rows.record)):
            if each.printed and isinstance(each.one, (Line, Prose)) and not listed.rows.keys and not listed.rows.single:
                found.append(f"{listed.name}.{each.name}")
    return found


@pytest.mark.parametrize("name", _texts())
def test_an_identity_number_is_an_error_at_its_cell_in_every_text_that_is_printed(name):
    (cell,) = _cells_told(name)

    assert cell


@pytest.mark.parametrize(("typed", "told"), [
    ("45000000", []),
    ("990 00 000", ["C242 total_cost", "C242 financing.budget_year"]),
    (BIRTH, ["C240 total_cost", "C240 financing.budget_year"]),
    ("tlf. 990 00 000", ["C242 total_cost", "C242 financing.budget_year"]),
    ("kari@example.no", ["C241 total_cost", "C241 financing.budget_year"]),
])  # fmt: skip
def test_an_amount_in_kroner_is_no_telephone_number_and_what_is_no_amount_may_be(typed, told):
    project = a_project(total_cost=typed, financing=[{"source": "Stat", "amounts": {"2021": typed}}])

    found = verdict.check_workbook(a_submission(project), (), a_round())

    personal = [each for each in found if each.code in PERSONAL_RULES]
    assert [f"{each.code.value} {each.at.field}" for each in personal] == told


def test_the_number_is_not_repeated_in_the_message():
    found = verdict.check_workbook(a_submission(a_project(purpose=f"Meldt inn av {BIRTH}.")), (), a_round())
    (told,) = (each for each in found if each.code is Code.IDENTITY_NUMBER)
    shown = "".join(rendering.report([told], lang) for lang in Lang)

    assert told.severity is Severity.ERROR
    assert "«01…»" in shown
    assert BIRTH not in shown
    assert BIRTH[:6] not in shown


def test_the_contact_is_not_printed_and_so_not_told_but_the_actors_name_is():
    contact = an_actor(id="helse-vest", name="Kari 990 00 000", contact="Kari", contact_email="kari@example.no")
    submission = replace(a_submission(), actor=contact)

    assert [(each.code, each.at.field) for each in the_actor_is_not_personal(submission)] == [(Code.PHONE, "name")]


def test_the_register_and_the_settings_are_read_too():
    register = a_register(projects=[{"id": "900", "next_steps": "Spør kari@example.no"}])
    round_ = a_round(title=f"Portefølje {BIRTH}")
    portfolio = collect(round_, register, [a_submission()])[0]

    found = list(the_register_is_not_personal(portfolio))

    assert [(each.code, each.at.file, each.at.project, each.at.field) for each in found] == [
        (Code.EMAIL, "register.xlsx", "900", "next_steps"),
        (Code.IDENTITY_NUMBER, "round.toml", "", "title"),
    ]


def test_only_an_exemption_settles_it_for_it_is_printed_in_spite_of_an_adjustment():
    adjusted = {"project": "900", "field": "purpose", "value": "Én logg", "reason": "Avtalt"}
    accepted = {
        "code": "C241",
        "project": "900",
        "field": "purpose",
        "reason": "Felles",
        "last_round": "2030-01",
    }
    register = a_register(adjustments=[adjusted], exemptions=[accepted])
    project = a_project(purpose=f"Meldt inn av post@example.no, {BIRTH}.")

    found = verdict.check_round(a_portfolio(project, register=register), ())

    told = [(each.code.value, each.settled) for each in found if each.code in {Code.EMAIL, Code.IDENTITY_NUMBER}]
    assert told == [("C240", ""), ("C241", "Felles")]


def test_the_offices_text_and_its_links_are_read_line_by_line():
    chapter = parse_editorial(
        "02-status.md",
        "# Status\n\nSpør [Kari](mailto:kari@example.no) eller\nring 990 00 000.\n\n"
        f"- punkt {BIRTH}\n<!-- ola@example.no -->\n",
    )

    found = [(each.code.value, each.at.file, each.at.line) for each in personal_text(chapter)]

    assert sorted(found) == [
        ("C240", "editorial/02-status.md", 6),
        ("C241", "editorial/02-status.md", 3),
        ("C242", "editorial/02-status.md", 3),
    ]


@pytest.mark.parametrize(("field", "left"), [("02-status.md", []), ("", []), ("03-neste-ar.md", ["C241"])])
def test_the_office_accepts_it_in_a_chapter_by_the_name_of_the_file(field, left):
    accepted = {"code": "C241", "field": field, "reason": "Kontorets postkasse", "last_round": "2030-01"}
    portfolio = a_portfolio(register=a_register(exemptions=[accepted]))
    chapter = parse_editorial("02-status.md", "# Status\n\nSpør post@example.no.\n")

    found = verdict.check_chapters(portfolio, personal_text(chapter))

    assert [each.code.value for each in found if each.code is Code.EMAIL and not each.settled] == left
    assert (Code.EXEMPTION_UNUSED in {each.code for each in found}) == bool(left)
