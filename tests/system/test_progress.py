"""Progress: counted stages with a clock on a terminal, plain lines elsewhere."""

from __future__ import annotations

import re
from io import StringIO

import pytest

from ehport.building.build import count_stages
from ehport.building.options import BuildOptions, Output
from ehport.lang.language import Lang
from ehport.system.progress import Progress, Stage

COLOUR = re.compile(r"\x1b\[[\d;?]*[a-zA-Z]")


class Terminal(StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def _a_terminal(monkeypatch):
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.delenv("TTY_INTERACTIVE", raising=False)


def test_on_a_terminal_a_stage_has_its_number_a_count_and_a_clock():
    progress = Progress(Lang.EN, Terminal(), stages=13)

    with progress.stage(Stage.READ):
        pass
    with progress.stage(Stage.LAY_OUT) as step:
        step(3, 12)

    shown = COLOUR.sub("", progress.stream.getvalue())
    assert "1/13 reading the workbooks" in shown
    assert re.search(r"2/13 setting the pages .*3/12 \d:\d\d:\d\d", shown)
    assert progress.stream.getvalue().endswith("\r\x1b[K")


def test_a_stage_that_comes_again_keeps_its_number_and_adds_its_time():
    progress = Progress(stream=Terminal(), clock=iter((0.0, 1.0, 5.0, 7.0)).__next__, stages=2)

    for _ in range(2):
        with progress.stage(Stage.READ):
            pass

    assert progress.seconds == {Stage.READ: 3.0}
    assert "2/2" not in progress.stream.getvalue()


def test_elsewhere_each_stage_is_a_plain_line():
    progress = Progress(Lang.NB, StringIO(), clock=iter((0.0, 1.25)).__next__, stages=13)

    with progress.stage(Stage.LAY_OUT) as step:
        step(1, 2)

    assert progress.stream.getvalue() == "setter sidene: 1,3 s\n"


@pytest.mark.parametrize(
    ("options", "count"),
    [
        (BuildOptions(), len(Stage)),
        (BuildOptions(only=Output.DATA), len(Stage) - 4),
        (BuildOptions(chapter="2"), len(Stage) - 4),
        (BuildOptions(chapter="2", embed_data=True), len(Stage) - 3),
    ],
)
def test_the_stages_of_a_build_are_counted_before_it_begins(options, count):
    assert count_stages(options) == count
