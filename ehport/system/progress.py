"""Progress of a run: the stages it goes through, how long each takes, and how that is told."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import Enum
from typing import TextIO

from ehport.lang import numbers
from ehport.lang.language import Lang, Text

_BAR = 24


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
    FEEDBACK = Text("skriver tilbakemeldingene", "writing the feedback")
    EXPORT = Text("skriver dataene", "writing the data")
    WEB = Text("skriver nettsiden", "writing the web page")
    LAY_OUT = Text("setter sidene", "setting the pages")
    WRITE = Text("lagrer", "saving")


@dataclass(slots=True)
class Progress:
    """Tells how far a run has come: a bar on a terminal, plain lines elsewhere, silence without a stream."""

    lang: Lang = Lang.NB
    stream: TextIO | None = None
    seconds: dict[Stage, float] = field(default_factory=dict)
    clock: Callable[[], float] = time.perf_counter

    @contextmanager
    def stage(self, stage: Stage) -> Iterator[Callable[[int, int], None]]:
        """Time a stage, also one that fails; what is yielded takes (done, all) and moves the bar."""
        began = self.clock()
        self._tell(stage, 0, 0)
        try:
            yield lambda done, all_: self._tell(stage, done, all_)
        finally:
            self.seconds[stage] = self.seconds.get(stage, 0.0) + self.clock() - began
            self._end(stage)

    def _tell(self, stage: Stage, done: int, all_: int) -> None:
        if self.stream is None or not self.stream.isatty():
            return
        label, count = stage.value[self.lang], f"{done}/{all_}"
        size = max(min(_BAR, shutil.get_terminal_size().columns - len(label) - len(count) - 3), 0)
        filled = size * done // all_ if all_ else 0
        bar = f" {'█' * filled}{'·' * (size - filled)} {count}" if all_ else ""
        self.stream.write(f"\r\x1b[K{label}{bar}")
        self.stream.flush()

    def _end(self, stage: Stage) -> None:
        if self.stream is None:
            return
        if self.stream.isatty():
            self.stream.write("\r\x1b[K")
        else:
            self.stream.write(
                f"{stage.value[self.lang]}: {numbers.number(self.seconds[stage], self.lang, decimals=1)} s\n"
            )
        self.stream.flush()
