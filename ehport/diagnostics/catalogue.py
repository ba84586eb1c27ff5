"""The catalogue: what every code means, how much a diagnostic weighs, and the words it is told in.

A text may name every fact of its diagnostic, and these that each diagnostic has: ``found`` (the value as
typed), ``file``, ``sheet``, ``cell``, ``project`` (its id) and ``field``. Facts that are a `Text` are put
in by language. Rules give amounts and times ready to print. The fact ``counted`` says that the report
counts the answer, and makes a fault in it an error; ``draft``, that a draft may do without a text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from ehport.diagnostics.cells import CELL_RULES
from ehport.diagnostics.code import Code
from ehport.diagnostics.diagnostic import Diagnostic, Severity
from ehport.diagnostics.files import FILE_RULES
from ehport.diagnostics.national import NATIONAL_RULES
from ehport.diagnostics.personal import PERSONAL_RULES
from ehport.diagnostics.portfolio import EDITORIAL_RULES, PROJECT_COMPARISON_RULES, REGISTER_RULES
from ehport.diagnostics.projects import PROJECT_RULES
from ehport.diagnostics.rounds import ROUND_RULES
from ehport.diagnostics.rule import Rule
from ehport.lang.language import Lang, Text

GROUPS: tuple[tuple[Text, Mapping[Code, Rule]], ...] = (
    (Text("Filer og ark", "Files and sheets"), FILE_RULES),
    (Text("I ett felt", "In one field"), CELL_RULES),
    (Text("Personopplysninger", "Personal data"), PERSONAL_RULES),
    (Text("I ett prosjekt", "In one project"), PROJECT_RULES),
    (Text("Mellom prosjekter og aktører", "Between projects and actors"), PROJECT_COMPARISON_RULES),
    (Text("Nasjonal portefølje", "National portfolio"), NATIONAL_RULES),
    (Text("Mellom runder", "Between rounds"), ROUND_RULES),
    (Text("I registeret", "In the register"), REGISTER_RULES),
    (Text("I den redaksjonelle teksten", "In the editorial text"), EDITORIAL_RULES),
)
RULES: Mapping[Code, Rule] = {code: rule for _, rules in GROUPS for code, rule in rules.items()}
ON_TRIAL = Text("på prøve", "on trial")
WEIGHED_BY_USE = frozenset(
    {
        Code.REQUIRED,
        Code.NOT_IN_VOCABULARY,
        Code.NOT_AN_AMOUNT,
        Code.PLACEHOLDER,
        Code.TWO_RATINGS,
        Code.LOOKS_LIKE_KRONER,
        Code.AMOUNT_RANGE,
        Code.AMOUNT_ALTERNATIVES,
        Code.NOT_A_PROJECT_NUMBER,
        Code.AREA_TOO_BROAD,
        Code.UNKNOWN_AREA,
        Code.NOT_A_RATING,
        Code.FORMULA_WITHOUT_VALUE,
        Code.CELL_ERROR,
        Code.CELL_UNREADABLE,
        Code.SUM_DIFFERS,
        Code.UNIT_IN_DOUBT,
        Code.NO_BUDGET,
    }
)

UNWRITTEN = frozenset({Code.EDITORIAL_EMPTY, Code.EDITORIAL_ONLY_HEADINGS, Code.EDITORIAL_BARE_HEADING})


def severity(diagnostic: Diagnostic) -> Severity:
    """Return how much a diagnostic weighs: info when settled, an error where the report counts the answer."""
    if diagnostic.settled or is_on_trial(diagnostic):
        return Severity.INFO
    if diagnostic.facts.get("draft") and diagnostic.code in UNWRITTEN:
        return Severity.WARNING
    if diagnostic.facts.get("counted") and diagnostic.code in WEIGHED_BY_USE:
        return Severity.ERROR
    return RULES[diagnostic.code].severity_in(diagnostic.round)


def is_on_trial(diagnostic: Diagnostic) -> bool:
    """Tell whether the rule behind a diagnostic is on trial."""
    return RULES[diagnostic.code].trial


def message(diagnostic: Diagnostic, lang: Lang) -> str:
    """Return what is wrong, in words, with a mark when the rule is on trial."""
    told = worded(RULES[diagnostic.code].message, diagnostic, lang)
    return f"{told} ({ON_TRIAL[lang]})" if is_on_trial(diagnostic) else told


def remedy(diagnostic: Diagnostic, lang: Lang) -> str:
    """Return what to write instead, in words."""
    return worded(RULES[diagnostic.code].help, diagnostic, lang)


def counts(diagnostics: Iterable[Diagnostic]) -> dict[Severity, int]:
    """Return how many diagnostics there are of each severity, most severe first."""
    found = Counter(map(severity, diagnostics))
    return {each: found[each] for each in Severity}


def worded(text: Text, diagnostic: Diagnostic, lang: Lang) -> str:
    """Return a text with the facts of a diagnostic put in."""
    at = diagnostic.at
    facts: dict[str, object] = {
        "file": at.file,
        "sheet": at.sheet,
        "cell": at.cell,
        "project": at.project,
        "field": at.field,
        "found": diagnostic.found,
        **diagnostic.facts,
    }
    return text.format(**facts)[lang]
