"""What the office settles of a round when it is opened."""

from __future__ import annotations

import pytest

from ehport.opening.round_settings import QUESTIONS, Settled, as_settled
from ehport.system.errors import UsageError
from tests.builders import a_round


def test_what_is_not_settled_stays_and_publication_follows_the_cut_off() -> None:
    assert Settled().of(a_round()) == a_round()
    assert as_settled(Settled(cutoff="30.11.2021").of(a_round())) == Settled(
        "Nasjonal e-helseportefølje", "2021-11-30", "2021-12", "2021"
    )


def test_everything_that_is_asked_for_can_be_settled_as_typed() -> None:
    given = Settled(" Ny  tittel ", "10. september 2021", "2021-11", "2022")

    assert as_settled(given.of(a_round())) == Settled("Ny tittel", "2021-09-10", "2021-11", "2022")
    assert list(QUESTIONS) == ["title", "cutoff", "published", "budget_year"]


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (Settled(cutoff="snart"), "«snart»"),
        (Settled(published="høsten"), "2021-10"),
        (Settled(budget_year="21"), "«21»"),
        (Settled(cutoff="2021-09-30", published="2021-08"), "--published"),
    ],
)
def test_what_cannot_be_read_is_told_with_an_example(given: Settled, told: str) -> None:
    with pytest.raises(UsageError) as refused:
        given.of(a_round())

    assert told in refused.value.text.nb
