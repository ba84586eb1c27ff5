"""Print markup: the text of a part with the places where its lines may not break."""

from __future__ import annotations

from ehport.report.print_markup import prepare_for_print
from ehport.report.typography import JOINER


def test_a_hyphen_inside_a_name_ends_no_line():
    html = prepare_for_print('<td title="e-helse">Direktoratet for e-helse</td><td>Helse Sør-Øst og Midt-Norge</td>')

    assert html == (
        f'<td title="e-helse">Direktoratet for e-{JOINER}helse</td><td>Helse Sør-{JOINER}Øst og Midt-{JOINER}Norge</td>'
    )


def test_other_hyphens_may_end_a_line():
    assert prepare_for_print("<p>helse- og omsorg, epj-løft, 1-2</p>") == "<p>helse- og omsorg, epj-løft, 1-2</p>"


def test_running_text_is_divided_between_the_parts_of_a_compound():
    html = prepare_for_print('<div class="text"><p>En helseregion.</p></div><table><td>helseregion</td></table>')

    assert html == '<div class="text"><p>En helse\u00adregion.</p></div><table><td>helseregion</td></table>'


def test_a_number_with_a_name_is_not_divided_from_its_unit():
    number = '<span data-fact="budget.total" data-form="mill">1\u202f723</span>'

    assert prepare_for_print(f"<p>Av {number} mill. kr.</p>") == f"<p>Av {number}\u00a0mill.\u00a0kr.</p>"
    assert prepare_for_print(f"<p>NOK {number} million</p>") == f"<p>NOK\u00a0{number}\u00a0million</p>"
    assert prepare_for_print(f"<p>{number} prosjekter</p>") == f"<p>{number} prosjekter</p>"
    assert prepare_for_print(f"<h2>{number} mill. kr</h2>") == f"<h2>{number} mill. kr</h2>"


def test_drawings_headings_and_links_stay_as_they_are():
    html = '<svg><text>e-helse 5 %</text></svg><h2>Om e-helse</h2><p><a href="#a">e-helse</a></p>'

    assert prepare_for_print(html) == html
