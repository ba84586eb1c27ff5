"""What the form of April 2021 asked, and that the fields valid then ask just that."""

from __future__ import annotations

import pytest

from ehport.form.field import fields_of
from ehport.form.project import Project
from ehport.lang.folding import fold
from ehport.lang.language import Lang
from ehport.workbook.labels import labels_of

ROUND = "2021-04"
# The questions as the actors met them, by field; the words in brackets are what label and help together must say.
ASKED = {
    "purpose": ("Formål/overordnet mål for prosjektet/programmet", ["formål"]),
    "total_cost": ("Antatt totalkostnad for prosjektet/programmet", ["totalkostnad"]),
    "foundation_cost": ("Antatt totalkostnad som går til grunnmursleveranser", ["grunnmur", "totalkostnad"]),
    "operating_cost": (
        "Antatt årlige forvaltningskostnader etter avslutning",
        ["antatt", "årlige", "forvaltningskostnader", "etter avslutning"],
    ),
    "deliverables": (
        "Viktigste resultater/leveranser i hele prosjektperioden: Planlagt levert",
        ["viktigste", "resultatene", "leveranse", "hele prosjektperioden"],
    ),
    "relevance": (
        "I hvilken grad understøtter prosjektet/programmet innsatsområdene i Nasjonal handlingsplan for e-helse "
        "(H=høy, M=middels, L=lav)?",
        ["innsatsområdene", "h, m eller l"],
    ),
    "focus_area": ("Angi det primære innsatsområde for prosjektet/programmet", ["primært innsatsområde"]),
    "project_model": ("Styres prosjektet/programmet iht. Difi sin prosjektveiviser?", ["prosjektveiviseren"]),
    "several_phases": (
        "Har prosjektet/programmet leveranser som er i ulike faser?",
        ["leveranser", "i ulike faser"],
    ),
    "phase": (
        "Hvilken fase er prosjektet/programmet i per dato? (Hvis flere faser, angi hvor hovedtyngden av leveranser "
        "nå er)",
        ["fase", "hovedtyngden"],
    ),
    "phase_ends": ("Når er fasen planlagt fullført", ["fasen"]),
    "ends": ("Hva er prosjektet/programmets sluttdato (hvis fastsatt)?", ["slutter", "hvis det er fastsatt"]),
    "yearly_plans": ("Styres prosjektet/programmet iht. planer som revideres årlig?", ["planer", "revideres årlig"]),
    "financing": ("Finansieringskilder (alle tall i mill kr)", ["finansieringskilder", "millioner kroner"]),
    "risk": ("Risiko i prosjekt/program", ["risiko"]),
    "risk_description": ("Angi de viktigste risikoområdene, samt planlagte og iverksatte tiltak", ["risiko", "tiltak"]),
    "affected_parties": (
        "Hvilke aktører som er påvirket av prosjektet/programmets leveranser",
        ["aktører", "påvirket"],
    ),
    "preconditions": (
        "Hvilke forutsetninger må oppfylles for å kunne realisere gevinstene fra prosjektet/programmet?",
        ["forutsetninger", "gevinstene"],
    ),
    "preconditions_comment": (
        "Spesifiser hvilke andre prosjekter som må gjennomføres og ev. kommentarer",
        ["andre prosjekter", "gjennomføres", "kommentar"],
    ),
    "benefit_owner": ("Gevinstansvarlig(e) virksomhet(er)", ["gevinsteier"]),
    "business_case": ("Finnes det en prosjektbegrunnelse?", ["prosjektbegrunnelse"]),
    "benefits_identified": ("Er gevinster identifisert?", ["identifisert", "realisere gevinstene"]),
    "benefit_plan": ("Finnes det en gevinstplan?", ["gevinstplan"]),
    "benefit_work": ("Pågår det gevinstrealiseringsaktiviteter?", ["gevinst", "i gang"]),
    "quantified_benefits": (
        "Kvantifiserbare gevinster totalt over levetiden av løsningen/leveransen",
        ["tallfestede gevinster", "levetiden av løsningen"],
    ),
    "benefit_lifetime": ("Antatt levetid for løsningen/leveransen", ["antatt levetid", "løsningen"]),
    "unquantified_benefits": ("Ikke kvantifiserbare gevinster", ["gevinster"]),
    "benefits_elsewhere": (
        "Andre prosjekter realiserer gevinstene av prosjektets leveranser",
        ["realiseres i andre prosjekter"],
    ),
    "status": ("Overordnet status for prosjekt/program", ["overordnet status"]),
    "dependencies": ("Hvem er prosjektet avhengig av? Hva er prosjektet avhengig av?", ["avhengig"]),
    "dependencies_consequence": (
        "Beskriv konsekvenser av manglende oppfyllelse av avhengigheter",
        ["følger", "svikter"],
    ),
}
# Asked in words of the form's frame, not as a question of their own.
FRAME = {
    *("id", "name", "responsible", "owner", "manager", "revised", "financing_total", "status_reason", "other"),
    *("cost_comment", "strategy_comment", "plan_comment", "financing_comment", "benefits_comment"),
}
NEVER_ASKED = {Lang.NB: ("kost-/nytte", "driftskostnad"), Lang.EN: ("cost-benefit", "operating cost")}

VALID = {field.name: field for field in fields_of(Project) if field.asked_in(ROUND)}


def test_every_field_of_the_round_stands_for_a_question_that_was_asked():
    assert VALID.keys() == ASKED.keys() | FRAME


@pytest.mark.parametrize("name", ASKED)
def test_label_and_help_say_what_was_asked(name):
    field = VALID[name]
    said = f"{field.label.nb}. {field.help.nb}".casefold()

    assert [word for word in ASKED[name][1] if word not in said] == [], ASKED[name][0]


@pytest.mark.parametrize("lang", Lang)
def test_no_label_of_the_round_asks_what_was_not_asked(lang):
    labels = [field.label[lang].casefold() for field in VALID.values()]

    assert [label for label in labels if any(words in label for words in NEVER_ASKED[lang])] == []


def test_the_end_may_stay_empty_as_it_might_in_2021():
    assert not VALID["ends"].required


@pytest.mark.parametrize(
    "hint",
    [
        "Måned og år når det er kjent, for eksempel 06.2022. Ellers kvartal eller år.",
        "Month and year when known, for example 06.2022. Otherwise quarter or year.",
        "Idé, Konsept, Planlegging, Gjennomføring, Avslutning eller Realisering",
    ],
)
def test_what_stood_beside_an_answer_before_it_was_reworded_is_no_text_of_the_actor(hint):
    assert fold(hint) in labels_of(Project, 2021).hints
