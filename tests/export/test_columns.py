from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from ehport.export.columns import ExportedAnswer, facets_of
from ehport.export.table import ColumnUnit, Type
from ehport.form.field import Field, column, fields_of
from ehport.form.kinds import Amount, Categories, Choice, Day, FocusArea, Line, When
from ehport.form.vocabulary import Rating
from ehport.lang.language import Lang


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """A record with a field of each sort."""

    name: str | None = column("Navn", "Name", Line(20))
    cost: int | None = column("Kostnad {current} (mill. kr)", "Cost {current} (NOK million)", Amount())
    ends: Any = column("Slutt", "End", When())
    status: Any = column("Status", "Status", Choice(Rating))
    category: Any = column("Kategori", "Category", Categories())
    area: str | None = column("Område", "Area", FocusArea())
    day: str | None = column("Dag", "Day", Day())
    contact: str | None = column("Kontakt", "Contact", Line(20), public=False)


TYPED = {
    "name": "Felles logg",
    "cost": "12,5 mill.",
    "ends": "Q3 2021",
    "status": "Gul",
    "category": "1, 4",
    "area": "1.1",
    "day": "16.04.2021",
    "contact": "Kari",
}


def answer(_: None, field: Field) -> ExportedAnswer:
    return ExportedAnswer(field.one.parse(TYPED[field.name]).value, TYPED[field.name])


def exported(*, typed: bool = True) -> dict[str, object]:
    return {each.column.name: each.of(None) for each in facets_of(fields_of(Thing), answer, 2021, typed=typed)}


def test_a_value_is_followed_by_the_text_as_typed_where_they_can_differ() -> None:
    assert exported() == {
        "name": "Felles logg",
        "cost": 12_500,
        "cost_text": "12,5 mill.",
        "ends": "2021-35",
        "ends_earliest": date(2021, 7, 1),
        "ends_latest": date(2021, 9, 30),
        "ends_state": "planned",
        "ends_text": "Q3 2021",
        "status": "yellow",
        "status_text": "Gul",
        "category": "1;4",
        "category_text": "1, 4",
        "area": "1.1",
        "area_text": "1.1",
        "day": date(2021, 4, 16),
        "day_text": "16.04.2021",
    }


def test_the_office_s_own_records_have_values_alone() -> None:
    assert [name for name in exported(typed=False) if name.endswith("_text")] == []


def test_a_field_that_is_not_public_has_no_column() -> None:
    assert not any("contact" in name for name in exported())


def test_a_column_knows_its_type_its_unit_and_its_words() -> None:
    columns = {each.column.name: each.column for each in facets_of(fields_of(Thing), answer, 2021)}

    assert (columns["cost"].type, columns["cost"].unit) == (Type.INTEGER, ColumnUnit.TKR)
    assert columns["cost"].title[Lang.NB] == "Kostnad 2021"
    assert columns["status"].terms is not None
    assert columns["status"].terms.values == ("red", "yellow", "green")
    assert columns["area"].refers_to == "focus_areas"
