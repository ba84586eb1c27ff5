"""A process and all below it, looked at while they run: what they cost, and how much memory each took at most."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from pathlib import Path

_PROC = Path("/proc")
_EVERY = 0.1  # seconds
_TICK = os.sysconf("SC_CLK_TCK") if hasattr(os, "sysconf") else 100


class Processes(threading.Thread):
    """Looks at a process and its descendants until it is stopped; sees nothing where there is no ``/proc``."""

    def __init__(self, root: int) -> None:
        """Take the process."""
        super().__init__(daemon=True)
        self._root = root
        self._stopped = threading.Event()
        self._seconds: dict[int, float] = {}
        self._peaks: dict[int, float] = {}

    @property
    def cpu(self) -> float:
        """Processor seconds of all processes."""
        return sum(self._seconds.values())

    @property
    def own(self) -> float:
        """The most memory that the process itself took, in MB."""
        return self._peaks.get(self._root, 0.0)

    @property
    def largest(self) -> float:
        """The most memory that any of its descendants took, in MB."""
        return max((peak for pid, peak in self._peaks.items() if pid != self._root), default=0.0)

    def run(self) -> None:
        """Look."""
        while not self._stopped.wait(_EVERY):
            for pid in self._tree(self._root):
                self._look(pid)

    def stop(self) -> None:
        """Look no more."""
        self._stopped.set()
        self.join()

    def _tree(self, pid: int) -> Iterator[int]:
        yield pid
        try:
            children = [int(each) for task in (_PROC / str(pid) / "task").iterdir() for each in _children(task)]
        except OSError:  # it has ended
            return
        for child in children:
            yield from self._tree(child)

    def _look(self, pid: int) -> None:
        try:
            fields = (_PROC / str(pid) / "stat").read_text().rpartition(")")[2].split()
            status = (_PROC / str(pid) / "status").read_text()
        except OSError:
            return
        self._seconds[pid] = (int(fields[11]) + int(fields[12])) / _TICK  # user and system time, without children
        if "VmHWM:" in status:
            self._peaks[pid] = int(status.partition("VmHWM:")[2].split()[0]) * 1024 / 1e6


def _children(task: Path) -> list[str]:
    return (task / "children").read_text().split()
