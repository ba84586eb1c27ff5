"""Every rule of grammar finds the faults of its kind, and is silent about what is well put."""

from __future__ import annotations

import pytest

from tests.worlds.grammar import RULES, complaints
from tests.worlds.sayings import Saying, sayings

FAULTS = (
    ("nb", "p", "one is not many", "Porteføljen har 1 prosjekter."),
    ("nb", "td", "one is not many", "Innmeldinger fra én aktører."),
    ("nb", "p", "one is not many", "Status gjelder de 1 aktive prosjektene."),
    ("nb", "td", "one is not many", "1 advarsler"),
    ("nb", "head", "many are not one", "To prosjekt har rød status"),
    ("nb", "td", "many are not one", "0 merknad"),
    ("nb", "p", "one is never «de»", "Risiko gjelder de 1 aktive."),
    ("nb", "head", "a neuter noun has «ett»", "Én prosjekt slutter i 2022"),
    ("nb", "head", "a common noun has «én»", "Ett leveranse er levert"),
    ("nb", "head", "an adjective before one noun is singular", "Ett aktive prosjekt har gul status"),
    ("nb", "td", "every noun after a number is known to these rules", "3 hovedkomponenter"),
    ("en", "p", "one is not many", "Submissions from one actors."),
    ("en", "th", "many are not one", "2 dependency"),
    ("en", "head", "a verb agrees with one", "One project have a worse risk"),
    ("en", "head", "a verb agrees with many", "Two projects has a worse risk"),
    ("nb", "head", "«Alle» or «Ingen» says it", "Åtte av 8 leveranser er levert"),
    ("nb", "p", "«Alle» or «Ingen» says it", "Det gjelder 0 av 12 prosjekter."),
    ("en", "head", "«Alle» or «Ingen» says it", "Three of 3 projects are late"),
    ("nb", "head", "nothing is counted as «null»", "Null av 24 leveranser er levert"),
    ("en", "head", "nothing is counted as «null»", "Zero of 24 deliverables are late"),
    ("nb", "then", "a list has something in it", "Status: . Risiko: Journal"),
    ("nb", "p", "a list has something in it", "Prosjektene (), er røde."),
    ("en", "p", "a list has something in it", "The projects are A and ."),
    ("nb", "p", "nothing stands before a full stop or comma", "Prosjektet , som er rødt, er sent."),
    ("nb", "head", "a colon leads to something", "Prosjekter med rød status:"),
    ("nb", "td", "no value of the program's own", "None prosjekter"),
    ("nb", "td", "no value of the program's own", "nan"),
    ("en", "p", "no value of the program's own", "The budget is {amount} million."),
    ("nb", "td", "one space between words", "Sum  av alle"),
    ("nb", "p", "a unit has a number", "Budsjettet er på mill. kr."),
    ("en", "p", "a unit has a number", "The share has fallen to per cent."),
    ("nb", "title", "a dash is no number", "Til sammen 2 prosjekter og – millioner kroner."),
    ("nb", "p", "no word twice", "Prosjektene er er røde."),
    ("nb", "p", "a comma in Norwegian numbers", "Budsjettet er 4.5 mill. kr."),
    ("en", "p", "a point in English numbers", "The budget is 4,5 million."),
    ("nb", "p", "no full stop twice", "Budsjettet er 4 mill. kr.. Det er lite."),
    ("nb", "th", "no words of a parser", "Uten lesbar slutt"),
    ("nb", "p", "a sentence has an end", "Budsjettet er 4,5 millioner"),
    ("nb", "sub", "a sentence begins with a capital", "prosjekter etter status."),
)
WELL_PUT = (
    ("nb", "p", "Porteføljen har 1 prosjekt, 21 leveranser og 4,5 mill. kr."),
    ("nb", "head", "Ett prosjekt har rød status, og én leveranse er sen"),
    ("nb", "head", "Ingen prosjekter slutter i 2021, og 4 har ingen sluttdato"),
    ("nb", "p", "Status og risiko gjelder det ene aktive prosjektet."),
    ("nb", "p", "Tre av 11 leveranser er meldt levert."),
    ("nb", "td", "1 av 2 svarer"),
    ("nb", "td", "–"),
    ("en", "head", "One of 11 deliverables is late, and two projects have red status"),
    ("en", "p", "Active projects by status: number, budget in 2021 and project numbers."),
    ("en", "td", "None"),
    ("en", "p", "None of the projects has given a budget."),
)


@pytest.mark.parametrize(("lang", "sort", "rule", "text"), FAULTS)
def test_a_planted_fault_is_found_by_its_rule(lang: str, sort: str, rule: str, text: str):
    found = list(complaints(Saying("", lang, sort, text)))

    assert rule in [each.partition(": ")[0] for each in found]


@pytest.mark.parametrize(("lang", "sort", "text"), WELL_PUT)
def test_what_is_well_put_is_left_alone(lang: str, sort: str, text: str):
    assert list(complaints(Saying("", lang, sort, text))) == []


def test_every_rule_has_a_fault_that_it_finds():
    planted = {(rule, lang) for lang, _, rule, _ in FAULTS}

    assert [each.name for each in RULES if not any((each.name, lang) in planted for lang in each.langs)] == []


def test_a_text_is_taken_as_a_reader_sees_it_and_without_what_somebody_typed():
    html = (
        '<p>Budsjettet er <span data-fact="budget.total" data-form="mill">4</span> mill. kr.</p>'
        '<figcaption><span class="label">Figur 1</span> <span class="head">Én er rød</span></figcaption>'
        '<td data-typed="">1 prosjekter</td>'
    )

    found = list(sayings("kapittel", html, "nb"))

    assert [(each.sort, each.text) for each in found] == [
        ("p", "Budsjettet er 4 mill. kr."),
        ("label", "Figur 1"),
        ("head", "Én er rød"),
    ]
    assert [(each.text, each.fact, each.form) for each in found[0].numbers] == [("4", "budget.total", "mill")]
