"""A letter as a page whose format comes along when it is pasted into a mail: every style stands at its element."""

from __future__ import annotations

from html import escape

from markdown_it import MarkdownIt

from ehport.lang.language import Lang

_FACE = "font-family:Calibri,Arial,sans-serif;color:#1b2733"
_STYLES = {
    "h1": f"{_FACE};font-size:16pt;color:#12436d;margin:0 0 12pt",
    "h2": f"{_FACE};font-size:13pt;color:#12436d;margin:16pt 0 4pt",
    "h3": f"{_FACE};font-size:11pt;margin:12pt 0 2pt",
    "h4": f"{_FACE};font-size:11pt;font-weight:normal;text-decoration:underline;margin:10pt 0 2pt",
    "p": f"{_FACE};font-size:11pt;margin:0 0 8pt",
    "li": f"{_FACE};font-size:11pt;margin:0 0 4pt",
    "ul": "margin:0 0 8pt",
    "ol": "margin:0 0 8pt",
    "table": "border-collapse:collapse;margin:0 0 8pt",
    "th": f"{_FACE};font-size:11pt;border:1px solid #8a97a3;background:#e8eef4;padding:3pt 8pt",
    "td": f"{_FACE};font-size:11pt;border:1px solid #8a97a3;padding:3pt 8pt",
    "code": "font-family:Consolas,monospace;font-size:10.5pt",
}
_PAGE = """<!DOCTYPE html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>{title}</title>
</head>
<body style="max-width:46rem;margin:1.5rem auto;padding:0 1rem">
{body}</body>
</html>
"""


def mail_page(markdown: str, title: str, lang: Lang) -> str:
    """Return a letter in Markdown as a page of its own."""
    parser = MarkdownIt("commonmark", {"html": False}).enable("table").disable("image")
    tokens = parser.parse(markdown)
    for token in tokens:
        style = _STYLES.get(token.tag)
        if style and token.nesting != -1:
            token.attrJoin("style", f"{style};")
    body = parser.renderer.render(tokens, parser.options, {})
    return _PAGE.format(lang=lang.value, title=escape(title), body=body)
