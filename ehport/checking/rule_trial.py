"""A rule tried on rounds that exist: what it hits, also where it is not valid yet; no round is changed."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ehport.checking import workbooks
from ehport.diagnostics import catalogue, machine, wording
from ehport.diagnostics.code import Code
from ehport.diagnostics.diagnostic import Diagnostic
from ehport.diagnostics.personal import PERSONAL_RULES
from ehport.diagnostics.portfolio import EDITORIAL_RULES
from ehport.diagnostics.rounds import ROUND_RULES
from ehport.diagnostics.text import place, severity_word, short, visible
from ehport.lang.language import Lang, Text
from ehport.lang.likeness import did_you_mean
from ehport.model.round import Round
from ehport.rounds.find import find_round, round_ids
from ehport.rounds.history import earlier_rounds
from ehport.rounds.read import ReadingTerms, read_round
from ehport.rounds.reading_cache import rounds_cache
from ehport.system.errors import UsageError


@dataclass(frozen=True, slots=True)
class Tried:
    """A rule tried on one round; ``lacks_past`` tells that the rule needs the round before, which is not there."""

    round: Round
    hits: tuple[Diagnostic, ...]
    lacks_past: bool = False


def try_rule(root: Path, code: str, wanted: Sequence[str] = ()) -> tuple[Code, tuple[Tried, ...]]:
    """Return a code and what its rule hits in each of the rounds that are asked for, or in all, oldest first.

    Raises `UsageError` when there is no such code or no such round.
    """
    known = _known(code)
    rounds = [find_round(root, each) for each in wanted or round_ids(root)]
    return known, tuple(Tried(each, _hits(known, each), _lacks_past(known, each)) for each in rounds)


def as_text(code: Code, tried: Sequence[Tried], lang: Lang) -> str:
    """Return what a rule hits as text: the number for each round, and each hit with its place and its message."""
    rule = catalogue.RULES[code]
    marks = [_VALID.format(round=rule.since)[lang], *([catalogue.ON_TRIAL[lang]] if rule.trial else [])]
    lines = [f"{code.value}  {rule.title[lang]} ({', '.join(marks)})"]
    for each in tried:
        lines += ["", _heading(each, rule.is_valid_in(each.round.id), lang)]
        for hit in each.hits:
            lines += _hit(hit, lang)
    return "\n".join(lines)


def as_json(code: Code, tried: Sequence[Tried], lang: Lang) -> str:
    """Return what a rule hits as JSON text, each hit in the shape that ``check --format json`` has."""
    rule = catalogue.RULES[code]
    rounds = [
        {
            "round": each.round.id,
            "valid": rule.is_valid_in(each.round.id),
            "count": len(each.hits),
            "diagnostics": [machine.record(hit, lang) for hit in each.hits],
        }
        for each in tried
    ]
    told = {"code": code.value, "title": rule.title[lang], "since": rule.since, "trial": rule.trial, "rounds": rounds}
    return json.dumps(told, ensure_ascii=False, indent=2)


def _known(code: str) -> Code:
    try:
        return Code(code.strip().upper())
    except ValueError:
        raise UsageError(_NO_CODE.format(code=code, near=did_you_mean(code, (each.value for each in Code)))) from None


def _hits(code: Code, round_: Round) -> tuple[Diagnostic, ...]:
    if code in EDITORIAL_RULES or code in PERSONAL_RULES:
        found = workbooks.check_round(round_, code)
    else:
        found = (
            read_round(round_, cache=rounds_cache(round_.folder), terms=ReadingTerms(code))
            .needing_register()
            .diagnostics
        )
    return tuple(each for each in found if each.code is code)


def _lacks_past(code: Code, round_: Round) -> bool:
    return code in ROUND_RULES and not earlier_rounds(round_)[0]


def _heading(tried: Tried, is_valid: bool, lang: Lang) -> str:
    number = len(tried.hits)
    words = _HITS[min(number, 2)].format(number=number)[lang]
    marks = [*([] if is_valid else [_NOT_YET[lang]]), *([_NO_PAST[lang]] if tried.lacks_past else [])]
    return f"{tried.round.id} – {words}" + (f" ({', '.join(marks)})" if marks else "")


def _hit(hit: Diagnostic, lang: Lang) -> Iterator[str]:
    project = " ".join(filter(None, [hit.at.project, short(hit.at.project_name)]))
    weight = severity_word(hit.severity, lang)
    yield f"   {visible(project) or hit.at.file} – {weight}"
    yield f"      {visible(wording.message(hit, lang))}"
    yield f"      {place(hit.at)}"
    if hit.settled:
        yield f"      {_SETTLED[lang]}: {visible(hit.settled)}"


_VALID = Text("gjelder fra runde {round}", "valid from round {round}")
_NOT_YET = Text("gjelder ikke i runden", "not valid in the round")
_NO_PAST = Text("runden før er ikke her", "the round before is not here")
_SETTLED = Text("avklart", "settled")
_HITS = (Text("ingen treff", "no hits"), Text("1 treff", "1 hit"), Text("{number} treff", "{number} hits"))
_NO_CODE = Text(
    "Det er ingen regel med koden {code}.{near} Se alle med: ehport rules",
    "There is no rule with the code {code}.{near} See all with: ehport rules",
)
