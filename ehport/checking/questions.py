"""The few questions that a round's data raises about each project, the heaviest first, by the actor who can answer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from ehport.diagnostics.code import Code
from ehport.diagnostics.diagnostic import Diagnostic, Location
from ehport.diagnostics.questions import QUESTIONS, Asked
from ehport.diagnostics.text import shorten
from ehport.diagnostics.wording import fill_in
from ehport.form.vocabulary import ProjectState
from ehport.lang.counting import listed
from ehport.lang.language import Lang, Text, same
from ehport.model.member import Member
from ehport.model.messages import Message, list_messages
from ehport.model.portfolio import Portfolio
from ehport.model.round import AskedActor, Round
from ehport.rounds.named import actor_named
from ehport.rounds.read import read_round
from ehport.rounds.reading_cache import rounds_cache

MOST, MOST_LISTED = 5, 3
_MORE = Text("{count} til", "{count} more")
_OFTEN = Text("{item} {count} ganger", "{item} {count} times")


@dataclass(frozen=True, slots=True)
class Question:
    """One question to a project: its words, the cells it is about, and the codes behind it."""

    text: Text
    cells: tuple[Location, ...]
    codes: tuple[Code, ...]
    weight: int


@dataclass(frozen=True, slots=True)
class ProjectQuestions:
    """The questions to one project, and how many lighter ones were left out."""

    id: str
    name: str
    questions: tuple[Question, ...]
    left: int = 0

    @property
    def place(self) -> tuple[str, str]:
        """The file and sheet that most of the questions are about."""
        places = Counter((at.file, at.sheet) for each in self.questions for at in each.cells)
        return max(places, key=lambda each: places[each])


@dataclass(frozen=True, slots=True)
class ActorQuestions:
    """The questions to one actor's projects; nobody is asked for some."""

    actor: AskedActor | None
    projects: tuple[ProjectQuestions, ...]


@dataclass(frozen=True, slots=True)
class RoundQuestions:
    """The questions that a round raises, in the order in which its actors are asked."""

    round: Round
    actors: tuple[ActorQuestions, ...]
    messages: tuple[Message, ...] = ()

    @property
    def count(self) -> int:
        """How many questions there are."""
        return sum(len(each.questions) for actor in self.actors for each in actor.projects)


def questions(round_: Round, actor: str | None = None) -> RoundQuestions:
    """Return the questions of a round, or those to one of its actors.

    Raises `UsageError` when there is no such actor.
    """
    asked = _asked(round_, actor) if actor else None
    read = read_round(round_, cache=rounds_cache(round_.folder)).needing_register()
    found = questions_of(read.portfolio, read.diagnostics)
    messages = tuple(each for each in found.messages if asked is None or each.actor_id == asked.id)
    return RoundQuestions(
        round_, tuple(each for each in found.actors if asked is None or each.actor == asked), messages
    )


def questions_of(portfolio: Portfolio, diagnostics: Iterable[Diagnostic]) -> RoundQuestions:
    """Return the questions that diagnostics raise: to projects of the portfolio, and to candidates."""
    about: dict[str, list[Diagnostic]] = {}
    for each in diagnostics:
        if each.code in QUESTIONS and not each.settled:
            about.setdefault(each.at.project, []).append(each)
    by_actor: dict[str, list[ProjectQuestions]] = {}
    for member in portfolio.members:
        told = about.get(member.id)
        if told and (member.is_counted or member.state is ProjectState.CANDIDATE):
            by_actor.setdefault(_actor_of(member), []).append(_of_project(member, told))
    known = {each.id: each for each in portfolio.round.actors}
    order = [*known, *sorted(by_actor.keys() - known.keys())]
    actors = (ActorQuestions(known.get(each), tuple(by_actor[each])) for each in order if each in by_actor)
    return RoundQuestions(portfolio.round, tuple(actors), tuple(list_messages(portfolio.submissions)))


def _asked(round_: Round, name: str) -> AskedActor:
    return actor_named(round_, name.removesuffix(".xlsx"))


def _actor_of(member: Member) -> str:
    """Return who can answer for a project: who reported it, else who is known to report for its organisation."""
    return member.submission.actor_id if member.submission else member.organisation.actor or ""


def _of_project(member: Member, diagnostics: Sequence[Diagnostic]) -> ProjectQuestions:
    grouped: dict[str, list[Diagnostic]] = {}
    for each in _apart(diagnostics):
        asked = QUESTIONS[each.code]
        alone = "" if asked.several else f" {len(grouped)}"
        grouped.setdefault((asked.group or each.code.value) + alone, []).append(each)
    found = sorted((_question(each, diagnostics) for each in grouped.values()), key=lambda each: -each.weight)
    return ProjectQuestions(member.id, member.name, tuple(found[:MOST]), max(0, len(found) - MOST))


def _apart(diagnostics: Sequence[Diagnostic]) -> list[Diagnostic]:
    """Return the diagnostics that are asked about by themselves."""
    return [each for each in diagnostics if not any(_takes(one, each) for one in diagnostics)]


def _takes(one: Diagnostic, other: Diagnostic) -> bool:
    taken = QUESTIONS[one.code].takes
    return taken == (other.code, other.at.field.partition(".")[0])


def _question(alike: Sequence[Diagnostic], around: Sequence[Diagnostic]) -> Question:
    asked = QUESTIONS[alike[0].code]
    cells = [each.at for one in alike for each in (one, *(other for other in around if _takes(one, other)))]
    codes = tuple(dict.fromkeys(each.code for each in alike))
    text = Text(*(_worded(asked, alike, lang) for lang in Lang))
    return Question(text, tuple(dict.fromkeys(cells)), codes, max(QUESTIONS[each].weight for each in codes))


def _worded(asked: Asked, alike: Sequence[Diagnostic], lang: Lang) -> str:
    told = [_with_what(shorten(each)) for each in alike]
    items = Counter(fill_in(QUESTIONS[each.code].item or asked.one, each, lang) for each in told)
    if asked.several is None or len(items) == 1:
        return fill_in(QUESTIONS[told[0].code].one, told[0], lang)
    listed = [item if often == 1 else _OFTEN[lang].format(item=item, count=often) for item, often in items.items()]
    return asked.several[lang].format(count=len(alike), listed=_listed(listed, lang))


def _with_what(each: Diagnostic) -> Diagnostic:
    """Return a diagnostic that also knows what it is about: the row of a list, or else the answer."""
    label, row = each.facts.get("label"), each.facts.get("of")
    if not isinstance(label, Text):
        return each
    named = row.nb.strip().removeprefix("(").removesuffix(")") if isinstance(row, Text) else ""
    return replace(each, facts={**each.facts, "what": same(named) if named else Text(f"«{label.nb}»", f"«{label.en}»")})


def _listed(items: Iterable[str], lang: Lang) -> str:
    *first, last = items
    if len(first) >= MOST_LISTED:
        last = _MORE[lang].format(count=len(first) + 1 - MOST_LISTED)
        first = first[:MOST_LISTED]
    return listed((*first, last), lang)
