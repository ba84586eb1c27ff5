from __future__ import annotations

import pytest

from ehport.building.options import Output
from ehport.lang.language import Lang
from tests.pdf.reading import Reading
from tests.sample_report import SampleReport, sample_built_once


@pytest.fixture(scope="session")
def reading(built_report: SampleReport) -> Reading:
    """Read the printed report as a screen reader does."""
    return Reading(built_report.pdf)


@pytest.fixture(scope="session")
def draft(built_report: SampleReport) -> SampleReport:
    """Print the English edition, as a draft with the data in it: all that the Norwegian report is not, in one more."""
    home = built_report.folder.parent
    return sample_built_once(home, lang=Lang.EN, draft=True, embed_data=True, only=Output.PDF)


@pytest.fixture(scope="session")
def draft_reading(draft: SampleReport) -> Reading:
    """Read the English draft as a screen reader does."""
    return Reading(draft.pdf)
