"""A planned time knows its bounds, its precision and how it is printed."""

from __future__ import annotations

from datetime import date

import pytest

from ehport.form.planned import PlannedTime, Precision
from ehport.form.vocabulary import State
from ehport.lang.language import Lang


@pytest.mark.parametrize(
    ("edtf", "earliest", "latest", "precision"),
    [
        ("2021", date(2021, 1, 1), date(2021, 12, 31), Precision.YEAR),
        ("2020-02", date(2020, 2, 1), date(2020, 2, 29), Precision.MONTH),
        ("2021-06-15", date(2021, 6, 15), date(2021, 6, 15), Precision.DAY),
        ("2021-21", date(2021, 3, 1), date(2021, 5, 31), Precision.SEASON),
        ("2021-24", date(2021, 1, 1), date(2021, 12, 31), Precision.SEASON),
        ("2021-35", date(2021, 7, 1), date(2021, 9, 30), Precision.QUARTER),
        ("2021-40", date(2021, 1, 1), date(2021, 6, 30), Precision.HALF),
        ("2021-12~", date(2021, 12, 1), date(2021, 12, 31), Precision.MONTH),
        ("2021?/2023-06?", date(2021, 1, 1), date(2023, 6, 30), Precision.INTERVAL),
        ("2022/..", date(2022, 1, 1), None, Precision.INTERVAL),
        ("{2023-06,2022-36}", date(2022, 10, 1), date(2023, 6, 30), Precision.SEVERAL),
    ],
)
def test_a_time_lies_between_two_days(edtf: str, earliest: date, latest: date | None, precision: Precision) -> None:
    planned = PlannedTime(edtf)

    assert (planned.earliest(), planned.latest(), planned.precision) == (earliest, latest, precision)


def test_a_state_alone_has_no_days() -> None:
    delivered = PlannedTime(None, State.DELIVERED)

    assert (delivered.earliest(), delivered.latest(), delivered.precision) == (None, None, None)


@pytest.mark.parametrize(
    ("planned", "nb", "en"),
    [
        (PlannedTime("2021"), "2021", "2021"),
        (PlannedTime("2021-06"), "juni 2021", "June 2021"),
        (PlannedTime("2021-04-16"), "16. april 2021", "16 April 2021"),
        (PlannedTime("2021-35"), "3. kvartal 2021", "Q3 2021"),
        (PlannedTime("2021-41"), "2. halvår 2021", "H2 2021"),
        (PlannedTime("2021-23"), "høsten 2021", "autumn 2021"),
        (PlannedTime("2022/2024"), "2022–2024", "2022–2024"),
        (PlannedTime("2022-06/2024"), "juni 2022 – 2024", "June 2022 – 2024"),
        (PlannedTime("2022/.."), "fra 2022", "from 2022"),
        (PlannedTime("2021-12~"), "omtrent desember 2021", "about December 2021"),
        (PlannedTime("2021-35?"), "3. kvartal 2021 (usikkert)", "Q3 2021 (uncertain)"),
        (PlannedTime("{2023,2024,2025}"), "2023, 2024 og 2025", "2023, 2024 and 2025"),
        (PlannedTime("2020", State.DELIVERED), "2020 (levert)", "2020 (delivered)"),
        (PlannedTime(None, State.ONGOING), "Løpende", "Ongoing"),
    ],
)
def test_a_time_is_printed_with_its_precision(planned: PlannedTime, nb: str, en: str) -> None:
    assert (planned.in_words(Lang.NB), planned.in_words(Lang.EN)) == (nb, en)
