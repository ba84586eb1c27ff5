from __future__ import annotations

from pathlib import Path

import pytest

from ehport.pdf.document import Attachment
from ehport.pdf.write import write_pdf
from tests.pdf.sample import a_document

page = pytest.importorskip("page", reason="page-validation is not installed, so no standard is checked")


def test_the_sample_is_accessible_and_fit_for_archives(sample_path: Path):
    for profile in ("ua1", "2a"):
        assert page.validate_pdf(str(sample_path), profile=profile).failures == []


def test_a_draft_with_attached_data_is_too(tmp_path):
    data = Attachment(name="data.json", data=b"{}", media_type="application/json", description="Tallene")

    write_pdf(a_document(stamp="UTKAST", attachments=(data,)), tmp_path / "draft.pdf", jobs=1)

    for profile in ("ua1", "3a"):
        assert page.validate_pdf(str(tmp_path / "draft.pdf"), profile=profile).failures == []
