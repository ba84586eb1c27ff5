"""The page in a browser: widths, colours, sources of numbers, paper, and the rules of accessibility."""

from __future__ import annotations

from typing import Any

import pytest

from tests.browser.conftest import Open

WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]
LARGEST = 3 * 1024 * 1024


@pytest.mark.parametrize("width", [320, 360, 480, 600, 683, 719, 768, 1024, 1440])
def test_the_page_is_never_wider_than_the_window(open_page: Open, width: int):
    page = open_page(width=width)

    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_the_page_stays_small(open_page: Open, site: str):
    page = open_page()

    assert len(page.evaluate("document.documentElement.outerHTML").encode()) <= LARGEST


def test_letters_are_the_report_s_own(open_page: Open):
    page = open_page()

    assert page.evaluate("document.fonts.ready.then(() => document.fonts.check('16px \"Source Sans 3\"'))")
    assert page.evaluate("[...document.fonts].map(face => face.status)") == ["loaded"]


@pytest.mark.parametrize(("width", "drawn"), [(320, "narrow"), (1280, "wide")])
def test_each_figure_is_shown_in_the_width_that_can_be_read(open_page: Open, width: int, drawn: str):
    page = open_page(width=width)
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


def test_a_number_tells_its_source_on_focus_and_keeps_quiet_after_escape(open_page: Open):
    page = open_page()
    number = page.locator("#status [data-fact='budget.total']").first

    number.focus()
    told = page.get_by_role("tooltip").inner_text()
    page.keyboard.press("Escape")

    assert "Budsjettet i år" in told
    assert "celler til" in told
    assert page.locator("#source").is_hidden()


def test_a_source_stays_while_the_pointer_is_on_it_and_within_the_window(open_page: Open):
    page = open_page(width=360)
    page.locator("#rad-144 [data-fact]").hover()
    tip = page.get_by_role("tooltip")

    tip.hover()

    box = tip.bounding_box()
    assert "helse-sor-ost.xlsx" in tip.inner_text()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 360


def test_the_numbers_of_a_table_are_one_stop_with_the_arrows_between_them(open_page: Open):
    page = open_page()
    page.locator("#tabell-til-focus-areas [data-fact][tabindex='0']").focus()
    focused = "document.activeElement.dataset.fact"

    went = []
    for key in ("ArrowRight", "ArrowRight", "ArrowDown", "ArrowLeft", "ArrowUp", "ArrowUp"):
        page.keyboard.press(key)
        went.append(page.evaluate(focused))

    assert went == [
        "area.1.1.red.budget",
        "area.1.1.yellow.budget",
        "area.1.2.yellow.budget",
        "area.1.2.red.budget",
        "area.1.1.red.budget",
        "area.1.1.red.budget",
    ]
    assert "Piltastene" in page.get_by_role("tooltip").inner_text()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('#tabell-til-focus-areas')") is None


def test_no_table_or_caption_has_more_than_one_stop_for_its_numbers(open_page: Open):
    page = open_page()
    counted = "all => all.map(each => each.querySelectorAll('[data-fact][tabindex=\"0\"]').length)"

    stops = page.locator("table, figcaption, .keys").evaluate_all(counted)

    assert set(stops) == {0, 1}
    assert page.locator("main [data-fact]:not([tabindex], svg *, .count *)").count() == 0


def test_a_filtered_table_keeps_its_stop_among_the_rows_that_are_shown(open_page: Open):
    page = open_page()
    page.locator("#rad-11 [data-fact]").focus()

    page.get_by_role("searchbox").fill("Helseplattformen")

    stop = page.locator("table.appendix [data-fact][tabindex='0']")
    assert stop.count() == 1
    assert stop.is_visible()


@pytest.mark.parametrize(
    ("place", "rule"),
    [
        (".filters .count [data-fact]", "status er rød"),
        (".cover svg:visible [data-fact]", "innsatsområde"),
        ("#figur-focus-areas .head [data-fact]", "Andelen av budsjettet"),
        ("table.matrix .m [data-fact]", "Budsjettet i år"),
        ("#prosjekt-11 table.money [data-fact]", "Summen av kildene"),
    ],
)
def test_a_number_tells_its_source_under_the_pointer_wherever_it_stands(open_page: Open, place: str, rule: str):
    page = open_page()

    page.locator(place).first.hover()

    assert rule in page.get_by_role("tooltip").inner_text()


def test_the_first_stop_leads_past_the_contents(open_page: Open):
    page = open_page()

    page.keyboard.press("Tab")
    first = page.evaluate("document.activeElement.textContent")
    page.keyboard.press("Enter")

    assert first == "Hopp til innholdet"
    assert page.evaluate("document.activeElement.id") == "rapport"


def test_a_table_that_scrolls_is_a_stop_of_the_keyboard_and_one_that_fits_is_not(open_page: Open):
    narrow, wide = open_page(width=320), open_page(width=1440)
    for page in (narrow, wide):
        page.evaluate("document.fonts.ready.then(() => null)")
    stops = "[...document.querySelectorAll('.scroll[tabindex=\"0\"]')].map(box => box.scrollWidth > box.clientWidth)"

    assert set(narrow.evaluate(stops)) == {True}
    assert wide.evaluate(stops) == []


def test_paper_gets_the_report_without_what_only_a_screen_can_do(open_page: Open):
    page = open_page(color_scheme="dark")

    page.emulate_media(media="print")

    assert page.locator(".ways:visible, .filters:visible, .shortcuts:visible").count() == 0
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(27, 39, 51)"


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_rule_of_wcag_is_broken(open_page: Open, axe: str, width: int, scheme: str):
    page = open_page(width=width, color_scheme=scheme)
    page.locator("#status [data-fact]").first.focus()

    assert broken(page, axe) == []


def test_the_english_page_is_english_breaks_no_rule_and_tells_a_source_in_both_languages(open_page: Open, axe: str):
    page = open_page(lang="en")

    page.locator("#status [data-fact='budget.total']").first.focus()
    lines = page.locator("#source li").evaluate_all("all => all.map(each => each.closest('[lang]').lang)")

    assert page.evaluate("document.documentElement.lang") == "en"
    assert page.get_by_role("link", name="Skip to the content").count() == 1
    assert (lines[0], lines[-1]) == ("nb", "en")
    assert broken(page, axe) == []


def broken(page: Any, axe: str) -> list[tuple[str, str, int]]:
    """Return the rules of WCAG that a page breaks, each with the first place and how many there are."""
    page.evaluate(axe)
    options = {"runOnly": {"type": "tag", "values": WCAG}, "resultTypes": ["violations"]}
    found: dict[str, Any] = page.evaluate("options => axe.run(options)", options)
    return [(each["id"], each["nodes"][0]["html"][:120], len(each["nodes"])) for each in found["violations"]]
