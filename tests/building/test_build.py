"""A report built: what is written, what is left alone, and what happens when something is wrong."""

from __future__ import annotations

import re
import shutil
import sys
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from io import StringIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from ehport.building import build as building
from ehport.building.build import build_report, format_outcome
from ehport.building.manifest import beginning, is_whole, read_manifest
from ehport.building.options import BuildOptions, Output
from ehport.lang.language import Lang
from ehport.pdf.document import Document, WrittenPdf
from ehport.rounds.find import find_round
from ehport.system.errors import UsageError
from ehport.system.progress import Progress, Stage
from tests.builders import a_round

ROOT = Path(__file__).parents[2]


@pytest.fixture
def root(warm_root: Path) -> Path:
    return warm_root


@pytest.fixture
def one_returned(root: Path) -> Path:
    """Return a folder with a round in which one actor has returned a workbook: the fewer, the sooner it is built."""
    for workbook in (root / "submissions" / "2021-04").glob("*.xlsx"):
        if workbook.stem not in ("helse-vest", "register"):
            workbook.unlink()
    return root


def build(root: Path, **options: object) -> building.Built:
    return build_report(root, find_round(root, "2021-04"), BuildOptions(**options), Progress())  # type: ignore[arg-type]


def laid_out(_press: object, _document: object, target: Path, **_: object) -> WrittenPdf:
    target.write_bytes(b"%PDF-1.7 laid out")
    return WrittenPdf(3, 3, 0, ())


def test_one_project_alone_is_an_excerpt_beside_the_report(root: Path) -> None:
    built = build(root, project="144")

    assert [path.name for path in built.files] == ["utdrag.pdf"]
    assert 2 <= built.pages <= 5


def test_data_that_only_the_pdf_is_to_have_is_not_left_beside_it(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    attached: list[str] = []

    def write(press: object, document: Document, target: Path, **_: object) -> WrittenPdf:
        attached.extend(each.name for each in document.attachments)
        return laid_out(press, document, target)

    monkeypatch.setattr("ehport.pdf.write.Press.write", write)

    built = build(root, only=Output.PDF, embed_data=True)

    assert {"datapackage.json", "projects.csv", "portfolio.xlsx"} <= set(attached)
    assert [path.name for path in built.folder.iterdir()] == ["rapport.pdf"]


@pytest.mark.parametrize(
    ("options", "told_of"),
    [
        ({"chapter": "2", "project": "144"}, "--chapter or --project"),
        ({"only": Output.HTML, "project": "144"}, "--only html"),
        ({"only": Output.DATA, "chapter": "2"}, "--only data"),
        ({"only": Output.HTML, "embed_data": True}, "--embed-data"),
        ({"only": Output.FEEDBACK, "project": "144"}, "--only feedback"),
    ],
)
def test_what_does_not_go_together_is_refused_before_anything_is_read(
    tmp_path: Path, options: dict[str, Any], told_of: str
) -> None:
    with pytest.raises(UsageError, match=told_of):
        build_report(tmp_path, a_round(folder=tmp_path / "nowhere"), BuildOptions(**options), Progress())


@pytest.mark.parametrize("options", [{}, {"only": Output.PDF, "project": "144", "embed_data": True}, {"chapter": "2"}])
def test_what_goes_together_is_not_refused(options: dict[str, Any]) -> None:
    assert BuildOptions(**options).contradiction is None


def test_errors_stop_the_build_and_leave_nothing_behind(root: Path) -> None:
    (root / "submissions" / "2021-04" / "helse-nord.xlsx").unlink()

    built = build(root, only=Output.DATA)

    assert built.files == ()
    assert built.errors == 1
    assert "--draft" in format_outcome(built, Lang.NB)
    assert not built.folder.exists()


def test_a_draft_is_built_in_spite_of_errors(root: Path) -> None:
    (root / "submissions" / "2021-04" / "helse-nord.xlsx").unlink()

    built = build(root, only=Output.HTML, draft=True)

    assert [path.name for path in built.files] == ["rapport.html"]
    assert "F118" in (built.folder / "rapport.html").read_text("utf-8")


def test_errors_do_not_stop_the_feedback_that_is_about_them(root: Path) -> None:
    (root / "submissions" / "2021-04" / "helse-nord.xlsx").unlink()

    built = build(root, only=Output.FEEDBACK)

    assert {path.parent.name for path in built.files} == {"feedback"}
    office = (built.folder / "feedback" / "kontoret.html").read_text("utf-8")
    assert re.search(r"<td[^>]*>Helse Nord RHF</td>\s*<td[^>]*>1</td>", office)
    assert not (built.folder / "rapport.html").exists()


FAILURES = (
    OSError("cannot load library 'libpango'"),
    ValueError("no such page"),
    pikepdf.PdfError("damaged"),
    BrokenProcessPool("a process ended"),
)


def unprintable(monkeypatch: pytest.MonkeyPatch, failure: Exception) -> None:
    def fail(*_: object, **__: object) -> None:
        raise failure

    monkeypatch.setattr("ehport.pdf.write.Press.write", fail)


@pytest.mark.parametrize("failure", FAILURES, ids=lambda each: type(each).__name__)
def test_data_and_web_page_are_written_even_when_the_pages_cannot_be(
    one_returned: Path, monkeypatch: pytest.MonkeyPatch, failure: Exception
) -> None:
    folder = one_returned / "output" / "2021-04"
    folder.mkdir(parents=True)
    (folder / "rapport.pdf").write_bytes(b"former")
    (folder / "manifest.json").write_text("{}", "utf-8")
    unprintable(monkeypatch, failure)

    built = build(one_returned, draft=True)

    assert {path.name for path in built.files} > {"rapport.html", "projects.csv"}
    assert str(failure) in format_outcome(built, Lang.NB)
    assert Stage.LAY_OUT in built.seconds
    names = {path.name for path in folder.iterdir()}
    assert names == {"data", "feedback", "rapport.html", "rapport-tidligere.pdf", "sak.docx"}
    assert (folder / "rapport-tidligere.pdf").read_bytes() == b"former"
    assert "rapport-tidligere.pdf er fra en tidligere kjøring" in format_outcome(built, Lang.NB)


def test_an_excerpt_that_cannot_be_laid_out_says_why_and_leaves_the_report_alone(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = root / "output" / "2021-04"
    folder.mkdir(parents=True)
    for name in ("rapport.pdf", "manifest.json", "utdrag-tidligere.pdf"):
        (folder / name).write_bytes(b"former")
    unprintable(monkeypatch, FAILURES[1])

    built = build(root, project="144")

    assert built.files == ()
    assert format_outcome(built, Lang.EN).splitlines() == [
        "The PDF was not made, because a page could not be set: no such page (ValueError). "
        "Try without pages from before: --no-cache.",
        f"{folder / 'utdrag-tidligere.pdf'} is from an earlier build.",
    ]
    assert {path.name for path in folder.iterdir()} == {"rapport.pdf", "manifest.json", "utdrag-tidligere.pdf"}


def test_what_laying_out_complains_of_is_told(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def complain(press: object, document: object, target: Path, **_: object) -> WrittenPdf:
        written = laid_out(press, document, target)
        return replace(written, warnings=("status: a figure has no alternative text: actors",))

    monkeypatch.setattr("ehport.pdf.write.Press.write", complain)

    built, excerpt = build(root, only=Output.PDF), build(root, chapter="2")

    assert excerpt.warnings == ()
    assert built.warnings == ("status: a figure has no alternative text: actors",)
    assert (
        format_outcome(built, Lang.EN).splitlines()[0]
        == "About the pages: status: a figure has no alternative text: actors"
    )


def test_a_library_that_is_not_there_is_told_with_the_remedy(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ehport.pdf.joining", None)

    built = build(root, chapter="2")

    assert "«ehport doctor»" in format_outcome(built, Lang.NB)


def test_a_report_that_is_made_takes_the_place_of_the_one_set_apart(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = root / "output" / "2021-04"
    folder.mkdir(parents=True)
    (folder / "rapport-tidligere.pdf").write_bytes(b"former")
    monkeypatch.setattr("ehport.pdf.write.Press.write", laid_out)

    built = build(root, only=Output.PDF)

    assert [path.name for path in folder.iterdir()] == ["rapport.pdf"]
    assert built.kept is None


def test_a_former_report_stays_when_a_build_breaks_off(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = root / "output" / "2021-04"
    folder.mkdir(parents=True)
    (folder / "rapport.pdf").write_bytes(b"former")

    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("ehport.building.outputs.make", interrupt)

    with pytest.raises(KeyboardInterrupt):
        build(root)

    assert [path.name for path in (root / "output").glob("[!.]*")] == ["2021-04"]
    assert [path.name for path in folder.iterdir()] == ["rapport.pdf"]
    assert (folder / "rapport.pdf").read_bytes() == b"former"


def test_an_output_folder_that_cannot_be_made_is_told(root: Path) -> None:
    (root / "blocked").write_text("a file", "utf-8")

    with pytest.raises(UsageError, match="blocked"):
        build(root, out=root / "blocked" / "2021-04", only=Output.DATA)


@pytest.mark.parametrize(
    ("made", "opened"),
    [
        (("data/projects.csv", "manifest.json", "rapport.html", "rapport.pdf"), "rapport.pdf"),
        (("data/projects.csv", "rapport.html"), "rapport.html"),
        (("data/datapackage.json", "data/vocabularies.csv"), "data"),
    ],
)
def test_what_is_opened_is_what_a_reader_looks_at_first(made: tuple[str, ...], opened: str, tmp_path: Path) -> None:
    built = building.Built(tmp_path, tuple(tmp_path / name for name in made))

    assert built.opened == tmp_path / opened


@pytest.mark.parametrize(
    ("lang", "stopped", "counts"),
    [
        (Lang.NB, "for 1 feil må rettes", "1 feil, 1 advarsel, 2 merknader."),
        (Lang.EN, "because 1 error must be corrected", "1 error, 1 warning, 2 notes."),
    ],
)
def test_one_of_something_is_told_in_the_singular(lang: Lang, stopped: str, counts: str, tmp_path: Path) -> None:
    built = building.Built(tmp_path, counts={"error": 1, "warning": 1, "info": 2}, round_id="2021-09")

    assert stopped in format_outcome(built, lang)
    assert "ehport check 2021-09." in format_outcome(built, lang)
    assert counts in format_outcome(built, lang)


def test_stage_times_are_told_with_their_share(root: Path) -> None:
    built = build(root, only=Output.DATA)

    lines = format_outcome(built, Lang.NB, timings=True).splitlines()
    assert set(built.seconds) == set(Stage) - {Stage.CASE, Stage.FEEDBACK, Stage.LAY_OUT, Stage.WEB}
    assert len(lines) == len(built.seconds) + 1
    assert all(line.endswith("%") for line in lines[:-1])


def test_a_stage_that_fails_is_timed_and_its_bar_ends() -> None:
    class Terminal(StringIO):
        def isatty(self) -> bool:
            return True

    progress = Progress(stream=Terminal(), clock=iter((1.0, 3.5)).__next__)

    with pytest.raises(ValueError, match="bad"), progress.stage(Stage.LAY_OUT):
        raise ValueError("bad")

    assert progress.seconds == {Stage.LAY_OUT: 2.5}
    assert progress.stream.getvalue().endswith("\r\x1b[K")


def test_the_manifest_notices_a_changed_input_and_a_changed_output(tmp_path: Path) -> None:
    folder = tmp_path / "submissions" / "2021-04"
    shutil.copytree(ROOT / "submissions" / "2021-04", folder)
    before = beginning(folder, {"lang": "nb"})
    chapter = folder / "editorial" / "00-forord.md"
    chapter.write_text(chapter.read_text("utf-8") + "Mer.\n", "utf-8")

    after = beginning(folder, {"lang": "nb"})

    assert not before.made_alike(after)
    assert not after.made_alike(beginning(folder, {"lang": "en"}))
    assert after.made_alike(beginning(folder, {"lang": "nb"}))


def test_a_folder_without_a_readable_manifest_is_built_anew(tmp_path: Path) -> None:
    (tmp_path / "manifest.json").write_text("{", "utf-8")

    assert read_manifest(tmp_path) is None
    assert read_manifest(tmp_path / "nowhere") is None


def test_an_unchanged_edition_is_left_alone_until_one_of_its_files_is_touched(
    one_returned: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ehport.pdf.write.Press.write", laid_out)

    def built(lang: Lang = Lang.NB) -> building.Built:
        return build(one_returned, draft=True, lang=lang)

    first, english, second = built(), built(Lang.EN), built()
    (first.folder / "rapport.html").write_text("touched", "utf-8")
    third = built()

    assert (first.is_unchanged, second.is_unchanged, third.is_unchanged) == (False, True, False)
    assert "Uendret" in format_outcome(second, Lang.NB)
    assert built(Lang.EN).is_unchanged
    assert english.folder == first.folder / "en"
    assert {path.name for path in english.files} >= {"rapport.pdf", "rapport.html", "data-dictionary.md"}
    assert second.counts == first.counts
    manifest = read_manifest(third.folder)
    assert is_whole(third.folder, manifest)
    copy = "feedback/helse-vest.tilbakemelding.xlsx"
    assert {
        "feedback/helse-vest.html",
        "feedback/helse-vest.eml",
        copy,
        "feedback/kontoret.html",
    } <= manifest.outputs.keys()
