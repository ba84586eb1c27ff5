from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import pytest

from ehport.building import output_folder as placing
from ehport.building.manifest import is_whole, read_manifest
from ehport.building.output_folder import replace_folder, staging_folder
from ehport.system.errors import UsageError
from ehport.system.fingerprint import digests
from tests.later_rounds import Draft, later_round
from tests.small_round import only_one_actor
from tests.source import ROOT

KILLS = int(os.environ.get("EHPORT_KILLS", "8"))  # `make fuzz` kills fifty


def _written(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        path = folder / name.replace("__", "/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return folder


def _texts(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in folder.rglob("*") if path.is_file()
    }


@pytest.fixture(params=["at once", "in two steps"])
def folder(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    if request.param == "in two steps":
        monkeypatch.setattr(placing, "_exchanged", lambda *_: False)
    return tmp_path / "2021-04"


def test_a_new_folder_takes_the_former_ones_place_with_what_else_lay_there(folder):
    _written(folder, a="former", data__b="dropped", en__c="kept")

    with staging_folder(folder) as made:
        _written(made, a="new", data__d="new too")
        files = replace_folder(made, folder, dropped=["data/b"], whole=True)

    assert _texts(folder) == {"a": "new", "data/d": "new too", "en/c": "kept"}
    assert files == (folder / "a", folder / "data" / "d")
    assert [each.name for each in folder.parent.iterdir()] == [folder.name]


def test_in_somebody_elses_folder_only_the_files_are_replaced(folder):
    _written(folder, a="former", old="dropped", mine="mine")
    mine = (folder / "mine").stat().st_ino

    with staging_folder(folder) as made:
        replace_folder(_written(made, a="new"), folder, dropped=["a", "old"], whole=False)

    assert _texts(folder) == {"a": "new", "mine": "mine"}
    assert (folder / "mine").stat().st_ino == mine


def test_what_was_not_put_in_place_leaves_nothing_behind(folder):
    _written(folder, a="former")

    with suppress(ZeroDivisionError), staging_folder(folder) as made:
        _written(made, a=f"half {1 / 0}")

    assert _texts(folder.parent) == {f"{folder.name}/a": "former"}


def test_a_folder_caught_between_two_names_comes_back(folder):
    left = _written(folder.parent / f".{folder.name}.tmp", forrige__a="former", ny__a="half")

    with staging_folder(folder):
        assert _texts(folder) == {"a": "former"}

    assert not left.exists()


def test_a_second_build_of_a_folder_is_told(folder):
    with staging_folder(folder), pytest.raises(UsageError, match="another run"), staging_folder(folder):
        pass


def test_builds_of_two_folders_do_not_know_of_each_other(folder):
    with staging_folder(folder) as one, staging_folder(folder / "en") as two:
        assert one != two


# A killed build. The round has one actor and the build no PDF, so that a build takes a second; what is killed
# goes through the same steps.


def _only_one_actor_and_no_past(draft: Draft) -> None:
    only_one_actor(draft)
    draft.round["previous"] = ""


def _build(home: Path, *options: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "ehport", "build-report", "2021-09", "--draft", "--root", str(home), *options]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    return subprocess.Popen(command, cwd=ROOT, start_new_session=True, **quiet)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("drept")
    later_round(home, _only_one_actor_and_no_past)
    return home


@pytest.mark.slow
def test_a_build_that_is_killed_leaves_the_former_report_or_the_new_one(home, tmp_path):
    shutil.copytree(home, tmp_path / "to")  # two at a time, which takes half as long

    with ThreadPoolExecutor(2) as both:
        survived = both.map(_survives, (home, tmp_path / "to"), (4, 5))

    assert list(survived) == [KILLS // 2, KILLS // 2]


def _survives(home: Path, seed: int) -> int:
    """Kill builds at moments that the seed decides, and return how many left the former report as it was."""
    folder, data = home / "output" / "2021-09", ("--only", "data", "--no-cache")
    began = time.perf_counter()
    assert _build(home, *data).wait() == 0
    seconds = time.perf_counter() - began
    whole = digests(folder.rglob("*"), folder)
    assert len(whole) > 10
    moments = random.Random(seed)
    survived = 0
    for _ in range(KILLS // 2):
        build = _build(home, *data)
        time.sleep(moments.uniform(0.3, 1.05) * seconds)
        build.send_signal(signal.SIGKILL)
        build.wait()
        left = {each.name for each in (home / "output").iterdir()}
        is_as_it_was = digests(folder.rglob("*"), folder) == whole
        survived += is_as_it_was and left <= {".2021-09.tmp", ".cache", "2021-09"}
    assert _build(home, *data).wait() == 0
    assert [each.name for each in (home / "output").iterdir() if each.name != ".cache"] == ["2021-09"]
    assert _left_over(home) == []
    return survived


def _left_over(home: Path) -> list[str]:
    """Return the processes of builds that are still there; one that was told to end is given a moment."""
    for _ in range(50):
        found = subprocess.run(["ps", "-eo", "args"], capture_output=True, text=True, check=True).stdout.splitlines()
        left = [each for each in found if str(home) in each]
        if not left:
            break
        time.sleep(0.1)
    return left


@pytest.mark.slow
def test_a_disk_that_is_full_is_told_and_leaves_the_former_report(home):
    folder = home / "output" / "2021-09"
    assert _build(home).wait() == 0
    before = read_manifest(folder)
    limited = (
        "import resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (20000, 20000)); import signal;"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN); from ehport.cli import main;"
        f"sys.argv = ['ehport', 'build-report', '2021-09', '--draft', '--no-cache', '--root', {str(home)!r}]; main()"
    )

    ran = subprocess.run([sys.executable, "-c", limited], cwd=ROOT, capture_output=True, text=True, check=False)

    assert ran.returncode == 2
    assert "feil: Rapporten ble ikke lagret i " in " ".join(ran.stderr.split())
    assert "Traceback" not in ran.stderr
    assert before is not None
    assert is_whole(folder, before)
    assert [each.name for each in (home / "output").iterdir() if each.name != ".cache"] == ["2021-09"]
