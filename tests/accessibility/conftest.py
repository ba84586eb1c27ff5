from __future__ import annotations

import pytest

from ehport.wanted import Output
from tests.pdf.reading import Reading
from tests.sample_report import SampleReport, build_sample


@pytest.fixture(scope="session")
def reading(built_report: SampleReport) -> Reading:
    """Read the printed report as a screen reader does."""
    return Reading(built_report.pdf)


@pytest.fixture(scope="session")
def draft(built_report: SampleReport) -> SampleReport:
    """Print a draft with the data in it, from what the finished report left to reuse."""
    return build_sample(built_report.folder.parent, draft=True, embed_data=True, only=Output.PDF)
