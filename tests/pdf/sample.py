"""A small document with everything that is hard to tag."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from ehport.pdf.document import Document, Part

STYLESHEET = """
@font-face { font-family: "Source Sans 3"; src: url("font:SourceSans3[wght].ttf"); font-style: normal }
@font-face { font-family: "Source Sans 3"; src: url("font:SourceSans3-Italic[wght].ttf"); font-style: italic }
@page { size: A4; margin: 25mm 20mm 19mm }
html { font: 10pt/1.4 "Source Sans 3" }
h3 { bookmark-level: none }
table { table-layout: fixed; width: 100%; border-spacing: 0 }
th, td { border-bottom: .5pt solid #888; text-align: left; font-weight: 400; padding: 2pt 0 }
tr { break-inside: avoid }
svg { display: block }
nav ol { list-style: none; padding: 0 }
nav li, nav a { display: block; position: relative }
nav .page { position: absolute; right: 0 }
.fn { float: footnote }
"""
ROWS = 60

_TITLE = '<section id="title"><h1>Nasjonal portefølje</h1><p>Mai 2021</p></section>'
_CONTENTS = (
    '<section id="contents"><h1>Innhold</h1><nav role="doc-toc"><ol>'
    + "".join(
        f'<li><a href="#{target}">{text} <span class="page" data-page-of="{target}"></span></a></li>'
        for target, text in (("c1", "1 Status"), ("v2", "Vedlegg"), ("p-144", "144 Kurve"), ("p-102", "102 SAFEST"))
    )
    + "</ol></nav></section>"
)
_FIGURE = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="40"><title>Søylediagram over status</title>'
    '<rect x="0" y="0" width="120" height="30" style="fill: #12436D"/></svg>'
)
_STATUS = f"""
<section class="chapter" id="c1"><h1>1 Status</h1>
<p>Se <a href="#p-144">prosjekt <strong>144</strong></a> og <a href="https://example.org/">kilden</a>.
Tall<span class="fn">Fra april.</span> i mill. kr.</p>
<h2 id="c1-1">1.1 Rating</h2>
<ul><li>Først <ul><li>Dypere</li></ul></li><li>Sist</li></ul>
<dl><dt>Fase</dt><dd>Gjennomføring</dd><dt>Slutt</dt><dd>2023</dd></dl>
<figure>{_FIGURE}<figcaption>Status</figcaption></figure>
<p><i aria-hidden="true">●</i> Grønn</p>
<p lang="en">In English</p>
<table id="long"><caption>Alle prosjekter</caption><col style="width:100mm"><col style="width:60mm">
<thead><tr><th scope="col">Prosjekt</th><th scope="col">Budsjett</th></tr></thead><tbody>
{"".join(f'<tr><th scope="row">Rad {n}</th><td>{n},5</td></tr>' for n in range(ROWS))}
</tbody></table></section>
"""
_APPENDIX = '<section class="chapter" id="v2"><h1>Vedlegg</h1><p>Alle innmeldinger.</p></section>'


def _project(number: str, name: str, other: str) -> Part:
    html = (
        f'<article class="project" id="p-{number}"><h2>{number} {name}</h2><h3>Formål</h3><p><em>Kursiv</em> og '
        f'<b>fet</b>. <a href="#{other}">Neste</a></p></article>'
    )
    return Part(key=f"project {number}", html=html, running=f"{number} {name}")


def a_document(**changes: object) -> Document:
    """Return the sample, with some facts changed."""
    document = Document(
        title="Nasjonal e-helseportefølje",
        lang="nb",
        stylesheet=STYLESHEET,
        parts=(
            Part(key="title", html=_TITLE, bare=True),
            Part(key="contents", html=_CONTENTS, running="Innhold", contents=True),
            Part(key="status", html=_STATUS, running="1 Status"),
            Part(key="appendix", html=_APPENDIX, running="Vedlegg"),
            _project("144", "Kurve", "p-102"),
            _project("102", "SAFEST", "c1"),
        ),
        author="Porteføljekontoret",
        description="Status & risiko <2021>",
        keywords=("e-helse", "portefølje"),
        created=datetime(2021, 5, 31, 12, tzinfo=UTC),
        head="Nasjonal e-helseportefølje, april 2021",
        foot="Data per 16. april 2021",
        page_text="side {n} av {total}",
    )
    return replace(document, **changes)  # type: ignore[arg-type]


def a_short_document(**changes: object) -> Document:
    """Return the sample without its longest chapter, which links of the others lead to."""
    parts = a_document().parts
    return a_document(**{"parts": (*parts[:2], *parts[3:])} | changes)


def with_chapter(html: str) -> Document:
    """Return a document of one chapter."""
    return a_document(parts=(Part(key="chapter", html=html, running="Kapittel"),))
