"""A rule as it is declared: what its code means, how much it weighs, what it says, why, and an example."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from ehport.diagnostics.severity import Severity
from ehport.lang.language import Text

FIRST_ROUND, SECOND_ROUND = "2021-04", "2021-09"


@dataclass(frozen=True, slots=True)
class Example:
    """The smallest case that gives a diagnostic.

    ``answers`` replace those of a sound project, written like a record that fills a workbook; ``others``
    are further projects of the round and ``register`` the office's sheets, written likewise. ``before`` are
    the rounds before, oldest first: for each what the project answered otherwise then. ``former`` are further
    projects that only the last of them had. ``actor`` answers on the actor's own sheet, and ``prefilled``
    tells that the workbook came with the last answers in it. ``scene`` tells a case that is not made of answers.
    """

    answers: Mapping[str, Any] = field(default_factory=dict)
    others: tuple[Mapping[str, Any], ...] = ()
    register: Mapping[str, tuple[Mapping[str, str], ...]] = field(default_factory=dict)
    before: tuple[Mapping[str, Any], ...] = ()
    former: tuple[Mapping[str, Any], ...] = ()
    actor: Mapping[str, str] = field(default_factory=dict)
    prefilled: bool = False
    scene: Text | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """What is known about one code, and about its life.

    The rule is valid from the round ``since``. It weighs its ``severity`` there, and from each round in
    ``severities`` on what stands beside that round. On ``trial`` it is listed and explained, and weighs as info.
    """

    severity: Severity
    title: Text
    message: Text
    help: Text
    why: Text
    example: Example
    since: str = FIRST_ROUND
    trial: bool = False
    severities: tuple[tuple[str, Severity], ...] = ()

    def is_valid_in(self, round_id: str) -> bool:
        """Tell whether the rule is valid in a round (round ids sort by time); those of the first hold before it too."""
        return self.since == FIRST_ROUND or self.since <= round_id

    def severity_in(self, round_id: str) -> Severity:
        """Return what the rule weighs in a round."""
        if self.trial:
            return Severity.INFO
        weights = [weight for start, weight in sorted(self.severities) if start <= round_id]
        return weights[-1] if weights else self.severity

    def starting(self, round_id: str, *severities: tuple[str, Severity]) -> Rule:
        """Return the rule as valid from a round on, with what it weighs from later rounds on."""
        return replace(self, since=round_id, severities=severities)

    def on_trial(self) -> Rule:
        """Return the rule on trial: nobody is held to it until it has shown what it hits."""
        return replace(self, trial=True)


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
