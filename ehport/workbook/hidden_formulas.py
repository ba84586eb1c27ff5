"""Hidden formulas beside a row's answers: each in lower case without signs, and the month that its time ends in."""

from __future__ import annotations

from collections.abc import Mapping

from ehport.form.field import Field
from ehport.form.kinds import Amount, Categories, Choice, FocusArea, Revised, When
from ehport.workbook import layout
from ehport.workbook.known_words import DROPPED, PREFIXES, SEPARATORS

_FIRST_YEAR, _LAST_YEAR = 1990, 2100


def helper_formulas(kinds: Mapping[str, Field], row: int) -> dict[str, str]:
    """Return the hidden formulas of a row by column letter, for the answers in it (by column letter)."""
    found = {layout.TIDY[letter]: _tidy(f"{letter}{row}") for letter, each in kinds.items() if _is_read(each)}
    timed = next((letter for letter, each in kinds.items() if is_planned_time(each)), None)
    if timed is not None:
        tidy, (year, before, _) = f"{layout.TIDY[timed]}{row}", (f"{letter}{row}" for letter in layout.TIME)
        found |= dict(zip(layout.TIME, (_year(tidy), _before(tidy, year), _month(year, before)), strict=True))
    return found


def _tidy(cell: str) -> str:
    """Return the formula of a text in lower case with single spaces for signs."""
    made = f"LOWER({cell})"
    signs = [(f'"{sign}"', '" "') for sign in SEPARATORS] + [(f'"{sign}"', '""') for sign in DROPPED]
    for sign, instead in [*signs, ("CHAR(10)", '" "'), ("CHAR(160)", '" "')]:
        made = f"SUBSTITUTE({made},{sign},{instead})"
    return f"=TRIM({made})"


def _year(tidy: str) -> str:
    """Return the formula of the year that a text ends with, in four digits or two; 0 when it ends otherwise."""
    number = f"IFERROR(VALUE(RIGHT({tidy},4)),0)"
    is_long = f'AND({number}>={_FIRST_YEAR},{number}<={_LAST_YEAR},MID(" "&{tidy},LEN({tidy})-3,1)=" ")'
    is_short = f'AND(MID(" "&{tidy},LEN({tidy})-1,1)=" ",IFERROR(VALUE(RIGHT({tidy},2)),0)>=10)'
    return f"=IF(LEN({tidy})<4,0,IF({is_long},VALUE(RIGHT({tidy},4)),IF({is_short},2000+VALUE(RIGHT({tidy},2)),0)))"


def _before(tidy: str, year: str) -> str:
    """Return the formula of what stands before the year."""
    return f'=IF({year}=0,"",TRIM(LEFT({tidy},LEN({tidy})-IF(RIGHT({tidy},4)={year}&"",4,2))))'


def _month(year: str, before: str) -> str:
    """Return the formula of the last month that a time may mean (202106); 0 when that is not certain."""
    listed = f"VLOOKUP({before},{PREFIXES},2,FALSE)"
    day = f'VALUE(LEFT({before},FIND(" ",{before})-1))<=31'
    month = f'VLOOKUP(MID({before},FIND(" ",{before})+1,20),{PREFIXES},2,FALSE)'
    dated = f"IFERROR(IF({day},{year}*100+{month},0),0)"
    return f'=IF({year}=0,0,IF({before}="",{year}*100+12,IFERROR({year}*100+{listed},{dated})))'


def is_planned_time(each: Field) -> bool:
    """Tell whether an answer is a time that may pass."""
    return isinstance(each.kind, When) and not isinstance(each.kind, Revised)


def _is_read(each: Field) -> bool:
    return isinstance(each.kind, Choice | FocusArea | Categories | Amount) or is_planned_time(each)
