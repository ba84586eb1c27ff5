"""Choices: ratings, criticality, answers, phases and plain labels."""

from __future__ import annotations

import pytest

from ehport.form.kinds import Choice
from ehport.form.trial import format_columns
from ehport.form.vocabulary import DeliverableState, Level, Phase, ProjectState, Segment, Solution, Vocabulary


@pytest.mark.parametrize(
    ("typed", "value", "flags"),
    [
        ("G", "none", "unreadable"),
        ("g", "none", "unreadable"),
        ("R", "red", ""),
        ("Y", "yellow", ""),
        ("R/G", "none", "two_ratings"),
        ("GRØNT", "green", ""),
        ("Grøn", "green", ""),
        ("Green", "green", ""),
        ("Raud", "red", ""),
        ("Rødt", "red", ""),
        ("gult", "yellow", ""),
        ("Amber", "yellow", ""),
        ("Gult (ned fra grønt)", "yellow", "note"),
        ("🟡 Gul", "yellow", ""),
        ("🔴", "red", ""),
        ("● Gul", "yellow", ""),
        ("• raudt", "red", ""),
        ("⚠️ Gul", "yellow", ""),
        ("●", "none", "unreadable"),
        ("🟢 Gul", "none", "two_ratings"),
        ("red/amber", "none", "two_ratings"),
        ("rød*", "red", "footnote"),
        ("Gul, plan må lages", "yellow", "note"),
        ("Grønn\u00a0(T)", "green", "note"),
        ("Rød/Gul", "none", "two_ratings"),
        ("Grønn → Gul", "none", "two_ratings"),
        ("Grønn og gul", "none", "two_ratings"),
        ("Gul\nRød", "none", "two_ratings"),
        ("Gul/Rød (T) *", "none", "footnote;two_ratings"),
        ("–", "none", "dash"),
        ("*", "none", "footnote"),
        ("<velg>", "none", "placeholder"),
        ("Grønnere", "none", "unreadable"),
        ("Status: gul", "none", "unreadable"),
        ("Pauset", "none", "unreadable"),
    ],
)
def test_a_rating_is_one_colour(typed: str, value: str, flags: str) -> None:
    assert format_columns("rating", typed)[1:] == (value, flags)


@pytest.mark.parametrize(
    ("typed", "value", "flags"),
    [
        ("m", "medium", ""),
        ("L", "low", ""),
        ("MEDIUM", "medium", ""),
        ("H (LIMS)", "high", "note"),
        ("Lav, foreløpig", "low", "note"),
        ("H-M", "none", "two_levels"),
        ("Høy/Middels (LIMS)", "none", "two_levels"),
        ("Middels/Medium", "medium", "note"),
        ("ikke avklart*", "none", "footnote;undecided"),
        ("n/a", "none", "not_applicable"),
        ("HM", "none", "unreadable"),
        ("Høg", "high", ""),
        ("Lågt", "low", ""),
        ("High", "high", ""),
        ("● Middels", "medium", ""),
        ("Låg/høg", "none", "two_levels"),
        ("Ikkje avklart", "none", "undecided"),
        ("Svært høy", "none", "unreadable"),
    ],
)
def test_a_criticality_is_one_level(typed: str, value: str, flags: str) -> None:
    assert format_columns("criticality", typed)[1:] == (value, flags)


@pytest.mark.parametrize(
    ("typed", "value", "flags"),
    [
        ("JA", "yes", ""),
        ("Nei*)", "no", "footnote"),
        ("Ja\nfor programmet", "yes", "note"),
        ("Nei – er i gang", "no", "note"),
        ("Ja (T)", "yes", "note"),
        ("ja – delvis", "partly", "note"),
        ("Ja, delvis gjennomført", "partly", "note"),
        ("Delvis, men ikke alt", "partly", "note"),
        ("For deler av prosjektet", "partly", "note"),
        ("Ja, men ikke ferdig ennå", "partly", "note"),
        ("Ja, men sent", "yes", "note"),
        ("SANN", "yes", ""),
        ("FALSE", "no", ""),
        ("☑", "yes", ""),
        ("☐", "no", ""),
        ("Yes, for the programme", "yes", "note"),
        ("No", "no", ""),
        ("Partly", "partly", "note"),
        ("Ja, men ikkje ferdig", "partly", "note"),
        ("Norge", "none", "unreadable"),
        ("Januar", "none", "unreadable"),
        ("Delvise", "none", "unreadable"),
        ("Vet ikke", "none", "unreadable"),
        ("N/A", "none", "unreadable"),
        ("-", "none", "unreadable"),
    ],
)
def test_an_answer_starts_the_cell(typed: str, value: str, flags: str) -> None:
    assert format_columns("answer", typed)[1:] == (value, flags)


@pytest.mark.parametrize(
    ("typed", "phase", "flags"),
    [
        ("gjennomføring", Phase.EXECUTION, ()),
        ("Idé", Phase.IDEA, ()),
        ("Idéfasen", Phase.IDEA, ()),
        ("Gjennomføringsfasa", Phase.EXECUTION, ()),
        ("Execution phase", Phase.EXECUTION, ()),
        ("Avslutting", Phase.CLOSING, ()),
        ("Planleggingsfasen", Phase.PLANNING, ()),
        ("Konseptfase 2", Phase.CONCEPT, ("note",)),
        ("Gjennomføring fase 1", Phase.EXECUTION, ("note",)),
        ("Gjennomføring GF1", Phase.EXECUTION, ("note",)),
        ("Gjennomføring, andre leveranse", Phase.EXECUTION, ("note",)),
        ("Initiell konseptfase ferdigstilt.", None, ("unreadable",)),
        ("Planlegging (20%) og / Gjennomføring (80%)", None, ("unreadable",)),
        ("Konsept/planlegging", None, ("unreadable",)),
        ("Pilotfase", None, ("unreadable",)),
        ("Gjennomføring\nAvslutning", None, ("unreadable",)),
    ],
)
def test_a_phase_starts_the_cell_and_is_the_only_one_named(
    typed: str, phase: Phase | None, flags: tuple[str, ...]
) -> None:
    found = Choice(Phase).parse(typed)

    assert (found.value, found.flags) == (phase, flags)


@pytest.mark.parametrize(
    ("typed", "member"),
    [
        ("h", Level.HIGH),
        ("Høg", Level.HIGH),
        ("låg", Level.LOW),
        ("● Aktiv", ProjectState.ACTIVE),
        ("Utsett", DeliverableState.POSTPONED),
        ("Samstyring", Segment.GOVERN),
        ("Middels", Level.MEDIUM),
        ("SAMSTYRE", Segment.GOVERN),
        ("Coordinate", Segment.COORDINATE),
        ("e-resept", Solution.E_PRESCRIPTION),
        ("helseid", Solution.HELSEID),
        ("Går ut", ProjectState.LEAVING),
        ("active", ProjectState.ACTIVE),
        ("Levert", DeliverableState.DELIVERED),
        ("x", None),
    ],
)
def test_a_term_is_read_by_its_label_or_word(typed: str, member: Vocabulary | None) -> None:
    vocabulary = type(member) if member else Level

    assert Choice(vocabulary).parse(typed).value is member


@pytest.mark.parametrize(
    ("typed", "value", "flags"),
    [
        ("1, 3 og 4", "1;3;4", ""),
        ("4 OG 1", "4;1", ""),
        ("1 / 4*", "1;4", "footnote"),
        ("1\n4", "1;4", ""),
        ("2. Lover og regler", "2", ""),
        ("1. Tjenester og applikasjoner\n4. Infrastruktur og felleskomponenter", "1;4", ""),
        ("4. Tjenester og applikasjoner", "none", "unreadable"),
        ("6", "none", "unreadable"),
        ("1 4", "none", "unreadable"),
        ("1,", "none", "unreadable"),
        ("1.", "none", "unreadable"),
        ("1-4", "none", "unreadable"),
        ("-", "none", "unreadable"),
        ("Infrastruktur og felleskomponenter", "none", "unreadable"),
    ],
)
def test_categories_are_read_by_code(typed: str, value: str, flags: str) -> None:
    assert format_columns("category", typed)[1:] == (value, flags)
