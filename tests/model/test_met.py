"""Whether a dependency is met: what its status, its deadline and their footnotes say."""

from __future__ import annotations

from typing import Any

import pytest

from ehport.model.met import is_met
from tests.analysis.portfolios import a_submitted

SOUND = {"id": "10", "name": "Journal"}


def met(row: dict[str, str], **more: Any) -> bool:
    project = a_submitted({**SOUND, "dependencies": [{"on": "HOD", **row}], **more})
    (dependency,) = project.rows["dependencies"]
    return is_met(project, dependency)


@pytest.mark.parametrize("said", ["Utført", "Oppfylt", "Levert", "I drift", "ferdig", "Fullført", "OK", "implementert"])
def test_a_status_that_says_it_is_done_is_met(said: str) -> None:
    assert met({"due": "2020", "status": said})


@pytest.mark.parametrize("said", ["Rød", "Ikke ferdig", "Ikke levert", "Leveres i mai", "Nesten ferdig", ""])
def test_a_status_that_says_otherwise_is_not(said: str) -> None:
    assert not met({"due": "2020", "status": said})


def test_a_footnote_to_the_deadline_can_say_it() -> None:
    assert met({"due": "2020*", "status": "Grønn"}, dependencies_consequence="Forsinkes.\n*Er oppfylt")
    assert not met({"due": "2020*", "status": "Grønn"}, dependencies_consequence="Forsinkes.\n*Ny frist er avtalt")


def test_the_footnote_of_another_row_says_nothing_of_this_one() -> None:
    assert not met({"due": "2020", "status": "Grønn"}, dependencies_consequence="*Er oppfylt")
    assert not met({"due": "2020**", "status": "Grønn"}, dependencies_consequence="*Er oppfylt")
