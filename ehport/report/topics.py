"""What a figure and a sentence are about, in the same few words, so that one can be held against the other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from ehport.analysis.fact import Fact, Unit
from ehport.lang.dates import MONTHS
from ehport.lang.folding import slug
from ehport.lang.language import Lang
from ehport.model.round import Round
from ehport.report.written_numbers import NOUNS, Measure


class Topic(StrEnum):
    """Something that a sentence can say of a figure.

    ``ELSEWHEN`` is a time that no figure of the round is from, ``MOVED`` a movement: figures say only its ends.
    """

    STATUS = "status"
    RISK = "risk"
    YELLOW = "yellow"
    RED = "red"
    GREEN = "green"
    NEW = "new"
    PAUSED = "paused"
    LEAVING = "leaving"
    COMPLETED = "completed"
    ENDING = "ending"
    CANDIDATES = "candidates"
    MISSING = "missing"
    BUDGET = "budget"
    NEXT = "next"
    OVERDUE = "overdue"
    DELIVERED = "delivered"
    LOWER = "lower"
    BEFORE = "before"
    ELSEWHEN = "elsewhen"
    MOVED = "moved"


Topics = frozenset[str]
_CUES: Mapping[Topic, re.Pattern[str]] = {
    topic: re.compile(pattern, re.IGNORECASE)
    for topic, pattern in {
        Topic.STATUS: r"\bstatus",
        Topic.RISK: r"risiko",
        Topic.YELLOW: r"\bgul(?:e|t)?\b",
        Topic.RED: r"\brød(?:e|t)?\b",
        Topic.GREEN: r"\bgrøn(?:n|ne|t)\b",
        Topic.NEW: r"\b(?:ny|nye|nytt) (?:prosjekt|i (?:porteføljen|runden|denne))|\ber ny(?:e|tt)?\b|\bkommet til\b",
        Topic.PAUSED: r"\bpause|\bstår (?:midlertidig )?stille\b",
        Topic.LEAVING: r"\bforlat|\b(?:går|gått|gikk) ut\b|\butgår\b",
        Topic.COMPLETED: r"\bferdigstil|\bi mål\b",
        Topic.ENDING: r"\bslutter\b|\bavslutte|\b(?:bli|blir|være|er) ferdige?\b",
        Topic.CANDIDATES: r"kandidat",
        Topic.MISSING: r"\bmangler\b|\buten (?:budsjett|tall|beløp)|\bikke (?:har )?oppgitt\b",
        Topic.BUDGET: r"budsjett|\bmeldt inn\b|\btil sammen\b|\bsummen\b|\bsamlet\b|\bporteføljen (?:har|er på)\b",
        Topic.NEXT: r"\bneste år\b",
        Topic.OVERDUE: r"\bskulle (?:ha )?vært\b|\bforsinket?\b|\bpå overtid\b|\bpassert\b",
        Topic.DELIVERED: r"\blevert\b",
        Topic.LOWER: r"\blavere\b|\bmindre\b",
        Topic.MOVED: r"\bfått\b|\bfikk\b|\bblitt\b|\b(?:økt?e?|øker|opp|ned|falt|vokst|steget) med\b|\bprosentpoeng",
        Topic.BEFORE: r"\bforrige (?:runde|rapport)\b|\bsist(?:e runde)?\b",
    }.items()
}
_PARTS = {each.value: each for each in Topic} | {"amount": Topic.BUDGET, "amount_share": Topic.BUDGET}
_SILENT = {"projects", "count", "share", "total", "organisations", "actors", "deliverables", "strategies", "areas"}
_SILENT |= {"groups", "ends", "this_year", "budget_year"}
_SCOPED = re.compile(r"(actor|group|strategic|area)\.([a-zæøå][\wæøå-]*|\d(?:\.\d)?)\.(.+)")
_YEAR = re.compile(r"(?:20\d\d)")
_MONTH = re.compile(rf"(?:(?P<day>\d{{1,2}}\.) )?\b(?P<month>{'|'.join(MONTHS[Lang.NB])})(?: (?P<year>\d{{4}}))?")
_FIRST_NOUN = re.compile("|".join(rf"(?P<{name}>\b(?:{pattern})\b)" for name, pattern in NOUNS.items()), re.IGNORECASE)
MEASURES = {Unit.COUNT: Measure.COUNT, Unit.PERCENT: Measure.PERCENT, Unit.TKR: Measure.MONEY}
_TOO_SHORT = 5  # a cost group called «Andre» is not spoken of by that word


@dataclass(frozen=True, slots=True)
class Spoken:
    """A figure that a sentence can speak of: what it measures and counts, and what it is about."""

    fact: Fact
    measure: Measure
    noun: str
    topics: Topics


@dataclass(frozen=True, slots=True)
class World:
    """What sentences of a round can mean by a time or a name; ``names`` are topics by the words they go under."""

    round: Round
    names: Mapping[str, str] = field(default_factory=dict)

    def topics(self, text: str) -> Topics:
        """Return what a text is about."""
        found: set[str] = {topic for topic, cue in _CUES.items() if cue.search(text)}
        words = f"-{slug(text)}-"
        found.update(topic for name, topic in self.names.items() if f"-{name}-" in words)
        return frozenset(found | set(self._times(text)))

    def of_year(self, year: int) -> str:
        """Return the topic of a year; the budget year is what figures are about when nothing is said."""
        if year == self.round.budget_year + 1:
            return Topic.NEXT
        return "" if year == self.round.budget_year else f"year.{year}"

    def _times(self, text: str) -> Iterator[str]:
        rest = _MONTH.sub(" ", text)
        for match in _MONTH.finditer(text):
            yield from self._month(match)
        for year in map(int, _YEAR.findall(rest)):
            if year < self.round.budget_year:
                yield Topic.ELSEWHEN
            elif topic := self.of_year(year):
                yield topic

    def _month(self, match: re.Match[str]) -> Iterator[str]:
        number = f"{MONTHS[Lang.NB].index(match['month']) + 1:02}"
        known = {self.round.month: "", self.round.previous: Topic.BEFORE}
        same = [topic for month, topic in known.items() if month.endswith(f"-{number}")]
        if match["year"]:
            same = [known.get(f"{match['year']}-{number}", Topic.ELSEWHEN)]
        if not match["day"] or match["year"]:
            yield from filter(None, same or [Topic.ELSEWHEN])


def world_of(round_: Round, known: Mapping[str, Fact]) -> World:
    """Return what the names in a round's figures and its strategy are called in a text."""
    scopes = {(match[1], match[2]) for name in known if (match := _SCOPED.fullmatch(name))}
    names = {each: f"actor.{each}" for scope, each in sorted(scopes) if scope == "actor"}
    names |= {each: f"group.{each}" for scope, each in sorted(scopes) if scope == "group" and len(each) > _TOO_SHORT}
    for scope, titles in (("strategic", round_.strategic_areas), ("area", round_.focus_areas)):
        names |= {slug(title): f"{scope}.{code}" for code, title in titles.items() if title}
    return World(round_, names)


def spoken(world: World, known: Mapping[str, Fact]) -> tuple[Spoken, ...]:
    """Return the figures that a sentence can speak of; those of single projects are not among them."""
    return tuple(found for fact in known.values() if (found := _spoken(world, fact)) is not None)


def _spoken(world: World, fact: Fact) -> Spoken | None:
    measure = MEASURES.get(fact.unit)
    topics = _of_name(world, fact.name)
    if measure is None or topics is None or not fact.value:
        return None
    if measure is Measure.MONEY:
        topics |= {Topic.BUDGET}
    if measure is not Measure.COUNT:
        return Spoken(fact, measure, "", topics)
    noun = _FIRST_NOUN.search(fact.rule.nb)
    return Spoken(fact, measure, noun.lastgroup or "" if noun else "", topics - {Topic.BUDGET})


def _of_name(world: World, name: str) -> Topics | None:
    """Return what a figure is about by the parts of its name, nothing when one of them has no words."""
    found: set[str] = set()
    if scoped := _SCOPED.fullmatch(name):
        if scoped[2] == "all":
            return None
        found.add(f"{scoped[1]}.{scoped[2]}")
        name = scoped[3]
    for part in name.split("."):
        if _YEAR.fullmatch(part):
            found.add(world.of_year(int(part)))
        elif part in _PARTS:
            found.add(_PARTS[part])
        elif part not in _SILENT:
            return None
    return frozenset(found - {""})
