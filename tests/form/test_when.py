"""Planned times: every form the rules name, and the near misses."""

from __future__ import annotations

import pytest

from ehport.form.trial import format_columns


def _read(typed: str) -> tuple[str, ...]:
    return format_columns("when", typed)[1:]


def _planned(typed: str) -> str:
    value, state, flags = _read(typed)
    assert (state, flags) == ("planned", "")
    return value


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("2021", "2021"),
        ("6.21", "2021-06"),
        ("6/21", "2021-06"),
        ("6-2021", "2021-06"),
        ("6 2021", "2021-06"),
        ("september 21", "2021-09"),
        ("SEP. 2021", "2021-09"),
        ("Jan.22", "2022-01"),
        ("mai’22", "2022-05"),
        ("Jun '22", "2022-06"),
        ("okt. 22", "2022-10"),
        ("1.2.21", "2021-02-01"),
        ("01.2.2021", "2021-02-01"),
        ("29.02.2020", "2020-02-29"),
        ("q1 2021", "2021-33"),
        ("Q4 - 2021", "2021-36"),
        ("H1 2022", "2022-40"),
        ("H1-2022", "2022-40"),
        ("sommer 2021", "2021-22"),
        ("Vinter 2022", "2022-24"),
        ("2022 (vinter)", "2022-24"),
        ("2021 (hø)", "2021-23"),
        ("2021 (Vår)", "2021-21"),
        ("6/2022", "2022-06"),
        ("2022-06", "2022-06"),
        ("2022/06", "2022-06"),
        ("2022-06-30", "2022-06-30"),
        ("2022-06-30T00:00:00+02:00", "2022-06-30"),
        ("2022-06-30 00:00:00", "2022-06-30"),
        ("30. juni 2022", "2022-06-30"),
        ("30.juni 22", "2022-06-30"),
        ("den 30. juni 2022", "2022-06-30"),
        ("30 June 2022", "2022-06-30"),
        ("June 30, 2022", "2022-06-30"),
        ("30/6-22", "2022-06-30"),
        ("30/6-2022", "2022-06-30"),
        ("desember -21", "2021-12"),
        ("2021 mai", "2021-05"),
        ("2021 (mai)", "2021-05"),
        ("mars i 2021", "2021-03"),
        ("3. kvartal 2021", "2021-35"),
        ("3. kv. 2021", "2021-35"),
        ("3.kv 21", "2021-35"),
        ("tredje kvartal i 2021", "2021-35"),
        ("third quarter of 2021", "2021-35"),
        ("Q3-22", "2022-35"),
        ("Q3'22", "2022-35"),
        ("Q3 21", "2021-35"),
        ("2022 Q1", "2022-33"),
        ("3Q 2021", "2021-35"),
        ("første halvår 2022", "2022-40"),
        ("andre halvår 2022", "2022-41"),
        ("fyrste halvår 2022", "2022-40"),
        ("2. halvår 2022", "2022-41"),
        ("first half of 2022", "2022-40"),
        ("3. tertial 2022", "2022-39"),
        ("T1 2022", "2022-37"),
        ("høsten 2021", "2021-23"),
        ("hausten 2021", "2021-23"),
        ("sommaren 2022", "2022-22"),
        ("høst 21", "2021-23"),
        ("2021 høst", "2021-23"),
        ("autumn 2021", "2021-23"),
        ("innen 30. juni 2022", "2022-06-30"),
        ("innan hausten 2022", "2022-23"),
        ("senest 06.2022", "2022-06"),
        ("i løpet av 2022", "2022"),
        ("medio 2022", "2022-06~"),
        ("primo 2022", "2022-01~"),
        ("primo juni 2022", "2022-06~"),
        ("ultimo mai 2021", "2021-05~"),
        ("innen utgangen av 2022", "2022-12~"),
        ("midten av 2022", "2022-06~"),
        ("omtrent juni 2022", "2022-06~"),
    ],
)
def test_a_single_time_keeps_its_precision(typed: str, value: str) -> None:
    assert _planned(typed) == value


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("2021–2023", "2021/2023"),
        ("1998-05", "1998/2005"),
        ("2019 – 23", "2019/2023"),
        ("2021 / 2022", "2021/2022"),
        ("mai / jun 21", "2021-05/2021-06"),
        ("Q1 2021 - Q3 2022", "2021-33/2022-35"),
        ("Q1-2020-Q2-2020", "2020-33/2020-34"),
        ("03-2022 - 05-2022", "2022-03/2022-05"),
        ("2021 - 06.23", "2021/2023-06"),
        ("1.6.2021 - 2022", "2021-06-01/2022"),
        ("Høst 2021 - vinter 2021", "2021-23/2021-24"),
        ("Ultimo 2021 - medio feb. 22", "2021-12~/2022-02~"),
        ("2021\u00a0–\u20092023", "2021/2023"),
        ("2021/22", "2021/2022"),
        ("2021 til 2023", "2021/2023"),
        ("fra mai til juni 2022", "2022-05/2022-06"),
        ("mai – juni 2022", "2022-05/2022-06"),
        ("Q1-Q2 2021", "2021-33/2021-34"),
        ("2022-01/2022-06", "2022-01/2022-06"),
        ("2022-01-01 - 2022-06-30", "2022-01-01/2022-06-30"),
        ("vinteren 2021/2022", "2021-12/2022-02"),
        ("årsskiftet 2021/22", "2021-12/2022-01"),
        ("uke 24 2022", "2022-06-13/2022-06-19"),
        ("veke 1, 2021", "2021-01-04/2021-01-10"),
        ("Fra 06.22", "2022-06/.."),
        ("06.22->", "2022-06/.."),
        ("juni 2023 og senere", "2023-06/.."),
        ("høsten 2022 og utover", "2022-23/.."),
    ],
)
def test_an_interval_has_two_bounds(typed: str, value: str) -> None:
    assert _planned(typed) == value


@pytest.mark.parametrize(
    "typed",
    [
        "2022->",
        "2022 →",
        "2022 +",
        "2022 –",
        "2022 og utover",
        "2022 OG FREMOVER",
        "Fra 2022",
        "fra 2022 og fremover",
    ],
)
def test_a_year_onwards_is_an_open_interval(typed: str) -> None:
    assert _planned(typed) == "2022/.."


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("ca 06.21", "2021-06?"),
        ("ca. juni 2021", "2021-06?"),
        ("om lag juni 2021", "2021-06?"),
        ("juni 2021 (usikkert)", "2021-06?"),
        ("2021 – ca. 2023", "2021/2023?"),
        ("2021 (usikkert) – 2023", "2021?/2023"),
        ("Ca 2022", "2022?"),
        ("06.21?", "2021-06?"),
        ("06.21 ?", "2021-06?"),
        ("Tentativt Q3 2022", "2022-35?"),
        ("Tentativt Q3 2022?", "2022-35?"),
        ("Q3 2022 (tentativt)", "2022-35?"),
        ("1.3.2021 (noe usikkert)", "2021-03-01?"),
        ("2022->?", "2022?/.."),
        ("Tentativt 2022 og utover", "2022?/.."),
        ("ca 10/11.2022", "2022-10?/2022-11?"),
        ("10/11.22?", "2022-10?/2022-11?"),
        ("Mai/juni 2021?", "2021-05?/2021-06?"),
        ("Ultimo 2021?", "2021-12%"),
        ("medio 02.2019", "2019-02~"),
        ("slutten av 2021", "2021-12~"),
    ],
)
def test_doubt_marks_every_bound(typed: str, value: str) -> None:
    assert _planned(typed) == value


@pytest.mark.parametrize(
    ("typed", "value", "state"),
    [
        ("Ok", "", "delivered"),
        ("LEVERT", "", "delivered"),
        ("Levert: 06.19", "2019-06", "delivered"),
        ("Levert mai 2020", "2020-05", "delivered"),
        ("Utført - 2020", "2020", "delivered"),
        ("06.19 levert", "2019-06", "delivered"),
        ("06.19: ok", "2019-06", "delivered"),
        ("2019 - OK", "2019", "delivered"),
        ("2019-2020 (levert)", "2019/2020", "delivered"),
        ("Q1 2021 (utsatt)", "2021-33", "postponed"),
        ("12.20 – ikke oppnådd", "2020-12", "missed"),
        ("KONTINUERLIG", "", "ongoing"),
        ("tbd", "", "undecided"),
        ("Ikke  fastsatt", "", "undecided"),
        ("usikker", "", "undecided"),
        ("–", "", "not_applicable"),
        ("na", "", "not_applicable"),
        ("utgår", "", "dropped"),
        ("Levert i 2020", "2020", "delivered"),
        ("2020 (delivered)", "2020", "delivered"),
        ("06.21 utsett", "2021-06", "postponed"),
        ("12.20 ikkje oppnådd", "2020-12", "missed"),
        ("Planlagt: 06.2022", "2022-06", "planned"),
        ("Løpande", "", "ongoing"),
        ("Ikkje avklart", "", "undecided"),
        ("Ikke aktuelt", "", "not_applicable"),
        ("LUKKET", "", "closed"),
    ],
)
def test_words_give_the_state(typed: str, value: str, state: str) -> None:
    assert _read(typed) == (value, state, "")


@pytest.mark.parametrize(
    ("typed", "value", "state", "flags"),
    [
        ("06.23*\n12.23 **)", "{2023-06,2023-12}", "planned", "footnote;several"),
        ("06.23\r\n\r\nQ4 2023\n", "{2023-06,2023-36}", "planned", "several"),
        ("Levert 2020\n06.19 - OK", "{2020,2019-06}", "delivered", "several"),
        ("1.7.2021 (kap 1)\n1.8.2021 (kap 2)", "{2021-07-01,2021-08-01}", "planned", "note;several"),
        ("06.21 og 12.21", "{2021-06,2021-12}", "planned", "several"),
        ("2023, 2024 og 2025 (levert)", "{2023,2024,2025}", "delivered", "several"),
        ("Levert 2020\n2021", "", "", "unreadable"),
        ("2021-2022\n2023", "", "", "unreadable"),
        ("06.21\nLevert", "", "", "unreadable"),
        ("Løpende\nLøpende", "", "", "unreadable"),
        ("1.7.2021\n(kap 1)", "", "", "unreadable"),
    ],
)
def test_lines_are_several_times_in_one_state(typed: str, value: str, state: str, flags: str) -> None:
    assert _read(typed) == (value, state, flags)


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("2021 (T)", "2021"),
        ("Q3 2021, første del", "2021-35"),
        ("2021-2023 (pilot)", "2021/2023"),
        ("06.21 avhenger av HOD", "2021-06"),
        ("2021 - pilot", "2021"),
        ("2022 og fremover (fase 2)", "2022/.."),
        ("ca 06.21 (pilot)", "2021-06?"),
    ],
)
def test_unlisted_words_after_a_time_are_a_note(typed: str, value: str) -> None:
    assert _read(typed) == (value, "planned", "note")


@pytest.mark.parametrize(
    "typed",
    [
        "12.20/12.21",
        "Q1 2021/Q2 2021",
        "Mai 2021 / juni 2021",
        "2020/12.21",
        "ca 12.20/12.21",
        "2022/2021",
        "årsskiftet 2021",
    ],
)
def test_two_dates_with_a_slash_are_ambiguous(typed: str) -> None:
    assert _read(typed) == ("", "", "ambiguous")


@pytest.mark.parametrize(
    "typed",
    [
        "31.13.2022", "29.02.2021", "13.21", "00.21", "0.1.2021", "007.2021", "32.01.21", "2023-2021",
        "Juni/mai 2021", "12.21 - 06.21", "ca 11/10.22", "10/11.22", "Q5 2021", "H3 2021", "5. kvartal 2021",
        "4. tertial 2021", "uke 54 2021", "uke 24", "06-21", "12 21", "til 2023", "Løpende 2021", "2021 løpende",
        "Utsatt 03.21", "Utsatt", "Levert innen 2022", "Levert 2020 (kap 1)", "06.19 levert av HSØ",
        "før sommeren 2022", "etter 2022",
        "mars", "3. kvartal", "våren", "vinteren 2021/23", "årsskiftet", "31. juni 2022", "2022-02-30", "2021-13",
        "sommer/høst 2022", "fra 2023 til 2021",
        "2021: 90 mill", "2021 (1)", "2021.", "TBD?", "?", "X", "ca", "Fra", "snarest", "2021x",
        "Ok 2021 ok", "٢٠٢١", "12.2O21",
    ],
)  # fmt: skip
def test_other_texts_are_unreadable(typed: str) -> None:
    assert _read(typed) == ("", "", "unreadable")


@pytest.mark.parametrize(
    ("typed", "columns"),
    [
        (" \n\u2009", ("", "empty", "")),
        ("**)", ("", "empty", "footnote")),
        ("(a) *", ("", "empty", "footnote")),
        ("<dato>*", ("", "empty", "footnote;placeholder")),
        ("TBD (b)", ("", "undecided", "footnote")),
        ("06.21 (d)*", ("2021-06", "planned", "footnote")),
        ("12.20/12.21 *", ("", "", "ambiguous;footnote")),
        ("\u200b06.21\ufeff", ("2021-06", "planned", "")),
        ("va\u030ar 2021", ("2021-21", "planned", "")),
    ],
)
def test_the_rules_for_all_cells_come_first(typed: str, columns: tuple[str, ...]) -> None:
    assert _read(typed) == columns
