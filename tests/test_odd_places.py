"""The commands where nothing is as usual: odd names, old terminals, no home, nothing to write in, a narrow window."""

from __future__ import annotations

import json
import os
import shutil
import sys
from pathlib import Path

import pytest

from ehport.cli import main
from ehport.model.file_names import wrong_with_name
from ehport.rounds.find import SUBMISSIONS
from ehport.system import console
from tests.later_rounds import FIRST, LATER
from tests.small_round import ACTOR, command, command_here, small_round
from tests.source import ROOT

pytestmark = pytest.mark.slow

NARROW = 40
BOOK = f"{ACTOR}.xlsx"
SHARED = f"{SUBMISSIONS}/{LATER}/{BOOK}"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("Porteføljekontoret, årets æøå") / ("svært langt navn " * 8).strip()
    small_round(home)
    return home


@pytest.fixture
def without_writing() -> tuple[str, ...]:
    """What takes the right to write everywhere away, which the superuser has."""
    if os.geteuid() != 0:
        return ()
    if not shutil.which("setpriv"):
        pytest.skip("the superuser can write everywhere, and setpriv is missing, which takes that away")
    return ("setpriv", "--inh-caps=-all", "--bounding-set=-dac_override,-dac_read_search")


@pytest.fixture
def sealed(home: Path, tmp_path: Path) -> Path:
    """A copy of the rounds that cannot be written in."""
    place = tmp_path / "delt"
    shutil.copytree(home / SUBMISSIONS, place / SUBMISSIONS)
    folders = [place, *(each for each in place.rglob("*") if each.is_dir())]
    for each in folders:
        each.chmod(0o555)
    return place


def too_wide(told: str) -> list[str]:
    """Return the lines that a narrow window has no room for, but for single words such as a path."""
    return [line for line in told.splitlines() if len(line) > NARROW and len(line.split()) > 1]


def record(actor: str) -> str:
    given = json.loads((ROOT / "tests" / "rounds" / FIRST / SUBMISSIONS / f"{ACTOR}.json").read_text("utf-8"))
    return json.dumps({**given, "actor": {"id": actor, "name": "En aktør"}}, ensure_ascii=False)


NOT_EVERYWHERE = ["NUL", "com1", "lpt³", "aux.hf", "Con ", "a:b", "x.", "", " x", ".x", "~$x", "å" * 51, "a\nb", "a?"]


@pytest.mark.parametrize("name", NOT_EVERYWHERE)
def test_a_name_that_some_system_cannot_give_a_file_is_known(name):
    wrong = wrong_with_name(name)

    assert wrong is not None
    assert name[:20].strip() in wrong.nb
    assert name[:20].strip() in wrong.en


@pytest.mark.parametrize(
    "name", ["helse-vest", "konsernet", "com10", "nullpunkt", "aux-hf", "fhi 2", "øst.vest", "å" * 50]
)
def test_other_names_are_taken(name):
    assert wrong_with_name(name) is None


@pytest.mark.parametrize("actor", ["con", "../x", "register"])
def test_an_actor_whose_workbook_windows_cannot_keep_is_refused(actor, tmp_path):
    (tmp_path / "svar").mkdir()
    (tmp_path / "svar" / "aktør.json").write_text(record(actor), "utf-8")

    opened = command_here("open-round", FIRST, "--fill", "svar", within=tmp_path)

    assert opened.code == 2
    assert f"«{actor[:20]}" in opened.told
    assert "for eksempel" in opened.told
    assert not (tmp_path / SUBMISSIONS).exists()


def test_two_actors_that_windows_would_keep_in_one_file_are_refused(tmp_path):
    for name, actor in (("en", "ks"), ("to", "KS")):
        (tmp_path / f"{name}.json").write_text(record(actor), "utf-8")

    opened = command_here("open-round", FIRST, "--fill", ".", within=tmp_path)

    assert opened.code == 2
    assert "«KS» og «ks»" in opened.told


def test_a_workbook_with_a_name_that_windows_keeps_for_itself_is_not_filled(tmp_path):
    (tmp_path / "svar.json").write_text(record("ks"), "utf-8")

    filled = command_here("fill", "svar.json", "nul.xlsx", within=tmp_path)

    assert filled.code == 2
    assert "«nul»" in filled.told
    assert not (tmp_path / "nul.xlsx").exists()


def test_a_round_that_names_such_an_actor_is_not_read(home, tmp_path):
    folder = tmp_path / SUBMISSIONS / LATER
    shutil.copytree(home / SUBMISSIONS / LATER, folder)
    toml = folder / "round.toml"
    toml.write_text(toml.read_text("utf-8").replace(f'"{ACTOR}"', '"prn"'), "utf-8")

    checked = command_here("check", LATER, within=tmp_path)

    assert checked.code == 2
    assert "«prn»" in checked.told


LOCALES = {
    "C": {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    "C without a word": {"LC_ALL": "C", "PYTHONUTF8": None},
}


@pytest.mark.parametrize("locale", LOCALES.values(), ids=LOCALES)
def test_norwegian_letters_survive_a_locale_without_them(home, tmp_path, locale):
    book = tmp_path / "Innmelding på nynorsk, æøå.xlsx"
    shutil.copy(home / SHARED, book)

    checked = command("check", book, within=tmp_path, under=locale)
    failed = command("check", "blåbær.xlsx", within=tmp_path, under=locale)

    assert "Innmelding på nynorsk, æøå.xlsx › 168 Digitale pasienttjenester i" in checked.out
    assert "«blåbær.xlsx» finnes ikke" in failed.out


@pytest.mark.slow
def test_a_report_is_built_in_a_locale_without_norwegian_letters(home, tmp_path):
    built = command(
        *("build-report", LATER, "--draft", "--only", "html", "--out", tmp_path / "på norsk"),
        within=home,
        under=LOCALES["C"],
    )

    assert built.code == 0
    assert "Digitale pasienttjenester i nord" in (tmp_path / "på norsk" / "rapport.html").read_text("utf-8")


@pytest.mark.parametrize("encoding", ["latin-1", "cp850", "cp1252"])
def test_an_old_encoding_gets_the_nearest_letters(home, encoding):
    told = [
        command(*asked, within=home, under={"PYTHONIOENCODING": encoding})
        for asked in (["status", LATER], ["check", SHARED])
    ]

    assert [each.code for each in told] == [0, 1]
    assert "Traceback" not in "".join(each.err for each in told)
    assert ("────" if encoding == "cp850" else "----") in told[0].out


def test_what_goes_into_a_file_is_utf_8_whatever_the_locale(monkeypatch, tmp_path):
    file = tmp_path / "ut.txt"
    with file.open("w", encoding="cp1252") as stream:
        monkeypatch.setattr(sys, "stdout", stream)
        monkeypatch.delenv("PYTHONIOENCODING", raising=False)
        console.allow_all_letters()
        print("→ Gjærbakst – ✓", file=stream)

    assert file.read_text("utf-8") == "→ Gjærbakst – ✓\n"


@pytest.mark.parametrize(
    "folder",
    [None, pytest.param("", marks=pytest.mark.slow), pytest.param("/finnes/ikke", marks=pytest.mark.slow)],
)
def test_no_home_is_needed(home, tmp_path, folder):
    nowhere = {"HOME": folder, "XDG_CACHE_HOME": None, "XDG_CONFIG_HOME": None, "MPLCONFIGDIR": None}

    built = command(
        *("build-report", LATER, "--draft", "--only", "html", "--no-cache", "--out", tmp_path / "ut"),
        within=home,
        under=nowhere,
    )

    assert built.code == 0
    assert "matplotlib" not in built.err.lower()


@pytest.mark.slow
def test_rounds_that_cannot_be_written_in_can_be_checked_and_built_elsewhere(sealed, tmp_path, without_writing):
    closed = {"within": sealed, "before": without_writing}

    checked = command("check", LATER, **closed)
    listed = command("status", LATER, **closed)
    built = command("build-report", LATER, "--draft", "--only", "html", "--out", tmp_path / "ut", **closed)

    assert (checked.code, listed.code, built.code) == (1, 0, 0)
    assert (tmp_path / "ut" / "rapport.html").is_file()


@pytest.mark.parametrize(
    ("asked", "remedy"),
    [
        (["build-report", LATER, "--draft"], "--out"),
        (["open-round", "2021-12"], "skrivetilgang"),
        (["open-round", LATER, "--force"], "skrivetilgang"),
        (["check", SHARED, "--annotate"], "kan ikke skrives"),
        (["preview", SHARED, "--out", "arkene.html"], "kan ikke skrives"),
        (["status", "--letters", "brev"], "skriv"),
    ],
)
def test_what_cannot_be_written_is_told_with_the_remedy(sealed, without_writing, asked, remedy):
    ran = command(*asked, within=sealed, before=without_writing)

    assert ran.code == 2
    assert "Traceback" not in ran.err
    assert remedy in ran.err


TEXTS = [
    ["status", LATER],
    ["status", FIRST],
    ["check", LATER],
    ["compare", FIRST, LATER],
    ["questions", LATER],
    ["facts", LATER, "status"],
    ["trace", "status.yellow.share", FIRST],
    ["rules"],
    ["rules", "--try", "R302"],
    ["explain", "C203"],
    ["doctor"],
    ["open-round", "2021-12", "--dry-run"],
    ["verify", "."],
    ["check", "finnes-ikke.xlsx"],
]


@pytest.mark.parametrize("asked", TEXTS, ids=" ".join)
def test_no_line_is_wider_than_a_narrow_window(home, asked, monkeypatch, capsys):
    monkeypatch.chdir(home)
    monkeypatch.setenv("COLUMNS", str(NARROW))
    monkeypatch.setattr("sys.argv", ["ehport", *asked])

    with pytest.raises(SystemExit):
        main()
    told = "".join(capsys.readouterr())

    assert told
    assert too_wide(told) == []


def test_help_fits_a_narrow_window(home):
    assert too_wide(command("--help", within=home, under={"COLUMNS": str(NARROW)}).out) == []


def test_what_programs_read_is_not_folded(home):
    ran = command_here("check", LATER, "--format", "json", within=home, columns=NARROW)

    assert any(len(line) > NARROW for line in ran.out.splitlines())
    assert json.loads(ran.out)["counts"]["warning"]


def test_colours_do_not_count_as_width():
    line = "\x1b[31;1mfeil[C203]\x1b[0m: " + "x" * 20

    assert console.fold_lines(line, 32) == line
    assert console.fold_lines(f"{line} mer", 32).split("\n") == [line, "  mer"]


def test_a_path_is_never_folded():
    path = "/mnt/felles/e-helse/submissions/2021-09/.earlier/helse-midt-norge.2021-09-14T1030.xlsx"

    assert console.fold_lines(f"Den forrige ligger i {path}", 60).split("\n") == ["Den forrige ligger i", f"  {path}"]


@pytest.mark.parametrize(("lock", "program"), [("~${}", "Excel"), (".~lock.{}#", "LibreOffice")])
def test_a_workbook_that_is_open_is_named_and_read_as_it_was_saved(home, tmp_path, lock, program):
    folder = tmp_path / SUBMISSIONS / LATER
    shutil.copytree(home / SUBMISSIONS / LATER, folder)
    before = command_here("check", LATER, within=tmp_path)
    (folder / lock.format(BOOK)).write_bytes(b"\x05Kontor")

    checked = command_here("check", LATER, within=tmp_path)
    alone = command_here("check", folder / BOOK, within=tmp_path)
    listed = command_here("status", LATER, within=tmp_path)
    of_programs = json.loads(command_here("status", LATER, "--format", "json", within=tmp_path).out)

    assert checked.out == before.out
    for ran in (checked, alone, listed):
        assert f"åpen i {program}; det som sist ble lagret, er lest" in ran.told
    assert of_programs["actors"][0]["open_in"] == program


def test_names_that_are_longer_than_a_file_can_have_are_told(home, tmp_path):
    book = tmp_path / f"{'nav' * 80}.xlsx"
    shutil.copy(home / SHARED, book)
    longer = "navn" * 80

    told = [
        command_here("check", book, "--annotate", "merket", within=tmp_path),
        command_here("check", f"{longer}.xlsx", within=tmp_path),
        command_here("build-report", LATER, "--draft", "--only", "html", "--out", longer, within=home),
        command_here("preview", book, "--out", f"{longer}.html", within=tmp_path),
    ]

    assert [each.code for each in told] == [2, 1, 2, 2]
    assert "Traceback" not in "".join(each.err for each in told)
