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


class LetterForm(StrEnum):
    """How letters are written: to be sent by mail, or as Markdown."""

    MAIL = "html"
    MARKDOWN = "md"
