"""The page around a report that is being written, in a browser."""

from __future__ import annotations

import re
from typing import Any

import pytest

from tests.building.test_watch import round_folder, watched, written  # noqa: F401 the round is a fixture there

pytestmark = pytest.mark.slow
NARROW, WIDE = 320, 1366


def test_a_saved_chapter_appears_where_it_is_read_and_what_is_wrong_beside_it(browser, axe, round_folder):  # noqa: F811
    chapter = round_folder / "editorial" / "01-oppsummering.md"
    said: list[str] = []
    with watched(round_folder) as reader:
        page = browser.new_page(viewport={"width": WIDE, "height": 768})
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.goto(reader.address)
        report = page.frame_locator("#web")
        report.locator("#oppsummering").scroll_into_view_if_needed()
        frame = page.frame(url=re.compile("rapport.html"))
        before = frame.evaluate("document.body.marked = scrollY")

        chapter.write_text("# Oppsummering\n\nHelt nytt.\n\n## Om pengene\n\nEt tall: {{ finnes.ikke }}.\n", "utf-8")
        report.get_by_text("Helt nytt.").wait_for()
        note = report.locator(".ehport-watch").filter(has_text="finnes.ikke")
        note.wait_for()

        assert (before, frame.evaluate("document.body.marked")) == (frame.evaluate("scrollY"), before)
        assert "Om pengene" in note.evaluate("each => each.previousElementSibling.textContent")
        page.get_by_role("button", name="Alt som er funnet").click()
        page.get_by_role("button", name=re.compile("finnes.ikke")).click()
        assert faults(page, axe) == []

        page.set_viewport_size({"width": NARROW, "height": 640})
        assert page.evaluate("document.documentElement.scrollWidth") == NARROW
        (round_folder / "round.toml").write_text("id = [", "utf-8")
        page.get_by_role("alert").filter(has_text="round.toml").wait_for()
    page.get_by_text("ehport watch er stoppet").wait_for()
    page.close()
    assert [line for line in said if "ERR_" not in line] == []


def faults(page: Any, axe: str) -> list[str]:
    """Return what axe finds in the page around the report, which has its own tests."""
    page.evaluate(axe)
    found = page.evaluate("axe.run({exclude: [['iframe']]}, {iframes: false})")
    return [f"{each['id']}: {node['target']}" for each in found["violations"] for node in each["nodes"]]
