"""Where the numbers on a page come from: for each that is marked with its name, the rule and the first of its cells."""

from __future__ import annotations

import re

from ehport.analysis.fact import Fact, Unit
from ehport.analysis.trace import told
from ehport.lang.language import Lang
from ehport.report.report import Report

MOST_CELLS = 6
_USED = re.compile(r'data-fact="([^"]+)"')


def used_sources(html: str, report: Report) -> dict[str, dict[str, object]]:
    """Return the source of every number that is marked in the page, by its name."""
    names = sorted(set(_USED.findall(html)) & report.facts.keys())
    return {name: _told(report.facts[name], report.lang) for name in names}


def _told(fact: Fact, lang: Lang) -> dict[str, object]:
    cells = tuple(dict.fromkeys(told(each, lang) for each in fact.sources))
    value = fact.measured(lang) if fact.unit is Unit.TKR else ""  # the page rounds money, and nothing else
    more = max(0, len(cells) - MOST_CELLS)
    return {"value": value, "rule": fact.rule[lang], "cells": cells[:MOST_CELLS], "more": more}
