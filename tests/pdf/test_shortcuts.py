from __future__ import annotations

import io

import pikepdf
import pytest

from ehport.model import settings
from ehport.pdf.job import Job, Style
from ehport.pdf.rendering import Renderer
from tests.pdf.sample import STYLESHEET, a_document

STYLE = Style(
    STYLESHEET
    + """
.box { width: 40%; margin: 1em auto; background: #eee; border: 1pt solid; border-radius: 2pt }
.flex { display: flex; flex-wrap: wrap } .flex > * { width: 30%; border-bottom: 2pt solid red }
.collapsed { border-collapse: collapse } .pre { white-space: pre } .wide { word-spacing: 2pt }
.columns { columns: 2; column-rule: 1pt solid } .just { text-align: justify } .tall { height: 50% }
""",
    "nb",
    settings.fonts(),
)
ODD = (
    '<h1>Å</h1><div class="box"><p>ord ord <b>ord</b></p></div><div class="flex"><p>a</p><p>b</p><p>c</p></div>'
    '<table class="collapsed"><tr><td>1</td><td>2</td></tr></table><p class="pre">a\n  b\tc</p>'
    f'<p class="wide">a b c</p><div class="columns"><p class="just">{"flere ord " * 90}</p></div>'
    '<div class="tall"><p style="visibility: hidden">x</p><p style="text-decoration: underline">y</p></div>'
)
PATHS = frozenset(
    ["q", "Q", "re", "f", "f*", "W", "W*", "n", "m", "l", "c", "h", "S", "s", "cm", "w", "d", "rg", "RG", "gs"]
)


@pytest.mark.parametrize("html", [ODD, a_document().parts[2].html], ids=["odd", "status"])
def test_pages_made_with_shortcuts_show_the_same_text_at_the_same_places(html):
    with_shortcuts = Renderer(STYLE).render(Job(html))
    without = Renderer(STYLE, take_shortcuts=False).render(Job(html))

    assert with_shortcuts.layout == without.layout
    assert _text_operators(with_shortcuts.pdf) == _text_operators(without.pdf)


def _text_operators(data: bytes) -> list[tuple[str, ...]]:
    found = []
    for page in pikepdf.open(io.BytesIO(data)).pages:
        for operands, operator in pikepdf.parse_content_stream(page):
            if str(operator) not in PATHS:
                found.append((str(operator), *(str(operand) for operand in operands)))
    return found
