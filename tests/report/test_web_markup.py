"""What a screen changes in the parts: tables that scroll or fold, figures in two widths, measures that follow."""

from __future__ import annotations

from ehport.figures.canvas import Canvas
from ehport.figures.style import NARROW, WIDE
from ehport.figures.svg import svg
from ehport.report.web_markup import prepare_for_screen
from tests.report.reports import a_figure

HEAD = '<thead><tr><th scope="col">Hvem</th><th scope="col">Hva</th><th scope="col" class="num">Når</th></tr></thead>'


def test_a_numbered_table_scrolls_in_a_box_with_its_name():
    caption = '<caption><span class="label">Tabell 2</span> Nye\nprosjekter</caption>'

    shown = prepare_for_screen(f'<table class="data" id="tabell-new">{caption}{HEAD}</table>', {})

    assert shown.startswith(
        '<div class="scroll" role="region" aria-label="Tabell 2 Nye prosjekter" tabindex="0"><table'
    )


def test_a_table_that_is_a_figure_has_the_figure_s_headline_for_a_name():
    first = '<span class="head">Et annet funn</span>'

    second = '<span class="head"><span lang="nb">Felles logg</span> er funnet</span>'

    shown = prepare_for_screen(f'{first}{second}<table class="matrix">{HEAD}</table>', {})

    assert 'aria-label="Felles logg er funnet"' in shown


def test_a_folding_table_carries_its_heads_in_its_cells():
    row = '<tr id="rad-1"><th scope="row">A</th><td>B</td><td class="num">C</td></tr>'

    shown = prepare_for_screen(f'<table class="rows">{HEAD}<tbody>{row}</tbody></table>', {})

    assert '<td data-label="Hva">B</td><td data-label="Når" class="num">C</td>' in shown
    assert shown.count("data-label") == 2


def test_a_row_that_spans_and_a_table_of_two_columns_need_no_heads_in_their_cells():
    spanning = '<tr class="group"><th scope="rowgroup" colspan="2">A</th><td class="num">1</td></tr>'
    two = '<table class="rows"><thead><tr><th>Når</th><th>Hva</th></tr></thead><tr><th>A</th><td>B</td></tr></table>'

    shown = prepare_for_screen(f'<table class="appendix">{HEAD}{spanning}</table>{two}', {})

    assert "data-label" not in shown


def test_a_figure_is_there_in_both_widths():
    wide = '<svg xmlns="http://www.w3.org/2000/svg" id="a"><title>Stolper i bredden</title></svg>'
    figure = a_figure("status", svg=wide, narrow_svg=wide.replace('"a"', '"b"'))

    shown = prepare_for_screen(f"<figure>{wide}</figure>", {"status": figure})

    assert '<svg class="wide" xmlns="http://www.w3.org/2000/svg" id="a">' in shown
    assert '<svg class="narrow" xmlns="http://www.w3.org/2000/svg" id="b">' in shown


def test_a_drawing_is_called_by_its_alternative_text_and_has_no_tip_of_its_own():
    words = {"headline": "Gult er < halvparten", "alt": "Stolper: antall prosjekter. Gult er < halvparten."}
    wide = svg(Canvas(WIDE), name="status", title=words["alt"])
    narrow = svg(Canvas(NARROW), name="status-narrow", title=words["alt"])
    figure = a_figure("status", svg=wide, narrow_svg=narrow, **words)

    shown = prepare_for_screen(f"<figure>{wide}</figure>", {"status": figure})

    for name in ("status", "status-narrow"):
        assert f'aria-labelledby="{name}-desc"' in shown
        assert f'<desc id="{name}-desc">Stolper: antall prosjekter. Gult er &lt; halvparten.</desc>' in shown
    assert (shown.count("<title"), shown.count("<desc")) == (0, 2)


def test_millimetres_become_parts_of_the_page():
    assert prepare_for_screen('<col style="width: 42.0mm">', {}) == '<col style="width: calc(42.0 * var(--mm))">'


def test_the_place_of_a_page_number_goes():
    assert (
        prepare_for_screen('<a href="#x">A <span class="page" data-page-of="x"></span></a>', {}) == '<a href="#x">A</a>'
    )


def test_numbers_are_set_as_a_sheet_reads_them_and_decimals_belong_to_their_number():
    money = '<td class="num"><span data-fact="a">1\u202f048<span class="frac">,6</span></span></td>'

    shown = prepare_for_screen(money, {})

    assert '<span data-fact="a">1\u00a0048,6<i class="pad p1"></i></span>' in shown


def test_a_table_without_a_title_is_called_by_the_headings_above_it():
    page = '<h2><span class="pid">144</span> Kurve</h2><h3>1 Info</h3><table class="form"></table>'
    later = f'<h4>Dypt</h4><h3>2 Penger</h3><table class="rows">{HEAD}</table>'

    shown = prepare_for_screen(page + later, {})

    assert '<table class="form" aria-label="144 Kurve: 1 Info">' in shown
    assert '<table class="rows" aria-label="144 Kurve: 2 Penger">' in shown
