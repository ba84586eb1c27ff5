from __future__ import annotations

import pytest

from ehport.model.mentions import find_mentioned, names_of
from tests.builders import a_portfolio, a_project, a_register

REGISTER = [
    {"id": "165", "name": "DigiHelse", "aliases": "Nasjonalt prosjekt DigiHelse"},
    {"id": "172", "name": "Digihelse fase 2"},
    {"id": "102", "name": "SAFEST realisering", "aliases": "SAFEST; 12"},
]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("SAFEST", ("102",)),
        ("Statens legemiddelverk/SAFEST", ("102",)),
        ("SAFEST-prosjektet", ("102",)),
        ("DigiHelse og safest", ("165", "102")),
        ("Digihelse fase 2", ("172",)),
        ("Felles  LOGG", ("900",)),
        ("DigiHelsestasjon", ()),
        ("Leverandør 12", ()),
        ("", ()),
    ],
)
def test_a_name_counts_as_whole_words_and_the_longest_name_wins(text: str, expected: tuple[str, ...]) -> None:
    names = names_of(a_portfolio(a_project(), register=a_register(projects=REGISTER)))

    assert find_mentioned(text, names) == expected
