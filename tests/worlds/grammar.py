"""Rules of grammar that a program breaks when it puts numbers, names and lists into sentences.

Each rule is about a kind: the word after a number agrees with it, a list has something in it, a sentence has an end.
The words that can follow a number are all known; one that is not is told, so that no noun goes unchecked.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from tests.worlds.sayings import Saying, sentences

# Singular and plural, indefinite and definite, and whether the noun is neuter («ett prosjekt»).
NOUNS_NB: tuple[tuple[str, str, str, str, bool], ...] = (
    ("prosjekt", "prosjekter", "prosjektet", "prosjektene", True),
    ("aktør", "aktører", "aktøren", "aktørene", False),
    ("leveranse", "leveranser", "leveransen", "leveransene", False),
    ("avhengighet", "avhengigheter", "avhengigheten", "avhengighetene", False),
    ("virksomhet", "virksomheter", "virksomheten", "virksomhetene", False),
    ("innsatsområde", "innsatsområder", "innsatsområdet", "innsatsområdene", True),
    ("strategiområde", "strategiområder", "strategiområdet", "strategiområdene", True),
    ("område", "områder", "området", "områdene", True),
    ("kostnadsgruppe", "kostnadsgrupper", "kostnadsgruppen", "kostnadsgruppene", False),
    ("måned", "måneder", "måneden", "månedene", False),
    ("kandidat", "kandidater", "kandidaten", "kandidatene", False),
    ("segment", "segmenter", "segmentet", "segmentene", True),
    ("løsning", "løsninger", "løsningen", "løsningene", False),
    ("aktivitet", "aktiviteter", "aktiviteten", "aktivitetene", False),
    ("endring", "endringer", "endringen", "endringene", False),
    ("justering", "justeringer", "justeringen", "justeringene", False),
    ("runde", "runder", "runden", "rundene", False),
    ("verdi", "verdier", "verdien", "verdiene", False),
    ("melding", "meldinger", "meldingen", "meldingene", False),
    ("advarsel", "advarsler", "advarselen", "advarslene", False),
    ("arbeidsbok", "arbeidsbøker", "arbeidsboken", "arbeidsbøkene", False),
    ("kombinasjon", "kombinasjoner", "kombinasjonen", "kombinasjonene", False),
    ("prosentpoeng", "prosentpoeng", "prosentpoenget", "prosentpoengene", True),
    ("svar", "svar", "svaret", "svarene", True),
    ("felt", "felter", "feltet", "feltene", True),
    ("beløp", "beløp", "beløpet", "beløpene", True),
    ("anslag", "anslag", "anslaget", "anslagene", True),
    ("spørsmål", "spørsmål", "spørsmålet", "spørsmålene", True),
    ("celle", "celler", "cellen", "cellene", False),
    ("part", "parter", "parten", "partene", False),
    ("plan", "planer", "planen", "planene", False),
    ("feil", "feil", "feilen", "feilene", False),
    ("gang", "ganger", "gangen", "gangene", False),
    ("setning", "setninger", "setningen", "setningene", False),
    ("merknad", "merknader", "merknaden", "merknadene", False),
    ("tidspunkt", "tidspunkter", "tidspunktet", "tidspunktene", True),
    ("rad", "rader", "raden", "radene", False),
    ("forutsetning", "forutsetninger", "forutsetningen", "forutsetningene", False),
    ("risiko", "risikoer", "risikoen", "risikoene", False),
    ("kilde", "kilder", "kilden", "kildene", False),
    ("figur", "figurer", "figuren", "figurene", False),
    ("tabell", "tabeller", "tabellen", "tabellene", False),
    ("kriterium", "kriterier", "kriteriet", "kriteriene", True),
    ("kommune", "kommuner", "kommunen", "kommunene", False),
    ("region", "regioner", "regionen", "regionene", False),
)
_PLAIN_EN = """
    project actor deliverable organisation area group month candidate segment solution change adjustment round value
    message warning workbook combination point answer field amount estimate question cell party plan error row
    precondition source figure table milestone gap note region
"""
NOUNS_EN: tuple[tuple[str, str], ...] = (
    *((each, f"{each}s") for each in _PLAIN_EN.split()),
    ("dependency", "dependencies"),
    ("activity", "activities"),
    ("criterion", "criteria"),
)
_ONE_NB, _ONE_EN = r"(?:1|[Éé]n|[Ee]tt)", r"(?:1|[Oo]ne)"
_DIGITS = r"(?!20\d\d\b)(?:[02-9]|\d[\d\u202f\u00a0]*\d)"
_MANY_NB = rf"(?:{_DIGITS}|(?i:null|to|tre|fire|fem|seks|sju|åtte|ni|ti|elleve|tolv))"
_MANY_EN = rf"(?:{_DIGITS}|(?i:zero|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve))"
_ADJECTIVES = r"(?:(?:[a-zæøå]+(?:e|ige|iske|n)|andre) ){0,2}?"
_NUMBER_WORDS = {
    "nb": "null|én|ett|to|tre|fire|fem|seks|sju|åtte|ni|ti|elleve|tolv",
    "en": "zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve",
}
_START = r"(?<![\w.,\u202f\u00a0\u2212–-])"
_UNITS = r"mill\. kr|milliarder|million(?:er)?|prosent(?:poeng)?|per cent|percentage|%|måneder?|months?"


TO_ACTORS = frozenset({"line", "message"})  # letters and messages may say how a cell was read


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of grammar: what it forbids, in which language, and in what sort of text."""

    name: str
    found: Callable[[str], str]
    langs: tuple[str, ...] = ("nb", "en")
    only_said: bool = False
    only_public: bool = False


def _pattern(expression: str, *, flags: int = 0) -> Callable[[str], str]:
    compiled = re.compile(expression, flags)

    def found(text: str) -> str:
        match = compiled.search(text)
        return match[0] if match else ""

    return found


def _any(*expressions: str) -> Callable[[str], str]:
    return _pattern("|".join(f"(?:{each})" for each in expressions))


def _words(index: int, nouns: tuple[tuple[object, ...], ...]) -> str:
    return "|".join(sorted({str(each[index]) for each in nouns}, key=len, reverse=True))


_MANY_FORMS_NB = "|".join(str(each[1]) for each in NOUNS_NB if each[0] != each[1])
_ONE_FORMS_NB = "|".join(str(each[0]) for each in NOUNS_NB if each[0] != each[1])
_NEUTER = "|".join(each[0] for each in NOUNS_NB if each[4])
_COMMON = "|".join(each[0] for each in NOUNS_NB if not each[4])
_DEFINITE = _words(3, NOUNS_NB)
_KNOWN_NB = frozenset(str(form) for each in NOUNS_NB for form in each[:4])


_NO_NOUNS_NB = """
    mangler slutter venter gjelder ligger kommer koster trenger henger svarer står viser passer oppfyller mener
    plasserer endrer avhenger gjennomfører bruker peker avviker melder oppgir varer eller gjenstår inngår under
    millioner milliarder
"""


def _unknown_noun(text: str) -> str:
    """Return a word after a number that has the form of a plural noun and is none that the rules know."""
    for match in re.finditer(rf"{_START}(?:{_ONE_NB}|{_MANY_NB}) ([a-zæøå]{{4,}}(?:er|ene))\b", text):
        if match[1] not in _KNOWN_NB | set(_NO_NOUNS_NB.split()):
            return match[0]
    return ""


def _same_of_same(text: str) -> str:
    """Return «8 av 8»: in a sentence that is «alle»."""
    for match in re.finditer(rf"{_START}(\w+) (?:av|of)(?: the)? (?:de )?(\d+)(?![\w,.]\d)\b", text):
        lang = "nb" if " av " in match[0] else "en"
        words = _NUMBER_WORDS[lang].replace("én|ett", "én").split("|")
        one = words.index(match[1].lower()) if match[1].lower() in words else match[1]
        if str(one) == match[2] or str(one) == "0":
            return match[0]
    return ""


_NOUN_NB, _NOUN_EN = _words(0, NOUNS_NB), _words(0, NOUNS_EN)
_EMPTY_LISTS = (
    r":\s*[.,;)]",
    r"\(\s*\)",
    r"«\s*»",
    r",\s*[.,;:)]",
    r"\b(?:og|and)\s*[.,;:)]",
    r"\b(?:av|of|by)\s*[.;]$",
    r"^\s*(?:og|and|,)\s",
)
_PROGRAM = (
    r"\bNone\b(?! (?:of|has|is)\b)(?=.)",
    r"\b(?:NaN|nan|inf|True|False|undefined|dtype)\b",
    r"Text\(|[{}]|<[a-z]+[ >]|\[\]|\w+State\.|Rating\.",
)
_BEFORE_UNIT = r"\b(?:på|er|til|fra|med|over|under|enn|by|from|to|is|with|than|at)"
RULES: tuple[Rule, ...] = (
    Rule("one is not many", _pattern(rf"{_START}{_ONE_NB} {_ADJECTIVES}(?:{_MANY_FORMS_NB}|{_DEFINITE})\b"), ("nb",)),
    Rule("many are not one", _pattern(rf"{_START}{_MANY_NB} {_ADJECTIVES}(?:{_ONE_FORMS_NB})\b"), ("nb",)),
    Rule("one is never «de»", _pattern(rf"\b[Dd]e {_ONE_NB} [a-zæøå]"), ("nb",)),
    Rule("a neuter noun has «ett»", _pattern(rf"\b[Éé]n (?:[a-zæøå]+ )?(?:{_NEUTER})\b"), ("nb",)),
    Rule("a common noun has «én»", _pattern(rf"\b[Ee]tt (?:[a-zæøå]+ )?(?:{_COMMON})\b"), ("nb",)),
    Rule(
        "an adjective before one noun is singular",
        _pattern(rf"{_START}{_ONE_NB} (?:aktive|nye|røde|gule|grønne|pausede|andre)\s(?:{_NOUN_NB})\b"),
        ("nb",),
    ),
    Rule("every noun after a number is known to these rules", _unknown_noun, ("nb",)),
    Rule(
        "one is not many",
        _pattern(rf"{_START}{_ONE_EN} (?:(?!of )[a-z]+ ){{0,2}}?(?:{_words(1, NOUNS_EN)})\b"),
        ("en",),
    ),
    Rule("many are not one", _pattern(rf"{_START}{_MANY_EN} (?:[a-z]+ )?(?:{_NOUN_EN})\b(?!-)"), ("en",)),
    Rule(
        "a verb agrees with one",
        _pattern(rf"(?:^|[.:;,] |\()(?:Only )?{_ONE_EN}(?: [a-z]+)? (?:have|are|were|give|lack|do|need|wait|end)\b"),
        ("en",),
    ),
    Rule(
        "a verb agrees with many",
        _pattern(rf"(?:^|[.:;,] |\(){_MANY_EN}(?: [a-z]+s)? (?:has|is|was|gives|lacks|does|needs|waits|ends)\b"),
        ("en",),
    ),
    Rule("«Alle» or «Ingen» says it", _same_of_same, only_said=True),
    Rule("nothing is counted as «null»", _pattern(r"\b(?:[Nn]ull|[Zz]ero) (?!eller|or )"), only_said=True),
    Rule("a list has something in it", _any(*_EMPTY_LISTS)),
    Rule("nothing stands before a full stop or comma", _pattern(r"\s[.,;](?:\s|$)")),
    Rule("a colon leads to something", _pattern(r":\s*$"), only_said=True),
    Rule("no value of the program's own", _any(*_PROGRAM)),
    Rule("one space between words", _pattern(r"\S[ \u00a0]{2,}\S")),
    Rule(
        "a unit has a number",
        _pattern(rf"{_BEFORE_UNIT}\s+(?:[–\u2212-]\s?)?(?:{_UNITS})(?=[\s.,)]|$)"),
        only_said=True,
    ),
    Rule("a dash is no number", _pattern(rf"(?:^|\s)–[\s\u00a0](?:{_UNITS})"), only_said=True),
    Rule("no word twice", _pattern(r"\b(og|i|av|er|har|med|på|til|for|and|of|the|in|with|to|is|are)\s+\1\b")),
    Rule("a comma in Norwegian numbers", _pattern(r"(?<![\d.])\d+\.\d+(?=\s(?:mill|prosent|milliard))"), ("nb",)),
    Rule("a point in English numbers", _pattern(r"(?<![\d,])\d+,\d+(?=\s(?:million|per cent|billion))"), ("en",)),
    Rule("no full stop twice", _pattern(r"(?<![./])\.\.(?!\.)|(?<!mnd)[.]\s*,")),
    Rule(
        "no words of a parser", _any(r"[Pp]ars(?:e|ing)", r"lesbar\b", r"ikke lest\b", r"[Ll]est som"), only_public=True
    ),
)
_END = re.compile(r"[.!?:…][»\")]?$")
_BEGINNING = re.compile(r"^[«“(\"–\u2212+]*[A-ZÆØÅÉ\d]")


def complaints(saying: Saying) -> tuple[str, ...]:
    """Return what is wrong with how a text is put, each with the rule it breaks."""
    return _complaints(saying.lang, saying.sort, saying.text)


@lru_cache(maxsize=100_000)  # most texts of a report are in every report
def _complaints(lang: str, sort: str, text: str) -> tuple[str, ...]:
    return tuple(_told(Saying("", lang, sort, text)))


def _told(saying: Saying) -> Iterator[str]:
    is_said, is_public = saying.is_said, saying.sort not in TO_ACTORS
    for rule in RULES:
        is_held = saying.lang in rule.langs and (is_said or not rule.only_said) and (is_public or not rule.only_public)
        if is_held and (found := rule.found(saying.text)):
            yield f"{rule.name}: «{found}» in «{saying.text}»"
    if saying.is_sentence and " " in saying.text and not _END.search(saying.text):
        yield f"a sentence has an end: «{saying.text}»"
    if is_said and not all(_BEGINNING.match(each) for each in sentences(saying.text)):
        yield f"a sentence begins with a capital: «{saying.text}»"
