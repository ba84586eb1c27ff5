"""Numbers that a sentence states of one thing alone, by how it is built: ``Helse Vest har 4 prosjekter``.

Such a sentence leaves no doubt about its figure, so a number far from it is wrong, and not merely about something else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from ehport.lang.folding import slug
from ehport.report.topics import Topic, Topics, World
from ehport.report.written_numbers import Measure, WrittenNumber

_ALL: Topics = frozenset()
_AMONG_OTHERS = frozenset({Topic.ELSEWHEN, Topic.BEFORE, Topic.MOVED, Topic.LOWER, Topic.MISSING, Topic.NEXT})
_JOINT = re.compile(r"[,;:]\s(?:(?:og|men|mens)\s)?|\smens\s|[–—]\s")
_ABOUT = r"(?:om lag |rundt |ca\.? |til sammen |i alt |hele |bare |nå )?"
_HAS = re.compile(
    rf"^(?P<who>.+?)\s(?:har(?: ansvar for| meldt inn| meldt)?|står for|er ansvarlig for|får|rommer|omfatter|teller"
    rf"|består av)\s{_ABOUT}(?:[\w,\u202f\u00a0]+ prosjekter? og )?{_ABOUT}$",
    re.IGNORECASE,
)
_COLOUR = r"(?P<colour>gul|rød|grøn)(?:n|ne|t|e)?"
_RATING = rf"{_COLOUR}(?:\s(?P<field>status|risiko))?"
_WITH = re.compile(rf"^(?:prosjekt(?:er|ene)|de|andelen(?: prosjekter)?) med (?:overordnet )?{_RATING}$", re.IGNORECASE)
_SHARE_IS = re.compile(rf"^andelen(?: prosjekter)? med (?:overordnet )?{_RATING}\ser\s{_ABOUT}$", re.IGNORECASE)
_OPENING = re.compile(rf"^(?:i denne runden (?:har|er) )?{_ABOUT}$", re.IGNORECASE)
_END = r"(?: i (?:denne runden|porteføljen))?(?=\s*(?:[.,;:!]|$)|\sog\s)"
_STOP = r"(?: i (?:denne runden|porteføljen))?(?=\s*(?:[.,;:!]|$)|\sog\s\d)"  # «og mangler tiltak» would be a part
_RATED = re.compile(
    rf"^(?: av de aktive)?(?:\s?prosjekter?| av (?:de aktive )?prosjektene)?\s(?:har|er)\s{_RATING}{_STOP}",
    re.IGNORECASE,
)
_STANDING = {
    Topic.NEW: re.compile(rf"^\sprosjekter?\ser\s(?:nye?|nytt){_STOP}", re.IGNORECASE),
    Topic.PAUSED: re.compile(rf"^\sprosjekter?\s(?:er|står)\spå pause{_STOP}", re.IGNORECASE),
    Topic.CANDIDATES: re.compile(rf"^\sprosjekter?\ser\skandidater?{_STOP}", re.IGNORECASE),
}
_TAIL = {
    Measure.COUNT: re.compile(rf"^\s(?:aktive )?prosjekter?{_END}", re.IGNORECASE),
    Measure.PERCENT: re.compile(rf"^(?: av (?:budsjettet|pengene))?{_END}", re.IGNORECASE),
    Measure.MONEY: re.compile(
        rf"^\s(?:mill(?:ioner|\.)?|milliarder?|mrd\.?|mnok)(?: kr(?:oner)?\b\.?)?(?: i budsjett)?{_END}", re.IGNORECASE
    ),
}
_CODED = re.compile(r"(?:innsats|strategi)område[t]?\s(?P<code>\d(?:\.\d)?)(?:\s.*)?", re.IGNORECASE)
_PREFIX = re.compile(r"^(?:(?:innsats|strategi)omrade[t]?|de|aktoren|kostnadsgruppen|ogsa|virksomheten)-")
_INFLECTED = ("", "ene", "ne", "n", "et", "en")
_COLOURS: Mapping[str, Topic] = {"gul": Topic.YELLOW, "rød": Topic.RED, "grøn": Topic.GREEN}
_FIELDS: Mapping[str, Topic] = {"status": Topic.STATUS, "risiko": Topic.RISK}


def find_stated(number: WrittenNumber, world: World) -> tuple[Topics, ...]:
    """Return what a number is stated of: one thing, or either of a few; nothing when that cannot be told by grammar."""
    sentence = number.around.sentence
    if sentence.count(number.found) != 1 or world.topics(sentence) & _AMONG_OTHERS:
        return ()
    before, _, after = sentence.partition(number.found)
    clause = _JOINT.split(before)[-1]
    found = [*_of_subject(number, clause, after, world=world)]
    around = (sentence, number.around.before, number.around.heading)
    if not any("." in topic for text in around for topic in world.topics(text)):  # or they are those of somebody
        found += _of_rest(number, clause, after)
    return tuple(dict.fromkeys(found))


def _of_subject(number: WrittenNumber, clause: str, after: str, *, world: World) -> Iterator[Topics]:
    """Yield what the subject of «… har …» is: somebody, an area, projects of a colour, or the whole portfolio."""
    tail = _TAIL[number.measure].match(after)
    subject = _HAS.match(clause)
    if tail and number.measure is Measure.PERCENT and (share := _SHARE_IS.match(clause)):
        yield from _colours(share, number)
    if not tail or not subject:
        return
    who = subject["who"].strip(" «»")
    if rated := _WITH.match(who):
        yield from (each | {Topic.BUDGET} for each in _colours(rated, number) if number.measure is not Measure.COUNT)
    elif topic := _named(who, world):
        yield frozenset({topic} | ({Topic.BUDGET} if number.measure is Measure.MONEY else set()))
    elif who.lower() == "porteføljen" and number.measure is Measure.COUNT:
        yield _ALL


def _of_rest(number: WrittenNumber, clause: str, after: str) -> Iterator[Topics]:
    """Yield what is said of a number of projects that opens a clause: their colour, or how they stand."""
    if number.measure is Measure.MONEY or not _OPENING.match(clause):
        return
    if rated := _RATED.match(after):
        yield from _colours(rated, number)
    if number.measure is Measure.COUNT:
        yield from (frozenset({topic}) for topic, said in _STANDING.items() if said.match(after))


def _colours(match: re.Match[str], number: WrittenNumber) -> Iterator[Topics]:
    """Yield a colour of status, of risk, or of either where neither sentence nor heading says which."""
    said = match["field"] or next((word for word in _FIELDS if word in number.around.heading.lower()), "")
    for word in [said.lower()] if said else _FIELDS:
        yield frozenset({_FIELDS[word], _COLOURS[match["colour"].lower()]})


def _named(who: str, world: World) -> str:
    """Return the topic of a name that is all of the subject, empty when it is another's."""
    if coded := _CODED.fullmatch(who):
        return f"{'area' if '.' in coded['code'] else 'strategic'}.{coded['code']}"
    plain = slug(who)
    for each in (plain, _PREFIX.sub("", plain)):
        for ending in _INFLECTED:
            known = world.names.get(each.removesuffix(ending) if ending else each)
            if known and (not ending or each.endswith(ending)):
                return known
    return ""
