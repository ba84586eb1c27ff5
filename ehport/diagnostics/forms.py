"""The forms that diagnostics are written in: to be read, or for programs."""

from __future__ import annotations

from enum import StrEnum


class DiagnosticFormat(StrEnum):
    """How diagnostics are written."""

    TEXT = "text"
    JSON = "json"
    SARIF = "sarif"
    GITHUB = "github"
    JUNIT = "junit"
    XLSX = "xlsx"
