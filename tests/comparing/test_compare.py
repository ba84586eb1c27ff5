"""Rounds and workbooks compared from the command line: what is refused, and what is printed."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from ehport.changes.budget_bridge import Step
from ehport.changes.change import ChangeKind, Event
from ehport.cli import app
from ehport.comparing import compare as comparing
from ehport.comparing import json as comparing_json
from ehport.comparing.json import as_json
from ehport.comparing.text import WIDTH, as_text
from ehport.lang.language import Lang
from ehport.opening.open import fill
from ehport.system.errors import UsageError
from tests.later_rounds import Draft, later_round
from tests.source import ROOT

RECORDS = ROOT / "tests" / "rounds" / "2021-04" / "submissions"


def edit(draft: Draft) -> None:
    draft.projects["164"]["status"] = "Rød"
    draft.projects["107"]["ends"] = "Q2 2022"
    draft.projects["160"]["financing"][0]["amounts"]["2021"] = "60"
    draft.projects["194"]["purpose"] = "Noe helt annet."
    draft.registered("117").update(state="Ferdigstilt", next_steps="Tjenestene er i drift.")


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("home")
    later_round(folder, edit)
    return folder


def compared(home: Path, *sides: str, project: str | None = None) -> comparing.Compared:
    return comparing.compare_named(*sides, root=home, project=project)


@pytest.mark.parametrize(
    ("sides", "remedy"),
    [
        (("2021-09", "2021-04"), "ehport compare 2021-04 2021-09"),
        (("2021-04", "helse-vest.xlsx"), "2021-04 2021-09"),
        (("gammel.xlsx", "ny.xlsx"), "2021-04 2021-09"),
        (("2020-01", "2021-09"), "2021-04, 2021-09"),
    ],
)
def test_what_cannot_be_compared_is_refused_with_the_remedy(home, sides, remedy):
    with pytest.raises(UsageError) as refused:
        compared(home, *sides)

    assert remedy in refused.value.text.nb
    assert remedy in refused.value.text.en


def test_a_round_whose_register_cannot_be_read_is_refused_with_the_remedy(tmp_path):
    later_round(tmp_path)
    (tmp_path / "submissions" / "2021-04" / "register.xlsx").write_text("ikke en arbeidsbok", "utf-8")

    with pytest.raises(UsageError) as refused:
        compared(tmp_path, "2021-04", "2021-09")

    assert "2021-04" in refused.value.text.nb
    assert "«register.xlsx» er en tekstfil" in refused.value.text.nb


def test_an_unknown_project_is_refused_with_those_there_are(home):
    with pytest.raises(UsageError, match="5, 11, 47"):
        compared(home, "2021-04", "2021-09", project="999")


@pytest.mark.parametrize("lang", Lang)
def test_the_text_tells_the_portfolio_first_and_fits_a_terminal(home, lang):
    lines = as_text(compared(home, "2021-04", "2021-09"), lang).splitlines()

    assert max(map(len, lines)) <= WIDTH
    assert lines[0].startswith("2021-04 → 2021-09: 5 ")
    places = [next(at for at, line in enumerate(lines) if name in line) for name in ("117", "722", "164 Regional")]
    assert places == sorted(places)


def test_the_text_tells_before_and_now_and_what_is_left_out(home):
    text = as_text(compared(home, "2021-04", "2021-09"), Lang.NB)

    assert "Grønn → Rød" in text
    assert "desember 2021 → 2. kvartal 2022 (+6 mnd.)" in text.replace("\u00a0", " ")
    assert "138,2 mill. kr → 143,8 mill. kr (+5,6 mill. kr)" in text.replace("\u00a0", " ")
    assert "Tjenestene er i drift." in text
    assert "Noe helt annet" not in text
    assert "1 tekst er også endret: vis den med --all" in text
    assert "Noe helt annet" in as_text(compared(home, "2021-04", "2021-09"), Lang.NB, everything=True)


def test_one_project_is_told_alone(home):
    text = as_text(compared(home, "2021-04", "2021-09", project="Helsedataprogrammet"), Lang.NB)

    assert "107 Helsedataprogrammet" in text
    assert "164" not in text


def test_a_round_has_not_changed_from_itself(home):
    assert as_text(compared(home, "2021-04", "2021-04"), Lang.NB) == "2021-04 → 2021-04: ingen endringer"


def test_json_has_both_sides_with_their_cells(home):
    told = json.loads(as_json(compared(home, "2021-04", "2021-09"), Lang.NB))

    assert list(told) == ["before", "now", "changes", "transitions", "bridge", "slips", "unexplained", "notes"]
    change = next(each for each in told["changes"] if each["field"] == "ends")
    assert (change["project"], change["event"], change["difference"], change["unit"]) == ("107", "later", 6, "months")
    assert [change[side]["value"] for side in ("before", "now")] == ["2021-12", "2022-34"]
    assert [change[side]["typed"] for side in ("before", "now")] == ["12.21*", "Q2 2022"]
    assert change["now"]["cells"][0]["file"] == "direktoratet-for-e-helse.xlsx"
    assert told["bridge"]["now_tkr"] - told["bridge"]["before_tkr"] == sum(
        each["amount_tkr"] for each in told["bridge"]["steps"]
    )


@pytest.mark.parametrize(
    ("options", "begins"), [((), "2021-04 → 2021-09"), (("--format", "json"), "{"), (("--lang", "en"), "2021-04")]
)
def test_the_command_prints_a_comparison(home, options, begins):
    ran = CliRunner().invoke(app, ["compare", "2021-04", "2021-09", "--root", str(home), *options])

    assert ran.exit_code == 0
    assert ran.stdout.startswith(begins)


def test_the_shape_of_the_json_names_every_word_in_it():
    described = comparing_json.__doc__ or ""

    words = {each.word for each in (*Event, *Step)} | {each.name.lower() for each in ChangeKind}
    assert {each for each in words if each not in described} == set()


def test_two_versions_of_a_workbook_are_compared_by_their_projects(home, tmp_path):
    now = home / "submissions" / "2021-09" / "helse-sor-ost.xlsx"
    earlier = now.parent / ".earlier" / "helse-sor-ost.2021-09-01T1200.xlsx"
    earlier.parent.mkdir()
    text = (RECORDS / "helse-sor-ost.json").read_text("utf-8").replace('"2021-04"', '"2021-09"', 1)
    (tmp_path / "helse-sor-ost.json").write_text(text, "utf-8")
    fill(tmp_path / "helse-sor-ost.json", earlier, root=home)

    found = compared(home, str(earlier), str(now))

    assert [(each.project, each.field) for each in found.changes] == [("164", "status")]
    assert "PORTEFØLJEN" not in as_text(found, Lang.NB)


def test_workbooks_of_two_rounds_are_compared_in_their_order(home):
    april, september = (home / "submissions" / each / "helse-sor-ost.xlsx" for each in ("2021-04", "2021-09"))

    assert [each.field for each in compared(home, str(april), str(september)).changes] == ["status"]
    with pytest.raises(UsageError, match="Write the oldest first"):
        compared(home, str(september), str(april))


def test_a_project_renamed_in_a_workbook_is_told_by_both_names_and_their_cells(home, tmp_path):
    record = json.loads((RECORDS / "helse-vest.json").read_text("utf-8"))
    renamed = next(each for each in record["projects"] if each["id"] == "187")
    was, renamed["name"] = renamed["name"], "Digitale vevssnitt"
    for name, filled in (("april", RECORDS / "helse-vest.json"), ("mai", tmp_path / "mai.json")):
        if name == "mai":
            filled.write_text(json.dumps(record), "utf-8")
        fill(filled, tmp_path / f"{name}.xlsx", root=home)

    found = compared(home, str(tmp_path / "april.xlsx"), str(tmp_path / "mai.xlsx"))

    assert f"nytt navn: «{was}» → «Digitale vevssnitt»" in as_text(found, Lang.NB)
    (change,) = found.changes
    assert [each.file for side in (change.before, change.now) for each in side.sources] == ["april.xlsx", "mai.xlsx"]


def test_workbooks_of_two_actors_are_refused(home):
    folder = home / "submissions" / "2021-09"
    with pytest.raises(UsageError, match="two actors"):
        compared(home, str(folder / "helse-vest.xlsx"), str(folder / "helse-nord.xlsx"))


def test_a_workbook_that_is_missing_is_said_to_be(home, tmp_path):
    shutil.copytree(home / "submissions", tmp_path / "submissions")
    (tmp_path / "submissions" / "2021-09" / "ks.xlsx").unlink()

    text = as_text(compared(tmp_path, "2021-04", "2021-09"), Lang.NB)

    assert "2021-09/ks.xlsx" in text
    assert "Ikke meldt inn" in text
