"""Progress of a run: the stages it goes through, how long each takes, and how that is told."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import Enum
from typing import TextIO

from ehport.lang import numbers
from ehport.lang.language import Lang, Text

_BAR = 24
Step = Callable[[int, int], None]


class Stage(Enum):
    """One stage on the way from workbooks to report."""

    READ = Text("leser arbeidsbøkene", "reading the workbooks")
    PAST = Text("leser tidligere runder", "reading earlier rounds")
    CHECK = Text("sjekker", "checking")
    COLLECT = Text("samler porteføljen", "collecting the portfolio")
    SUMMARISE = Text("regner ut tallene", "computing the figures")
    PROJECTS = Text("skriver prosjektarkene", "writing the project pages")
    DRAW = Text("tegner figurene", "drawing the charts")
    RENDER = Text("skriver kapitlene", "writing the chapters")
    CASE = Text("skriver saken", "writing the case paper")
    FEEDBACK = Text("skriver tilbakemeldingene", "writing the feedback")
    EXPORT = Text("skriver dataene", "writing the data")
    WEB = Text("skriver nettsiden", "writing the web page")
    LAY_OUT = Text("setter sidene", "setting the pages")
    WRITE = Text("lagrer", "saving")


@dataclass(slots=True)
class Progress:
    """Tells how far a run has come: a bar with a clock on a terminal, plain lines elsewhere, silence without a stream.

    ``stages`` is how many the run has in all; where it is not known, they are not counted.
    """

    lang: Lang = Lang.NB
    stream: TextIO | None = None
    seconds: dict[Stage, float] = field(default_factory=dict)
    clock: Callable[[], float] = time.perf_counter
    stages: int = 0

    @contextmanager
    def stage(self, stage: Stage) -> Iterator[Step]:
        """Time a stage, also one that fails; what is yielded takes (done, all) and moves the bar."""
        began = self.clock()
        begun_before = stage in self.seconds
        number = len(self.seconds) + (0 if begun_before else 1)
        self.seconds.setdefault(stage, 0.0)
        try:
            with self._shown(stage.value[self.lang], number) as step:
                yield step
        finally:
            self.seconds[stage] += self.clock() - began
            self._end(stage)

    @contextmanager
    def _shown(self, label: str, number: int) -> Iterator[Step]:
        """Show a stage on a terminal, as a line that a thread keeps moving."""
        if self.stream is None or not self.stream.isatty():
            yield _unseen
            return
        from rich.console import Console  # only a terminal needs it
        from rich.progress import BarColumn, TextColumn, TimeElapsedColumn
        from rich.progress import Progress as Line

        count = f"{number}/{self.stages} " if self.stages else ""
        columns = (
            TextColumn("{task.description}"),
            BarColumn(_BAR),
            TextColumn("{task.fields[of]}"),
            TimeElapsedColumn(),
        )
        with Line(*columns, console=Console(file=self.stream, highlight=False), transient=True) as line:
            task = line.add_task(f"{count}{label}", total=None, of="")
            yield lambda done, all_: line.update(task, completed=done, total=all_ or None, of=f"{done}/{all_}")

    def _end(self, stage: Stage) -> None:
        if self.stream is None:
            return
        if self.stream.isatty():
            self.stream.write("\r\x1b[K")
        else:
            spent = numbers.number(self.seconds[stage], self.lang, decimals=1)
            self.stream.write(f"{stage.value[self.lang]}: {spent} s\n")
        self.stream.flush()


def _unseen(_done: int, _all: int) -> None:
    """Show nothing."""
