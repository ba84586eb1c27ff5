"""The portfolio table in a browser: sorted, filtered, searched, and its state kept in the address."""

from __future__ import annotations

from typing import Any

from tests.browser.conftest import Open

ROWS = "table.appendix tr[id]:visible"
TOP_OF_144 = "Math.abs(document.querySelector('#prosjekt-144').getBoundingClientRect().top)"


def ids(page: Any) -> list[str]:
    return [each.removeprefix("rad-") for each in page.locator(ROWS).evaluate_all("rows => rows.map(row => row.id)")]


def column(page: Any, number: int) -> list[str]:
    cells = page.locator(f"{ROWS} > :nth-child({number})").all_inner_texts()
    return [cell.strip() for cell in cells]


def head(page: Any, name: str) -> Any:
    return page.locator("table.appendix").get_by_role("columnheader", name=name, exact=True)


def choices(page: Any, name: str) -> Any:
    return page.get_by_role("search").get_by_role("group", name=name, exact=True)


def sort(page: Any, name: str) -> None:
    head(page, name).get_by_role("button").click()


def test_without_a_script_the_table_is_there_and_nothing_promises_more(browser: Any, site: str):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}#vedlegg-1")

    assert page.locator(ROWS).count() == 45
    assert page.locator("article.project:visible").count() == 46
    assert page.locator("h2", has_text="Kapitlene").is_visible()
    assert page.locator(".filters").count() == 0
    assert page.locator("th button").count() == 0
    context.close()


def test_names_are_sorted_as_norwegians_do(open_page: Open):
    page = open_page("#vedlegg-1")

    sort(page, "Prosjekt")

    names = column(page, 2)
    assert page.evaluate("names => names.toSorted(new Intl.Collator('nb', { numeric: true }).compare)", names) == names
    assert head(page, "Prosjekt").get_attribute("aria-sort") == "ascending"


def test_ratings_are_sorted_by_what_needs_a_decision_and_turn_round(open_page: Open):
    page = open_page("#vedlegg-1")

    sort(page, "Risiko")
    first = column(page, 5)[0]
    sort(page, "Risiko")

    assert first.endswith("Rød")
    assert column(page, 5)[0].endswith("Grønn")
    assert head(page, "Risiko").get_attribute("aria-sort") == "descending"


def test_the_third_click_brings_the_order_of_print_back(open_page: Open):
    page = open_page("#vedlegg-1")
    printed = ids(page)

    for _ in range(3):
        sort(page, "Nr.")

    assert ids(page) == printed
    assert page.locator("table.appendix tr.group:visible").count() == 10
    assert page.locator("[aria-sort]").count() == 0


def test_amounts_are_sorted_by_size_and_unknown_ones_come_last(open_page: Open):
    page = open_page("#vedlegg-1")

    sort(page, "2021, mill. kr")
    amounts = column(page, 7)

    known = [float(each.replace("\u00a0", "").replace(",", ".")) for each in amounts if each not in ("–", "på pause")]
    assert known == sorted(known)
    assert set(amounts[len(known) :]) <= {"–", "på pause"}
    assert 0 < len(known) < len(amounts)


def test_a_mark_shows_its_projects_and_their_sum(open_page: Open):
    page = open_page("#vedlegg-1")

    choices(page, "Status").get_by_label("Rød").check()

    assert ids(page) == ["102"]
    assert page.get_by_role("search").get_by_role("status").inner_text() == "Viser 1 av 45 prosjekter."
    assert page.locator("table.appendix tr.sum > *").all_inner_texts() == ["Sum av det som vises", "16"]


def test_values_of_one_kind_widen_and_those_of_two_narrow(open_page: Open):
    page = open_page("#vedlegg-1")
    status = choices(page, "Status")

    status.get_by_label("Rød").check()
    status.get_by_label("Pauset").check()
    wider = len(ids(page))
    choices(page, "Ansvarlig").get_by_label("Norsk helsenett").check()

    assert wider == 3
    assert len(ids(page)) == 1


def test_search_finds_numbers_names_and_words_of_the_project_s_page(open_page: Open):
    page = open_page("#vedlegg-1")
    query = page.locator("#query")

    found = {}
    for words in ("144", "kurve MEDIKASJON", "Sunnaas"):
        query.fill(words)
        found[words] = ids(page)

    assert all("144" in each for each in found.values())
    assert len(found["Sunnaas"]) < 10


def test_search_tells_of_projects_outside_the_table(open_page: Open):
    page = open_page("#vedlegg-1")

    page.locator("#query").fill("197")

    assert page.locator(".elsewhere a[href='#prosjekt-197']").is_visible()


def test_escape_clears_the_search(open_page: Open):
    page = open_page("#vedlegg-1")
    query = page.locator("#query")
    query.fill("qwerty")
    nothing = page.get_by_role("search").get_by_role("status").inner_text()

    query.press("Escape")

    assert nothing.startswith("Ingen av de 45")
    assert query.input_value() == ""
    assert len(ids(page)) == 45


def test_the_address_brings_the_same_view_back(open_page: Open, site: str):
    page = open_page("#vedlegg-1")
    choices(page, "Risiko").get_by_label("Rød").check()
    page.locator("#query").fill("felles")
    sort(page, "Prosjekt")
    address, view = page.url, ids(page)

    again = open_page(address.removeprefix(site))

    assert view
    assert ids(again) == view
    assert again.locator("#query").input_value() == "felles"
    assert head(again, "Prosjekt").get_attribute("aria-sort") == "ascending"


def test_reset_shows_everything_again(open_page: Open):
    page = open_page("#vedlegg-1?status=red&sort=-6")

    page.get_by_role("button", name="Nullstill").click()

    assert len(ids(page)) == 45
    assert page.evaluate("document.activeElement.id") == "query"
    assert page.url.endswith("#vedlegg-1")
    assert page.get_by_role("button", name="Nullstill").is_hidden()


def test_a_project_s_address_leads_to_its_page_also_when_the_table_is_filtered(open_page: Open):
    page = open_page("#vedlegg-1?status=red")

    page.evaluate("location.hash = '#prosjekt-144'")
    page.wait_for_function(f"() => {TOP_OF_144} < 100")
    page.go_back()
    page.locator("html[data-view='vedlegg-1']").wait_for()

    assert ids(page) == ["102"]


def test_a_project_s_address_leads_to_its_page_from_the_start(open_page: Open):
    page = open_page("#prosjekt-144")

    page.wait_for_function(f"() => {TOP_OF_144} < 100")

    assert page.locator("#prosjekt-144 h2").is_visible()
    assert page.locator("main > :visible").count() == 1


def test_an_area_shows_its_projects_and_no_others(open_page: Open):
    page = open_page("#vedlegg-1")
    folded = page.get_by_role("search").locator("details", has_text="Primært innsatsområde").last

    folded.locator("summary").click()
    choices(page, "Primært innsatsområde").get_by_label("1.1 ").check()
    narrow = ids(page)
    choices(page, "Strategiområde").get_by_label("1 Digitalisering").check()

    heads = page.locator("table.appendix tr.group:visible").all_inner_texts()
    assert len(narrow) == 13
    assert [each.split()[0] for each in heads] == ["1.1"]
    assert ids(page) == narrow


def test_the_way_back_from_a_page_to_a_hidden_row_shows_the_row(open_page: Open):
    page = open_page("#prosjekt-144")

    page.locator("#prosjekt-144").get_by_role("link", name="Til tabellen i vedlegg 1").click()
    page.locator("#rad-144").wait_for()

    assert len(ids(page)) == 45


def test_the_selection_goes_along_to_the_projects_and_back(open_page: Open):
    page = open_page("#vedlegg-1?risk=red")
    first, second = ids(page)

    page.locator(f"#rad-{first} td a").click()
    page.locator(f"#prosjekt-{first} .around").get_by_text("1 av 2").wait_for()
    page.locator(f"#prosjekt-{first} .around").get_by_role("link", name=f"{second} →").click()
    page.locator(f"#prosjekt-{second} .around").get_by_text("2 av 2").click()

    page.locator("html[data-view='vedlegg-1']").wait_for()
    assert page.url.endswith("#vedlegg-1?risk=red")
    assert ids(page) == [first, second]


def test_a_hit_tells_its_sentence_and_questions_are_no_hits(open_page: Open):
    page = open_page("#vedlegg-1")

    page.locator("#query").fill("risiko")
    found = ids(page)

    assert 0 < len(found) < 45
    assert page.locator("table.appendix .reason:visible").count() > 5
    assert "risiko" in page.locator("table.appendix .reason:visible").first.inner_text().lower()


def test_the_keyboard_is_enough(open_page: Open):
    page = open_page()

    page.keyboard.press("Tab")
    first = page.evaluate("document.activeElement.className")
    tab_to(page, ".shortcuts a[href='#vedlegg-1']", most=4)
    page.keyboard.press("Enter")
    tab_to(page, "#query", most=2)
    page.keyboard.type("rhf")
    found = ids(page)
    tab_to(page, "input[name=status][value=red]", most=4)
    page.keyboard.press("Space")
    seen = page.evaluate("getComputedStyle(document.activeElement).outlineWidth")
    checked = ids(page)
    page.keyboard.press("Space")
    tab_to(page, "table.appendix th:nth-child(2) button")
    page.keyboard.press("Enter")

    assert first == "skip"
    assert 1 < len(found) < 45
    assert set(checked) < set(found)
    assert seen == "3px"
    assert head(page, "Prosjekt").get_attribute("aria-sort") == "ascending"
    assert sorted(ids(page)) == sorted(found)


def test_the_contents_are_reached_and_followed_by_keys(open_page: Open):
    page = open_page(width=360)

    tab_to(page, ".shortcuts a[href='#contents']", most=4)
    page.keyboard.press("Enter")
    page.locator(".ways").wait_for()
    tab_to(page, ".ways a[href='#status']", most=20)
    page.keyboard.press("Enter")
    page.locator("#status h1:focus").wait_for()

    assert page.evaluate("location.hash") == "#status"


def tab_to(page: Any, selector: str, *, most: int = 60) -> None:
    """Press Tab until something is reached, which may take so many stops and no more."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"{selector} is not reached in {most} stops")
