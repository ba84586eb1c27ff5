"""Editions: what is published stays as it was, and a corrected one says what it corrects."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from ehport.building import manifest
from ehport.building.publish import publish
from ehport.building.verify import verify
from ehport.form.answers import from_record
from ehport.form.project import Project
from ehport.model.round import FILE, Round
from ehport.model.round_text import round_text
from ehport.rounds.find import find_round
from ehport.rounds.history import earlier_rounds
from ehport.rounds.read import read_round
from ehport.system.errors import UsageError
from ehport.system.fingerprint import digests
from ehport.workbook.form_book import write_form
from ehport.workbook.register_book import write_register
from tests.builders import REGISTERED, SOUND, a_round

DAY, LATER = "2021-05-20", "2021-06-01"
WHY = "Budsjettet var <i tusen> & ikke i millioner"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Return a folder with a round of one project and its finished report."""
    round_ = replace(a_round(), folder=tmp_path / "submissions" / "2021-04", previous="")
    (round_.folder / "editorial").mkdir(parents=True)
    (round_.folder / FILE).write_text(round_text(round_), "utf-8")
    write_register(round_.folder / "register.xlsx", {"projects": [REGISTERED]}, round_id=round_.id)
    budget(tmp_path, "12")
    return tmp_path


def april(home: Path) -> Round:
    return find_round(home, "2021-04")


def budget(home: Path, amount: str) -> None:
    """Let the project of a round have a budget, and build the report of it."""
    round_ = april(home)
    money = [{"source": "Helse Vest", "amounts": {"2021": amount}}]
    given = from_record({**SOUND, "financing": money, "financing_total": None}, Project, 2021)
    write_form(round_.folder / "helse-vest.xlsx", round_, round_.actors[0], [given])
    built(home)


def built(home: Path, **changes: object) -> None:
    """Write the files of a finished report, as a build leaves them."""
    folder = home / "output" / "2021-04"
    for name, text in {"rapport.html": '<html><body class="x">R</body></html>', "feedback/ks.md": "Hei"}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    found = manifest.beginning(april(home).folder, {"draft": "False"})
    files = digests([folder / "rapport.html", folder / "feedback" / "ks.md"], folder)
    manifest.write_manifest(folder, replace(found, outputs=files, **changes))  # type: ignore[arg-type]


def budget_in_september(home: Path) -> int | None:
    """Return what a round after April takes for the budget of then."""
    later = replace(a_round(), folder=home / "submissions" / "2021-09", id="2021-09", previous="2021-04")
    later.folder.mkdir(exist_ok=True)
    (later.folder / FILE).write_text(round_text(later), "utf-8")
    write_register(later.folder / "register.xlsx", {"projects": [REGISTERED]}, round_id=later.id)
    (memory,) = read_round(find_round(home, "2021-09")).portfolio.memories
    return memory.projects[0].budget


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_later_rounds_take_what_was_published_until_there_is_a_corrected_edition(home: Path) -> None:
    first = publish(home, april(home), day=DAY)
    kept = files(first.folder)

    assert (first.number, sorted(kept)) == (1, ["edition.json", "manifest.json", "rapport.html"])
    assert json.loads(kept["edition.json"])["figures"]["budget.total"]["value"] == "12 mill. kr"

    budget(home, "120")
    assert budget_in_september(home) == 12_000

    second = publish(home, april(home), day=LATER, why=WHY)
    assert second.number == 2
    assert budget_in_september(home) == 120_000
    assert files(first.folder) == kept
    assert verify(first.folder).is_sound


def test_a_corrected_edition_has_a_page_of_what_changed_and_why_and_a_mark(home: Path) -> None:
    publish(home, april(home), day=DAY)
    budget(home, "120")

    edition = publish(home, april(home), day=LATER, why=WHY)

    page = (edition.folder / "rettelser.html").read_text("utf-8")
    assert "Budsjettet var &lt;i tusen&gt; &amp; ikke i millioner" in page
    assert LATER in page
    assert "<td>12 mill. kr</td><td>120 mill. kr</td>" in page
    assert "projects.count" not in page
    web = (edition.folder / "rapport.html").read_text("utf-8")
    assert web.startswith('<html><body class="x"><p role="note"')
    assert 'href="rettelser.html"' in web
    assert verify(edition.folder).is_sound
    assert verify(home / "output" / "2021-04").is_sound


def test_the_same_report_is_kept_once(home: Path) -> None:
    first = publish(home, april(home), day=DAY)

    again = publish(home, april(home), day=LATER)

    assert (again.folder, again.is_new) == (first.folder, False)


def test_a_corrected_edition_must_say_why(home: Path) -> None:
    publish(home, april(home), day=DAY)
    budget(home, "120")

    with pytest.raises(UsageError, match="--why"):
        publish(home, april(home), day=LATER)

    assert [path.name for path in (home / "published" / "2021-04").iterdir() if path.name.isdecimal()] == ["1"]


@pytest.mark.parametrize(
    ("changes", "told"), [({"asked": {"draft": "True"}}, "draft"), ({"diagnostics": {"error": 2}}, "draft")]
)
def test_a_draft_is_not_published(changes: dict[str, object], told: str, home: Path) -> None:
    built(home, **changes)

    with pytest.raises(UsageError, match=told):
        publish(home, april(home), day=DAY)


def test_a_report_of_an_older_state_of_the_round_is_not_published(home: Path) -> None:
    (april(home).folder / "editorial" / "02-status.md").write_text("# Ny", "utf-8")

    with pytest.raises(UsageError, match="build-report"):
        publish(home, april(home), day=DAY)


def test_rounds_before_a_published_one_are_found_beside_it(home: Path) -> None:
    january = home / "submissions" / "2021-01"
    january.mkdir()
    (january / FILE).write_text(round_text(replace(a_round(), id="2021-01", previous="")), "utf-8")
    path = april(home).folder / FILE
    path.write_text(path.read_text("utf-8").replace('previous = ""', 'previous = "2021-01"'), "utf-8")
    built(home)
    publish(home, april(home), day=DAY)
    budget_in_september(home)

    found, told = earlier_rounds(find_round(home, "2021-09"))

    assert told == ()
    assert [each.id for each in found] == ["2021-01", "2021-04"]
    assert found[1].folder == home / "published" / "2021-04" / "kilder" / "1" / "2021-04"
