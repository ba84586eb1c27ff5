"""What says that something is done, and what only looks like it."""

from __future__ import annotations

import pytest

from ehport.form.done import says_done
from ehport.form.kinds import Choice
from ehport.form.vocabulary import DeliverableState


@pytest.mark.parametrize(
    "typed",
    [
        "Utført", "*Er oppfylt.", "Er oppfylt", "Levert 2020", "2020 (utført)", "06.19 - OK", "I drift siden 2020",
        "ferdig", "Ferdigstilt 03.21", "levert og i drift", "Ok: 06.01.2021\nOk: 03.03.2021", "AVSLUTTET",
        "satt i produksjon 01.21", "I produksjon (Q1 2021)", "Fullført*", "12.19: oppfylt", "Implementert",
        "Er nå tatt i bruk", "Lukket", "på plass", "In production since 2020",
    ],
)  # fmt: skip
def test_what_says_that_it_is_done_is_done(typed: str) -> None:
    assert says_done(typed)


@pytest.mark.parametrize(
    "typed",
    [
        "", "Gul", "12.22", "Ikke levert", "Ikke i drift", "Delvis levert", "Nesten ferdig", "Skal være levert 2022",
        "Leveres 2022", "V 1.0 Levert\nV 2.0 før 1.7.21", "Godkjent med restanser", "Ferdig utviklet",
        "Ferdigstilles etter prosjektperioden", "Planlagt i drift 2022", "Levert innen 2022", "Levert?",
        "ok hvis departementet betaler", "Dialog er etablert",
    ],
)  # fmt: skip
def test_what_is_done_in_part_or_later_is_not_done(typed: str) -> None:
    assert not says_done(typed)


@pytest.mark.parametrize("typed", ["Levert", "Ferdig", "utført", "I drift"])
def test_the_state_of_a_deliverable_may_be_said_in_other_words(typed: str) -> None:
    assert Choice(DeliverableState).parse(typed).value is DeliverableState.DELIVERED
