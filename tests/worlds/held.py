"""A world built and held against itself: what is wrong with what its report says."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from enum import Flag, auto
from pathlib import Path

from ehport.lang.language import Lang
from ehport.report.outline import DIAGNOSTICS
from tests.worlds import building
from tests.worlds.building import Built
from tests.worlds.claims import untrue
from tests.worlds.grammar import complaints
from tests.worlds.sayings import Saying, sayings
from tests.worlds.truth import Truth, differences
from tests.worlds.world import World

_TABLE_OF_TERMINAL = re.compile(r"\S {2,}\S|─")
_ENOUGH = 40


class Made(Flag):
    """What is made of a world besides the pages of its report."""

    WEB = auto()
    DATA = auto()
    WORKBOOK = auto()
    LETTERS = auto()


ALL = Made.WEB | Made.DATA | Made.LETTERS


def wrong_with(world: World, folder: Path, lang: Lang, made: Made = ALL) -> list[str]:
    """Return what is wrong with what is made of a world in a language; raises what the program raises."""
    read = building.read(world)
    built = building.build(read, world, lang)
    truth = Truth(world)
    found = [*_untrue(built, truth)]
    found += (each for part in built.parts for each in _of_page(part.key, part.html, built, truth))
    if Made.WEB in made and building.web(built).count("<main") != 1:
        found.append("the web page has no main part")
    if Made.DATA in made:
        files = building.data(built, folder, workbook=Made.WORKBOOK in made)
        found += (each for path in files if path.name == "datapackage.json" for each in _of_descriptions(path, lang))
    if Made.LETTERS in made:
        before = building.read(world.before) if world.before else None
        letters = building.letters(read, before, lang)
        found += (each for where, text in letters.items() for each in _of_text(where, text, lang))
    return list(dict.fromkeys(found))[:_ENOUGH]


def _untrue(built: Built, truth: Truth) -> Iterator[str]:
    """Yield the numbers that are not what the world was invented with."""
    printed = {name: fact.value for name, fact in built.report.facts.items()}
    yield from differences(truth.facts, printed)


def _of_page(place: str, html: str, built: Built, truth: Truth) -> Iterator[str]:
    for each in sayings(place, html, built.lang.value):
        yield from _unlike(each, built)
        if each.sort == "head" and built.lang is Lang.NB and (told := untrue(each.text, truth)):
            yield f"{each.place}: {told}"
        held = replace(each, sort="message") if place == DIAGNOSTICS else each
        yield from (f"{each.place}: {told}" for told in complaints(held))


def _unlike(saying: Saying, built: Built) -> Iterator[str]:
    """Yield the numbers in a text that are not what their facts print."""
    for each in saying.numbers:
        fact = built.report.facts.get(each.fact)
        if fact is None:
            yield f"{saying.place}: there is no number {each.fact}, printed as {each.text}"
        elif (right := fact.printed(Lang(each.lang or built.lang), each.form)) != each.text:
            yield f"{saying.place}: {each.fact} is {right}, printed as {each.text}"


def _of_text(where: str, text: str, lang: Lang) -> Iterator[str]:
    for line in text.splitlines():
        if not _TABLE_OF_TERMINAL.search(line.strip()):
            saying = Saying(where, lang.value, "line", line.strip())
            yield from (f"{where}: {told}" for told in complaints(saying))


def _of_descriptions(path: Path, lang: Lang) -> Iterator[str]:
    described = json.loads(path.read_text("utf-8"))
    texts = [each for resource in described["resources"] for each in _descriptions(resource)]
    for text in dict.fromkeys(texts):
        yield from (f"datapackage: {told}" for told in complaints(Saying("", lang.value, "description", text)))


def _descriptions(resource: dict[str, object]) -> Iterator[str]:
    """Yield the descriptions of a table and its columns; they may hold a list, a table or nothing."""
    for name, each in resource.items():
        if name == "description" and isinstance(each, str):
            yield each
        for one in each if isinstance(each, list) else [each]:
            if isinstance(one, dict):
                yield from _descriptions(one)
