"""How codes and numbers are read: categories, project numbers, focus areas, years, days and rounds."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ehport.form.planned import PlannedTime
from ehport.form.reading import Flag, Reading, make_reading, tidy, unreadable, without_marks
from ehport.form.timespan import parse_time
from ehport.form.vocabulary import Category

_CODE_BREAK = re.compile(r" ?(?:,|/|\bog\b) ?")
_LABELLED_CODE = re.compile(r"(?P<code>[1-5])\. ?(?P<label>[^\W\d_][^\d]*)")
_PROJECT_ID = re.compile(r"(?P<label>(?:nuit )?id:? ?)?(?P<number>[1-9][0-9]{0,3})", re.IGNORECASE)
# A code has letters with a digit, or is in capitals: one word in small letters is an answer, and no code.
_OTHER_ID = re.compile(r"(?=.*[0-9])(?=.*[^\W\d_])[^\W_][\w-]{0,19}|[A-ZÆØÅ][A-ZÆØÅ_-]{2,19}|[1-9][0-9]{4,19}")
_NO_ID = frozenset({"IKKE", "INGEN", "MANGLER", "NEI", "NONE", "NYTT", "TBA", "TBD", "UKJENT"})
_FOCUS_AREA = re.compile(r"(?P<area>[1-6])[.,](?P<part>[1-3])(?P<name>[ :.-].*)?", re.DOTALL)
_AREA_ALONE = re.compile(r"[1-6]")
_OTHER_AREA = re.compile(r"[A-ZÆØÅ]{1,3}|(?=\S*[0-9])[^\W_][\w./-]{0,19}")  # a code of another strategy
_DECIMAL_COMMA = re.compile(r"(?<=[0-9]),(?=[0-9])")
_AFTER_AREA = " :.-–"
_YEAR = re.compile(r"[1-9][0-9]{3}")
_BEFORE_THE_DATE = re.compile(r"[^\W\d_]+ ")
_ROUND_ID = re.compile(r"[1-9][0-9]{3}-(?:0[1-9]|1[0-2])")
_NUMBER = re.compile(r"-?(?:[0-9]{1,3}(?: [0-9]{3})+|[0-9]+)(?:[,.][0-9]+)?")
_ISO_DAY = re.compile(r"[1-9][0-9]{3}-[0-9]{2}-[0-9]{2}")


def parse_categories(text: str) -> Reading[tuple[Category, ...]]:
    """Return the categories that a tidy text names by code, in the order typed."""
    lines = [without_marks(line) for line in text.split("\n")]
    found = [_categories(line) for line, _ in lines]
    if not all(found):
        return unreadable()
    marks = (Flag.FOOTNOTE,) * any(marked for _, marked in lines)
    return make_reading(tuple(each for line in found for each in line), *marks)


def _categories(line: str) -> list[Category]:
    """Return the categories of one line, none when it cannot be read."""
    if labelled := _LABELLED_CODE.fullmatch(line):
        category = Category(labelled["code"])
        return [] if _is_label_of_another(labelled["label"], category) else [category]
    codes = {each.value: each for each in Category}
    typed = _CODE_BREAK.split(line.lower())
    return [codes[code] for code in typed] if all(code in codes for code in typed) else []


def _is_label_of_another(label: str, category: Category) -> bool:
    return any(label.lower() == each.label.nb.lower() for each in Category if each is not category)


def parse_project_id(text: str) -> Reading[str]:
    """Return a project number, or the code of another portfolio; ``ID 175`` is read with a note."""
    if found := _PROJECT_ID.fullmatch(text):
        return make_reading(found["number"], *(Flag.NOTE,) * bool(found["label"]))
    return make_reading(text) if _OTHER_ID.fullmatch(text) and text not in _NO_ID else unreadable()


def parse_focus_area(text: str) -> Reading[str]:
    """Return the number of a focus area; a strategy area alone could be any of its focus areas."""
    if _AREA_ALONE.fullmatch(text):
        return make_reading(None, Flag.AMBIGUOUS)
    found = _FOCUS_AREA.fullmatch(text)
    if not found:
        return unreadable()
    return make_reading(f"{found['area']}.{found['part']}", *(Flag.NOTE,) * bool(found["name"]))


def parse_any_area(text: str) -> Reading[str]:
    """Return the number of a focus area, or any code that can be that of one in some strategy."""
    found = parse_focus_area(text)
    return found if found.value or not _OTHER_AREA.fullmatch(text) else make_reading(text)


def area_among(text: str, areas: Iterable[str]) -> Reading[str] | None:
    """Return which of a round's focus areas a text names, alone or before its name; nothing when it names none."""
    said, marked = without_marks(_DECIMAL_COMMA.sub(".", tidy(text), count=1))
    for code in sorted(areas, key=len, reverse=True):
        rest = said[len(code) :]
        if said[: len(code)].casefold() == code.casefold() and (not rest or rest[0] in _AFTER_AREA):
            return make_reading(code, *(Flag.NOTE,) * bool(rest), *(Flag.FOOTNOTE,) * marked)
    return None


def parse_year(text: str) -> Reading[int]:
    """Return a year of four digits."""
    return make_reading(int(text)) if _YEAR.fullmatch(text) else unreadable()


def parse_revised(text: str) -> Reading[PlannedTime]:
    """Return the month or day that a text ends with: ``Revidert per 12. april 2021``."""
    rest = text.lower()
    for _ in range(4):  # «Revidert per» and «Sist revidert den» are the longest in use
        edtf = parse_time(rest)
        if edtf:
            return make_reading(PlannedTime(edtf))
        before = _BEFORE_THE_DATE.match(rest)
        if not before:
            break
        rest = rest[before.end() :]
    return unreadable()


def parse_day(text: str) -> Reading[str]:
    """Return a day as ISO text, from ``16.04.2021``, ``16. april 2021`` or ISO itself."""
    found = parse_time(text.lower())
    return make_reading(found) if found and _ISO_DAY.fullmatch(found) else unreadable()


def parse_round_id(text: str) -> Reading[str]:
    """Return the id of a round, the year and month it was held."""
    return make_reading(text) if _ROUND_ID.fullmatch(text) else unreadable()


def parse_number(text: str) -> Reading[str]:
    """Return a number as its digits with a decimal point."""
    if not _NUMBER.fullmatch(text):
        return unreadable()
    return make_reading(text.replace(" ", "").replace(",", "."))
