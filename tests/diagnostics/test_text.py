"""Diagnostics in the terminal: grouped, folded, most severe first, and harmless."""

from __future__ import annotations

from dataclasses import replace

from ehport.diagnostics import text
from ehport.diagnostics.code import Code
from ehport.diagnostics.diagnostic import Diagnostic, Location
from ehport.lang.language import Lang, same

AT = Location("helse-sor-ost.xlsx", "144", "C12", "144", "Regional kurve og medikasjon", "total_cost")
COST = Diagnostic(Code.NOT_AN_AMOUNT, AT, {"label": same("Totalkostnad")}, found="ca. 12 mill")
NOTE = Diagnostic(
    Code.FOOTNOTE, replace(AT, cell="C13", field="foundation_cost"), {"label": same("Grunnmur")}, found="2*"
)


def counted(diagnostic: Diagnostic) -> Diagnostic:
    return replace(diagnostic, facts={**diagnostic.facts, "counted": True})


def test_a_diagnostic_says_what_is_wrong_where_and_what_to_write() -> None:
    assert text.report([counted(COST)], Lang.NB).splitlines() == [
        "helse-sor-ost.xlsx › 144 Regional kurve og medikasjon – 1 feil",
        "feil[C203]: «Totalkostnad» er «ca. 12 mill», som ikke er et beløp",
        "   helse-sor-ost.xlsx › 144 › C12 (Regional kurve og medikasjon)",
        "   hjelp: skriv et tall i millioner kroner, for eksempel 12,5",
        "",
        "Til sammen 1 feil",
    ]


def test_a_sheet_that_has_the_name_of_its_project_is_not_followed_by_it() -> None:
    at = replace(AT, sheet="144 Regional kurve og medikas")
    assert text.place(at) == "helse-sor-ost.xlsx › 144 Regional kurve og medikas › C12"


def test_an_editorial_line_is_told_like_a_compiler_does() -> None:
    assert text.place(Location("editorial/02-status.md", line=12)) == "editorial/02-status.md:12"


def test_the_same_fault_in_many_cells_is_told_once_with_all_cells() -> None:
    cells = [replace(COST, at=replace(AT, cell=f"C{n}"), found=f"ca. {n}") for n in (12, 31, 32)]
    told = text.report(cells, Lang.NB).splitlines()
    assert told[1] == "advarsel[C203]: «Totalkostnad» er «ca. 12», som ikke er et beløp"
    assert told[3] == "   … og 2 til: C31 «ca. 31», C32 «ca. 32»"
    assert told[-1] == "Til sammen 3 advarsler"


def test_the_same_fault_in_another_field_is_told_by_itself() -> None:
    other = replace(COST, at=replace(AT, field="operating_cost", cell="C14"))
    assert text.report([COST, other], Lang.NB).count("advarsel[C203]") == 2


def test_sums_that_differ_are_told_one_by_one_because_their_figures_differ() -> None:
    facts = {"label": same("2020"), "stated": "2", "sum": "3"}
    sums = [Diagnostic(Code.SUM_DIFFERS, replace(AT, cell=cell), facts, "2") for cell in ("D5", "E5")]
    assert text.report(sums, Lang.NB).count("advarsel[R301]") == 2


def test_notes_are_counted_unless_everything_is_asked_for() -> None:
    folded = text.report([NOTE], Lang.NB)
    assert "C222" not in folded
    assert "1 merknad: vis med --all" in folded
    assert "merknad[C222]" in text.report([NOTE], Lang.NB, everything=True)


def test_a_settled_diagnostic_gives_the_reason_of_the_office() -> None:
    told = text.report([replace(counted(COST), settled="Avtalt 3. mai.")], Lang.NB, everything=True)
    assert "merknad[C203]" in told
    assert "   avklart: Avtalt 3. mai." in told
    assert "hjelp" not in told


def test_the_most_severe_comes_first_within_a_project_and_among_projects() -> None:
    light = replace(COST, at=replace(AT, project="145", sheet="145", project_name="", field="phase"))
    told = text.report([NOTE, light, COST, counted(replace(COST, at=replace(AT, field="status")))], Lang.NB)
    lines = [line for line in told.splitlines() if line.startswith(("helse", "feil", "advarsel"))]
    assert [line.partition(" ")[0] for line in lines] == [
        "helse-sor-ost.xlsx", "feil[C203]:", "advarsel[C203]:", "helse-sor-ost.xlsx", "advarsel[C203]:",
    ]  # fmt: skip


def test_what_is_about_the_file_comes_before_its_projects() -> None:
    old = Diagnostic(Code.OLD_FORM, Location(AT.file), {"given": "1", "expected": "2"})
    assert text.report([counted(COST), old], Lang.NB).startswith("helse-sor-ost.xlsx – 1 advarsel\nadvarsel[F112]")


def test_a_long_answer_is_cut_at_a_word() -> None:
    told = text.report([replace(COST, found="kostnad " * 40)], Lang.NB)
    assert "«kostnad kostnad kostnad kostnad kostnad kostnad kostnad kostnad …»" in told


def test_signs_that_a_terminal_obeys_are_made_visible() -> None:
    told = text.report([replace(COST, found="12\x1b[31m\u202e\nmill")], Lang.NB)
    assert "«12<U+001B>[31m<U+202E>↵mill»" in told
    assert "\x1b" not in told


def test_signs_in_titles_names_and_facts_are_made_visible_too() -> None:
    at = replace(AT, sheet="1\x1b4", project_name="Logg\x07", project="1\x1b")
    named = Diagnostic(Code.TIME_PASSED, at, {"label": same("Planlagt"), "of": same(" («\x1bPilot»)")}, found="2020")
    assert "\x1b" not in text.report([named], Lang.NB)
    assert "\x07" not in text.report([named], Lang.NB)


def test_a_project_without_a_number_is_headed_by_its_name() -> None:
    nameless = replace(COST, at=replace(AT, project="", sheet="Regional kurve og medikasjon"))
    assert text.report([nameless], Lang.NB).startswith("helse-sor-ost.xlsx › Regional kurve og medikasjon – 1 advarsel")


def test_colour_comes_only_when_asked_for() -> None:
    assert "\x1b[31;1mfeil[C203]\x1b[0m" in text.report([counted(COST)], Lang.NB, colour=True)
    assert "\x1b" not in text.report([counted(COST)], Lang.NB)


def test_english_is_english_throughout() -> None:
    told = text.report([COST, NOTE], Lang.EN)
    assert "warning[C203]: «Totalkostnad» is «ca. 12 mill», which is not an amount" in told
    assert told.endswith("In total 1 warning, 1 note")


def test_nothing_found_is_said_in_words() -> None:
    assert text.report([], Lang.NB) == "Ingen feil, advarsler eller merknader"
