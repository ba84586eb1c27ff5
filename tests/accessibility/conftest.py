from __future__ import annotations

import pytest

from tests.pdf.reading import Reading
from tests.sample_report import SampleReport, build_sample


@pytest.fixture(scope="session")
def reading(built_report: SampleReport) -> Reading:
    """Read the printed report as a screen reader does."""
    return Reading(built_report.pdf)


@pytest.fixture(scope="session")
def draft(built_report: SampleReport) -> SampleReport:
    """Build the report as a draft, from what the finished one left to reuse."""
    return build_sample(built_report.folder.parent, draft=True)
