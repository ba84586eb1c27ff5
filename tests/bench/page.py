"""A child process: the report of the round as one HTML file, as somebody without ehport's pdf/ would print it.

``python -m tests.bench.page PAGE.html``
"""

from __future__ import annotations

import sys
from pathlib import Path

from ehport.building.options import BuildOptions
from ehport.building.outputs import prepare, render
from ehport.report.style import stylesheet
from ehport.rounds.find import find_round
from ehport.rounds.read import read_round
from ehport.system import assets
from ehport.system.progress import Progress
from tests.bench.run import ROOT, ROUND, python, run

_PAGE = """<!doctype html>
<html lang="nb"><head><meta charset="utf-8"><title>Nasjonal e-helseportefølje</title>
<style>{style}
body > * + * {{ break-before: page }}
</style></head><body>
{body}
</body></html>
"""


def write_page(target: Path) -> None:
    """Write the page in a process of its own, so that its memory is not counted as anybody else's."""
    run(*python("-m", "tests.bench.page", target))


def page() -> str:
    """Return the report's parts in one page with their style sheet and fonts."""
    options, progress = BuildOptions(), Progress()
    _, parts = render(prepare(read_round(find_round(ROOT, ROUND)), options, progress), options, progress)
    style = stylesheet().replace('url("font:', f'url("{assets.fonts().as_uri()}/')
    return _PAGE.format(style=style, body="\n".join(part.html for part in parts))


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(page(), "utf-8")
