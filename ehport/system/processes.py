"""A helping process ends with the one that it works for, however that one ends."""

from __future__ import annotations

import ctypes
import signal
import sys
from contextlib import suppress

_WHEN_PARENT_DIES = 1  # PR_SET_PDEATHSIG


def end_with_parent() -> None:
    """Let the system end this process when its parent is gone, where it can; a killed parent cannot do it itself."""
    if sys.platform == "linux":
        with suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(_WHEN_PARENT_DIES, signal.SIGKILL)
