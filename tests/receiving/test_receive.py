"""Workbooks received: whose they are, where they go, and what becomes of the one that was there."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook

from ehport.building.manifest import beginning
from ehport.diagnostics.code import Code
from ehport.lang.language import Lang
from ehport.model.round import Round
from ehport.receiving.receive import Receipt, format_received, receive
from ehport.rounds.find import find_round
from ehport.rounds.read import read_round
from ehport.rounds.versions import earlier_versions, read_saved_at
from ehport.system.errors import UsageError
from tests.source import ROOT
from tests.workbook.corpus import with_macros
from tests.workbook.hard_book import packed, read_parts

ROUND = ROOT / "submissions" / "2021-04"
Incoming = Callable[..., Path]


@pytest.fixture
def round_(tmp_path: Path) -> Round:
    shutil.copytree(ROUND, tmp_path / "submissions" / "2021-04")
    return find_round(tmp_path, "2021-04")


@pytest.fixture
def incoming(tmp_path: Path) -> Incoming:
    """Return a workbook that came by mail, with cells of the sheet Aktør changed."""

    def make(name: str = "Svar fra oss (2).xlsx", actor: str = "helse-nord", **cells: str) -> Path:
        path = tmp_path / "mail" / name
        path.parent.mkdir(exist_ok=True)
        book = load_workbook(ROUND / f"{actor}.xlsx")
        for place, text in {"C4": "en kontaktperson", **cells}.items():
            book["Aktør"][place].value = text
        book.save(path)
        return path

    return make


def dated(path: Path, day: int, *, hour: int = 10, minute: int = 30) -> Path:
    """Let a workbook say that it was saved then; the date of its file says something else."""
    when = datetime(2021, 9, day, hour, minute).astimezone().astimezone(UTC)
    parts = read_parts(path)
    core = parts["docProps/core.xml"].decode()
    said = re.sub(r"(<dcterms:modified[^>]*>)[^<]*", rf"\g<1>{when:%Y-%m-%dT%H:%M:%SZ}", core)
    path.write_bytes(packed({**parts, "docProps/core.xml": said.encode()}))
    return path


def codes(receipt: Receipt) -> list[Code]:
    return [each.code for each in receipt.refused]


def test_a_workbook_goes_to_its_actor_whatever_it_is_called(round_: Round, incoming: Incoming) -> None:
    sent = dated(incoming(), 20)
    content = sent.read_bytes()

    (receipt,) = receive([sent], round_)

    target = round_.folder / "helse-nord.xlsx"
    assert (receipt.target, receipt.refused) == (target, ())
    assert target.read_bytes() == content == sent.read_bytes()
    assert read_saved_at(target) == read_saved_at(sent)


def test_the_workbook_it_replaces_is_kept_under_its_own_time(round_: Round, incoming: Incoming) -> None:
    before = dated(round_.folder / "helse-nord.xlsx", 14)
    content = before.read_bytes()

    (receipt,) = receive([incoming()], round_)

    kept = round_.folder / ".earlier" / "helse-nord.2021-09-14T1030.xlsx"
    assert receipt.earlier == kept
    assert kept.read_bytes() == content
    assert read_saved_at(kept).minute == 30
    assert earlier_versions(round_, next(each for each in round_.actors if each.id == "helse-nord")) == (kept,)


def test_a_kept_version_is_never_written_over(round_: Round, incoming: Incoming) -> None:
    dated(round_.folder / "helse-nord.xlsx", 14)
    receive([dated(incoming(C4="først"), 14)], round_)
    receive([dated(incoming(C4="så"), 14)], round_)

    (receipt,) = receive([dated(incoming(C4="til slutt"), 14)], round_)

    names = sorted(path.name for path in (round_.folder / ".earlier").iterdir())
    assert receipt.earlier is not None
    assert receipt.earlier.name == "helse-nord.2021-09-14T1030-3.xlsx"
    assert names == [f"helse-nord.2021-09-14T1030{number}.xlsx" for number in ("-2", "-3", "")]


def test_a_workbook_older_than_the_one_it_replaces_is_pointed_out(round_: Round, incoming: Incoming) -> None:
    dated(round_.folder / "helse-nord.xlsx", 14)

    newer, older = (
        format_received(receive([dated(incoming(C4=f"dag {day}"), day)], round_), Lang.NB) for day in (20, 10)
    )

    assert "Den forrige ligger i" in newer
    assert "Den forrige er nyere" in older


def test_a_kept_version_can_be_received_again(round_: Round, incoming: Incoming) -> None:
    first = (round_.folder / "helse-nord.xlsx").read_bytes()
    (receipt,) = receive([incoming()], round_)
    assert receipt.earlier is not None

    receive([receipt.earlier], round_)

    assert (round_.folder / "helse-nord.xlsx").read_bytes() == first


def test_an_identical_workbook_changes_nothing_and_says_so(round_: Round, incoming: Incoming) -> None:
    receive([incoming()], round_)
    earlier = sorted((round_.folder / ".earlier").iterdir())

    again = Path(shutil.copy(round_.folder / "helse-nord.xlsx", round_.folder.parent / "igjen.xlsx"))

    receipts = receive([again], round_)

    assert receipts[0].is_same
    assert "helt lik" in format_received(receipts, Lang.NB)
    assert sorted((round_.folder / ".earlier").iterdir()) == earlier


def test_a_first_workbook_replaces_nothing(round_: Round, incoming: Incoming) -> None:
    (round_.folder / "helse-nord.xlsx").unlink()

    receipts = receive([incoming()], round_)

    assert receipts[0].earlier is None
    assert not (round_.folder / ".earlier").exists()
    assert "er tatt imot fra Helse Nord RHF: 2 prosjekter, 1 feil, " in format_received(receipts, Lang.NB)


def test_earlier_versions_are_neither_read_nor_part_of_what_a_report_is_made_of(
    round_: Round, incoming: Incoming
) -> None:
    before = set(beginning(round_.folder, {}).inputs)

    receive([incoming()], round_)

    read = read_round(round_)
    assert set(beginning(round_.folder, {}).inputs) == before
    assert len(read.portfolio.submissions) == 8
    assert Code.ACTOR_TWICE not in {each.code for each in read.diagnostics}


@pytest.mark.parametrize(
    ("cells", "code"),
    [({"C2": "helse-øst"}, Code.UNKNOWN_ACTOR), ({"C2": "", "C3": ""}, Code.REQUIRED)],
    ids=["unknown", "empty"],
)
def test_a_workbook_of_nobody_who_is_asked_is_refused(
    cells: dict[str, str], code: Code, round_: Round, incoming: Incoming
) -> None:
    content = (round_.folder / "helse-nord.xlsx").read_bytes()

    (receipt,) = receive([incoming(**cells)], round_)

    assert set(codes(receipt)) == {code}
    assert (round_.folder / "helse-nord.xlsx").read_bytes() == content
    assert not (round_.folder / ".earlier").exists()


def test_an_actor_whose_code_was_deleted_is_known_by_its_name(round_: Round, incoming: Incoming) -> None:
    (receipt,) = receive([incoming(C2="")], round_)

    assert receipt.target == round_.folder / "helse-nord.xlsx"


def test_a_file_that_is_no_workbook_of_the_round_is_refused(round_: Round, tmp_path: Path) -> None:
    notes = tmp_path / "referat.xlsx"
    notes.write_text("ikke en arbeidsbok", "utf-8")
    register = Path(shutil.copy(round_.register, tmp_path / "tall.xlsx"))

    receipts = receive([notes, tmp_path / "borte.xlsx", register], round_)

    assert [codes(each) for each in receipts] == [[Code.NOT_A_WORKBOOK], [Code.FILE_MISSING], [Code.SHEET_MISSING]]


def test_a_workbook_of_another_round_is_refused(round_: Round, incoming: Incoming, tmp_path: Path) -> None:
    later = tmp_path / "submissions" / "2021-09"
    later.mkdir()
    settings = (round_.folder / "round.toml").read_text("utf-8").replace('"2021-04"', '"2021-09"', 1)
    (later / "round.toml").write_text(settings, "utf-8")

    (receipt,) = receive([incoming()], find_round(tmp_path))

    assert codes(receipt) == [Code.WRONG_ROUND]
    assert [path.name for path in later.iterdir()] == ["round.toml"]


def test_of_two_workbooks_of_one_actor_only_the_first_is_taken(round_: Round, incoming: Incoming) -> None:
    first, second = incoming("en.xlsx"), incoming("to.xlsx", C4="en annen")

    receipts = receive([first, second], round_)

    assert [codes(each) for each in receipts] == [[], [Code.ACTOR_TWICE]]
    assert (round_.folder / "helse-nord.xlsx").read_bytes() == first.read_bytes()


def test_a_file_in_the_rounds_folder_under_another_name_is_refused_before_anything_is_done(
    round_: Round, incoming: Incoming
) -> None:
    stray = Path(shutil.copy(incoming(), round_.folder / "helse-nord (2).xlsx"))

    with pytest.raises(UsageError, match=r"helse-nord \(2\)\.xlsx"):
        receive([incoming(), stray], round_)

    assert not (round_.folder / ".earlier").exists()


def kind(path: Path) -> str:
    """Return what the content types say of a workbook, by the ending that goes with it."""
    return ".xlsm" if b"macroEnabled" in read_parts(path)["[Content_Types].xml"] else ".xlsx"


def test_a_workbook_with_macros_keeps_the_ending_that_its_content_has(round_: Round, incoming: Incoming) -> None:
    sent = with_macros(incoming())
    content = sent.read_bytes()

    (receipt,) = receive([sent], round_)

    assert receipt.target == round_.folder / "helse-nord.xlsm"
    assert receipt.target.read_bytes() == content
    assert not (round_.folder / "helse-nord.xlsx").exists()
    assert receipt.earlier is not None
    assert receipt.earlier.suffix == ".xlsx"


def test_a_workbook_without_macros_takes_the_place_of_one_with(round_: Round, incoming: Incoming) -> None:
    receive([with_macros(incoming(C4="først"))], round_)

    (receipt,) = receive([incoming(C4="så")], round_)

    actor = next(each for each in round_.actors if each.id == "helse-nord")
    assert sorted(path.name for path in round_.folder.glob("helse-nord.*")) == ["helse-nord.xlsx"]
    assert {path.suffix for path in earlier_versions(round_, actor)} == {".xlsx", ".xlsm"}
    assert receipt.target == round_.workbook(actor)


def test_a_wrong_ending_is_put_right(round_: Round, incoming: Incoming) -> None:
    sent = incoming().rename(round_.folder.parent / "svar.xlsm")

    (receipt,) = receive([sent], round_)

    assert receipt.target is not None
    assert receipt.target.suffix == kind(receipt.target) == ".xlsx"


def test_a_second_workbook_says_which_projects_it_lacks(round_: Round, incoming: Incoming) -> None:
    sent = incoming()
    book = load_workbook(sent)
    gone = next(title for title in book.sheetnames if title.startswith("167"))
    del book[gone]
    book.save(sent)

    receipts = receive([sent], round_)

    assert [each.split()[0] for each in receipts[0].lacking] == ["167"]
    assert "Den forrige hadde også 167" in format_received(receipts, Lang.NB)
    assert receive([incoming(C4="hel igjen")], round_)[0].lacking == ()


@pytest.mark.parametrize("name", ["HELSE-NORD.XLSX", "Helse-Nord.xlsx", "helse-nord.XLSX", "helse-nord.xlsm"])
def test_a_workbook_is_found_in_letters_of_any_size(round_: Round, name: str) -> None:
    actor = next(each for each in round_.actors if each.id == "helse-nord")
    (round_.folder / actor.file).rename(round_.folder / name)

    assert round_.workbook(actor).name == name


def test_a_workbook_says_itself_when_it_was_saved(round_: Round, incoming: Incoming) -> None:
    sent = dated(incoming(), 14, hour=8)
    os.utime(sent, (0, 0))

    assert read_saved_at(sent) == datetime(2021, 9, 14, 8, 30).astimezone()


@pytest.mark.parametrize("said", ["", "i går", "0000-00-00T00:00:00Z"])
def test_the_files_date_counts_where_the_workbook_does_not_say(incoming: Incoming, said: str) -> None:
    sent = incoming()
    parts = read_parts(sent)
    core = re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>" + said.encode(), parts["docProps/core.xml"])
    sent.write_bytes(packed({**parts, "docProps/core.xml": core}))
    os.utime(sent, (1_600_000_000, 1_600_000_000))

    assert read_saved_at(sent).timestamp() == 1_600_000_000
