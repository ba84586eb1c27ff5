"""The guides as a web page in a new round: whole, in Norwegian, and with no link that leads out of it."""

from __future__ import annotations

import base64
import re

from ehport.model.round import GUIDE
from ehport.opening.open import StartingPoint, prepare, write_opening
from tests.source import ROOT


def test_a_new_round_has_both_guides_as_one_page_without_links_to_other_files(tmp_path):
    opened = write_opening(prepare(tmp_path, "2021-09", StartingPoint()))

    page = (opened.opening.folder / GUIDE).read_text("utf-8")
    ids = set(re.findall(r' id="([^"]+)"', page))
    assert GUIDE in {path.name for path in opened.written}
    assert '<html lang="nb">' in page
    assert {f"#{each}" for each in ids} >= set(re.findall(r' href="([^"]+)"', page))
    held = re.findall(r'<img src="data:image/png;base64,([^"]+)" alt="[^"]{20,}"', page)
    assert held
    assert page.count("<img ") == len(held)
    assert all(base64.b64decode(each).startswith(b"\x89PNG") for each in held)
    for name in ("kontor", "aktor"):
        for heading in re.findall(r"^#+ (.+)$", (ROOT / "docs" / f"{name}.md").read_text("utf-8"), re.MULTILINE):
            assert f"{heading.replace('*', '')}</h" in re.sub(r"</?em>", "", page)
