"""How the text of a planned time is read: states, times, several lines and remarks."""

from __future__ import annotations

import re

from ehport.form.planned import PlannedTime
from ehport.form.reading import Flag, Reading, make_reading, unreadable, without_marks
from ehport.form.time_words import DEADLINES, END_OF_YEAR, MIDDLES, MONTH_NUMBERS, ONWARDS, SEASONS
from ehport.form.timespan import LONGEST, is_ambiguous, parse_time, without_doubt
from ehport.form.vocabulary import State

DELIVERED = ("levert", "utført", "ok", "fullført", "ferdigstilt", "ferdig", "delivered", "completed", "done")
AFTER_A_TIME = {
    **dict.fromkeys(DELIVERED, State.DELIVERED),
    **dict.fromkeys(("utsatt", "utsett", "postponed"), State.POSTPONED),
    **dict.fromkeys(("ikke oppnådd", "ikkje oppnådd", "missed", "not achieved"), State.MISSED),
}
_ONGOING = ("løpende", "løpande", "kontinuerlig", "kontinuerleg", "pågående", "pågåande", "ongoing", "continuous")
_UNDECIDED = (
    *("tbd", "tbc", "ikke fastsatt", "ikkje fastsett", "ikke avklart", "ikkje avklart", "uavklart", "usikker"),
    *("ikke vurdert", "ikkje vurdert", "undecided", "not decided"),
)
_NOT_APPLICABLE = (
    *("n/a", "na", "-", "ikke aktuelt", "ikkje aktuelt", "ikke relevant", "ikkje relevant", "not applicable"),
)
WHOLE_CELL = {
    **dict.fromkeys(DELIVERED, State.DELIVERED),
    **dict.fromkeys(_ONGOING, State.ONGOING),
    **dict.fromkeys(_UNDECIDED, State.UNDECIDED),
    **dict.fromkeys(_NOT_APPLICABLE, State.NOT_APPLICABLE),
    **dict.fromkeys(("utgår", "går ut", "utgått", "dropped"), State.DROPPED),
    **dict.fromkeys(("lukket", "lukka", "closed"), State.CLOSED),
}
_DOUBT = ("tentativt", "usikkert", "noko usikkert")
_JOINING = frozenset({"og", "eller", "til"})

_BEFORE_A_TIME = re.compile(
    rf"(?:(?:{'|'.join(DELIVERED)})(?:: ?| - |, | )(?P<time>.+)|(?:planlagt|planlagd|planned)(?:: ?| )(?P<plan>.+))"
)
_DEADLINES = tuple(f"{word} " for word in DEADLINES)
_LONGEST_LIST = 3 * LONGEST
_AND = re.compile(r", | (?:og|and) ")
_STATES = "|".join(AFTER_A_TIME)
_AFTER_A_TIME = (
    re.compile(rf"(?P<time>.+?)(?:: ?| ?- ?|, ?| )(?P<state>{_STATES})"),
    re.compile(rf"(?P<time>.+?) ?\((?P<state>{_STATES})\)"),
)
_BREAK = re.compile(r"[ (,;:]")
_REMARK = re.compile(r" ?[-:;,]? ?[^\W\d_].*| ?\(.*[^\W\d_].*")
_WORD = re.compile(r"[^\W\d_]+")
_LISTED_WORDS = (
    *AFTER_A_TIME,
    *(word for word in WHOLE_CELL if word != "-"),
    *MONTH_NUMBERS,
    *(word for word in SEASONS if word != "fall"),
    *(f"{letter}{number}" for letter in "qh" for number in "1234"),
    *(word for word in (*MIDDLES, *END_OF_YEAR) if word not in {"mid", "late"}),
    *ONWARDS,
    *_DOUBT,
)
_LISTED = re.compile(rf"\?|\b(?:{'|'.join(map(re.escape, _LISTED_WORDS))})\b")


def parse_when(text: str) -> Reading[PlannedTime]:
    """Return the planned time that a tidy text says; lines are one time each."""
    lines = text.split("\n")
    if len(lines) == 1:
        return _cell(text.lower())
    return _several([without_marks(line) for line in lines])


def _cell(text: str) -> Reading[PlannedTime]:
    if text in WHOLE_CELL:
        return make_reading(PlannedTime(None, WHOLE_CELL[text]))
    found = _line(text)
    if found is None:
        return make_reading(None, Flag.AMBIGUOUS) if is_ambiguous(text) else unreadable()
    return found


def _several(lines: list[tuple[str, bool]]) -> Reading[PlannedTime]:
    found = [each for line, _ in lines if (each := _line(line.lower())) and each.value]
    times = [each.value for each in found if each.value]
    members = [time.edtf or "" for time in times]
    states = {time.state for time in times}
    if len(found) < len(lines) or len(states) > 1 or any("/" in each for each in members):
        return unreadable()
    flags = {flag for each in found for flag in each.flags} | {Flag.FOOTNOTE for _, marked in lines if marked}
    return make_reading(PlannedTime(f"{{{','.join(members)}}}", states.pop()), Flag.SEVERAL, *flags)


def _line(text: str) -> Reading[PlannedTime] | None:
    """Return one time with its state, ``None`` when the line has no time that can be read."""
    if found := _BEFORE_A_TIME.fullmatch(text):
        if found["plan"]:
            return _timed(found["plan"], State.PLANNED)
        # «Levert innen 2022» is a promise.
        time = _unwrapped(found["time"])
        return None if time.startswith(_DEADLINES) else _timed(time, State.DELIVERED)
    for pattern in _AFTER_A_TIME:
        if found := pattern.fullmatch(text):
            return _timed(found["time"], AFTER_A_TIME[found["state"]])
    return _timed(text, State.PLANNED) or _remarked(text)


def _unwrapped(text: str) -> str:
    return text[1:-1] if text.startswith("(") and text.endswith(")") else text


def _timed(text: str, state: State) -> Reading[PlannedTime] | None:
    if edtf := parse_time(text):
        return make_reading(PlannedTime(edtf, state))
    edtf = _listed(text)
    return make_reading(PlannedTime(edtf, state), Flag.SEVERAL) if edtf else None


def _listed(text: str) -> str | None:
    """Return several times in one sentence, as they are printed: ``juni 2023 og desember 2023``."""
    if len(text) > _LONGEST_LIST:
        return None
    certain, doubted = without_doubt(text)
    members = [parse_time(f"{each}?" if doubted else each) for each in _AND.split(certain)]
    if len(members) < 2 or not all(each and "/" not in each for each in members):
        return None
    return f"{{{','.join(each or '' for each in members)}}}"


def _remarked(text: str) -> Reading[PlannedTime] | None:
    """Return the time a line begins with when only a remark of unlisted words follows it."""
    ends = [found.start() for found in _BREAK.finditer(text, 1, LONGEST)]
    for end in reversed(ends):
        if text[end - 1] in " -":
            continue
        edtf = parse_time(text[:end])
        if edtf:
            return make_reading(PlannedTime(edtf), Flag.NOTE) if _is_remark(text[end:]) else None
    return None


def _is_remark(text: str) -> bool:
    if not _REMARK.fullmatch(text) or _LISTED.search(text):
        return False
    return any(word not in _JOINING for word in _WORD.findall(text))
