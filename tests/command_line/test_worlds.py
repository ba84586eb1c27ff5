"""Every command in three worlds: an empty folder, a round that nobody has answered, and one with a single project."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from ehport.cli import COMMANDS
from ehport.form.field import fields_of
from ehport.form.project import Project
from ehport.opening.open import open_round
from tests.builders import SOUND

ROUND, BOOK = "2021-09", "submissions/2021-09/helse-vest.xlsx"
CASES: dict[str, tuple[str, ...]] = {
    "check": (f"check {ROUND}", f"check {BOOK}", f"check {ROUND} --format json", f"check {ROUND} --lang en --all"),
    "checker": ("checker --out sjekk",),
    "explain": ("explain C203", "explain C999"),
    "rules": ("rules", "rules --try R301"),
    "try": ("try when 06.22",),
    "fill": ("fill svar.json ny.xlsx",),
    "open-round": (
        "open-round 2022-01",
        f"open-round 2022-01 --from {ROUND}",
        "open-round 2021-9",
        f"open-round {ROUND}",
    ),
    "actor": ("actor add ny Ny", "actor merge ks helse-vest", "actor rename ks KS --dry-run", "actor add"),
    "project": (
        "project new Nytt --actor helse-vest",
        "project rename 900 Nytt --dry-run",
        "project leave 900 --lang en",
        "project move 900 ks",
    ),
    "status": ("status", "status --format csv", "status --letters brev --lang en"),
    "receive": (f"receive {BOOK}",),
    "build-report": (
        "build-report",
        "build-report --draft --only html",
        "build-report --draft --only html --lang en",
        "build-report --draft --only data",
        "build-report --draft --only feedback",
        "build-report --draft --only case --jobs 1",
        "build-report --draft --only pdf --jobs 1",
    ),
    "watch": ("watch 2021-13", "watch 1999-01 --lang en"),  # a round that is there is watched until Ctrl-C
    "compare": (f"compare 2021-04 {ROUND}", f"compare {ROUND} {ROUND}", f"compare {BOOK} {BOOK}"),
    "questions": (f"questions {ROUND}", f"questions {ROUND} --format json"),
    "facts": (f"facts {ROUND}", f"facts {ROUND} status --lang en"),
    "preview": (f"preview {BOOK} --out ark.html",),
    "export": ("export", "export --all-rounds --out tall --lang en", f"export {ROUND}", "export 2019-04"),
    "verify": (f"verify output/{ROUND}",),
    "publish": ("publish", f"publish {ROUND} --lang en"),
    "trace": ("trace projects.count", "trace budget.total", "trace x"),
    "dictionary": ("dictionary --lang en",),
    "doctor": ("doctor",),
    "extract": ("extract", f"extract {BOOK}"),
}
NEEDS_A_ROUND = {
    "status",
    "build-report",
    "questions",
    "facts",
    "trace",
    "receive",
    "compare",
    "export",
    "actor",
    "project",
    "publish",
}


def required() -> dict[str, object]:
    """Return a project that answers what must be answered and nothing else."""
    names = {each.name for each in fields_of(Project) if each.required}
    return {"id": "900", **{name: value for name, value in SOUND.items() if name in names}}


@pytest.fixture(scope="session")
def worlds(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Return the folder of each world, which no command writes in."""
    empty, opened, one = (tmp_path_factory.mktemp(name) for name in ("tom", "åpnet", "ett-prosjekt"))
    open_round(opened, ROUND)
    record = {"round": ROUND, "actor": {"id": "helse-vest", "name": "Helse Vest RHF"}, "projects": [required()]}
    records = tmp_path_factory.mktemp("svar")
    (records / "helse-vest.json").write_text(json.dumps(record), "utf-8")
    open_round(one, ROUND, folder=records)
    shutil.copy(records / "helse-vest.json", one / "svar.json")
    return {"empty": empty, "opened": opened, "one": one}


def test_every_command_has_a_case() -> None:
    assert set(CASES) == {each.name for each in COMMANDS}


@pytest.mark.parametrize("world", ["empty", "opened", "one"])
@pytest.mark.parametrize("line", [line for lines in CASES.values() for line in lines])
def test_a_command_says_something_that_is_no_traceback(line, world, worlds, run, tmp_path) -> None:
    home = tmp_path / "her"
    shutil.copytree(worlds[world], home)

    ran = run(*line.split(), within=home)

    told = f"{ran.out}\n{ran.err}"
    assert ran.code in (0, 1, 2)
    assert told.strip()
    assert re.findall(r"Traceback|\w+Error:|\bnan\b|\bNone\b(?! of)|\bNoneType\b|«»", told) == []
    if world == "empty" and line.split()[0] in NEEDS_A_ROUND:
        assert ran.code == 2
        assert ran.out == ""
    if world != "empty" and "--draft" in line:
        assert ran.code == 0
