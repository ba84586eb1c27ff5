"""The names that a round's chapters can use: numbers with their values now and before, figures and tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ehport.analysis.fact import Unit, forms_of
from ehport.analysis.facts import facts
from ehport.diagnostics.text import visible
from ehport.lang.folding import fold
from ehport.lang.language import Lang, Text
from ehport.model.portfolio import Portfolio
from ehport.model.round import Round
from ehport.report.expression import BlockKind, BlockName
from ehport.report.outline import CHAPTERS, OUTLINED, Chapter, ReportSection
from ehport.report.tables.catalogue import TABLES
from ehport.rounds.read import read_round
from ehport.rounds.reading_cache import rounds_cache
from ehport.system.errors import UsageError

PREVIOUS, CHANGE, PROJECT = "previous.", "change.", "project."


@dataclass(frozen=True, slots=True)
class UsableFact:
    """A number or word: its value in this round and the previous, and each form with what it prints."""

    name: str
    unit: Unit
    now: str
    before: str
    forms: Mapping[str, str]
    rule: str

    @property
    def is_one_of_many(self) -> bool:
        """Tell whether it is about a single project, or says of another number what it was or how it changed."""
        return self.name.startswith((PREVIOUS, CHANGE, PROJECT))


@dataclass(frozen=True, slots=True)
class UsableBlock:
    """A figure or table, its title where it has one of its own, and the chapter that prints it if no text does."""

    block: BlockName
    title: str
    chapter: str


@dataclass(frozen=True, slots=True)
class UsableNames:
    """All that a round's chapters can use, or what of it was asked for."""

    round: Round
    facts: tuple[UsableFact, ...]
    blocks: tuple[UsableBlock, ...]
    asked: str = ""


def usable_names(round_: Round, lang: Lang, asked: str = "") -> UsableNames:
    """Return the names of a round; with words asked for, those that have all of them in name or rule.

    Raises `UsageError` when none has.
    """
    portfolio = read_round(round_, cache=rounds_cache(round_.folder)).needing_register().portfolio
    wanted = fold(asked).split()
    numbers = [
        each for each in _facts(portfolio, lang) if _has(wanted, each.name, each.rule, by_name=each.is_one_of_many)
    ]
    numbers.sort(key=lambda each: -sum(word in each.name for word in wanted))
    blocks = tuple(
        each
        for each in _blocks(round_, lang)
        if _has(wanted, str(each.block), _KINDS[each.block.kind][lang], each.title, each.chapter)
    )
    if not numbers and not blocks:
        raise UsageError(_NOTHING.format(asked=visible(asked)))
    return UsableNames(round_, tuple(numbers), blocks, asked)


def _facts(portfolio: Portfolio, lang: Lang) -> Iterator[UsableFact]:
    known = facts(portfolio)
    earlier = facts(portfolio.previous) if portfolio.previous else {}
    for name, fact in known.items():
        before = earlier.get(name) or known.get(f"{PREVIOUS}{name}")
        forms = {form: fact.printed(lang, form) for form in forms_of(fact.unit)}
        then = before.measured(lang) if before else ""
        yield UsableFact(name, fact.unit, fact.measured(lang), then, forms, fact.rule[lang])


def _blocks(round_: Round, lang: Lang) -> Iterator[UsableBlock]:
    year = round_.budget_year
    for block in OUTLINED:
        title = ""
        if block.kind is BlockKind.TABLE:
            title = TABLES[block.name].title.format(year=year, next=year + 1)[lang]
        yield UsableBlock(block, title, next(_named(each, lang) for each in CHAPTERS if _prints(each, block)))


def _prints(chapter: Chapter, block: BlockName) -> bool:
    return any(block == step or (isinstance(step, ReportSection) and block in step.blocks) for step in chapter.content)


def _named(chapter: Chapter, lang: Lang) -> str:
    return f"{chapter.number} {chapter.title[lang]}".strip()


def _has(wanted: list[str], name: str, *texts: str, by_name: bool = False) -> bool:
    """Tell whether a name is asked for; ``by_name`` asks for its beginning among the words."""
    if by_name and wanted and not any(name.startswith(word) for word in wanted):
        return False
    told = fold(" ".join((name, *texts)))
    return all(word in told for word in wanted)


_KINDS = {BlockKind.FIGURE: Text("figur", "figure"), BlockKind.TABLE: Text("tabell", "table")}
_NOTHING = Text(
    "Ingen navn har «{asked}» i seg. Se alle med: ehport facts RUNDE",
    "No name has «{asked}» in it. See all with: ehport facts ROUND",
)
