"""Checks of single workbooks, and of a whole round with its chapters."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ehport.checking.chapters import read_chapters
from ehport.diagnostics.code import Code
from ehport.diagnostics.diagnostic import Diagnostic
from ehport.model.round import FILE, Round
from ehport.rounds.find import usable
from ehport.rounds.read import ReadingTerms, read_round, register_unread
from ehport.rounds.reading_cache import rounds_cache
from ehport.rules import verdict


def check_files(paths: Sequence[Path]) -> tuple[Diagnostic, ...]:
    """Check single workbooks, each by itself, in the round of the folder it lies in when there is one."""
    from ehport.workbook.read import read_submission

    found: list[Diagnostic] = []
    for path in paths:
        around = usable(path.parent) if (path.parent / FILE).is_file() else None
        submission, told = read_submission(path, around)
        found += verdict.check_workbook(submission, told, around) if submission else told
    return tuple(found)


def check_round(round_: Round, trying: Code | None = None) -> tuple[Diagnostic, ...]:
    """Check a whole round, the office's chapters included; a rule that is being tried is valid in every round."""
    from ehport.analysis.facts import facts
    from ehport.analysis.summary import summarise

    read = read_round(round_, cache=rounds_cache(round_.folder), terms=ReadingTerms(trying))
    if register_unread(read.diagnostics):
        return read.diagnostics
    summary = summarise(read.portfolio)
    _, told = read_chapters(read.portfolio, facts(read.portfolio, summary), summary=summary, trying=trying)
    return (*read.diagnostics, *told)
