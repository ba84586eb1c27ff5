from __future__ import annotations

from collections.abc import Iterator

import pytest

from ehport.form.actor import Actor
from ehport.form.field import fields_of
from ehport.form.project import Project
from ehport.lang.language import Lang
from ehport.report.dictionary import as_markdown, describe_fields


def names_of(record: type, prefix: str = "") -> Iterator[str]:
    for each in fields_of(record):
        yield prefix + each.name
        if each.is_list:
            yield from names_of(each.rows.record, f"{prefix}{each.name}.")


@pytest.mark.parametrize("lang", Lang)
def test_every_field_of_the_form_is_described_once(lang: Lang) -> None:
    found = [each.name for each in describe_fields(lang)]

    assert found == [*names_of(Actor, "actor."), *names_of(Project)]
    assert all(f"| `{name}` |" in as_markdown(lang) for name in found)


def test_a_field_says_how_it_is_written_and_which_rules_it_has() -> None:
    fields = {each.name: each for each in describe_fields(Lang.NB)}

    what, how = "Det prosjektet antas å koste til sammen", "Millioner kroner, for eksempel 12,5"
    assert (fields["total_cost"].help.startswith(what), fields["total_cost"].help.endswith(how)) == (True, True)
    assert fields["status"].help == "Én farge: Grønn, Gul eller Rød."
    assert fields["status"].values == "Rød (`red`), Gul (`yellow`), Grønn (`green`)"
    assert fields["segment"].rules == "må besvares, fra runde 2021-09"
    assert fields["financing.budget_year"].label == "{n}"


def test_a_field_for_the_office_alone_is_told_to_be_so() -> None:
    contact = next(each for each in describe_fields(Lang.EN) if each.name == "actor.contact")

    assert not contact.public
    assert contact.rules == "not public"


def test_the_sections_of_the_form_are_headings() -> None:
    headings = [line for line in as_markdown(Lang.NB).splitlines() if line.startswith("## ")]

    assert headings[:2] == ["## Aktør", "## 1 Prosjekt-/programinformasjon"]
    assert len(headings) == 7
