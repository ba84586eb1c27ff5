"""The status of a round: who has returned what, how it reads, and what is still missing."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from ehport.diagnostics.code import Code
from ehport.diagnostics.diagnostic import Diagnostic, Location
from ehport.form.field import field_of
from ehport.form.project import Project
from ehport.lang.language import Lang
from ehport.model.standing import Standing
from ehport.model.submission import Submission
from ehport.model.touched import touched
from ehport.receiving.status import ActorStatus, RoundStatus, status_of
from ehport.receiving.status_text import as_csv, as_json, as_text
from tests import builders
from tests.returned_round import ACTORS, changed, files_in, prefilled, read, sent, september


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return files_in(tmp_path)


@pytest.fixture
def status(folder: Path) -> RoundStatus:
    return september(folder)


def of(status: RoundStatus, actor: str) -> ActorStatus:
    return next(each for each in status.actors if each.actor.id == actor)


def test_every_actor_who_is_asked_has_a_row_in_the_rounds_order(status: RoundStatus) -> None:
    assert [each.actor for each in status.actors] == list(ACTORS)
    assert [each.standing for each in status.actors] == [
        Standing.RETURNED,
        Standing.RETURNED,
        Standing.UNREADABLE,
        Standing.MISSING,
    ]


def test_a_workbook_was_returned_when_its_file_says(status: RoundStatus) -> None:
    assert of(status, "helse-vest").saved == datetime(2021, 9, 14, 10, 30).astimezone()
    assert of(status, "helse-nord").saved is None


def test_active_and_new_projects_are_expected_and_paused_ones_are_not(status: RoundStatus) -> None:
    vest = of(status, "helse-vest")

    assert [each.id for each in vest.expected] == ["900", "901"]
    assert [each.id for each in vest.missing] == ["901"]
    assert [each.id for each in of(status, "folkehelseinstituttet").expected] == ["920"]


def test_a_project_of_an_organisation_that_is_not_asked_is_expected_of_who_reports_it(
    status: RoundStatus, folder: Path
) -> None:
    assert [each.id for each in of(status, "ks").expected] == ["910", "911"]

    without = read(folder, sent("ks", "910"))
    with_the_last_round = status_of(without, read(folder, sent("ks", "911"), round_id="2021-04"))

    assert [each.id for each in of(with_the_last_round, "ks").missing] == ["911"]
    assert [each.id for each in status_of(without).unasked] == ["911"]


def test_what_is_not_returned_is_missing_as_a_whole_and_has_no_numbers(status: RoundStatus) -> None:
    nord = of(status, "helse-nord")

    assert [each.id for each in nord.missing] == ["930"]
    assert (nord.found, nord.quality, nord.change, nord.untouched) == (0, None, None, None)


def test_errors_and_answers_are_compared_with_what_was_sent_last_time(status: RoundStatus) -> None:
    vest, ks = of(status, "helse-vest"), of(status, "ks")

    assert vest.quality is not None
    assert vest.change is not None
    assert (vest.quality.errors, vest.change.errors) == (1, -1)
    assert (vest.change.answered or 0) > 0
    assert ks.change is not None
    assert ks.change.errors == 2
    assert (ks.change.answered or 0) < 0


def test_warnings_are_compared_with_what_was_sent_last_time(folder: Path) -> None:
    plain, red = sent("ks", "910"), sent("ks", "910", status="Rød")  # red without a reason is warned of

    worse, better = (
        of(status_of(read(folder, now), read(folder, then, round_id="2021-04")), "ks")
        for now, then in ((red, plain), (plain, red))
    )

    assert [each.quality.warnings for each in (worse, better) if each.quality] == [1, 0]
    assert [each.change.warnings for each in (worse, better) if each.change] == [1, -1]


def test_warnings_of_questions_that_were_not_asked_last_time_are_no_change(folder: Path) -> None:
    before = read(folder, sent("ks", "910"), round_id="2021-04")
    ks = of(
        status_of(read(folder, sent("ks", "910"), errors=(unanswered("segment"), unanswered("phase"))), before), "ks"
    )

    assert ks.quality
    assert ks.change
    assert (ks.quality.warnings, ks.change.warnings) == (2, 1)


def unanswered(name: str) -> Diagnostic:
    """Return the warning that a required answer of project 910 is lacking."""
    at = Location("ks.xlsx", "910 Digital veileder", "C70", project="910", field=name)
    return Diagnostic(Code.REQUIRED, at, {"label": field_of(Project, name).label})


def revised(actor: str, *projects: str, count: int) -> Submission:
    """Return a prefilled submission whose first project got new texts in some fields."""
    given = sent(actor, *projects)
    first, *others = map(prefilled, given.projects)
    for name in ("purpose", "status", "name")[:count]:
        first = changed(first, name, "Noe nytt")
    return replace(given, projects=(first, *others))


def test_the_untouched_share_is_compared_where_both_workbooks_were_prefilled(folder: Path) -> None:
    now = read(folder, revised("ks", "910", count=3), revised("helse-vest", "900", count=1))
    before = read(folder, revised("ks", "910", count=1), sent("helse-vest", "900"), round_id="2021-04")
    found, then = status_of(now, before), status_of(before)
    ks, vest = of(found, "ks"), of(found, "helse-vest")

    assert ks.change
    assert vest.change
    assert ks.change.untouched == (ks.untouched or 0) - (of(then, "ks").untouched or 0)
    assert ks.change.untouched < 0
    assert vest.untouched is not None
    assert vest.change.untouched is None
    assert f"{ks.untouched} % (−{-ks.change.untouched})" in as_text(found, Lang.NB, width=80).replace("\u00a0", " ")
    told = {each["actor"]: each for each in json.loads(as_json(found))["actors"]}
    assert [told[name]["untouched_change"] for name in ("ks", "helse-vest")] == [ks.change.untouched, None]
    assert told["ks"]["warnings_change"] == ks.change.warnings


def test_a_table_with_every_change_is_still_a_table_in_an_ordinary_window(folder: Path) -> None:
    now = read(folder, revised("ks", "910", count=3))
    told = as_text(status_of(now, read(folder, revised("ks", "910", count=1), round_id="2021-04")), Lang.NB, width=80)

    assert any(line.startswith("Aktør") and line.endswith("Urørt") for line in told.splitlines())
    assert max(map(len, told.splitlines())) <= 80


def test_a_round_is_complete_when_nobody_lacks_anything(folder: Path, status: RoundStatus) -> None:
    every = (
        sent("helse-vest", "900", "901"),
        sent("ks", "910", "911"),
        sent("folkehelseinstituttet", "920"),
        sent("helse-nord", "930"),
    )

    assert status_of(read(folder, *every)).is_complete
    assert not status_of(read(folder, *every[1:])).is_complete
    assert not status.is_complete


def test_a_workbook_without_projects_is_not_returned_unless_it_says_that_nothing_is_new(folder: Path) -> None:
    empty = sent("helse-nord")
    said = builders.an_actor(id="helse-nord", nothing_to_report="Ja")

    assert of(status_of(read(folder, empty)), "helse-nord").standing is Standing.UNTOUCHED
    assert of(status_of(read(folder, replace(empty, actor=said))), "helse-nord").standing is Standing.NOTHING_NEW


def test_a_prefilled_workbook_that_came_back_as_it_was_is_not_returned(folder: Path) -> None:
    given = sent("ks", "910", "911")
    same = replace(given, projects=tuple(map(prefilled, given.projects)))
    new = replace(same, projects=(changed(same.projects[0], "purpose", "Noe nytt"), same.projects[1]))

    lying, back = (of(status_of(read(folder, each)), "ks") for each in (same, new))

    assert (lying.standing, lying.is_returned, lying.found) == (Standing.UNTOUCHED, False, 0)
    assert (back.standing, back.found) == (Standing.RETURNED, 2)


def test_the_untouched_share_is_of_the_prefilled_answers(folder: Path) -> None:
    (project,) = sent("ks", "910").projects
    answers = len(touched(prefilled(project)).fields)
    new = replace(sent("ks", "910"), projects=(changed(prefilled(project), "purpose", "Noe nytt"),))

    assert of(status_of(read(folder, new)), "ks").untouched == round(100 * (answers - 1) / answers)
    assert of(status_of(read(folder, sent("ks", "910"))), "ks").untouched is None


@pytest.mark.parametrize(("width", "lang"), [(80, Lang.NB), (40, Lang.NB), (80, Lang.EN)])
def test_the_status_is_told_as_wide_as_the_terminal(
    width: int, lang: Lang, status: RoundStatus, golden: Callable[[str, str], None]
) -> None:
    told = as_text(status, lang, width=width)

    assert max(map(len, told.splitlines())) <= width
    golden(f"status-{width}-{lang}.txt", f"{told}\n")


def test_a_complete_round_says_so(folder: Path) -> None:
    every = (sent("helse-vest", "900", "901"), sent("ks", "910", "911"))
    found = status_of(read(folder, *every, sent("folkehelseinstituttet", "920"), sent("helse-nord", "930")))

    assert as_text(found, Lang.NB, width=80).endswith("Alt er kommet inn.")


def test_json_and_csv_have_the_same_names(status: RoundStatus) -> None:
    told = json.loads(as_json(status))
    names, first, *_ = as_csv(status).splitlines()

    assert list(told["actors"][0]) == names.split(",")
    assert told["actors"][0]["missing"] == [{"id": "901", "name": "Felles plan"}]
    assert first.endswith(",901")
    assert (told["complete"], told["actors"][3]["returned"]) == (False, None)


def test_no_spreadsheet_computes_the_name_of_an_actor(status: RoundStatus) -> None:
    first = of(status, "helse-vest")
    sly = replace(first, actor=replace(first.actor, name="=1+1"))

    (row,) = csv.DictReader(io.StringIO(as_csv(replace(status, actors=(sly,)))))

    assert row["name"] == "'=1+1"
    assert (row["errors"], row["errors_change"]) == ("1", "-1")
