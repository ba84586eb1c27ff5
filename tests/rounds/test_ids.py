from __future__ import annotations

import pytest

from ehport.rounds.ids import check_round_id, is_meant_as_round, is_round_id, meant_round
from ehport.system.errors import UsageError


@pytest.mark.parametrize(
    "typed",
    [
        "2021-9", "21-09", "21-9", "2021/09", "2021.09", "2021 9", "202109", "2021_09", "2021–09", "09-2021", "9/2021",
        "9.21", "sept 2021", "September 2021", "Sep. 21", "2021 september", "2021-09-30", "30.09.2021",
        "30. september 2021", "submissions/2021-09/", "2021-09 - Kopi", " 2021-09 ",
    ],
)  # fmt: skip
def test_what_was_meant_is_named(typed: str) -> None:
    assert not is_round_id(typed)
    assert meant_round(typed) == "2021-09"
    with pytest.raises(UsageError) as refused:
        check_round_id(typed)
    assert "2021-09" in refused.value.text.nb
    assert f"«{typed}»" in refused.value.text.en


@pytest.mark.parametrize(
    "typed", ["", "2021", "2021-13", "2021-00", "21-13", "1999-09", "2109", "ks", "høst 2021", "٢٠٢١-٠٩"]
)
def test_what_could_be_anything_is_refused_without_a_guess(typed: str) -> None:
    assert meant_round(typed) is None
    with pytest.raises(UsageError, match="is not a round"):
        check_round_id(typed)


def test_an_id_is_taken_as_it_is() -> None:
    assert check_round_id("2021-12") == "2021-12"


@pytest.mark.parametrize(
    ("typed", "is_round"),
    [("2021-04", True), ("2021-4", True), ("2021-13", True), ("sept 2021", True), ("helse-vest.xlsx", False),
     ("submissions/2021-04", False), ("2021-04.xlsx", False), ("ks", False)],
)  # fmt: skip
def test_a_text_that_is_meant_as_a_round_is_no_file(typed: str, is_round: bool) -> None:
    assert is_meant_as_round(typed) is is_round
