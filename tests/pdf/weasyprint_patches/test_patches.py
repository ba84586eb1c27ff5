from __future__ import annotations

import io
from dataclasses import replace

import pikepdf
import pytest

from ehport.pdf.job import Job, Style
from ehport.pdf.rendering import Renderer
from ehport.pdf.weasyprint_patches.patches import NAMES
from ehport.pdf.write import Press
from ehport.system import assets
from tests.pdf.reading import Reading
from tests.pdf.sample import STYLESHEET, a_document

STYLE = Style(
    STYLESHEET
    + """
.box { width: 40%; margin: 1em auto; background: #eee; border: 1pt solid; border-radius: 2pt }
.flex { display: flex; flex-wrap: wrap } .flex > * { width: 30%; border-bottom: 2pt solid red }
.collapsed { border-collapse: collapse } .pre { white-space: pre } .wide { word-spacing: 2pt }
.cut { width: 3em; white-space: nowrap; overflow: hidden; text-overflow: ellipsis }
.narrow { width: 45mm; hyphens: auto } .named { page: named } h1 { letter-spacing: 1pt }
.columns { columns: 2; column-rule: 1pt solid } .just { text-align: justify } .tall { height: 50% }
""",
    "nb",
    assets.fonts(),
)
ODD = (
    '<h1>Å</h1><div class="box"><p>ord ord <b>ord</b></p></div><div class="flex"><p>a</p><p>b</p><p>c</p></div>'
    '<table class="collapsed"><tr><td>1</td><td>2</td></tr></table><p class="pre">a\n  b\tc</p>'
    '<p lang="en" id="a">ord ord</p><p class="cut">et ord som ikke får plass</p><p>et ord som ikke får plass</p>'
    f'<div class="narrow">{"En linje som brytes i en smal spalte, og som har (et) langt portefølje-ord. " * 9}</div>'
    f'<p class="wide">a b c</p><div class="columns"><p class="just">{"flere ord " * 90}</p></div>'
    '<div class="tall"><p style="visibility: hidden">x</p><p style="text-decoration: underline">y</p></div>'
)
PATHS = frozenset(
    ["q", "Q", "re", "f", "f*", "W", "W*", "n", "m", "l", "c", "h", "S", "s", "cm", "w", "d", "rg", "RG", "gs"]
)


def test_a_part_looks_the_same_whichever_were_laid_out_before_it():
    parts = a_document().parts
    one_way, the_other = Renderer(STYLE), Renderer(STYLE)

    forwards = [one_way.render(Job(each.html)).pdf for each in parts]
    backwards = [the_other.render(Job(each.html)).pdf for each in reversed(parts)]

    assert forwards == backwards[::-1]


@pytest.mark.parametrize("html", [ODD, a_document().parts[2].html], ids=["odd", "status"])
def test_pages_made_with_patches_show_the_same_text_at_the_same_places(html):
    with_patches = Renderer(STYLE).render(Job(html))
    without = Renderer(STYLE, patches=()).render(Job(html))

    assert with_patches.layout == without.layout
    assert _text_operators(with_patches.pdf) == _text_operators(without.pdf)


def test_a_plain_document_has_the_same_text_and_outline(tmp_path, sample):
    document = a_document()
    style = replace(STYLE, stylesheet=document.stylesheet, plain=True)

    with Press(style, jobs=1) as press:
        press.write(document, tmp_path / "plain.pdf")

    plain = Reading(tmp_path / "plain.pdf")
    assert plain.document.text == sample.document.text
    assert plain.outline() == sample.outline()


def test_only_the_patches_hold_to_one_version_of_weasyprint(monkeypatch):
    monkeypatch.setattr("weasyprint.__version__", "70.1")

    with pytest.raises(RuntimeError, match=r"70\.0, not 70\.1"):
        Renderer(STYLE)
    assert Renderer(replace(STYLE, plain=True)).render(Job("<h1>Å</h1>")).layout.pages == 1


def test_a_plain_document_takes_no_patch():
    assert Renderer(replace(STYLE, plain=True)).patches == ()
    assert Renderer(STYLE).patches == NAMES


def _text_operators(data: bytes) -> list[tuple[str, ...]]:
    found = []
    for page in pikepdf.open(io.BytesIO(data)).pages:
        for operands, operator in pikepdf.parse_content_stream(page):
            if str(operator) not in PATHS:
                found.append((str(operator), *(_joined(operand) for operand in operands)))
    return found


def _joined(operand: object) -> str:
    """Return an operand as text; glyphs that are not moved apart are one text."""
    if not isinstance(operand, pikepdf.Array):
        return str(operand)
    texts: list[bytes | int] = []
    for each in operand:
        if isinstance(each, pikepdf.String):
            text = bytes(each)
            if texts and isinstance(texts[-1], bytes):
                texts[-1] += text
            elif text:
                texts.append(text)
        elif int(each):
            texts.append(int(each))
    return str(texts)
