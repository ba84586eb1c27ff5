"""Claims: what the headlines of figures say, each with the condition under which it may be said.

A condition asks the world itself, never the program's results. Shares may be rounded either way. Headlines are read in
Norwegian; the English ones are chosen by the same conditions.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from tests.worlds.truth import Share, Truth
from tests.worlds.world import AREAS, GREEN, RED, YELLOW, Project

_WORDS = ("null", "en", "to", "tre", "fire", "fem", "seks", "sju", "åtte", "ni", "ti", "elleve", "tolv")
_N = r"(?:[\d\u202f]+|[Éé]n|[Ee]tt|[Ii]ngen|(?i:to|tre|fire|fem|seks|sju|åtte|ni|ti|elleve|tolv))"
_MONEY = r"[\d\u202f]+(?:,\d+)?"
_COLOUR = r"(?i:rød|gul|grønn)"
_COLOURS = {"rød": RED, "gul": YELLOW, "grønn": GREEN}
_WHOLE = r"(?:Alle (?P<n>{n}) (?:aktive )?|Begge (?:de )?(?:aktive )?|Det ene (?:aktive )?)".replace("{n}", _N)
Said = Mapping[str, str]
Condition = Callable[[Truth, Said], bool]


@dataclass(frozen=True, slots=True)
class Claim:
    """A headline as a pattern, and when it is true."""

    said: re.Pattern[str]
    holds: Condition


def number(text: str) -> int:
    """Return a count that is written in digits or as a word."""
    plain = text.lower().replace("\u202f", "")
    if plain.isdecimal():
        return int(plain)
    return 0 if plain == "ingen" else 1 if plain in ("én", "ett") else _WORDS.index(plain)


def untrue(headline: str, truth: Truth) -> str:
    """Return what is untrue in a headline, empty when it holds or is none of those that are known."""
    claim = known(headline)
    match = claim.said.fullmatch(headline) if claim else None
    if claim is None or match is None or claim.holds(truth, {k: v for k, v in match.groupdict().items() if v}):
        return ""
    return f"the headline does not hold: «{headline}»"


def known(headline: str) -> Claim | None:
    """Return the claim that a headline makes, nothing when it is not known here."""
    return next((each for each in CLAIMS if each.said.fullmatch(headline)), None)


def _is_share(share: Share, said: str) -> bool:
    return share.allows(number(said))


def _leads(amounts: Mapping[str, int], name: str) -> bool:
    """Tell whether one is above each of the others."""
    return all(amount < amounts[name] for other, amount in amounts.items() if other != name)


def _by_short_name(truth: Truth) -> dict[str, int]:
    return {each.short: truth.budget(found) or 0 for each, found in truth.by_organisation().items()}


def _by_group(truth: Truth) -> dict[str, int]:
    found: Counter[str] = Counter()
    for each, projects in truth.by_organisation().items():
        found[each.group] += truth.budget(projects) or 0
    return dict(found)


def _by_area(truth: Truth) -> dict[str, int]:
    codes = {code for each in truth.counted if (code := truth.area(each))}
    return {code: truth.budget(each for each in truth.counted if truth.area(each) == code) or 0 for code in codes}


def _largest(amounts: Callable[[Truth], dict[str, int]]) -> Condition:
    """Return the condition that one has the most, with the share that is said."""

    def holds(truth: Truth, said: Said) -> bool:
        found, name = amounts(truth), said["who"]
        return _leads(found, name) and _is_share(Share(found[name], sum(found.values())), said["n"])

    return holds


def _all_of_it(amounts: Callable[[Truth], dict[str, int]]) -> Condition:
    def holds(truth: Truth, said: Said) -> bool:
        found = amounts(truth)
        return found[said["who"]] == sum(found.values()) > 0

    return holds


def _of_all(projects: Iterable[Project], said: Said) -> bool:
    """Tell whether «alle fire», «begge» or «det ene» is how many there are, where the number is said."""
    return "n" not in said or len(list(projects)) == number(said["n"])


def _counts(truth: Truth, field: str) -> dict[str, int]:
    return {rating: len(truth.rated(field, rating)) for rating in (RED, YELLOW, GREEN)}


def _share(truth: Truth, field: str, colour: str) -> Share:
    counts = _counts(truth, field)
    return Share(counts[_COLOURS[colour.lower()]], sum(counts.values()))


def _most_common(field: str) -> Condition:
    """Return the condition that a colour is above the others, now with a share, and what became of it."""

    def holds(truth: Truth, said: Said) -> bool:
        is_most = _leads(_counts(truth, field), _COLOURS[said["colour"].lower()])
        return is_most and _is_share(_share(truth, field, said["colour"]), said["now"]) and _moved(said)

    return holds


def _moved(said: Said) -> bool:
    """Tell whether a direction is that of the two numbers beside it."""
    if "way" not in said:
        return True
    before, now = _decimal(said["before"]), _decimal(said["now"])
    return now > before if said["way"] == "økt" else now < before


def _risen(field: str) -> Condition:
    def holds(truth: Truth, said: Said) -> bool:
        is_now = _is_share(_share(truth, field, said["colour"]), said["now"])
        is_most = "most" not in said or _leads(_counts(truth, field), _COLOURS[said["most"].lower()])
        return is_now and is_most and _moved(said)

    return holds


def _alike(field: str) -> Condition:
    def holds(truth: Truth, said: Said) -> bool:
        counts = _counts(truth, field)
        named = [_COLOURS[each.lower()] for each in re.findall(_COLOUR, said["colours"])]
        return all(counts[each] == max(counts.values()) for each in named) and len(named) > 1

    return holds


def _everyone(field: str) -> Condition:
    def holds(truth: Truth, said: Said) -> bool:
        colour = _COLOURS[said["colour"].lower()]
        return _of_all(truth.active, said) and len(truth.rated(field, colour)) == len(truth.active) > 0

    return holds


def _pairs(truth: Truth) -> Counter[tuple[str | None, str | None]]:
    return Counter((each.status, each.risk) for each in truth.active if each.status and each.risk)


def _pair(said: Said) -> tuple[str, str]:
    return _COLOURS[said["status"].lower()], _COLOURS[said["risk"].lower()]


def _pair_leads(truth: Truth, said: Said) -> bool:
    pairs = _pairs(truth)
    is_most = all(count < pairs[_pair(said)] for pair, count in pairs.items() if pair != _pair(said))
    return is_most and pairs[_pair(said)] == number(said["n"]) and sum(pairs.values()) == number(said["of"])


def _one_pair(truth: Truth, said: Said) -> bool:
    pairs = _pairs(truth)
    rated = sum(pairs.values())
    is_all = rated == len(truth.active) or "rated" in said
    return is_all and pairs[_pair(said)] == rated > 0 and ("n" not in said or number(said["n"]) == rated)


def _money_of_pair(truth: Truth, said: Said) -> bool:
    amounts = {
        pair: truth.budget(each for each in truth.active if (each.status, each.risk) == pair) or 0
        for pair in _pairs(truth)
    }
    return _is_share(Share(amounts[_pair(said)], sum(amounts.values())), said["n"]) and amounts[_pair(said)] == max(
        amounts.values()
    )


def _changed(field: str) -> Condition:
    """Return the condition of how many projects are rated worse and better than in the round before."""

    def holds(truth: Truth, said: Said) -> bool:
        before = {each.id: getattr(each, field) for each in (truth.before.active if truth.before else ())}
        order = (RED, YELLOW, GREEN)
        steps = [
            order.index(getattr(each, field)) - order.index(before[each.id])
            for each in truth.active
            if getattr(each, field) and before.get(each.id)
        ]
        worse, better = sum(each < 0 for each in steps), sum(each > 0 for each in steps)
        said_worse = number(said["worse"]) if "worse" in said else 0
        said_better = number(said["better"]) if "better" in said else 0
        return said_worse == worse and said_better == better

    return holds


def _ending(truth: Truth, said: Said) -> bool:
    ends = sum(each.ends is not None and each.ends[0] == int(said["year"]) for each in truth.counted)
    unknown = sum(each.ends is None for each in truth.counted)
    return ends == number(said["n"]) and unknown == number(said.get("unknown", "ingen"))


def _overdue(truth: Truth, said: Said) -> bool:
    facts = truth.facts
    return facts["deliverables.overdue.count"] == number(said["n"]) and facts["deliverables.count"] == number(
        said["of"]
    )


def _delivered(truth: Truth, said: Said) -> bool:
    facts = truth.facts
    is_right = facts["deliverables.delivered.count"] == number(said["n"])
    return is_right and facts["deliverables.overdue.count"] == 0


def _budget_moved(truth: Truth, said: Said) -> bool:
    now, before = truth.facts["budget.total"], truth.before and truth.before.facts["budget.total"]
    if not isinstance(now, int) or not isinstance(before, int):
        return False
    return _is_amount(abs(now - before), said["n"]) and (now > before) == (said["way"] == "høyere")


def _budget_now(truth: Truth, said: Said) -> bool:
    now = truth.facts["budget.total"]
    return isinstance(now, int) and _is_amount(now, said["now"]) and _moved(said)


def _is_amount(thousands: int, said: str) -> bool:
    """Tell whether an amount is printed as so many million kroner, to the decimals that are there."""
    return 2 * abs(thousands - 1000 * _decimal(said)) <= (100 if "," in said else 1000)


def _decimal(text: str) -> float:
    return float(text.replace("\u202f", "").replace(",", "."))


def _areas_lower(truth: Truth) -> list[bool]:
    """Return for each strategic area with amounts of both years whether the later is lower."""
    codes = {code[0] for each in (*truth.counted, *truth.next_year) if (code := truth.area(each))}
    found = []
    for code in sorted(codes):
        placed = [
            [each for each in of if (truth.area(each) or "")[:1] == code] for of in (truth.counted, truth.next_year)
        ]
        now, then = truth.budget(placed[0]), truth.budget(placed[1], year=truth.world.budget_year + 1)
        if not placed[1]:  # all that was there ends this year
            then = 0
        if placed[0] and now is not None and then is not None:
            found.append(then < now)
    return found


def _most_deliverables(truth: Truth, said: Said) -> bool:
    codes = {title: code for code, title in AREAS.items() if title}
    found = Counter(truth.area(each[0]) for each in truth.deliverables)
    code = codes[said["who"]]
    is_most = all(count < found[code] for other, count in found.items() if other != code)
    return is_most and found[code] == number(said["n"]) and found.total() == number(said["of"])


def _of(truth: Truth, field: str) -> bool:
    return not truth.rated(field)


def _claims() -> Iterator[tuple[str, Condition]]:
    given = r"(?: som er oppgitt)?"
    yield r"(?P<who>.+) er ansvarlig for hele porteføljen", lambda t, s: [*_by_short_name(t)] == [s["who"]]
    yield (
        rf"(?P<n>{_N}) virksomheter har (?P<m>{_N}) prosjekter",
        lambda t, s: (len(t.by_organisation()), len(t.counted)) == (number(s["n"]), number(s["m"])),
    )
    yield rf"(?P<who>.+) har det største budsjettet: (?P<n>{_N}) prosent av pengene{given}", _largest(_by_short_name)
    yield rf"(?P<who>.+) har hele budsjettet{given}", _all_of_it(_by_short_name)
    yield (
        rf"(?P<who>.+) har mer enn halvparten av budsjettet{given}",
        lambda t, s: 2 * _by_short_name(t)[s["who"]] > sum(_by_short_name(t).values()),
    )
    yield rf"(?P<who>[^:]+) står for (?P<n>{_N}) prosent av budsjettet{given}", _largest(_by_group)
    yield rf"Hele budsjettet{given},? ligger i kostnadsgruppen (?P<who>.+)", _all_of_it(_by_group)
    yield (
        rf"Hele budsjettet{given},? går til innsatsområde (?P<who>\d\.\d)(?: .*)?",
        _all_of_it(_by_area),
    )
    yield (
        rf"Mest penger går til innsatsområde (?P<who>\d\.\d)(?: [^:]*)?: (?P<n>{_N}) prosent av budsjettet{given}",
        _largest(_by_area),
    )
    yield (
        rf"{_WHOLE}prosjekte(?:r|ne|t) er på pause og uten budsjett som teller",
        lambda t, s: any(
            _of_all(of, s) and all(each.state == "Pauset" for each in of)
            for of in (t.counted, [each for each in t.counted if t.area(each)])  # the figure's own
        ),
    )
    yield (
        rf"(?P<n>{_N}) prosjekt(?:er)? slutter i (?P<year>\d{{4}})(?:,? og (?P<unknown>{_N}) har ingen fast slutt)?",
        _ending,
    )
    yield rf"(?P<n>{_N}) av (?P<of>{_N}) leveranser skulle vært levert[ ,].*", _overdue
    yield (
        rf"(?P<n>{_N})(?: av {_N})? leveranser er meldt levert, og ingen av de andre har passert planlagt tid",
        _delivered,
    )
    yield rf"«(?P<who>.+)» har flest leveranser: (?P<n>{_N}) av (?P<of>{_N})", _most_deliverables
    yield from _of_ratings()
    yield from _over_time()


def _of_ratings() -> Iterator[tuple[str, Condition]]:
    pair = rf"(?P<status>{_COLOUR}) status og (?P<risk>{_COLOUR}) risiko"
    rated = r"(?P<rated>med status og risiko )?"
    yield rf"{_WHOLE}prosjekte(?:r|ne|t) {rated}har {pair}", _one_pair
    yield rf"(?P<n>{_N}) av (?P<of>{_N}) aktive prosjekter (?:med status og risiko )?har {pair}", _pair_leads
    yield rf"(?P<n>{_N}) prosent av pengene(?: som er oppgitt,)? ligger i prosjekter med {pair}", _money_of_pair
    yield (
        rf"Ingen av (?P<n>{_N}) kombinasjoner av status og risiko er vanligere enn alle andre",
        lambda t, s: len(_pairs(t)) == number(s["n"]) and [*_pairs(t).values()].count(max(_pairs(t).values())) > 1,
    )
    for field in ("status", "risk"):
        word = {"status": "status", "risk": "risiko"}[field]
        colour = rf"(?P<colour>{_COLOUR})"
        yield rf"{colour} {word} er vanligst: (?P<now>{_N}) prosent av .*", _most_common(field)
        move = rf"(?:men|og) andelen har (?P<way>økt|gått ned) fra (?P<before>{_N}) til (?P<now>{_N}) prosent siden .*"
        yield rf"{colour} {word} er vanligst,? {move}", _most_common(field)
        rise = rf"Andelen med {colour} {word} har (?P<way>økt|gått ned) fra (?P<before>{_N}) til (?P<now>{_N}) prosent"
        yield rf"{rise} siden .*; (?P<most>{_COLOUR}) er vanligst,? med (?:{_N}) prosent", _risen(field)
        yield rf"{rise} siden [^;]*", _risen(field)
        yield rf"Andelen med {colour} {word} er (?P<now>{_N}) prosent, som i .*", _risen(field)
        yield rf"(?P<colours>{_COLOUR}(?:, {_COLOUR})* og {_COLOUR}) {word} er like vanlig", _alike(field)
        yield rf"{_WHOLE}prosjekte(?:r|ne|t) har {colour} {word}", _everyone(field)
        for known in (field,):
            yield rf"Ingen prosjekter har (?:oppgitt )?{word}(?: i denne runden)?", lambda t, _, of=known: _of(t, of)


def _over_time() -> Iterator[tuple[str, Condition]]:
    for field, word in (("status", "overordnet status"), ("risk", "risiko")):
        yield (
            rf"(?P<worse>{_N}) prosjekt(?:er)? har fått dårligere {word}(?:,? og (?P<better>{_N}) bedre)?",
            _changed(field),
        )
        yield rf"(?P<better>{_N}) prosjekt(?:er)? har fått bedre {word}", _changed(field)
        yield rf"Ingen prosjekter har fått bedre eller dårligere {word}", _changed(field)
    of_year = r"(?: for \d{4})?"
    yield rf"Budsjettet er (?P<n>{_MONEY}) mill\. kr (?P<way>høyere|lavere) enn i .*", _budget_moved
    yield (
        rf"Budsjettet for \d+ er (?P<n>{_MONEY}) mill\. kr (?P<way>høyere|lavere) enn budsjettet for .*",
        _budget_moved,
    )
    moved = rf"(?P<way>økt|gått ned) fra (?P<before>{_MONEY}) til (?P<now>{_MONEY}) mill\. kr siden .*"
    yield rf"Budsjettet{of_year} har {moved}", _budget_now
    yield rf"Budsjettet{of_year} er (?P<now>{_MONEY}) mill\. kr[ ,;].*(?<!enn i )", _budget_now
    lower = r"Budsjettet for \d{4} er lavere enn for \d{4} på"
    both = r"(?: med beløp for begge årene)?(?:,? men .*)?"
    yield rf"{lower} alle strategiområder{both}", lambda t, _: all(_areas_lower(t)) and bool(_areas_lower(t))
    yield (
        rf"{lower} (?P<n>{_N}) av (?P<of>{_N}) strategiområder{both}",
        lambda t, s: sum(_areas_lower(t)) == number(s["n"]),
    )
    yield rf"{lower} ingen strategiområder{both}", lambda t, _: not any(_areas_lower(t))
    yield (
        rf"Ingen strategiområder har lavere budsjett for \d{{4}} enn for \d{{4}}{both}",
        lambda t, _: not any(_areas_lower(t)),
    )


CLAIMS = tuple(Claim(re.compile(said), holds) for said, holds in _claims())
