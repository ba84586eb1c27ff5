"""How much a diagnostic weighs."""

from __future__ import annotations

from enum import StrEnum


class Severity(StrEnum):
    """How much a diagnostic weighs: errors stop the build, warnings go to the actor, info to the office."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
