from __future__ import annotations

import io
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pytest
import tinyhtml5

from ehport.pdf.weasyprint_patches.parsing import quick_parsing
from tests.pdf.sample import a_document

_PAGE = '<!DOCTYPE html><html lang="nb"><body>{}</body></html>'
_WELL_FORMED = [
    '<h1 id="a">Å &amp; &lt;b&gt; «c»</h1><p>en<br />to</p>',
    '<table><colgroup><col style="width: 2mm" /></colgroup><tbody><tr><td>1</td></tr></tbody></table>',
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><title>Søyle</title><path d="M0 0"/></svg>',
    next(part.html for part in a_document().parts if part.key == "project 144"),
]
_FORGIVEN = ["<p>en<p>to", '<p title="a&nbsp;b">en<br>to', "<p>a & b", "<p>\x0b\x1b"]


@pytest.mark.parametrize("body", [*_WELL_FORMED, *_FORGIVEN])
def test_html_reads_the_same_either_way(body):
    text = _PAGE.format(body)
    forgiving = tinyhtml5.parse(io.StringIO(text), namespace_html_elements=False)

    with quick_parsing():
        quick = tinyhtml5.parse(io.StringIO(text), namespace_html_elements=False)

    assert _flat(quick) == _flat(forgiving)


def test_a_page_may_be_given_as_bytes():
    with quick_parsing():
        read = tinyhtml5.parse(io.BytesIO(_PAGE.format("<p>Å</p>").encode()), namespace_html_elements=False)
        forgiven = tinyhtml5.parse(
            io.BytesIO(_PAGE.format("<p>Å").encode()), namespace_html_elements=False, transport_encoding="utf-8"
        )

    assert _flat(read) == _flat(forgiven)


def _flat(root: Element) -> list[tuple[object, ...]]:
    return [
        (each.tag, sorted(item for item in each.items() if "xmlns" not in item[0]), each.text or "", each.tail or "")
        for each in root.iter()
        if isinstance(each.tag, str)
    ]


def test_every_part_of_the_report_is_well_formed_and_reads_the_same_either_way(built_report):
    for part in built_report.document.parts:
        text = _PAGE.format(part.html)
        root = ElementTree.fromstring(text)  # or else the slow way is taken

        forgiving = tinyhtml5.parse(io.StringIO(text), namespace_html_elements=False)

        assert _flat(root.find("body")) == _flat(forgiving.find("body")), part.key
