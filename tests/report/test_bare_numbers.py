"""Bare numbers: those that are a figure of the round or the previous one are told, all others are left alone."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from ehport.analysis.fact import Fact, Unit
from ehport.analysis.facts import facts
from ehport.diagnostics.diagnostic import Diagnostic
from ehport.diagnostics.wording import message, remedy
from ehport.lang.language import Lang
from ehport.report.bare_numbers import Figures, bare_numbers, figures_of
from ehport.report.editorial import parse_editorial
from ehport.report.expression import NumberName
from ehport.rounds.find import find_round
from ehport.rounds.read import read_round
from tests.report.reports import records
from tests.source import ROOT

COUNTED = (Unit.COUNT, Unit.PERCENT, Unit.TKR)


@cache
def april() -> Figures:
    """Return the figures of April 2021, and of a round before it in which all but the published ones were others."""
    read = read_round(find_round(ROOT, "2021-04"))
    known = facts(read.portfolio)
    earlier = [_changed(fact) for name, fact in known.items() if not name.startswith("previous.")]
    return figures_of(read.round, {**{each.name: each for each in earlier}, **known})


def _changed(fact: Fact) -> Fact:
    name = f"previous.{fact.name}"
    if not isinstance(fact.value, int) or fact.unit not in COUNTED:
        return replace(fact, name=name)
    return replace(fact, name=name, value=round(fact.value * 1.07) if fact.unit is Unit.TKR else fact.value + 3)


def told(text: str) -> list[Diagnostic]:
    """Return what is said about a text."""
    chapter = parse_editorial("x.md", text)
    return list(bare_numbers(chapter.place, chapter.stretches, april()))


def short(text: str) -> list[str]:
    """Return what is said about a text as code, number and expression."""
    return [f"{each.code.value} {each.found} {each.facts['expression']}" for each in told(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Porteføljen rommer 45 prosjekter.", "P445 45 {{ projects.count }}"),
        ("Porteføljen rommer førtifem prosjekter.", "P445 førtifem {{ projects.count | ord }}"),
        ("Porteføljen rommer 46 prosjekter.", "P447 46 {{ projects.count }}"),
        ("Av 46 prosjekter har mange gul status.", "P447 46 {{ projects.count }}"),
        ("48 prosjekter er med.", "P446 48 {{ projects.count }}"),
        ("61 prosent har gul status.", "P446 61 prosent {{ status.yellow.share | ord }}"),
        ("54 % har gul status.", "P445 54 % {{ status.yellow.share }}"),
        ("I januar 2021 hadde 61 % gul status.", "P445 61 % {{ previous.status.yellow.share }}"),
        ("Gul status gikk ned fra 62 til 54 %.", "P447 62 {{ status.yellow.share | tall }}"),
        ("Gul status gikk ned fra 62 til 54 %.", "P445 54 % {{ status.yellow.share }}"),
        ("Budsjettet har økt fra 1,62 til 1,8 milliarder kroner.", "P446 1,62 {{ budget.total | mrd }}"),
        ("Porteføljen gikk fra 48 til {{ projects.count }} prosjekter.", "P446 48 {{ projects.count }}"),
        ("Budsjettet er 1,62 milliarder kroner.", "P446 1,62 {{ budget.total | mrd }}"),
        ("Budsjettet er 1,7 milliarder kroner.", "P445 1,7 {{ budget.total | mrd1 }}"),
        ("Budsjettet er 1 722,75 millioner kroner.", "P445 1 722,75 {{ budget.total | mill2 }}"),
        ("For neste år er det meldt inn 910 mill. kr.", "P447 910 {{ budget.next.total | mill }}"),
        ("To prosjekter står midlertidig stille.", "P445 To {{ projects.paused.count | Ord }}"),
        ("Ett prosjekt har rød status.", "P445 Ett {{ status.red.count | Ordn }}"),
        ("## Risiko\n\nTre prosjekter er røde.", "P447 Tre {{ risk.red.count | Ord }}"),
        ("Tolv prosjekter avsluttes i 2021.", "P445 Tolv {{ ending.count | Ord }}"),
        ("Helse Vest har ansvar for fire prosjekter.", "P445 fire {{ actor.helse-vest.count | ord }}"),
        ("78 leveranser er forsinket.", "P445 78 {{ deliverables.overdue.count }}"),
    ],
)
def test_a_number_that_is_or_was_a_figure_is_told_with_its_expression(text: str, expected: str):
    assert expected in short(text)


WRONG = (
    ("Helse Vest har ansvar for 9 prosjekter.", "actor.helse-vest.count"),
    ("Helse Vest har 412 mill. kr i budsjett.", "actor.helse-vest.budget"),
    ("Helse Vest står for 31 prosent av budsjettet, og KS har åtte prosjekter.", "actor.helse-vest.share"),
    ("Helse Vest står for 31 prosent av budsjettet, og KS har åtte prosjekter.", "actor.ks.count"),
    ("De regionale helseforetakene står for 20 prosent av budsjettet.", "group.regionale-helseforetak.share"),
    ("Innsatsområde 1.1 har 4 prosjekter.", "area.1.1.count"),
    ("Modernisere journal- og samhandlingsløsninger har 12 prosent av pengene.", "area.1.1.share"),
    ("Bedre sammenheng i pasientforløp har 3 prosjekter.", "strategic.2.count"),
    ("Fem prosjekter har rød status.", "status.red.count"),
    ("12 prosent av prosjektene har grønn status.", "status.green.share"),
    ("8 prosjekter har gul risiko.", "risk.yellow.count"),
    ("Andelen med gul risiko er 40 prosent.", "risk.yellow.share"),
    ("Prosjektene med gul status har 30 prosent av budsjettet.", "status.yellow.amount_share"),
    ("## Risiko\n\nTjue prosjekter er grønne.", "risk.green.count"),
    ("Sju prosjekter er nye.", "projects.new.count"),
    ("Porteføljen har 39 prosjekter.", "projects.count"),
)


@pytest.mark.parametrize(("text", "name"), WRONG)
def test_a_number_stated_of_one_thing_alone_is_told_however_far_it_is_from_the_figure(text: str, name: str):
    assert ("P457", name) in [(each.code.value, each.facts["name"]) for each in told(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Helse Vest har 9 prosjekter som er avhengige av Helseplattformen.",
        "Helse Vest hadde 9 prosjekter i 2019.",
        "Helse Vest har 9 prosjektledere.",
        "Helse Vest og KS har sju prosjekter.",
        "## Helse Vest\n\n8 prosjekter har gul risiko.",
        "Hos Helse Vest er bildet et annet: 8 prosjekter har gul risiko.",
        "8 prosjekter har gul risiko og venter på en avklaring.",
        "Sju prosjekter er nye og store.",
        "8 prosjekter har fått gul risiko.",
        "Helse Vest har 4 prosjekter.",
        "Helseplattformen har 9 prosjekter.",
        "Kommunene står for 31 prosent av budsjettet.",
        "Direktoratet ga Helse Vest 9 prosjekter.",
    ],
)
def test_a_number_of_a_part_or_of_somebody_else_is_not_held_against_the_whole(text: str):
    assert [each.facts["name"] for each in told(text) if each.code.value == "P457"] == []


@pytest.mark.parametrize(
    "text",
    [
        "Porteføljen rommer {{ projects.count }} prosjekter.",
        "Runden ble lukket 16. april 2021, og neste er i 2022.",
        "Se kapittel 2, punkt 3.1 og § 45.",
        "Tre av prosjektene er også med i piloten.",
        "Digitale løsninger fikk 189 millioner kroner av Stortinget.",
        "De siste 3 årene er 45 kommuner kommet med.",
        "I 2019 hadde porteføljen 45 prosjekter.",
        "I februar 2020 hadde 54 % gul status.",
        "Omleggingen tar fem til sju år.",
        "Fem til sju prosjekter venter på avklaring.",
        "45 til 50 prosjekter er et vanlig omfang.",
        "2021-porteføljen og ICD-11 er tema.",
        "Prosjektleder 45 og 45 prosjektledere.",
        "54 prosent av kommunene er med.",
        "Gul status gikk ned med 54 prosentpoeng.",
        "Bestillingene er på {{ projects.count }} av 45.",
        "<!-- 46 prosjekter i forrige utkast -->",
        "`46 prosjekter` i kode",
        "To prosjekter innfører nye løsninger.",
        "To prosjekter har fått rød status.",
        "Budsjettet har økt med 1,72 milliarder kroner siden 2016.",
        "Andelen med gul status gikk ned med 54 prosent.",
        "Tre prosjekter i Helse Vest samarbeider.",
    ],
)
def test_a_number_that_means_something_else_is_left_alone(text: str):
    assert short(text) == []


def test_the_offices_own_key_facts_are_left_alone():
    known = dict(april().known)
    known["office.total"] = replace(known["budget.total"], name="office.total", value=1_620_000)
    figures = figures_of(april().world.round, known)
    chapter = parse_editorial("x.md", "Budsjettet er 1,62 milliarder kroner.")

    assert list(bare_numbers("x.md", chapter.stretches, figures)) == []


def test_the_message_says_the_number_both_values_and_what_to_write():
    (found,) = told("Først.\n\nNå har\n61 prosent gul status.")

    assert (found.at.file, found.at.line) == ("editorial/x.md", 4)
    assert message(found, Lang.NB) == (
        "«61 prosent» er status.yellow.share i forrige runde; i denne er det 54\u00a0% (Andel av de aktive og nye "
        "prosjektene med status, hele prosent, avrundet slik at de blir 100 til sammen)"
    )
    assert "skriv {{ status.yellow.share | ord }} i stedet for «61 prosent»" in remedy(found, Lang.NB)
    assert "write {{ status.yellow.share | ord }} instead of «61 prosent»" in remedy(found, Lang.EN)


def test_nothing_is_told_about_the_real_chapters_nor_about_the_actors_texts():
    chapters = [path.read_text("utf-8") for path in sorted((ROOT / "submissions/2021-04/editorial").glob("*.md"))]
    answers = [text for record in records() for text in record.values() if isinstance(text, str) and len(text) > 60]

    assert len(chapters) + len(answers) > 300
    assert [short(text) for text in (*chapters, *answers) if short(text)] == []


@pytest.mark.parametrize("shift", [0, 1, -1])
def test_nearly_all_numbers_of_the_real_chapters_are_found_when_written_by_hand(shift: int):
    missed, written = [], 0
    for path in sorted((ROOT / "submissions/2021-04/editorial").glob("*.md")):
        text = path.read_text("utf-8")
        for use in parse_editorial(path.name, text).uses:
            fact = april().known.get(getattr(use.expression, "name", ""))
            if isinstance(use.expression, NumberName) and fact is not None and _is_counted(fact, shift):
                written += 1
                by_hand = _by_hand(fact, use.expression.form or "", shift)
                found = told(text.replace(use.source, by_hand, 1))
                if not any(each.facts["name"] == fact.name for each in found):
                    missed.append(use.source)

    assert written >= 19
    assert missed == ["{{ operations.estimates.2022.total | mill }}"]


def _is_counted(fact: Fact, shift: int) -> bool:
    counted = fact.unit in COUNTED and not fact.name.startswith("office.")
    return counted and isinstance(fact.value, int) and fact.value + shift != 0


def _by_hand(fact: Fact, form: str, shift: int) -> str:
    step = round(fact.value * 0.012) if fact.unit is Unit.TKR else 1
    return replace(fact, value=fact.value + shift * step).printed(Lang.NB, form)


def test_a_text_full_of_numbers_is_not_read_to_its_end():
    assert len(told("45 prosjekter. " * 2000)) == 500
