from __future__ import annotations

from ehport.analysis.printed import Printed, Sentence, parts_of, sentence

COUNT = Printed("43", "projects.active.count")


def test_a_number_is_a_text_that_knows_its_fact_and_form() -> None:
    money = Printed("1 723", "budget.total", "mill")

    assert (money, money.fact, money.form) == ("1 723", "budget.total", "mill")
    assert (COUNT.fact, COUNT.form) == ("projects.active.count", "")


def test_the_same_text_of_another_fact_is_told_apart_where_it_is_described() -> None:
    other = Printed("43", "projects.count")

    assert other == COUNT
    assert repr(COUNT) != repr(other)
    assert repr(Sentence(COUNT, " prosjekter")) != repr(Sentence(other, " prosjekter"))


def test_a_sentence_keeps_the_numbers_that_are_put_into_it() -> None:
    told = sentence("{count} {word} i {year}", count=COUNT, word="prosjekter", year=2021)

    assert told == "43 prosjekter i 2021"
    assert [part for part in parts_of(told) if isinstance(part, Printed)] == [COUNT]


def test_sentences_in_sentences_and_after_each_other_keep_their_numbers() -> None:
    inner = sentence("{count} prosjekter", count=COUNT)

    told = sentence("Status for {projects}", projects=inner) + "." + Sentence(" Av ", COUNT)

    assert told == "Status for 43 prosjekter. Av 43"
    assert parts_of(told) == ("Status for ", "43", " prosjekter", ".", " Av ", "43")


def test_another_text_is_one_part() -> None:
    assert parts_of("2021") == ("2021",)
    assert parts_of(COUNT) == (COUNT,)
