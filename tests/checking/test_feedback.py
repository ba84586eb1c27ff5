"""Feedback: a text for each actor with cells, faults and remedies, and then the questions; one for the office."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

from ehport.analysis.facts import facts
from ehport.analysis.summary import summarise
from ehport.checking.chapters import read_chapters
from ehport.checking.feedback import OFFICE, feedback
from ehport.diagnostics.code import Code
from ehport.diagnostics.diagnostic import Diagnostic, Location
from ehport.lang.language import Lang
from ehport.rounds.find import find_round
from ehport.rounds.read import read_round
from tests import builders
from tests.later_rounds import later_round
from tests.source import ROOT


@cache
def april(lang: Lang) -> dict[str, str]:
    """Return the feedback of the real round."""
    read = read_round(find_round(ROOT, "2021-04"))
    summary = summarise(read.portfolio)
    _, told = read_chapters(read.portfolio, facts(read.portfolio, summary), summary=summary)
    return feedback(read.portfolio, (*read.diagnostics, *told), lang)


def of(*found: Diagnostic, lang: Lang = Lang.NB) -> dict[str, str]:
    """Return the feedback of a sound round about which something was found."""
    return feedback(builders.a_portfolio(), found, lang)


def test_every_actor_has_a_text_and_the_office_one() -> None:
    actors = [each.id for each in find_round(ROOT, "2021-04").actors]

    assert list(april(Lang.NB)) == [*(f"{each}.md" for each in actors), OFFICE]
    assert list(april(Lang.EN)) == list(april(Lang.NB))


def test_an_actor_is_told_cells_faults_and_remedies_then_the_questions(golden) -> None:
    golden("feedback-helse-nord.md", april(Lang.NB)["helse-nord.md"])


def test_the_english_text_says_the_same_of_the_same_cells() -> None:
    nb, en = (april(lang)["helse-nord.md"] for lang in (Lang.NB, Lang.EN))

    assert nb.count("\n- **") == en.count("\n- **") > 0
    assert "Feedback to Helse Nord RHF, round 2021-04" in en
    assert "Gjør slik" not in en


def test_the_offices_text_counts_and_lists_all_questions() -> None:
    office = april(Lang.NB)[OFFICE]

    assert "| Helse Nord RHF | 0 | 10 | 7 |" in office
    assert office.count("\n### ") == len(find_round(ROOT, "2021-04").actors)


def test_what_belongs_to_no_workbook_is_the_offices() -> None:
    found = Diagnostic(Code.FACT_UNKNOWN, Location("editorial/02-status.md", line=7), {"of": ""}, "status.gul")

    texts = of(found)

    assert "- **linje 7** (feil P440): «status.gul»" in texts[OFFICE]
    assert "status.gul" not in texts["helse-vest.md"]


def test_typed_text_is_shown_as_it_is_and_makes_no_markup() -> None:
    at = Location("helse-vest.xlsx", "900", "C5", "900", "Felles *logg*", "purpose")
    found = Diagnostic(Code.PLACEHOLDER, at, {"label": "Formål"}, "<fra år> [x](javascript:alert(1)) `y`\n# z")

    text = of(found)["helse-vest.md"]

    assert r"«\<fra år> \[x\](javascript:alert(1)) \`y\`↵# z»" in text
    assert r"### 900 Felles \*logg\*" in text


def test_a_sound_workbook_has_nothing_to_correct_or_to_ask() -> None:
    texts = of()

    assert "Det er ingenting å rette" in texts["helse-vest.md"]
    assert "##" not in texts["helse-vest.md"]
    assert "Dataene reiser ingen spørsmål." in texts[OFFICE]


def test_an_actor_who_has_not_returned_is_asked_for_the_workbook_and_nothing_else() -> None:
    missing = Diagnostic(Code.ACTOR_MISSING, Location("helse-vest.xlsx"), {"actor": "x", "expected": "y"})

    text = of(missing)["helse-vest.md"]

    assert text.splitlines()[2:] == [
        "Vi har ikke mottatt arbeidsboken helse-vest.xlsx. Fyll den ut, og send den til oss.",
    ]


def test_an_actor_whose_former_answers_are_used_is_told_which(tmp_path: Path) -> None:
    round_ = later_round(tmp_path)
    round_.workbook(round_.actors[3]).unlink()
    read = read_round(replace(round_, late=(round_.actors[3].id,)))

    text = feedback(read.portfolio, read.diagnostics, Lang.NB)["helse-nord.md"]

    assert "bruker svarene fra runde 2021-04 så lenge" in text
    assert "ingenting å rette" not in text


def test_what_is_settled_is_not_told_again() -> None:
    at = Location("helse-vest.xlsx", "900", "C5", "900", "Felles logg", "purpose")
    found = Diagnostic(Code.REQUIRED, at, {"label": "Formål"}, settled="Avtalt.")

    assert "C5" not in of(found)["helse-vest.md"]
