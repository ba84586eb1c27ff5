"""Templates print; nothing is declared to be HTML but in the one module that does it."""

from __future__ import annotations

import re

import pytest
from jinja2 import UndefinedError

from ehport.lang.language import Lang
from ehport.report.html import Templates
from ehport.system import assets
from tests.source import modules

TEMPLATES = sorted(assets.templates().glob("*.j2"))


def test_templates_never_turn_escaping_off():
    used = [path.name for path in TEMPLATES if re.search(r"\|\s*safe\b|autoescape|Markup", path.read_text("utf-8"))]

    assert used == []


PRINTED_AS_THEY_ARE = {
    "chapter": {"each.number", "each.then", "each.what", "figure.svg", "item.start", "item.text"},
    "colophon": {"text"},
    "preview": {"each", "style"},  # so does the preview
    "sak": {"each.number", "each.text", "each.then", "each.what"},
    "title": {"page.svg"},
    "web": {  # the web page puts the finished parts together
        *("cover", "drawing", "drawn", "each", "each.key.number", "each.key.then", "each.key.what"),
        *("data", "facts", "first", "head.described", "script", "style"),
    },
}


def test_only_drawings_rendered_text_and_finished_parts_are_printed_as_they_are():
    used = {
        path.name.removesuffix(".html.j2"): found
        for path in TEMPLATES
        if (found := set(re.findall(r"\{\{ ([\w.]+)\|made \}\}", path.read_text("utf-8"))))
    }

    assert used == PRINTED_AS_THEY_ARE


def test_markup_is_declared_in_one_module():
    homes = {each.path for each in modules() if "Markup(" in each.text}

    assert homes == {"ehport/report/html.py"}


def test_templates_do_not_count_sort_or_compare():
    busy = [
        f"{path.name}: {found}"
        for path in TEMPLATES
        for found in re.findall(r"\|\s*(?:sum|sort|groupby|round|map|select|dictsort)\b", path.read_text("utf-8"))
    ]

    assert busy == []


def test_templates_spell_no_words_of_their_own():
    spelled = []
    for path in TEMPLATES:
        plain = re.sub(r"\{%.*?%\}|\{\{.*?\}\}|\{#.*?#\}", " ", path.read_text("utf-8"), flags=re.S)
        text = re.sub(r"<[^>]*>", " ", plain)
        spelled += [f"{path.name}: {word}" for word in re.findall(r"[A-Za-zæøåÆØÅ]{3,}", text)]

    assert spelled == []


def test_a_fact_that_is_not_given_is_a_bug():
    with pytest.raises(UndefinedError):
        Templates(Lang.NB).render("title")
