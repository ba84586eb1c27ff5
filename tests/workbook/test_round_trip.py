from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given as generated
from hypothesis import settings
from hypothesis import strategies as st

from ehport.form.answers import Answers
from ehport.form.field import Field, answers, fields_of, lists
from ehport.form.project import Project
from ehport.model.touched import touched
from ehport.workbook.celltext import decode_text, encode_text
from ehport.workbook.layout import fixed_keys
from tests.workbook.books import ROUND, read, texts, write

# Line breaks of old systems become those of every other system, and half a character pair is no text.
_ANYTHING = st.text(st.characters(exclude_characters="\r", exclude_categories=("Cs",)), min_size=1, max_size=30)
TEXTS = st.one_of(_ANYTHING, st.sampled_from(["=A1", "_x000D_", "'01", "@card", "#status", "/deliverables", "Status"]))
TEXT = TEXTS.filter(lambda text: bool(text.strip()))


def _asked(each: Field) -> bool:
    return each.asked_in(ROUND.id)


def _row(each: Field) -> st.SearchStrategy[dict[str, str]]:
    names = [of.name for of in fields_of(each.rows.record)]
    return st.dictionaries(st.sampled_from(names), TEXT, min_size=1, max_size=3)


def _fixed(each: Field) -> st.SearchStrategy[tuple[dict[str, str], ...]]:
    first, *others = (of.name for of in fields_of(each.rows.record))
    said = st.dictionaries(st.sampled_from(others), TEXT, min_size=1)
    keys = st.lists(st.sampled_from(fixed_keys(each, ROUND.focus_areas)), unique=True).map(
        lambda found: [key for key in fixed_keys(each, ROUND.focus_areas) if key in found]
    )
    return keys.flatmap(lambda found: st.tuples(*(said.map(lambda row, key=key: {first: key, **row}) for key in found)))


def _rows(each: Field) -> st.SearchStrategy[tuple[dict[str, str], ...]]:
    if each.rows.keys:
        return _fixed(each)
    return st.lists(_row(each), max_size=1 if each.rows.single else 3).map(tuple)


_ONE = [each.name for each in answers(fields_of(Project)) if _asked(each)]
_LISTED = st.fixed_dictionaries({each.name: _rows(each) for each in lists(fields_of(Project)) if _asked(each)})
PROJECTS = st.builds(
    lambda one, listed: Answers(one, {name: rows for name, rows in listed.items() if rows}),
    st.dictionaries(st.sampled_from(_ONE), TEXT, min_size=1, max_size=8),
    _LISTED,
)


@generated(TEXTS)
def test_a_stored_text_is_read_as_it_was_typed(text):
    assert decode_text(encode_text(text)) == text


@settings(max_examples=6)
@generated(st.lists(PROJECTS, min_size=1, max_size=2))
def test_whatever_is_written_in_the_form_is_read_from_it(projects):
    with TemporaryDirectory() as folder:
        path = write(Path(folder) / "helse-vest.xlsx", *projects)

        submission, told = read(path)

    assert texts(submission) == projects
    assert [each for each in told if each.code[0] in "FS"] == []


@settings(max_examples=6)
@generated(st.lists(PROJECTS, min_size=1, max_size=2))
def test_whatever_is_prefilled_comes_back_untouched(projects):
    with TemporaryDirectory() as folder:
        given = [replace(each, last_round="2021-01") for each in projects]
        path = write(Path(folder) / "helse-vest.xlsx", *given)

        submission, told = read(path)

    assert texts(submission) == projects
    assert all(touched(each).is_untouched for each in submission.projects)
    assert [each for each in told if each.code[0] in "FS"] == []
