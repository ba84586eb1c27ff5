"""The report as a whole: order, numbers, links and headings."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from ehport.lang.language import Lang
from ehport.report.parts import render_parts
from ehport.report.report import Report
from ehport.report.style import stylesheet
from tests import builders
from tests.analysis.portfolios import an_empty_portfolio, the_portfolio
from tests.report.reports import a_figure, a_report, parts_of, text_of

TEXTS = {
    "00-forord.md": "# Forord\n\nTakk.",
    "01-oppsummering.md": "# Oppsummering\n\nDet er {{ projects.count | ord }} prosjekter.\n\n## Nytt\n\nNoe.",
    "02-status.md": "# Status\n\n{{ table: paused }}\n\n## Overordnet\n\n{{ figure: risk }}\n\n## Risiko\n\nTekst.",
    "02-tema.md": "# Tema\n\n## Legemidler\n\n### Pilot\n\nTekst.",
}


@pytest.fixture(scope="module")
def report() -> Report:
    figures = {name: a_figure(name) for name in ("actors", "status", "risk", "cover")}
    return a_report(the_portfolio(), TEXTS, figures=figures)


class _Outline(HTMLParser):
    """What links and bookmarks are made from."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.targets: list[str] = []
        self.levels: list[int] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if given.get("id"):
            self.ids.append(given["id"] or "")
        if tag == "a" and (given.get("href") or "").startswith("#"):
            self.targets.append((given["href"] or "")[1:])
        if given.get("data-page-of"):
            self.targets.append(given["data-page-of"] or "")
        if re.fullmatch(r"h\d", tag):
            self.levels.append(int(tag[1]))


def test_parts_come_in_the_order_that_the_boards_know(report: Report):
    keys = [each.key for each in render_parts(report)]

    assert keys == [
        *("title", "colophon", "forord", "contents", "listings", "oppsummering", "status", "neste-ar", "ferdigstilte"),
        *("veikart", "portefoljestyring", "drift", "endringer", "datagrunnlag", "vedlegg-1", "vedlegg-2"),
        *(f"prosjekt-{number}" for number in (10, 11, 12, 13, 14, 17)),
    ]


@pytest.mark.parametrize("lang", Lang)
def test_every_link_leads_somewhere_and_every_id_is_used_once(report: Report, lang: Lang):
    whole = _Outline("".join(each.html for each in render_parts(a_report(the_portfolio(), TEXTS, lang=lang))))

    assert len(whole.ids) == len(set(whole.ids))
    assert set(whole.targets) - set(whole.ids) == set()


def test_headings_never_skip_a_level(report: Report):
    levels = _Outline("".join(each.html for each in render_parts(report))).levels

    assert [b for a, b in pairwise(levels) if b > a + 1] == []


def test_figures_and_tables_are_numbered_in_the_order_they_are_printed(report: Report):
    html = "".join(each.html for each in render_parts(report))

    figures = re.findall(r'<figcaption><span class="label">Figur (\d+)', html)
    tables = re.findall(r'<caption><span class="label">Tabell (\d+)', html)

    assert figures == ["1", "2", "3"]
    assert tables == [str(number) for number in range(1, len(tables) + 1)]
    assert len(tables) > 5


def test_what_a_text_places_is_not_printed_again(report: Report):
    html = parts_of(report)["status"].html

    assert html.count('id="tabell-paused"') == 1
    assert html.index('id="tabell-paused"') < html.index("Overordnet") < html.index('id="figur-risk"')
    assert html.index('id="figur-risk"') < html.index('id="figur-actors"')


def test_a_nested_text_continues_the_numbers_of_the_chapter(report: Report):
    found = re.findall(
        r'<h(\d) id="[^"]+"><span class="no">([\d.]+)</span> ([^<]+)</h', parts_of(report)["status"].html
    )

    assert found[:4] == [
        ("2", "2.1", "Overordnet"),
        ("2", "2.2", "Risiko"),
        ("2", "2.3", "Tema"),
        ("3", "2.3.1", "Legemidler"),
    ]


def test_contents_name_every_chapter_section_and_project_with_a_place_for_its_page(report: Report):
    contents = parts_of(report)["contents"]

    assert contents.contents
    assert '<span class="page" data-page-of="status-1">' in contents.html
    assert '<span class="page" data-page-of="prosjekt-17">' in contents.html
    assert "2.3.1 Legemidler" in text_of(contents.html)


def test_the_lists_name_every_figure_and_table(report: Report):
    text = text_of(parts_of(report)["listings"].html)

    assert "Figur 1 Funnet i risk" in text
    assert "Tabell 1 Prosjekter på pause" in text


def test_a_number_in_the_text_carries_its_name(report: Report):
    html = parts_of(report)["oppsummering"].html

    assert 'Det er <span data-fact="projects.count" data-form="ord">fem</span> prosjekter.' in html


def test_an_unknown_number_is_marked_where_it_stands():
    report = a_report(the_portfolio(), {"00-forord.md": "# Forord\n\nDet er {{ ukjent.tall }}."}, draft=True)

    assert '<mark class="unknown">{{ ukjent.tall }}</mark>' in parts_of(report)["forord"].html


def test_a_number_in_a_heading_carries_its_name_there_and_not_in_the_contents():
    texts = {
        "02-status.md": "# Status for {{ projects.count }}\n\n## De {{ projects.count | ord }} prosjektene\n\nTekst."
    }
    parts = parts_of(a_report(the_portfolio(), texts))

    chapter, contents = parts["status"].html, parts["contents"].html

    assert 'Status for <span data-fact="projects.count">5</span></h1>' in chapter
    assert 'De <span data-fact="projects.count" data-form="ord">fem</span> prosjektene</h2>' in chapter
    assert "<span>De fem prosjektene</span>" in contents
    assert "data-fact" not in contents


def test_an_english_report_keeps_the_offices_numbers_norwegian_and_says_in_which_language(report: Report):
    english = a_report(
        the_portfolio(), {"01-oppsummering.md": "# Oppsummering\n\nI alt {{ budget.total | mill1 }}."}, lang=Lang.EN
    )

    html = parts_of(english)["oppsummering"].html

    assert '<h1><span class="no">1</span> Summary</h1>' in html
    assert '<div class="text" lang="nb">' in html
    assert '<span data-fact="budget.total" data-form="mill1" lang="nb">25,5</span>' in html


def test_a_chapter_without_a_text_says_so_and_keeps_its_tables():
    html = parts_of(a_report(the_portfolio()))["status"].html

    assert "Teksten til kapitlet er ikke skrevet ennå." in html
    assert 'id="tabell-leaving"' in html


def test_project_names_lead_to_their_pages(report: Report):
    html = parts_of(report)["status"].html

    assert '<a href="#prosjekt-13" title="13 Førerett">13</a>' in html
    assert '<a href="#prosjekt-13">Førerett</a>' in html


def test_appendix_1_sums_each_area_and_the_whole(report: Report):
    text = text_of(parts_of(report)["vedlegg-1"].html)

    assert "Sum, 5 prosjekter 25 ,5" in text


def test_appendix_1_has_neither_risk_nor_money_of_a_paused_project(report: Report):
    text = text_of(parts_of(report)["vedlegg-1"].html)

    assert "◆ Pauset på pause 12.2023 på pause" in text


def test_a_draft_ends_with_what_is_wrong():
    from ehport.diagnostics.code import Code
    from ehport.diagnostics.diagnostic import Diagnostic, Location

    wrong = Diagnostic(Code.FACT_UNKNOWN, Location("editorial/a.md", line=3), found="tull")
    parts = parts_of(a_report(the_portfolio(), diagnostics=(wrong,), draft=True))

    assert list(parts)[-1] == "vedlegg-3"
    assert "Feil P440" in text_of(parts["vedlegg-3"].html)
    assert "vedlegg-3" not in parts_of(a_report(the_portfolio(), diagnostics=(wrong,)))


@pytest.mark.parametrize(
    ("lang", "printed"), [(Lang.NB, "«tull &amp; tøys»"), (Lang.EN, '«<span lang="nb">tull &amp; tøys</span>»')]
)
def test_what_was_typed_stands_in_a_message_in_its_own_language(lang: Lang, printed: str):
    from ehport.diagnostics.code import Code
    from ehport.diagnostics.diagnostic import Diagnostic, Location

    wrong = Diagnostic(Code.FACT_UNKNOWN, Location("editorial/a.md", line=3), found="tull & tøys")

    html = parts_of(a_report(the_portfolio(), diagnostics=(wrong,), draft=True, lang=lang))["vedlegg-3"].html

    assert html.count(printed) == 1


def test_what_the_office_accepts_stands_in_the_draft_with_its_reason():
    from ehport.diagnostics.code import Code
    from ehport.diagnostics.diagnostic import Diagnostic, Location

    at = Location("helse-vest.xlsx", "900", "C9", "900", "Felles logg", "status")
    facts = {"label": "Status", "signs": "risikoen er rød"}
    accepted = Diagnostic(Code.WATERMELON, at, facts, found="Grønn", settled="Avtalt med styret.")
    a_note = Diagnostic(Code.NUMBER_IN_NAME, at, {"label": "Navn", "number": "7"}, settled="Kjent.")

    html = parts_of(a_report(the_portfolio(), diagnostics=(accepted, a_note), draft=True))["vedlegg-3"].html

    assert "Avklart R305 «Status» er «Grønn», men risikoen er rød. Avtalt med styret. C9" in text_of(html)
    assert "R313" not in html


def test_a_round_without_projects_is_printed_all_the_same():
    text = text_of("".join(each.html for each in render_parts(a_report(an_empty_portfolio()))))

    assert "Sum, 0 prosjekter" in text


def test_only_the_title_page_is_bare(report: Report):
    assert [each.key for each in render_parts(report) if each.bare] == ["title"]


def test_the_style_sheet_knows_the_palette_and_draws_nothing_in_the_margins():
    css = stylesheet()

    assert css.index("--accent:") < css.index("var(--accent)")
    assert "@top-" not in css
    assert "counter(page)" not in css


def test_a_chapter_with_nothing_to_compare_says_so_and_keeps_its_number():
    html = {each.key: each.html for each in render_parts(a_report(builders.a_portfolio(builders.a_project()), {}))}

    assert "Det finnes ingen tidligere runde å sammenligne med." in html["endringer"]
    assert '<span class="no">9</span> Datagrunnlag' in html["datagrunnlag"]
