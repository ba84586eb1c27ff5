"""Rows of two rounds: which is which, and when nobody can tell."""

from __future__ import annotations

from ehport.model.row_pairing import pair_rows

Row = tuple[str, str]
CODE, NAME = (lambda row: row[0]), (lambda row: row[1])


def paired(before: list[Row], now: list[Row]) -> tuple[list[tuple[Row, Row, bool]], list[Row], list[Row]]:
    found = pair_rows(before, now, (CODE, NAME), NAME)
    return [(each.before, each.now, each.alike) for each in found.pairs], list(found.added), list(found.gone)


def test_a_code_decides_whatever_the_row_is_called():
    assert paired([("M5", "Pilot")], [("M5", "Innføring")]) == ([(("M5", "Pilot"), ("M5", "Innføring"), False)], [], [])


def test_a_name_decides_where_there_is_no_code():
    before, now = [("", "Pilot"), ("", "Innføring")], [("", "Innføring"), ("", "Pilot")]

    assert [pair[:2] for pair in paired(before, now)[0]] == [(now[0], now[0]), (now[1], now[1])]


def test_a_row_with_another_name_is_found_by_likeness_and_said_to_be():
    before, now = [("", "Pilot i to kommuner")], [("", "Pilot i tre kommuner")]

    assert paired(before, now) == ([(before[0], now[0], True)], [], [])


def test_rows_in_the_same_place_that_are_not_alike_are_two():
    before, now = [("", "Pilot i Bergen")], [("", "Ny avtale med leverandøren")]

    assert paired(before, now) == ([], now, before)


def test_rows_of_one_key_are_told_apart_by_their_text():
    before = [("NHN", "Drift av registeret"), ("NHN", "Mottak av meldinger")]
    now = [("NHN", "Mottak av alle meldinger"), ("NHN", "Drift av det nye registeret")]

    assert [pair[:2] for pair in paired(before, now)[0]] == [(before[1], now[0]), (before[0], now[1])]


def test_many_rows_with_other_names_stay_apart():
    before = [("", f"Leveranse {number} fra prosjektet") for number in range(150)]
    now = [("", f"Noe helt annet med nummer {number}") for number in range(150)]

    assert paired(before, now) == ([], now, before)


def test_likeness_that_fits_two_rows_fits_none():
    before = [("", "Pilot i kommune 1")]
    now = [("", "Pilot i kommune 2"), ("", "Pilot i kommune 3")]

    assert paired(before, now) == ([], now, before)
