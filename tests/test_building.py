"""A report built: what is written, what is left alone, and what happens when something is wrong."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from ehport import building
from ehport.building import build_report, told
from ehport.lang.language import Lang
from ehport.manifest import beginning, is_whole, read_manifest
from ehport.opening import open_round
from ehport.printing import excerpt
from ehport.progress import Progress, Stage
from ehport.report.parts import RenderedPart
from ehport.rounds import UsageError, find_round
from ehport.wanted import Output, Wanted

ROOT = Path(__file__).parent.parent
MATERIAL = ROOT / "tests" / "rounds" / "2021-04"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "submissions" / "2021-04", tmp_path / "submissions" / "2021-04")
    return tmp_path


def build(root: Path, **wanted: object) -> building.Built:
    return build_report(root, find_round(root, "2021-04"), Wanted(**wanted), Progress())  # type: ignore[arg-type]


def test_one_project_alone_is_an_excerpt_beside_the_report(root: Path) -> None:
    built = build(root, project="144")

    assert [path.name for path in built.files] == ["utdrag.pdf"]
    assert 2 <= built.pages <= 5


def test_a_chapter_and_a_project_of_one_number_are_not_mixed_up(root: Path) -> None:
    parts = tuple(
        RenderedPart(key, "", running) for key, running in (("veikart", "5 Veikart"), ("prosjekt-5", "5 Navn"))
    )

    assert [each.key for each in excerpt(parts, Wanted(chapter="5"))] == ["veikart"]
    assert [each.key for each in excerpt(parts, Wanted(project="5"))] == ["prosjekt-5"]


def test_a_part_that_does_not_exist_is_told_with_those_that_do(root: Path) -> None:
    with pytest.raises(UsageError, match="prosjekt-144"):
        build(root, project="9999")


def test_errors_stop_the_build_and_leave_nothing_behind(root: Path) -> None:
    (root / "submissions" / "2021-04" / "helse-nord.xlsx").unlink()

    built = build(root, only=Output.DATA)

    assert built.files == ()
    assert built.errors == 1
    assert "--draft" in told(built, Lang.NB)
    assert not (root / "output").exists()


def test_a_draft_is_built_in_spite_of_errors(root: Path) -> None:
    (root / "submissions" / "2021-04" / "helse-nord.xlsx").unlink()

    built = build(root, only=Output.HTML, draft=True)

    assert [path.name for path in built.files] == ["rapport.html"]
    assert "F118" in (built.folder / "rapport.html").read_text("utf-8")


def test_data_and_web_page_are_written_even_when_the_pages_cannot_be(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OSError("cannot load library 'libpango'")

    monkeypatch.setattr("ehport.pdf.write.Press.write", fail)

    built = build(root)

    assert {path.name for path in built.files} > {"rapport.html", "projects.csv"}
    assert "libpango" in told(built, Lang.NB)
    assert not (built.folder / "rapport.pdf").exists()
    assert not (built.folder / "manifest.json").exists()


def test_a_former_report_stays_when_a_build_breaks_off(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = root / "output" / "2021-04"
    folder.mkdir(parents=True)
    (folder / "rapport.pdf").write_bytes(b"former")

    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("ehport.making.make", interrupt)

    with pytest.raises(KeyboardInterrupt):
        build(root)

    assert [path.name for path in (root / "output").rglob("*")] == ["2021-04", "rapport.pdf"]
    assert (folder / "rapport.pdf").read_bytes() == b"former"


def test_an_output_folder_that_cannot_be_made_is_told(root: Path) -> None:
    (root / "blocked").write_text("a file", "utf-8")

    with pytest.raises(UsageError, match="blocked"):
        build(root, out=root / "blocked" / "2021-04", only=Output.DATA)


def test_stage_times_are_told_with_their_share(root: Path) -> None:
    built = build(root, only=Output.DATA)

    lines = told(built, Lang.NB, timings=True).splitlines()
    assert set(built.seconds) == set(Stage) - {Stage.LAY_OUT, Stage.WEB}
    assert len(lines) == len(built.seconds) + 1
    assert all(line.endswith("%") for line in lines[:-1])


def test_the_manifest_notices_a_changed_input_and_a_changed_output(tmp_path: Path) -> None:
    folder = tmp_path / "submissions" / "2021-04"
    open_round(tmp_path, "2021-04", folder=MATERIAL)
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


def test_an_unchanged_report_is_left_alone_until_one_of_its_files_is_touched(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from ehport.pdf.document import Written

    def write(_document: object, target: Path, **_: object) -> Written:
        target.write_bytes(b"%PDF-1.7 laid out")
        return Written(3, 3, 0, ())

    monkeypatch.setattr("ehport.pdf.write.write_pdf", write)

    first, second = build(root), build(root)
    (first.folder / "rapport.html").write_text("touched", "utf-8")
    third = build(root)

    assert (first.is_unchanged, second.is_unchanged, third.is_unchanged) == (False, True, False)
    assert "Uendret" in told(second, Lang.NB)
    assert second.counts == first.counts
    assert is_whole(third.folder, read_manifest(third.folder))
