"""The page as views in a browser: its start, search, comparison, and figures to take away."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.browser.conftest import Open


def view(page: Any) -> str:
    return str(page.evaluate("document.documentElement.dataset.view"))


def test_the_start_leads_to_the_projects_behind_a_key_figure(open_page: Open):
    page = open_page()

    page.locator("#topp .keys a", has_text="gul risiko").click()
    page.locator("html[data-view='vedlegg-1']").wait_for()

    assert page.url.endswith("#vedlegg-1?risk=yellow")
    assert page.locator("table.appendix tr[id]:visible").count() == 31


def test_the_portfolio_is_one_step_away_from_every_view(open_page: Open):
    page = open_page("#prosjekt-144")

    page.locator(".shortcuts").get_by_role("link", name="Porteføljen").click()
    page.locator("html[data-view='vedlegg-1']").wait_for()
    filters, table = (page.locator(each).bounding_box() for each in ("#vedlegg-1 .filters", "table.appendix"))

    assert filters["x"] + filters["width"] <= table["x"]  # both are in a window of 1280
    assert max(filters["y"], table["y"]) < 400


def test_the_way_back_leads_to_the_same_place(open_page: Open):
    page = open_page("#status")
    page.evaluate("scrollTo(0, 1500)")
    page.wait_for_timeout(400)
    page.evaluate("location.hash = 'prosjekt-11'")
    page.locator("html[data-view='project']").wait_for()

    page.go_back()
    page.locator("html[data-view='status']").wait_for()

    assert abs(page.evaluate("scrollY") - 1500) < 5


def test_search_puts_names_first_and_shows_the_sentence(open_page: Open):
    page = open_page()

    page.locator("#find-first").fill("kurve")
    page.locator("#find-first").press("Enter")
    page.locator("html[data-view='sok']").wait_for()

    assert page.url.endswith("#sok?q=kurve")
    assert "Regional kurve og medikasjon" in page.locator(".hits li h2").first.inner_text()
    assert page.locator(".hits mark").count() > 3
    page.locator(".hits li", has=page.locator("mark")).nth(1).locator("a").click()
    page.locator(".aimed").wait_for()
    assert "kurve" in page.locator(".aimed").inner_text().lower()


def test_a_number_finds_its_project(open_page: Open):
    page = open_page("#sok?q=144")

    assert page.locator(".hits li h2").first.inner_text().startswith("144 ")


def test_two_projects_stand_beside_each_other(open_page: Open):
    page = open_page("#prosjekt-144")

    page.locator("#prosjekt-144 .tools select").select_option("11")
    page.locator("html[data-view='sammenlign']").wait_for()
    whole = page.locator(".comparison tbody tr").count()
    page.get_by_label("Vis bare det som er ulikt").check()

    assert page.locator(".comparison thead th").all_inner_texts()[1:] == [
        "144 Regional kurve og medikasjon",
        "11 EPJ-løftet",
    ]
    assert 10 < page.locator(".comparison tbody tr").count() < whole
    assert "a=144" in page.url


def test_a_figure_is_taken_away_as_numbers_and_as_a_drawing(open_page: Open, tmp_path: Path):
    page = open_page("#figur-status")
    tools = page.locator("#tabell-til-status").locator("xpath=ancestor::div[1]/following-sibling::*[1]")

    saved = {}
    for form in ("CSV", "SVG", "PNG"):
        with page.expect_download() as waiting:
            tools.get_by_role("button", name=form).click()
        saved[form] = tmp_path / waiting.value.suggested_filename
        waiting.value.save_as(saved[form])

    assert [path.name for path in saved.values()] == [f"figur-3-status.{form}" for form in ("csv", "svg", "png")]
    assert "Gul;23;54;1208,0;70;61" in saved["CSV"].read_text("utf-8-sig")
    assert saved["PNG"].read_bytes().startswith(b"\x89PNG")
    assert "<style" in saved["SVG"].read_text("utf-8")


def test_a_table_is_sorted_by_its_numbers_and_its_sum_stays_last(open_page: Open):
    page = open_page("#tabell-til-status")
    table = page.locator("#tabell-til-status")

    table.get_by_role("button", name="Antall").click()

    assert table.locator("tbody tr > :nth-child(2)").all_inner_texts() == ["1", "19", "23", "43"]
    assert table.get_by_role("columnheader", name="Antall").get_attribute("aria-sort") == "ascending"


def test_what_is_on_another_view_is_found_by_the_browser(open_page: Open):
    page = open_page()

    assert page.locator("#prosjekt-144").get_attribute("hidden") == "until-found"
    page.evaluate("document.querySelector('#prosjekt-144').dispatchEvent(new Event('beforematch', { bubbles: true }))")

    assert view(page) == "project"
    assert page.url.endswith("#prosjekt-144")
