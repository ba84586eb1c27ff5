"""A round whose register cannot be read: that comes first, and nothing that depends on it follows."""

from __future__ import annotations

import pytest

from ehport.building.fact_list import usable_names
from ehport.checking.questions import questions
from ehport.checking.workbooks import check_round
from ehport.comparing.compare import compare_named
from ehport.lang.language import Lang
from ehport.receiving.status import status
from ehport.rounds.find import find_round
from ehport.system.errors import UsageError
from tests.later_rounds import FIRST, LATER, later_round
from tests.small_round import only_one_actor


@pytest.fixture(scope="module", params=["missing", "text", "workbook"])
def home(request, tmp_path_factory):
    home = tmp_path_factory.mktemp("hjem")
    register = later_round(home, only_one_actor).register
    if request.param == "missing":
        register.unlink()
    elif request.param == "text":
        register.write_text("prosjekter", "utf-8")
    else:
        register.write_bytes((register.parent / "helse-nord.xlsx").read_bytes())
    return home


def test_a_check_tells_the_register_first_and_only_single_workbooks_after_it(home):
    first, *others = check_round(find_round(home, LATER))

    assert (first.code.value[0], first.at.file) == ("F", "register.xlsx")
    assert others
    assert {each.at.file for each in others} == {"helse-nord.xlsx"}
    assert "P" not in {each.code.value[0] for each in others}


@pytest.mark.parametrize(
    "ask",
    [
        lambda home: questions(find_round(home, LATER)),
        lambda home: status(find_round(home, LATER)),
        lambda home: usable_names(find_round(home, LATER), Lang.NB),
        lambda home: compare_named(FIRST, LATER, root=home),
    ],
    ids=["questions", "status", "facts", "compare"],
)
def test_what_needs_the_register_ends_at_it(ask, home):
    with pytest.raises(UsageError) as refused:
        ask(home)

    assert refused.value.text.nb.startswith(f"Registeret til runde {LATER} kan ikke brukes: ")
    assert "register.xlsx" in refused.value.text.en
