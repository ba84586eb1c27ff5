"""The guides for the office and the actors as one web page, to lie in a round's folder."""

from __future__ import annotations

import base64
import re

from markdown_it import MarkdownIt

from ehport.system import assets

_GUIDES = {  # the names of their files and of their places in the page, and what they are called
    "kontor": "guiden for kontoret",
    "aktor": "guiden for aktørene",
}
_PICTURE = re.compile(r"!\[(?P<told>[^\]]*)\]\(pictures/(?P<name>[\w.-]+)\)")
_ELSEWHERE = re.compile(r"\[([^\]]+)\]\([\w./-]+\.md\)")  # a page that does not lie in the round's folder
_PAGE = """<!DOCTYPE html>
<html lang="nb">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>En runde i ehport</title>
<style>
:root {{ color-scheme: light dark }}
body {{ font: 1.05rem/1.55 system-ui, sans-serif; max-width: 44rem; margin: 2rem auto; padding: 0 1rem }}
pre {{ padding: .6rem .8rem; border: 1px solid; border-radius: .3rem; overflow-x: auto }}
table {{ border-collapse: collapse }}
th, td {{ border-top: 1px solid; padding: .4rem .8rem .4rem 0; text-align: left; vertical-align: top }}
img {{ max-width: 100%; border: 1px solid #8a97a3; background: #fff }}
section + section {{ margin-top: 4rem }}
</style>
</head>
<body>
{sections}
</body>
</html>
"""


def guide_page() -> str:
    """Return the page."""
    return _PAGE.format(sections="\n".join(map(_section, _GUIDES)))


def _section(name: str) -> str:
    """Return one guide as a section, what leads to another guide leading to its section."""
    text = (assets.guides() / f"{name}.md").read_text("utf-8")
    for other, title in _GUIDES.items():
        text = text.replace(f"[{other}.md]({other}.md)", f"[{title}](#{other})")
    text = _ELSEWHERE.sub(r"\1", text)
    text = _PICTURE.sub(lambda found: f"![{found['told']}]({_inside(found['name'])})", text)
    render = MarkdownIt("commonmark", {"html": False}).enable("table").render
    return f'<section id="{name}">\n{render(text)}</section>'


def _inside(name: str) -> str:
    """Return a picture as an address that holds it."""
    data = base64.b64encode((assets.guides() / "pictures" / name).read_bytes())
    return f"data:image/png;base64,{data.decode('ascii')}"
