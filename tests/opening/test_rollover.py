"""A round that follows another: what it takes over, and what the office is told."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from ehport.analysis.facts import facts
from ehport.form.answers import Answers, from_record
from ehport.form.field import fields_of
from ehport.form.project import Project
from ehport.form.vocabulary import Rating
from ehport.model.round import AskedActor
from ehport.model.submission import Entry
from ehport.model.touched import Touch, touched
from ehport.opening.json_records import Record
from ehport.opening.open import Opening, StartingPoint, prepare, write, write_opening
from ehport.opening.rollover import skeleton
from ehport.opening.round_settings import Settled
from ehport.opening.source import Material
from ehport.rounds.find import find_round
from ehport.rounds.read import read_round
from ehport.system.assets import templates
from ehport.system.errors import UsageError
from ehport.workbook.read import read_submission
from ehport.workbook.register import read_register
from tests.builders import REGISTERED, SOUND, SOUND_NATIONAL, a_round
from tests.source import ROOT
from tests.workbook.books import answer, edit, row

GONE = {"112": "Går ut", "138": "Går ut", "139": "Går ut", "170": "Ferdigstilt"}


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with April's round and September's opened from it."""
    home = tmp_path_factory.mktemp("rounds")
    (home / "submissions").mkdir()
    (home / "submissions" / "2021-04").symlink_to(ROOT / "submissions" / "2021-04")
    write_opening(prepare(home, "2021-09", StartingPoint("2021-04")))
    return home


def rows_of(home: Path, name: str, round_id: str = "2021-09") -> list[dict[str, str]]:
    register, _ = read_register(find_round(home, round_id).register)
    assert register is not None
    return [dict(row) for row in register.answers().rows.get(name, ())]


def without_number(entry: Entry[Any]) -> dict[str, str]:
    return {name: text for name, text in entry.answers().texts.items() if name != "id"}


def test_every_actor_gets_the_last_answers_back(home: Path) -> None:
    before, after = (find_round(home, each) for each in ("2021-04", "2021-09"))

    for actor in after.actors:
        was, _ = read_submission(before.workbook(actor), before)
        now, told = read_submission(after.workbook(actor), after)
        assert was is not None
        assert now is not None
        assert [without_number(each) for each in now.projects] == [without_number(each) for each in was.projects]
        assert all(touched(each).is_untouched for each in now.projects)
        assert [each.code.name for each in told if each.code.value[0] in "FS"] == ["SHEET_EMPTY"]


def test_the_round_says_where_it_comes_from_and_who_is_asked(home: Path) -> None:
    before, after = (find_round(home, each) for each in ("2021-04", "2021-09"))

    assert (after.previous, after.cutoff.isoformat(), after.published, after.budget_year) == (
        "2021-04",
        "2021-09-30",
        "2021-10",
        2021,
    )
    assert after.actors == before.actors


def test_who_left_is_among_the_former_projects_and_who_was_new_is_active(home: Path) -> None:
    states = {each["id"]: each["state"] for each in rows_of(home, "projects")}
    former = rows_of(home, "former_projects")

    assert {each["id"]: (each["state"], each["last_round"]) for each in former} == {
        number: (state, "2021-04") for number, state in GONE.items()
    }
    assert all(each["next_steps"] for each in former)
    assert not set(GONE) & set(states)
    assert "Ny" not in states.values()
    assert rows_of(home, "adjustments") == []


def test_the_figures_of_the_closed_round_are_kept_under_their_names(home: Path) -> None:
    known = facts(read_round(find_round(home, "2021-04")).portfolio)
    kept = {each["name"]: each["value"] for each in rows_of(home, "key_figures") if each["round"] == "2021-04"}

    assert kept["projects.count"] == str(known["projects.count"].value)
    assert kept["budget.total"] == "1722,75"
    assert set(kept) <= set(known)
    assert {f"{field}.{rating.value}.share" for field in ("status", "risk") for rating in Rating} <= set(kept)
    assert [each for each in rows_of(home, "key_figures") if each["round"] == "2021-01"] == rows_of(
        home, "key_figures", "2021-04"
    )


def test_the_next_report_finds_the_figures_as_those_of_the_previous_round(home: Path) -> None:
    found = facts(read_round(find_round(home, "2021-09")).portfolio)

    assert found["previous.budget.total"].value == 1_722_750
    assert found["previous.status.yellow.share"].value == 54


def small(home: Path, register: dict[str, list[dict[str, str]]] | None = None, **answers: Any) -> Path:
    """Write a round of two actors, one of them with two projects, and return its folder."""
    actors = (AskedActor("helse-vest", "Helse Vest RHF"), AskedActor("ks", "KS"))
    round_ = a_round(id="2021-09", previous="2021-04", actors=actors)
    given = [from_record({**SOUND, **SOUND_NATIONAL, **changes}, Project, 2021) for changes in (answers, {"id": "901"})]
    rows = {"projects": [REGISTERED, {**REGISTERED, "id": "901", "state": "Ferdigstilt", "aliases": "Gammel logg"}]}
    material = Material(
        round_,
        {**rows, **(register or {})},
        {},
        {"helse-vest": Record(actors[0], tuple(given)), "ks": Record(actors[1])},
    )
    folder = home / "submissions" / "2021-09"
    write(material, folder)
    return folder


def following(home: Path, **settled: str) -> Opening:
    return prepare(home, "2022-01", StartingPoint("2021-09"), Settled(**{"budget_year": "2021", **settled}))


def given_in(opening: Opening) -> list[Answers]:
    return [each for each in opening.material.records["helse-vest"].projects if each]


def notes_of(opening: Opening) -> list[str]:
    return [note.nb for note in opening.material.notes]


def test_what_is_delivered_is_marked_so_where_only_the_time_says_it(tmp_path: Path) -> None:
    listed = [
        {"name": "Pilot", "planned": "Levert"},
        {"name": "Bredding", "planned": "06.2022"},
        {"name": "Kurs", "planned": "Levert", "state": "Utgår"},
    ]
    small(tmp_path, deliverables=listed)

    (given,) = given_in(following(tmp_path))

    assert [each.get("state", "") for each in given.rows["deliverables"]] == ["Levert", "", "Utgår"]


def test_a_project_that_left_gets_no_sheet_and_keeps_its_earlier_names(tmp_path: Path) -> None:
    small(tmp_path)

    opening = following(tmp_path)

    assert [each.texts["id"] for each in given_in(opening)] == ["900"]
    assert [dict(each) for each in opening.material.register["former_projects"]] == [
        {
            "id": "901",
            "name": "Felles logg",
            "responsible": "Helse Vest RHF",
            "area": "1.1",
            "state": "Ferdigstilt",
            "aliases": "Gammel logg",
            "last_round": "2021-09",
        }
    ]
    assert notes_of(opening) == ["Flyttet til arket Tidligere prosjekter: 901 Felles logg"]


def test_an_expired_exemption_is_dropped_and_told_and_a_valid_one_stays(tmp_path: Path) -> None:
    exempted = [
        {"code": "R301", "project": "900", "reason": "Avklart", "last_round": "2021-09"},
        {"code": "R302", "project": "900", "reason": "Avklart", "last_round": "2022-01"},
    ]
    small(tmp_path, {"exemptions": exempted})

    opening = following(tmp_path)

    assert [each["code"] for each in opening.material.register["exemptions"]] == ["R302"]
    assert "Unntak som ikke gjelder lenger: R301 900" in notes_of(opening)


def test_adjustments_are_dropped_and_the_office_is_told_which_answers_they_were_for(tmp_path: Path) -> None:
    fields = (("total_cost", "30"), ("budget_year", "4"), ("id", "900"))
    adjusted = [{"project": "900", "field": name, "value": value, "reason": "Avtalt"} for name, value in fields]
    small(tmp_path, {"adjustments": adjusted})

    opening = following(tmp_path)

    assert not opening.material.register["adjustments"]
    assert [each.texts["total_cost"] for each in given_in(opening)] == ["24"]
    assert any(
        note.endswith("Be aktørene rette dem: «Totalkostnad» i 900; «Finansiering 2021» i 900")
        for note in notes_of(opening)
    )


def test_an_active_project_that_nobody_reported_is_told_because_it_gets_no_sheet(tmp_path: Path) -> None:
    small(tmp_path, {"projects": [REGISTERED, {**REGISTERED, "id": "902", "name": "Ny tavle"}]})

    notes = notes_of(following(tmp_path))

    assert [note for note in notes if "tomme arket" in note and note.endswith(": 902 Ny tavle")]


def test_a_workbook_that_cannot_be_read_is_opened_blank_and_told(tmp_path: Path) -> None:
    folder = small(tmp_path)
    (folder / "helse-vest.xlsx").write_text("ikke en arbeidsbok", "utf-8")
    (folder / "ks.xlsx").unlink()

    opening = following(tmp_path)

    told = [note for note in notes_of(opening) if "åpnet uten svar fra forrige runde" in note]
    assert [note.split()[0] for note in told] == ["helse-vest.xlsx", "ks.xlsx"]
    assert [each.projects for each in opening.material.records.values()] == [(), ()]


def test_a_register_that_cannot_be_read_is_opened_empty_and_told(tmp_path: Path) -> None:
    (small(tmp_path) / "register.xlsx").unlink()

    opening = following(tmp_path)

    assert not opening.material.register.get("projects")
    assert any("Registeret er åpnet tomt" in note for note in notes_of(opening))


def test_what_is_left_of_a_later_budget_year_is_told_to_the_actor_beside_the_cell(tmp_path: Path) -> None:
    small(tmp_path, financing=[{"source": "HOD", "amounts": {"..2019": "ca. 1", "2020": "4", "2021": "12"}}])

    opening = following(tmp_path, budget_year="2022")
    write_opening(opening)
    sheet = load_workbook(opening.folder / "helse-vest.xlsx").worksheets[2]
    at = row(sheet, "financing.*")

    assert [sheet.cell(at, column).value for column in range(3, 7)] == ["HOD", "5 (må bekreftes)", "12", None]
    formula = str(sheet.cell(at, 10).value)
    assert f'IF(OR(LEN(TRIM(D{at}))=0,ISNUMBER(SEARCH("(må bekreftes)",' in formula
    assert "Legg selv sammen i Til og med 2020: Til og med 2019 (ca. 1) og 2020 (4)" in formula
    assert any(note.endswith("Det gjelder helse-vest.xlsx: 900") for note in notes_of(opening))


def test_ticks_and_nothing_to_report_are_not_carried_over(tmp_path: Path) -> None:
    ticks = {each.name for each in fields_of(Project) if each.confirms}
    small(tmp_path)
    write_opening(following(tmp_path))
    workbook = tmp_path / "submissions" / "2022-01" / "helse-vest.xlsx"
    edit(workbook, answer(**dict.fromkeys(ticks, "Ja")))
    edit(workbook, answer(nothing_to_report="Ja"), sheet="Aktør")
    returned, _ = read_submission(workbook, find_round(tmp_path, "2022-01"))

    write_opening(prepare(tmp_path, "2022-04", StartingPoint("2022-01")))
    opened, _ = read_submission(tmp_path / "submissions" / "2022-04" / "helse-vest.xlsx", None)

    assert returned is not None
    assert opened is not None
    assert set(touched(returned.projects[0]).fields.values()) == {Touch.CONFIRMED}
    assert set(touched(opened.projects[0]).fields.values()) == {Touch.UNTOUCHED}


def test_an_actor_who_joined_is_carried_on(tmp_path: Path) -> None:
    path = small(tmp_path) / "round.toml"
    path.write_text(path.read_text("utf-8") + '\n[[actors]]\nid = "ny-aktor"\nname = "Ny aktør"\n', "utf-8")

    opening = following(tmp_path)

    assert opening.material.round.actors[-1].id == "ny-aktor"


def test_a_chapter_nobody_wrote_in_keeps_the_text_of_the_round_before_and_no_more() -> None:
    first = skeleton("# Status\n\nTeksten fra april.\n")
    unwritten = skeleton(first)
    written = skeleton(first.replace("<!--", "Teksten fra september.\n\n<!--"))

    assert unwritten == first
    assert "Teksten fra september." in written
    assert "april" not in written


def test_a_project_gets_the_number_that_the_office_has_given_it(tmp_path: Path) -> None:
    small(tmp_path, id="")

    (given,) = given_in(following(tmp_path))

    assert given.texts["id"] == "900"


@pytest.mark.parametrize(
    ("round_id", "previous", "told"),
    [
        ("2021-04", "2021-04", "Runden 2021-04 er ikke før 2021-04"),
        ("2021-01", "2021-04", "Runden 2021-04 er ikke før 2021-01"),
        ("2022-01", "2021-05", "2021-04"),
    ],
)
def test_a_round_can_only_follow_an_earlier_one(home: Path, round_id: str, previous: str, told: str) -> None:
    with pytest.raises(UsageError) as refused:
        prepare(home, round_id, StartingPoint(previous))

    assert told in refused.value.text.nb


@pytest.mark.parametrize("year", ["2020", "2025"])
def test_a_budget_year_too_far_from_the_last_is_refused(home: Path, year: str) -> None:
    with pytest.raises(UsageError, match="--budget-year 2021"):
        prepare(home, "2021-09", StartingPoint("2021-04"), Settled(budget_year=year))


def test_a_chapter_carried_over_keeps_headings_and_blocks_and_hides_the_old_text() -> None:
    carried = skeleton("# Status\n\nGammel tekst -- her.\n\n{{ figure: status }}\n")

    assert carried.startswith("# Status\n\n{{ figure: status }}\n\n<!--")
    assert carried.count("--") == 2


def test_an_arrow_in_the_old_text_does_not_end_the_comment_around_it() -> None:
    carried = skeleton("# Status\n\nFra rød ---> gul.\n")

    assert carried.index("gul") < carried.index("-->")
    assert carried.count("-->") == 1


def test_a_chapter_saved_by_notepad_keeps_its_headings_and_one_in_an_old_encoding_is_told(tmp_path: Path) -> None:
    chapters = small(tmp_path) / "editorial"
    chapters.mkdir(exist_ok=True)
    (chapters / "02-status.md").write_text("# Status\n\nTekst.\n", "utf-8-sig")
    (chapters / "03-neste-ar.md").write_text("# Neste år\n", "latin-1")

    opening = following(tmp_path)

    assert opening.material.editorial["02-status.md"].startswith("# Status\n\n<!--")
    assert list(opening.material.editorial) == ["02-status.md"]
    assert [note.split()[0] for note in notes_of(opening) if "UTF-8" in note] == ["03-neste-ar.md"]


def test_a_chapter_that_is_a_link_out_of_the_round_is_not_followed(tmp_path: Path) -> None:
    chapters = small(tmp_path) / "editorial"
    chapters.mkdir(exist_ok=True)
    (tmp_path / "secret.txt").write_text("# Passord\n", "utf-8")
    (chapters / "02-status.md").symlink_to(tmp_path / "secret.txt")

    opening = following(tmp_path)

    assert opening.material.editorial == {}
    assert [note.split()[0] for note in notes_of(opening) if "lenke" in note] == ["02-status.md"]


def test_the_prefilled_copies_stand_in_the_row_of_their_answer(home: Path) -> None:
    sheet = load_workbook(home / "submissions" / "2021-09" / "helse-nord.xlsx").worksheets[2]
    at = row(sheet, "name")

    assert sheet[f"AA{at}"].value == sheet[f"C{at}"].value


def test_a_year_in_a_heading_follows_the_round():
    heads = "# Porteføljen i 2022\n\nMer i 2022.\n\n## Budsjettet for 2021\n\n## Fra 2019\n\n## 2022-planen\n"

    carried = skeleton(heads, 2021)

    kept = [line for line in carried.partition("<!--")[0].splitlines() if line]
    assert kept == [
        "# Porteføljen i {{ round.next_year }}",
        "## Budsjettet for {{ round.budget_year }}",
        "## Fra 2019",
        "## {{ round.next_year }}-planen",
    ]
    assert "Mer i 2022." in carried


def test_the_chapters_that_a_first_round_opens_with_have_no_year_of_their_own():
    texts = [path.read_text("utf-8") for path in sorted((templates() / "round" / "editorial").glob("*.md"))]

    assert texts
    assert not any(re.search(r"^#.*(20\d\d|neste år)", text, re.MULTILINE) for text in texts)
