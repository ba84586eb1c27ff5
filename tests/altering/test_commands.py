"""The commands that change actors and projects: all files together, nothing lost, and known to what compares."""

from __future__ import annotations

import json
import shutil
import zipfile
from pathlib import Path

import pytest

from ehport.form.field import fields_of
from ehport.form.project import Project
from ehport.opening.open import open_round
from ehport.rounds.find import find_round
from ehport.system.errors import UsageError
from ehport.workbook.edited import EditedBook
from ehport.workbook.read import read_submission
from ehport.workbook.register import read_register
from tests.builders import SOUND
from tests.command_line.conftest import run  # noqa: F401 it is a fixture

pytestmark = pytest.mark.slow

FIRST, SECOND = "2021-09", "2022-01"
ACTORS = {"nord": "Helse Nord RHF", "vest": "Helse Vest RHF"}
COSTS = {"901": "10", "902": "20", "903": "40"}


def a_project(number: str, name: str) -> dict[str, object]:
    names = {each.name for each in fields_of(Project) if each.required}
    asked = {key: value for key, value in SOUND.items() if key in names}
    return {**asked, "id": number, "name": name, "total_cost": COSTS[number]}


@pytest.fixture(scope="module")
def two_rounds(tmp_path_factory) -> Path:
    """Two rounds of two actors, the second prefilled and returned as it was."""
    home, records = tmp_path_factory.mktemp("runder"), tmp_path_factory.mktemp("svar")
    given = {"nord": [a_project("901", "Kart"), a_project("902", "Kompass")], "vest": [a_project("903", "Fyrlykt")]}
    for actor, projects in given.items():
        record = {"round": FIRST, "actor": {"id": actor, "name": ACTORS[actor]}, "projects": projects}
        (records / f"{actor}.json").write_text(json.dumps(record), "utf-8")
    open_round(home, FIRST, folder=records)
    open_round(home, SECOND, previous=FIRST)
    return home


@pytest.fixture
def home(two_rounds, tmp_path) -> Path:
    return Path(shutil.copytree(two_rounds, tmp_path / "her"))


def said(home: Path) -> dict[str, dict[str, object]]:
    """Return what each actor's workbook says of its projects, and what it said when it was opened."""
    round_ = find_round(home, SECOND)
    found = {each.id: read_submission(round_.workbook(each), round_)[0] for each in round_.actors}
    return {
        actor: {each.text("id"): (each.answers(), dict(each.before)) for each in book.projects if each.text("id")}
        for actor, book in found.items()
        if book
    }


def registered(home: Path, listed: str = "projects") -> dict[str, object]:
    register, _ = read_register(find_round(home, SECOND).register)
    return {each.record.id if listed == "projects" else each.record.name: each.record for each in register.rows[listed]}


def bytes_of(home: Path) -> dict[str, bytes]:
    return {str(path.relative_to(home)): path.read_bytes() for path in home.rglob("*") if path.is_file()}


def test_a_project_moves_with_the_hidden_copies_of_its_answers(home, run):  # noqa: F811 the fixture
    before = said(home)

    ran = run("project", "move", "902", "vest", within=home)

    after = said(home)
    assert ran.code == 0, ran.err
    assert after["vest"]["902"] == before["nord"]["902"]
    assert after["vest"]["902"][1], "the copies are there"
    assert after["vest"]["903"] == before["vest"]["903"]
    assert set(after["nord"]) == {"901"}
    assert registered(home)["902"].responsible == ACTORS["vest"]
    kept = {path.name.split(".")[0] for path in (home / "submissions" / SECOND / ".earlier").iterdir()}
    assert kept == {"nord", "vest", "register"}
    told = run("compare", FIRST, SECOND, within=home).out
    assert "Ny ansvarlig virksomhet   902 Kompass" in told


def test_a_merger_costs_nothing_more(home, run):  # noqa: F811 the fixture
    run("project", "merge", "901", "902", within=home)
    book = find_round(home, SECOND).folder / "nord.xlsx"
    (entry,) = (each for each in read_submission(book, find_round(home, SECOND))[0].projects if each.text("id"))
    put(book, entry.sheet, {entry.address("total_cost"): "30"})

    told = run("compare", FIRST, SECOND, within=home).out

    assert "Slått sammen              902 Kompass: 901 Kart" in told
    assert "Totalkostnad" not in told
    found = registered(home)
    assert found["901"].state.value == "leaving"
    assert found["902"].aliases == "901; Kart"
    put(book, entry.sheet, {entry.address("total_cost"): "31"})
    assert "Totalkostnad" in run("compare", FIRST, SECOND, within=home).out


def test_a_spin_off_has_its_parent(home, run):  # noqa: F811 the fixture
    ran = run("project", "spin-off", "903", "Lanterne", within=home)

    assert ran.code == 0, ran.err
    assert "904" in said(home)["vest"]
    told = run("compare", FIRST, SECOND, within=home).out
    assert "Skilt ut                  904 Lanterne: 903 Fyrlykt" in told
    assert "Spun off" in run("compare", FIRST, SECOND, "--lang", "en", within=home).out


def test_a_split_project_ends_and_goes_on_as_others(home, run):  # noqa: F811 the fixture
    run("project", "split", "902", "Nål", "Rose", within=home)

    assert set(said(home)["nord"]) == {"901", "904", "905"}
    assert [registered(home)[each].aliases for each in ("904", "905")] == ["902", "902"]
    assert "Delt                      902 Kompass: 904 Nål, 905 Rose" in run("compare", FIRST, SECOND, within=home).out


def test_a_project_that_is_new_renamed_or_leaves(home, run):  # noqa: F811 the fixture
    for words in (
        ("new", "Seil", "--actor", "vest", "--number", "950"),
        ("rename", "903", "Fyr"),
        ("leave", "901", "--why", "Ferdig", "--completed"),
    ):
        assert run("project", *words, within=home).code == 0

    found = registered(home)
    assert (found["950"].name, found["950"].state.value) == ("Seil", "new")
    assert (found["903"].name, found["903"].aliases) == ("Fyr", "Fyrlykt")
    assert (found["901"].state.value, found["901"].next_steps) == ("completed", "Ferdig")
    assert "901" in said(home)["nord"], "its sheet stays for the last report"


def test_a_new_actor_is_asked_at_once(home, run):  # noqa: F811 the fixture
    toml = home / "submissions" / SECOND / "round.toml"
    toml.write_text(toml.read_text("utf-8") + "\n# egen merknad\n", "utf-8")

    ran = run("actor", "add", "sor", "Helse Sør", "--group", "RHF", within=home)

    assert ran.code == 0, ran.err
    round_ = find_round(home, SECOND)
    assert [each.id for each in round_.actors] == ["nord", "vest", "sor"]
    assert "# egen merknad" in toml.read_text("utf-8")
    assert read_submission(round_.workbook(round_.actors[-1]), round_)[0].actor.record.name == "Helse Sør"
    assert registered(home, "organisations")["Helse Sør"].group == "RHF"
    assert run("project", "move", "901", "sor", within=home).code == 0


def test_a_renamed_actor_has_given_nothing_away(home, run):  # noqa: F811 the fixture
    assert run("actor", "rename", "vest", "Vestlandet", within=home).code == 0

    round_ = find_round(home, SECOND)
    assert round_.actors[1].name == "Vestlandet"
    assert registered(home, "organisations")["Vestlandet"].aliases == ACTORS["vest"]
    assert "Ny ansvarlig" not in run("compare", FIRST, SECOND, within=home).out


def test_merged_actors_keep_every_sheet(home, run):  # noqa: F811 the fixture
    before = said(home)

    ran = run("actor", "merge", "nord", "vest", within=home)

    assert ran.code == 0, ran.err
    assert said(home) == {"vest": {**before["vest"], **before["nord"]}}
    assert not (home / "submissions" / SECOND / "nord.xlsx").exists()
    assert list((home / "submissions" / SECOND / ".earlier").glob("nord.*"))
    assert {each.responsible for each in registered(home).values()} == {ACTORS["vest"]}


@pytest.mark.parametrize(
    "line",
    [
        "project move 902 vest",
        "project merge 901 902",
        "actor merge nord vest",
        "actor add sor Sør",
        "project new Seil --actor vest",
    ],
)
def test_a_dry_run_writes_nothing(line, home, run):  # noqa: F811 the fixture
    before = bytes_of(home)

    ran = run(*line.split(), "--dry-run", within=home)

    assert ran.code == 0, ran.err
    assert {name: data for name, data in bytes_of(home).items() if not name.startswith("output")} == before


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("project move 902 ves", "Mente du «vest»"),
        ("project move 902 nord", "har alt prosjekt 902"),
        ("project rename Kompas X", "Mente du «Kompass»"),
        ("project merge 901 901", "nevnt to ganger"),
        ("project split 901 Bare", "minst to navn"),
        ("project new Kart --actor vest", "har alt 901"),
        ("project new Ny", "--actor"),
        ("project move 902", "project --help"),
        ("project mover 902 vest", "move"),
        ("actor add nord Noe", "har alt en aktør"),
        ("actor add register Noe", "register"),
        ("actor merge nord nord", "seg selv"),
        ("actor add x", "to ord"),
    ],
)
def test_what_cannot_be_done_is_told_and_changes_nothing(line, told, home, run):  # noqa: F811 the fixture
    before = bytes_of(home)

    ran = run(*line.split(), within=home)

    assert ran.code == 2
    assert told in " ".join(ran.err.split())
    assert {name: data for name, data in bytes_of(home).items() if not name.startswith("output")} == before


def test_a_workbook_that_somebody_has_open_is_left_alone(home, run):  # noqa: F811 the fixture
    (home / "submissions" / SECOND / "~$vest.xlsx").write_bytes(b"")

    ran = run("project", "move", "902", "vest", within=home)

    assert ran.code == 2
    assert "er åpen i Excel" in ran.err


def test_a_workbook_that_declares_entities_is_not_edited(tmp_path):
    with zipfile.ZipFile(tmp_path / "x.xlsx", "w") as made:
        made.writestr("docProps/app.xml", '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'.encode("utf-16"))

    with pytest.raises(UsageError, match="no workbook needs"):
        EditedBook(tmp_path / "x.xlsx")


def put(book: Path, sheet: str, cells: dict[str, str]) -> None:
    from openpyxl import load_workbook

    workbook = load_workbook(book)
    for address, text in cells.items():
        workbook[sheet][address] = text
    workbook.save(book)
