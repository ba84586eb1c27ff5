"""Projects of two rounds: which is which, what came of those that ended, and who only shares a name."""

from __future__ import annotations

from ehport.model.pairing import pair_projects
from tests import builders


def portfolio(*projects: tuple[str, str, str] | tuple[str, str]):
    """Return a portfolio of a register alone: number, name and aliases of each project."""
    rows = [
        {"id": number, "name": name, "aliases": other[0] if other else "", "state": "Aktiv"}
        for number, name, *other in projects
    ]
    return builders.a_portfolio(register=builders.a_register(projects=rows))


def ids(members) -> list[str]:
    return [each.id for each in members]


def test_a_number_decides_whatever_the_project_is_called():
    found = pair_projects(portfolio(("10", "Logg")), portfolio(("10", "Felles logg i vest")))

    assert [(each.before.name, each.now.name) for each in found.pairs if each.now.id == "10"] == [
        ("Logg", "Felles logg i vest")
    ]
    assert not found.added
    assert not found.gone


def test_a_new_number_with_the_old_one_as_alias_is_the_same_project():
    found = pair_projects(portfolio(("10", "Logg")), portfolio(("20", "Logg", "10")))

    assert [(each.before.id, each.now.id) for each in found.renumbered] == [("10", "20")]
    assert not found.added
    assert not found.gone
    assert not found.namesakes


def test_a_project_takes_over_another_by_its_name():
    found = pair_projects(portfolio(("10", "Logg"), ("11", "Innsyn")), portfolio(("10", "Logg", "Gammel logg; Innsyn")))

    assert [(each.into.id, ids(each.parts)) for each in found.merged] == [("10", ["11"])]


def test_several_that_ended_make_one_new_project():
    found = pair_projects(portfolio(("10", "Logg"), ("11", "Innsyn")), portfolio(("20", "Logg og innsyn", "10; 11")))

    assert [(each.into.id, ids(each.parts)) for each in found.merged] == [("20", ["10", "11"])]
    assert not found.renumbered


def test_several_new_projects_come_of_one_that_ended():
    found = pair_projects(portfolio(("10", "Logg")), portfolio(("20", "Logg vest", "10"), ("21", "Logg nord", "10")))

    assert [(each.of.id, ids(each.parts)) for each in found.split] == [("10", ["20", "21"])]
    assert not found.merged


def test_an_alias_of_a_project_that_goes_on_joins_nothing():
    found = pair_projects(portfolio(("10", "Logg")), portfolio(("10", "Logg"), ("20", "Innsyn", "Logg")))

    assert not found.merged
    assert ids(found.added) == ["20"]


def test_one_name_with_two_numbers_is_pointed_out():
    found = pair_projects(portfolio(("10", "Felles journal")), portfolio(("20", "Felles  Journal")))

    assert [(each.before.id, each.now.id) for each in found.namesakes] == [("10", "20")]
    assert ids(found.added) == ["20"]
    assert ids(found.gone) == ["10"]
