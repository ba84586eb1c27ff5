"""The page in a browser: widths, colours, sources of numbers, paper, and the rules of accessibility."""

from __future__ import annotations

from typing import Any

import pytest

from tests.browser.conftest import Open

WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
LARGEST = 3 * 1024 * 1024
MOST_STOPS = 300
VIEWS = ["", "#vedlegg-1", "#status", "#prosjekt-144", "#sok?q=kurve", "#sammenlign?a=144&b=11"]
FOLDED = ["#vedlegg-1", "#prosjekt-144"]  # what is laid out otherwise at each width
WIDTHS = [320, 360, 375, 480, 599, 600, 683, 719, 720, 768, 1024, 1280, 1920]
STOPS = """[...document.querySelectorAll("a[href], button, input, select, summary, [tabindex='0']")]
  .filter(each => each.tabIndex >= 0 && each.checkVisibility({ visibilityProperty: true })).length"""
# The views that are out of sight are taken out meanwhile: axe walks through all that is there, which takes a minute.
SHOWN_ALONE = """{
  const away = [...document.querySelectorAll("main [hidden]")].map((each) => [each, document.createComment("")]);
  away.forEach(([view, place]) => view.replaceWith(place));
  return axe.run(options).finally(() => away.reverse().forEach(([view, place]) => place.replaceWith(view)));
}"""
UNNAMED = """[...document.querySelectorAll(".project:not([hidden]) :is(.facts, .money) tbody td, .appendix tr[id] td")]
  .filter(cell => {
    if (!cell.checkVisibility() || !cell.textContent.trim()) return false;
    const head = cell.closest("table").tHead.rows[0].cells[cell.cellIndex];
    const box = head.getBoundingClientRect();
    const clip = getComputedStyle(cell.closest("table").tHead).clipPath;
    const isSeen = clip === "none" && box.width > 4 && box.height > 4;
    const label = getComputedStyle(cell, "::before").content;
    return !isSeen && (label === "none" || label === "normal");
  }).map(cell => cell.outerHTML.slice(0, 80))"""


def go(page: Any, place: str) -> None:
    """Go to a place on a page that is open."""
    page.evaluate("place => { location.hash = place }", place.removeprefix("#"))
    page.wait_for_timeout(50)


def test_no_view_is_ever_wider_than_the_window_and_no_label_is_lost(open_page: Open):
    page = open_page()

    found = []
    for place in VIEWS:
        go(page, place)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            wide, unnamed = page.evaluate("document.documentElement.scrollWidth"), page.evaluate(UNNAMED)
            found += [] if wide == width and not unnamed else [(place, width, wide, unnamed[:2])]

    assert found == []


def test_no_view_has_more_stops_of_the_keyboard_than_a_reader_bears(open_page: Open):
    page = open_page()

    counted = {}
    for place in [*VIEWS, "#neste-ar", "#endringer", "#drift"]:
        go(page, place)
        counted[place] = page.evaluate(STOPS)

    assert max(counted.values()) <= MOST_STOPS, counted
    assert counted["#vedlegg-1"] > 50


def test_a_slow_machine_draws_only_the_view_that_is_shown(open_page: Open):
    page = open_page()
    drawn = "[...document.querySelectorAll('main *')].filter(each => each.checkVisibility()).length"
    everything = "document.querySelectorAll('main *').length"

    assert page.evaluate(drawn) < page.evaluate(everything) / 20


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_forced_colours_leave_every_word_of_a_drawing_readable(open_page: Open, scheme: str):
    page = open_page("#figur-status", forced_colors="active", color_scheme=scheme)
    texts = page.locator("#figur-status svg:visible text")

    looks = texts.evaluate_all(
        "all => all.map(each => { const style = getComputedStyle(each); return [style.fill, style.stroke] })"
    )
    paper = page.evaluate("getComputedStyle(document.body).backgroundColor")

    assert len(looks) > 5
    assert {fill == stroke for fill, stroke in looks} == {False}
    assert paper


def test_the_page_stays_small(open_page: Open, site: str):
    page = open_page()

    assert len(page.evaluate("document.documentElement.outerHTML").encode()) <= LARGEST


def test_letters_are_the_report_s_own(open_page: Open):
    page = open_page()

    assert page.evaluate("document.fonts.ready.then(() => document.fonts.check('16px \"Source Sans 3\"'))")
    assert page.evaluate("[...document.fonts].map(face => face.status)") == ["loaded"]


@pytest.mark.parametrize(("width", "drawn"), [(320, "narrow"), (1280, "wide")])
def test_each_figure_is_shown_in_the_width_that_can_be_read(open_page: Open, width: int, drawn: str):
    page = open_page("#hele", width=width)
    drawings = page.locator("figure:has(svg)")

    shown = drawings.locator("svg:visible")
    looks = shown.evaluate_all("all => all.map(each => each.classList[0])")
    right = shown.evaluate_all("all => all.map(each => each.getBoundingClientRect().right)")

    assert len(looks) == drawings.count() >= 10
    assert set(looks) == {drawn}
    assert max(right) <= width


@pytest.mark.parametrize("wish", ["reduce", "no-preference"])
def test_nothing_moves_whatever_a_reader_wishes(open_page: Open, wish: str):
    page = open_page(reduced_motion=wish)
    page.get_by_role("searchbox").fill("144")
    styles = "[...document.querySelectorAll('*')].map(each => getComputedStyle(each))"
    still = "transitionDuration === '0s' && style.animationName === 'none' && style.scrollBehavior === 'auto'"

    assert page.evaluate(f"{styles}.every(style => style.{still})")
    assert page.evaluate("document.getAnimations().length") == 0


def test_dark_mode_changes_paper_ink_and_figures(open_page: Open):
    light, dark = (open_page(color_scheme=scheme) for scheme in ("light", "dark"))
    paper = "getComputedStyle(document.documentElement).backgroundColor"
    bar = "getComputedStyle(document.querySelector('.wide .fill-accent')).fill"

    assert [light.evaluate(paper), light.evaluate(bar)] == ["rgb(255, 255, 255)", "rgb(18, 67, 109)"]
    assert [dark.evaluate(paper), dark.evaluate(bar)] == ["rgb(18, 26, 34)", "rgb(141, 187, 230)"]


def show_sources(page: Any) -> None:
    page.get_by_role("button", name="Vis kilder").click()


def test_numbers_are_text_until_a_reader_asks_for_their_sources(open_page: Open):
    page = open_page("#status")

    before = page.locator("main [data-fact][role], main [data-fact][tabindex]").count()
    show_sources(page)

    assert before == 0
    assert page.locator("#status .text [data-fact][role=button]").count() > 10
    assert page.locator("main :is(a, svg) [data-fact][role]").count() == 0


def test_a_number_tells_its_source_by_keyboard_and_by_pointer_and_stays_until_it_is_closed(open_page: Open):
    page = open_page("#status", width=360)
    show_sources(page)
    number = page.locator("#status [data-fact='budget.total'][role=button]").first
    panel = page.locator("#source")

    number.focus()
    page.keyboard.press("Enter")
    told, box = panel.inner_text(), panel.bounding_box()
    opened = number.get_attribute("aria-expanded")
    page.keyboard.press("Escape")

    assert "Budsjettet i år" in told
    assert "celler til" in told
    assert opened == "true"
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 360
    assert panel.is_hidden()
    number.click()
    page.mouse.move(5, 5)
    assert panel.is_visible()
    panel.get_by_role("button").click()
    assert panel.is_hidden()


@pytest.mark.parametrize(
    ("place", "number", "rule"),
    [
        ("", ".opening svg:visible [data-fact]", "innsatsområde"),
        ("#status", "#figur-focus-areas .head [data-fact]", "Andelen av budsjettet"),
        ("#status", "table.matrix .m [data-fact]", "Budsjettet i år"),
        ("#prosjekt-11", "#prosjekt-11 table.money [data-fact]", "Summen av kildene"),
    ],
)
def test_a_number_tells_its_source_wherever_it_stands(open_page: Open, place: str, number: str, rule: str):
    page = open_page(place)
    show_sources(page)

    page.locator(number).first.click()

    assert rule in page.locator("#source").inner_text()


def test_the_first_stop_leads_past_the_contents(open_page: Open):
    page = open_page()

    page.keyboard.press("Tab")
    first = page.evaluate("document.activeElement.textContent")
    page.keyboard.press("Enter")

    assert first == "Hopp til innholdet"
    assert page.evaluate("document.activeElement.id") == "rapport"


def test_a_table_that_scrolls_is_a_stop_of_the_keyboard_and_one_that_fits_is_not(open_page: Open):
    narrow, wide = open_page("#status", width=320), open_page("#status", width=1440)
    for page in (narrow, wide):
        page.evaluate("document.fonts.ready.then(() => null)")
    shown = "[...document.querySelectorAll('#status .scroll[tabindex=\"0\"]')].filter(box => box.clientWidth)"
    stops = f"{shown}.map(box => box.scrollWidth > box.clientWidth)"

    assert set(narrow.evaluate(stops)) == {True}
    assert wide.evaluate(stops) == []


def test_paper_gets_the_report_without_what_only_a_screen_can_do(open_page: Open):
    page = open_page(color_scheme="dark")

    page.emulate_media(media="print")

    assert page.locator(".ways:visible, .filters:visible, .top:visible, .tools:visible").count() == 0
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(27, 39, 51)"


@pytest.mark.parametrize("width", [320, 375, 683, 1280])
def test_no_rule_of_wcag_is_broken_in_any_view(open_page: Open, axe: str, width: int):
    page = open_page(width=width)
    page.evaluate(axe)

    found = []
    for place in VIEWS if width in (320, 1280) else FOLDED:
        go(page, place)
        found += [(place, each) for each in broken(page)]
        page.emulate_media(color_scheme="dark")
        found += [(place, "dark", each) for each in broken(page, "color-contrast")]
        page.emulate_media(color_scheme="light")
    go(page, "#status")
    show_sources(page)
    found += [("sources", each) for each in broken(page)]

    assert found == []


def test_the_english_page_is_english_breaks_no_rule_and_tells_a_source_in_both_languages(open_page: Open, axe: str):
    page = open_page("#status", lang="en")
    page.evaluate(axe)

    page.get_by_role("button", name="Show sources").click()
    page.locator("#status [data-fact='budget.total'][role=button]").first.click()
    lines = page.locator("#source li").evaluate_all("all => all.map(each => each.closest('[lang]').lang)")

    assert page.evaluate("document.documentElement.lang") == "en"
    assert page.get_by_role("link", name="Skip to the content").count() == 1
    assert (lines[0], lines[-1]) == ("nb", "en")
    assert broken(page) == []


def broken(page: Any, rule: str = "") -> list[tuple[str, str, int]]:
    """Return the rules of WCAG that a page breaks, each with the first place and how many there are."""
    asked = {"type": "rule", "values": [rule]} if rule else {"type": "tag", "values": WCAG}
    options = {"runOnly": asked, "resultTypes": ["violations"]}
    found: dict[str, Any] = page.evaluate(f"options => {SHOWN_ALONE}", options)
    return [(each["id"], each["nodes"][0]["html"][:120], len(each["nodes"])) for each in found["violations"]]
