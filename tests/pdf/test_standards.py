from __future__ import annotations

from pathlib import Path

import pytest

from ehport.pdf.document import Attachment
from tests.pdf.printing import write_pdf
from tests.pdf.sample import a_document

page = pytest.importorskip("page", reason="page-validation is not installed, so no standard is checked")


def _failures(path: Path, profile: str) -> list[str]:
    rules = [failure.rule_id for failure in page.validate_pdf(str(path), profile=profile).failures]
    # The checker misreads a compressed stream that happens to end in a carriage return; veraPDF does not.
    return [rule for rule in rules if not rule.endswith("STREAM-LENGTH-001")]


def test_the_sample_is_accessible_and_fit_for_archives(sample_path: Path):
    for profile in ("ua1", "2a"):
        assert _failures(sample_path, profile) == []


def test_a_draft_with_attached_data_is_too(tmp_path):
    data = Attachment(name="data.json", data=b"{}", media_type="application/json", description="Tallene")

    write_pdf(a_document(stamp="UTKAST", attachments=(data,)), tmp_path / "draft.pdf", jobs=1)

    for profile in ("ua1", "3a"):
        assert _failures(tmp_path / "draft.pdf", profile) == []
