"""The commands, as they are called: what they print, where, and with which exit code."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
import typer
from typer.main import get_command

from ehport import __version__
from ehport.cli import app, main
from ehport.pdf.document import Document, WrittenPdf

ROOT = Path(__file__).parent.parent
ROUND = ROOT / "submissions" / "2021-04"


@dataclass(frozen=True)
class Ran:
    code: int
    out: str
    err: str


Run = Callable[..., Ran]
PLACE = ("file", "sheet", "cell", "project", "field")
RECORD = ("code", "severity", *PLACE, "found", "message", "help", "settled", "trial")


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    def call(*arguments: str, within: Path = ROOT) -> Ran:
        monkeypatch.chdir(within)
        monkeypatch.setattr("sys.argv", ["ehport", *arguments])
        monkeypatch.delenv("EHPORT_LANG", raising=False)
        with pytest.raises(SystemExit) as ended:
            main()
        out, err = capsys.readouterr()
        return Ran(int(ended.value.code or 0), out, err)

    return call


def commands() -> dict[str, typer.core.TyperCommand]:
    return dict(get_command(app).commands)  # type: ignore[attr-defined]


def test_the_version_is_told(run: Run) -> None:
    assert run("--version") == Ran(0, f"ehport {__version__}\n", "")


def test_a_dry_run_of_an_opening_writes_nothing(run: Run, tmp_path: Path) -> None:
    told = run("open-round", "2021-09", "--cutoff", "24.09.2021", "--dry-run", "--root", str(tmp_path))

    assert told.code == 0
    assert "Svarfrist 24. september 2021, publiseres oktober 2021, budsjettår 2021." in told.out
    assert list(tmp_path.iterdir()) == []


def test_on_a_terminal_what_was_not_given_is_asked_for(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed = iter(["", "24.09.2021", "snart", "2021-11"])
    asked = []

    def answer(question: str, *, default: str, err: bool) -> str:
        asked.append((question, default))
        return next(typed) or default

    monkeypatch.setattr("ehport.cli.typer.prompt", answer)
    for stream in ("stdin", "stdout"):
        monkeypatch.setattr(f"sys.{stream}.isatty", lambda: True)
    told = run("open-round", "2021-09", "--budget-year", "2021", "--root", str(tmp_path))

    assert asked == [
        ("Rapportens tittel", "Nasjonal e-helseportefølje"),
        ("Svarfrist", "2021-09-30"),
        ("Publiseringsmåned", "2021-10"),
        ("Publiseringsmåned", "2021-10"),
    ]
    assert "«snart»" in told.err
    assert "Svarfrist 24. september 2021, publiseres november 2021" in told.out


@pytest.mark.parametrize("name", sorted(commands()))
def test_every_command_has_help_with_an_example_and_is_in_the_readme(name: str, run: Run) -> None:
    shown = run(name, "--help")

    assert shown.code == 0
    assert f"ehport {name}" in shown.out.partition("Eksempel:")[2]
    assert f"ehport {name}" in (ROOT / "README.md").read_text("utf-8")


def test_the_list_of_commands_cuts_no_sentence(run: Run) -> None:
    listed = run("--help").out.partition("Kommandoer:")[2].splitlines()[1:]

    assert len(listed) >= len(commands())
    assert [line for line in listed if not line.strip().endswith(".")] == []


def test_every_option_has_help() -> None:
    silent = [f"{name} {option.name}" for name, each in commands().items() for option in each.params if not option.help]  # type: ignore[attr-defined]

    assert silent == []


def test_a_workbook_with_errors_exits_with_1_and_names_cell_and_remedy(run: Run) -> None:
    checked = run("check", str(ROUND / "helse-vest.xlsx"))

    assert checked.code == 1
    assert "feil[C215]: «Primært innsatsområde» er «4»" in checked.out
    assert re.search(r"helse-vest\.xlsx › 51 Alle møter › C\d+", checked.out)
    assert "hjelp: " in checked.out


def test_a_workbook_without_errors_exits_with_0(run: Run) -> None:
    assert run("check", str(ROUND / "helse-sor-ost.xlsx")).code == 0


def test_messages_come_in_english_when_asked(run: Run) -> None:
    checked = run("check", str(ROUND / "helse-vest.xlsx"), "--lang", "en")

    assert "error[C215]:" in checked.out
    assert "help: " in checked.out


def test_the_json_has_the_documented_shape(run: Run) -> None:
    checked = run("check", str(ROUND / "helse-vest.xlsx"), "--format", "json")

    found = json.loads(checked.out)
    assert set(found) == {"diagnostics", "counts"}
    assert set(found["counts"]) == {"error", "warning", "info"}
    assert {frozenset(each) for each in found["diagnostics"]} == {frozenset(RECORD)}
    assert found["counts"]["error"] == sum(each["severity"] == "error" for each in found["diagnostics"]) > 0


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["check", "2030-01"], "2030-01"),
        (["explain", "X999"], "ehport rules"),
        (["rules", "--try", "X999"], "ehport rules"),
        (["rules", "--try", "R302", "2030-01"], "2030-01"),
        (["rules", "2021-04"], "--try"),
        (["open-round", "september"], "2021-09"),
        (["open-round", "2021-04"], "--force"),
        (["open-round", "2021-09", "--from", "2020-01"], "2021-04"),
        (["open-round", "2021-09", "--fill", "nowhere"], "nowhere"),
        (["fill", "nothing.json", "new.xlsx"], "nothing.json"),
        (["build-report", "2030-01"], "2030-01"),
    ],
    ids=lambda each: " ".join(each) if isinstance(each, list) else "",
)
def test_what_cannot_be_done_is_one_line_on_stderr_with_the_remedy(arguments: list[str], told: str, run: Run) -> None:
    refused = run(*arguments)

    assert refused.code == 2
    assert refused.out == ""
    assert refused.err.startswith("feil: ")
    assert refused.err.count("\n") == 1
    assert told in refused.err


def test_outside_any_round_the_command_says_where_it_looked(run: Run, tmp_path: Path) -> None:
    refused = run("check", "2021-04", "--lang", "en", within=tmp_path)

    assert refused.code == 2
    assert refused.err.startswith("error: No folder «submissions»")


def test_a_tried_text_is_shown_as_the_columns_of_the_vectors(run: Run) -> None:
    tried = run("try", "when", "Q3 2021", r"06.23\n12.23")

    assert tried.out.splitlines() == [
        "raw\tvalue\tstate\tflags",
        "Q3 2021\t2021-35\tplanned\t",
        "06.23\\n12.23\t{2023-06,2023-12}\tplanned\tseveral",
    ]


def test_tried_lines_come_from_standard_input(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", iter(["12,5\n", "ca 6,6 mill\n"]))

    tried = run("try", "amount", "-")

    assert tried.out.splitlines()[1:] == ["12,5\t12500\t", "ca 6,6 mill\t6600\tapproximate"]


def test_the_rules_are_listed_and_each_can_be_explained(run: Run) -> None:
    listed = run("rules").out

    assert "C203" in listed
    assert run("explain", "c203").out.startswith("C203")


def test_a_filled_workbook_checks_like_the_committed_one(run: Run, tmp_path: Path) -> None:
    record = ROOT / "tests" / "rounds" / "2021-04" / "submissions" / "helse-nord.json"
    workbook = tmp_path / "helse-nord.xlsx"

    assert run("fill", str(record), str(workbook)).code == 0

    codes = [each["code"] for each in json.loads(run("check", str(workbook), "--format", "json").out)["diagnostics"]]
    committed = json.loads(run("check", str(ROUND / "helse-nord.xlsx"), "--format", "json").out)["diagnostics"]
    assert codes == [each["code"] for each in committed]
    assert run("fill", str(record), str(workbook)).code == 2


def test_the_data_dictionary_has_every_section(run: Run) -> None:
    printed = run("dictionary", "--lang", "en").out

    assert len(re.findall(r"^## \d ", printed, re.MULTILINE)) == 6


@pytest.mark.usefixtures("warm_root")
def test_a_round_that_an_actor_did_not_hand_in_is_told(run: Run, tmp_path: Path) -> None:
    (tmp_path / "submissions" / "2021-04" / "helse-nord.xlsx").unlink()

    checked = run("check", "2021-04", "--format", "json", within=tmp_path)

    told = [each for each in json.loads(checked.out)["diagnostics"] if each["code"] == "F118"]
    assert [each["file"] for each in told] == ["helse-nord.xlsx"]
    assert checked.code == 1


def test_two_workbooks_of_one_actor_are_told(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "submissions" / "2021-04"
    shutil.copytree(ROUND, folder)
    shutil.copy(folder / "helse-nord.xlsx", folder / "helse-nord (2).xlsx")

    checked = run("check", "2021-04", "--format", "json", within=tmp_path)

    assert "F114" in {each["code"] for each in json.loads(checked.out)["diagnostics"]}


def test_a_number_is_traced_to_its_rule_and_its_cells(run: Run) -> None:
    traced = run("trace", "budget.total", "2021-04")
    number, rule, printed, cells, *lines = traced.out.splitlines()

    assert (traced.code, traced.err) == (0, "")
    assert re.fullmatch(r"budget\.total: [\d\u202f]+(,\d+)? mill\. kr", number)
    assert "udsjett" in rule
    assert printed.startswith("Trykt i rapporten som: ")
    assert cells == f"{len(lines)} celler:"
    told = re.compile(r"   \S+\.xlsx › .+ › [A-Z]+\d+: «.*»(, lest som .+)?( \(justert: .+\))?")
    assert [line for line in lines if not told.fullmatch(line)] == []


def test_a_number_that_does_not_exist_is_told_with_names_that_are_near(run: Run) -> None:
    refused = run("trace", "budget.totl", "2021-04", "--lang", "en")

    assert refused.code == 2
    assert "budget.total" in refused.err


@pytest.mark.usefixtures("warm_root")
def test_a_workbook_is_received_and_one_that_is_refused_is_told_with_the_remedy(run: Run, tmp_path: Path) -> None:
    shutil.copy(ROUND / "helse-nord.xlsx", tmp_path / "svar.xlsx")
    (tmp_path / "notat.xlsx").write_text("notat", "utf-8")

    received = run("receive", "svar.xlsx", within=tmp_path)
    mixed = run("receive", "svar.xlsx", "notat.xlsx", "--round", "2021-04", within=tmp_path)

    assert (received.code, mixed.code) == (0, 1)
    assert received.out.startswith("svar.xlsx fra Helse Nord RHF er helt lik den som ligger i ")
    assert "feil[F102]: «notat.xlsx» er en tekstfil, ikke en Excel-arbeidsbok" in mixed.out
    assert "hjelp: " in mixed.out


@pytest.mark.usefixtures("warm_root")
def test_the_status_of_a_round_exits_with_1_while_something_is_missing(run: Run, tmp_path: Path) -> None:
    whole = run("status", "2021-04", within=tmp_path)
    (tmp_path / "submissions" / "2021-04" / "helse-nord.xlsx").unlink()
    lacking = run("status", "--format", "json", within=tmp_path)

    assert (whole.code, lacking.code) == (0, 1)
    assert "8 av 8 aktører har levert" in whole.out
    assert json.loads(lacking.out)["actors"][3]["standing"] == "missing"
    assert run("status", "--format", "csv", within=tmp_path).out.count("\n") == 9


@pytest.mark.usefixtures("warm_root")
def test_letters_are_told_below_the_status_and_never_among_json(run: Run, tmp_path: Path) -> None:
    (tmp_path / "submissions" / "2021-04" / "helse-nord.xlsx").unlink()

    shown = run("status", "--letters", "brev", within=tmp_path)
    machine = run("status", "--letters", "brev", "--format", "json", within=tmp_path)

    assert "\n\nSkrev brev i brev: helse-nord.html, helse-nord.eml\n" in shown.out
    assert "Vi har ikke mottatt arbeidsboken helse-nord.xlsx." in (tmp_path / "brev" / "helse-nord.html").read_text(
        "utf-8"
    )
    assert json.loads(machine.out)["complete"] is False
    assert machine.err.startswith("Skrev brev i brev: helse-nord.html, helse-nord.eml\n")


@pytest.mark.usefixtures("warm_root")
def test_letters_in_markdown_are_asked_for_together_with_letters(run: Run, tmp_path: Path) -> None:
    (tmp_path / "submissions" / "2021-04" / "helse-nord.xlsx").unlink()

    alone = run("status", "--format", "md", within=tmp_path)
    shown = run("status", "--letters", "brev", "--format", "md", within=tmp_path)

    assert (alone.code, "--letters" in alone.err) == (2, True)
    assert "Skrev brev i brev: helse-nord.md\nNeste: " in shown.out
    assert [path.name for path in (tmp_path / "brev").iterdir()] == ["helse-nord.md"]


@pytest.mark.usefixtures("warm_root")
@pytest.mark.parametrize(("actor", "told"), [("helse-øst", "helse-vest"), ("ks", "Ta bort --late ks")])
def test_an_actor_who_cannot_be_late_is_refused(actor: str, told: str, run: Run, tmp_path: Path) -> None:
    refused = run("build-report", "--only", "data", "--late", actor, within=tmp_path)

    assert (refused.code, refused.out) == (2, "")
    assert told in refused.err.partition("feil: ")[2]


@pytest.fixture
def small(warm_root: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with the round, whose pages are laid out at once."""

    def write(_press: object, document: Document, target: Path, **_: object) -> WrittenPdf:
        target.write_text("\n".join(each.running for each in document.parts), "utf-8")
        return WrittenPdf(len(document.parts), len(document.parts), 0, ())

    monkeypatch.setattr("ehport.pdf.write.Press.write", write)
    return warm_root


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        (["--chapter", "7.2"], "7 Drift og forvaltning"),
        (["--project", "Regional kurve og medikasjon"], "144 Regional kurve og medikasjon · Helse Sør-Øst"),
    ],
)
def test_one_chapter_or_project_is_built_alone_and_opened(
    asked: list[str], found: str, run: Run, small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr("typer.launch", opened.append)

    built = run("build-report", *asked, "--open", within=small)

    excerpt = small / "output" / "2021-04" / "utdrag.pdf"
    assert built.code == 0
    assert built.out.startswith(f"Skrev {excerpt} (1 side) på ")
    assert excerpt.read_text("utf-8") == found
    assert opened == [str(excerpt)]


def test_a_chapter_that_does_not_exist_is_told_with_those_that_do(run: Run, small: Path) -> None:
    refused = run("build-report", "--chapter", "99", within=small)

    told = refused.err[refused.err.index("feil: ") :].splitlines()
    assert refused.code == 2
    assert told[0] == "feil: Rapporten har ikke noe kapittel «99». Kapitlene er:"
    assert "   7 Drift og forvaltning" in told
    assert not any("144" in line for line in told)


def test_the_stages_are_timed_and_the_data_is_opened_as_a_folder(
    run: Run, small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr("typer.launch", opened.append)

    built = run("build-report", "--only", "data", "--timings", "--open", "--lang", "en", within=small)

    *stages, last = built.out.splitlines()
    assert built.code == 0
    assert all(re.fullmatch(r"[a-z ]+ +\d+\.\d\d s +\d+ %", line) for line in stages)
    assert stages[0].startswith("reading the workbooks  ")
    assert last.startswith(f"Wrote {small / 'output' / '2021-04' / 'en' / 'data'} in ")
    assert opened == [str(small / "output" / "2021-04" / "en" / "data")]


def test_what_does_not_go_together_is_refused(run: Run) -> None:
    refused = run("build-report", "--chapter", "2", "--project", "144", "--lang", "en")

    assert (refused.code, refused.out) == (2, "")
    assert refused.err == "error: Ask for one chapter or one project, not both: take away --chapter or --project.\n"
