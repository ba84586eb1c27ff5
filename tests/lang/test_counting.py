"""Numbers of things, and parts of a whole, as a sentence says them."""

from __future__ import annotations

import pytest

from ehport.lang.counting import ACTIVE_PROJECTS, DELIVERABLES, PROJECTS, in_words, listed, share_of, verbs
from ehport.lang.language import Lang


def said(part: int, whole: int, noun=DELIVERABLES, lang: Lang = Lang.NB) -> str:
    share = share_of(part, whole, noun, lang)
    shown = [in_words(each, lang, is_neuter=noun.is_neuter) if share.in_words else str(each) for each in (part, whole)]
    return share.template.format(part=shown[0], whole=shown[1])


@pytest.mark.parametrize(
    ("part", "whole", "nb", "en"),
    [
        (78, 275, "78 av 275 leveranser", "78 of 275 deliverables"),
        (8, 24, "8 av 24 leveranser", "8 of 24 deliverables"),
        (1, 8, "én av åtte leveranser", "one of eight deliverables"),
        (8, 8, "alle åtte leveranser", "all eight deliverables"),
        (24, 24, "alle 24 leveranser", "all 24 deliverables"),
        (2, 2, "begge leveransene", "both deliverables"),
        (1, 1, "den ene leveransen", "the only deliverable"),
        (0, 24, "ingen av 24 leveranser", "none of 24 deliverables"),
        (0, 2, "ingen av to leveranser", "none of two deliverables"),
        (0, 1, "ingen leveranser", "no deliverable"),
        (0, 0, "ingen leveranser", "no deliverable"),
    ],
)
def test_a_part_of_a_whole_is_said_in_words_or_in_digits_alone(part: int, whole: int, nb: str, en: str) -> None:
    assert (said(part, whole), said(part, whole, lang=Lang.EN)) == (nb, en)


def test_the_gender_of_what_is_counted_decides_the_word() -> None:
    assert said(1, 6, PROJECTS) == "ett av seks prosjekter"
    assert said(1, 1, ACTIVE_PROJECTS) == "det ene aktive prosjektet"
    assert [PROJECTS.word(number).nb for number in (0, 1, 2)] == ["prosjekter", "prosjekt", "prosjekter"]


def test_verbs_agree_with_their_number() -> None:
    assert [verbs(number)["have"] for number in (0, 1, 2)] == ["have", "has", "have"]
    assert [share_of(*each, DELIVERABLES, Lang.EN).verb for each in ((1, 8), (0, 1), (0, 8), (8, 8))] == [1, 1, 8, 8]


def test_names_are_listed_with_a_word_before_the_last() -> None:
    assert [listed(["A", "B", "C"][:number], Lang.NB) for number in range(4)] == ["", "A", "A og B", "A, B og C"]
