"""A rule as it is declared: what its code means, how much it weighs, what it says, why, and an example."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from ehport.diagnostics.diagnostic import Severity
from ehport.lang.language import Text

FIRST_ROUND = "2021-04"


@dataclass(frozen=True, slots=True)
class Example:
    """The smallest case that gives a diagnostic.

    ``answers`` replace those of a sound project, written like a record that fills a workbook; ``others``
    are further projects of the round and ``register`` the office's sheets, written likewise. ``scene``
    tells a case that is not made of answers.
    """

    answers: Mapping[str, Any] = field(default_factory=dict)
    others: tuple[Mapping[str, Any], ...] = ()
    register: Mapping[str, tuple[Mapping[str, str], ...]] = field(default_factory=dict)
    scene: Text | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """What is known about one code; a rule on ``trial`` is listed and explained, and weighs as info."""

    severity: Severity
    title: Text
    message: Text
    help: Text
    why: Text
    example: Example
    since: str = FIRST_ROUND
    trial: bool = False


Pair = tuple[str, str]


def error(title: Pair, message: Pair, *, help: Pair, why: Pair, example: Example) -> Rule:
    """Declare a rule without whose answer the report would be wrong; each pair is Norwegian and English."""
    return Rule(Severity.ERROR, Text(*title), Text(*message), Text(*help), Text(*why), example)


def warning(title: Pair, message: Pair, *, help: Pair, why: Pair, example: Example) -> Rule:
    """Declare a rule that the actor should look at."""
    return Rule(Severity.WARNING, Text(*title), Text(*message), Text(*help), Text(*why), example)


def info(title: Pair, message: Pair, *, help: Pair, why: Pair, example: Example) -> Rule:
    """Declare a rule whose diagnostics say how something was understood."""
    return Rule(Severity.INFO, Text(*title), Text(*message), Text(*help), Text(*why), example)


def scene(nb: str, en: str) -> Example:
    """Return an example that is told in words."""
    return Example(scene=Text(nb, en))


def answers(**given: Any) -> Example:
    """Return an example made of one project's answers."""
    return Example(answers=given)
