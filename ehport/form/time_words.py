"""The words of times in bokmål, nynorsk and English, and the numbers that ISO 8601-2 gives the parts of a year."""

from __future__ import annotations

from collections.abc import Iterable

from ehport.lang import dates
from ehport.lang.language import Lang

MONTHS = tuple(dates.MONTHS[Lang.NB])
MONTH_NUMBERS = {
    spelled: number
    for names in dates.MONTHS.values()
    for number, name in enumerate(map(str.lower, names), 1)
    for spelled in (name, name[:3])
} | {"sept": 9}
SEASONS = {
    **dict.fromkeys(("vår", "våren", "spring"), 21),
    **dict.fromkeys(("sommer", "sommeren", "sommar", "sommaren", "summer"), 22),
    **dict.fromkeys(("høst", "høsten", "haust", "hausten", "hø", "autumn", "fall"), 23),
    **dict.fromkeys(("vinter", "vinteren", "winter"), 24),
}
WINTERS = tuple(word for word, number in SEASONS.items() if number == 24)
TURNS_OF_YEAR = ("årsskiftet", "årsskifte", "årskiftet", "årsskiftet i", "nyttår", "turn of the year")
ORDINALS = {
    **dict.fromkeys(("første", "fyrste", "first", "1st"), 1),
    **dict.fromkeys(("andre", "annet", "second", "2nd"), 2),
    **dict.fromkeys(("tredje", "third", "3rd"), 3),
    **dict.fromkeys(("fjerde", "fourth", "4th"), 4),
}
# The word of a period: the number of its first, and how many there are in a year.
PERIODS = {
    **dict.fromkeys(("kvartal", "kvart", "kvt", "kv", "quarter", "q", "k"), (33, 4)),
    **dict.fromkeys(("halvår", "halvdel", "half-year", "half year", "half", "h"), (40, 2)),
    **dict.fromkeys(("tertial", "tertialet", "tert", "t"), (37, 3)),
}
WEEKS = ("uke", "veke", "week", "u", "w")
STARTS = ("primo", "begynnelsen av", "starten av", "byrjinga av", "beginning of", "start of", "early")
MIDDLES = ("medio", "midten av", "mid", "middle of")
END_OF_YEAR = ("ultimo", "slutten av", "utgangen av", "enden av", "end of", "the end of", "late")
DEADLINES = ("innen", "innan", "senest", "seinast", "før utgangen av", "by", "within")
WITHIN = (*DEADLINES, "i løpet av", "i løpet", "per", "pr", "pr.", "den", "i", "during", "in", "on")
ONWARDS = (
    "og senere",
    "og seinare",
    "and later",
    "og fremover",
    "og utover",
    "og framover",
    "og vidare",
    "og videre",
    "onwards",
    "and onwards",
)
FROM = ("fra", "frå", "fra og med", "frå og med", "f.o.m.", "fom", "from")
UNTIL = ("til", "til og med", "t.o.m.", "tom", "to", "until")
ABOUT = ("omtrent", "about")
DOUBTS_BEFORE = (
    "approx.",
    "approx",
    "tentativt",
    "tentatively",
    "cirka",
    "circa",
    "om lag",
    "omlag",
    "rundt",
    "around",
    "approximately",
)
DOUBTS_AFTER = (
    *("noe usikkert", "noko usikkert", "tentativt", "tentative", "usikkert", "usikker", "uncertain", "ca", "ca."),
)


def one_of(words: Iterable[str]) -> str:
    """Return a pattern for any of some words, the longest first."""
    return "|".join(word.replace(".", r"\.") for word in sorted(words, key=len, reverse=True))
