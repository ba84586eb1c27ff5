"""The catalogue: what every code means, how much it weighs, and the words it is told in.

A text may name every fact of its diagnostic, and these that each diagnostic has: ``found`` (the value as
typed), ``file``, ``sheet``, ``cell``, ``project`` (its id) and ``field``. Facts that are a `Text` are put
in by language. Rules give amounts and times ready to print. The fact ``counted`` says that the report
counts the answer, and makes a fault in it an error; ``draft``, that a draft may do without a text.
"""

from __future__ import annotations

from collections.abc import Mapping

from ehport.diagnostics.cells import CELL_RULES
from ehport.diagnostics.code import Code
from ehport.diagnostics.files import FILE_RULES
from ehport.diagnostics.national import NATIONAL_RULES
from ehport.diagnostics.personal import PERSONAL_RULES
from ehport.diagnostics.portfolio import EDITORIAL_RULES, PROJECT_COMPARISON_RULES, REGISTER_RULES
from ehport.diagnostics.projects import PROJECT_RULES
from ehport.diagnostics.rounds import ROUND_RULES
from ehport.diagnostics.rule import Rule
from ehport.lang.language import Text

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
