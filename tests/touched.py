"""What a change of each sort adds to which file: the proofs of the last table of CONTRIBUTING.

Every change is made to a copy of the product, which a process of its own then uses; without ``shows`` the data
dictionary in both languages shows it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

Edit = tuple[str, str]  # a text of a file, and what takes its place


@dataclass(frozen=True)
class Change:
    """A change as an engineer makes it: what is replaced in files that are there, new files, and what shows it."""

    edits: Mapping[str, tuple[Edit, ...]]
    shows: str
    told: tuple[str, ...]
    new: Mapping[str, str] | None = None

    @property
    def files(self) -> tuple[str, ...]:
        """The files that it touches."""
        return (*self.edits, *(self.new or {}))


def _after(line: str, *further: str) -> Edit:
    return line, "\n".join((line, *further))


_FIGURE = '''"""How many red projects each organisation is responsible for."""

from __future__ import annotations

from ehport.analysis.organisations import OrganisationBudget
from ehport.analysis.printed import sentence
from ehport.analysis.summary import Summary
from ehport.figures.bars import BarAmount, BarGroup, draw_groups
from ehport.figures.drawing import Words, columns, complete, count, counted
from ehport.figures.figure import DataTable, Edition, Figure, FigureValues
from ehport.lang.language import Lang, Text

NAME = "red-organisations"
_HEADS = Text("Virksomhet", "Organisation"), Text("Røde prosjekter", "Red projects")
_HEADLINE = Text("{name} har {projects} med rød status", "{name} has {projects} with red status")


def red_organisations(found: Summary, edition: Edition) -> Figure | None:
    """Return the figure; ``None`` when no project is red."""
    lang = edition.lang
    most = sorted((each for each in found.organisations if each.red), key=lambda each: -each.red)
    if not most:
        return None
    headline = sentence(
        _HEADLINE[lang],
        name=most[0].short_name,
        projects=counted(most[0].red, lang, f"{most[0].fact}.red.count"),
    )
    bars = [BarGroup(each.short_name, BarAmount(each.red, str(each.red)), ()) for each in most]
    return complete(
        NAME,
        lambda canvas: draw_groups(canvas, bars),
        words=Words(headline, _HEADS[1][lang], headline),
        data=_table(most, lang),
    )


def _table(most: list[OrganisationBudget], lang: Lang) -> DataTable:
    return DataTable(
        columns=columns([head[lang] for head in _HEADS]),
        rows=tuple((each.short_name, count(each.red, lang, f"{each.fact}.red.count")) for each in most),
        values=FigureValues(("organisation", "red"), tuple((each.name, each.red) for each in most)),
    )
'''
_COMMAND = '''"""``ehport hello``: greet."""

from __future__ import annotations

import typer

from ehport.command_line.declare import Command
from ehport.command_line.shared import LangOption
from ehport.lang.language import Lang, Text


def hello(lang: LangOption = Lang.NB) -> None:
    """Greet."""
    typer.echo(Text("Hei", "Hello")[lang])


COMMAND = Command("hello", hello, Text("Si hei.", "Say hello."), "hello")
'''
_TABLE = '''"""The table of projects without an organisation's money."""

from __future__ import annotations

from ehport.analysis.summary import Summary
from ehport.report.columns import project_cells, project_columns
from ehport.report.table import Content, Row
from ehport.report.typesetter import Typesetter


def unfunded(summary: Summary, setter: Typesetter) -> Content:
    """Return the projects without money."""
    rows = tuple(Row(project_cells(each, setter)) for each in summary.projects if each.budget is None)
    return project_columns(setter.lang, 60, 60), rows
'''

CHANGES: Mapping[str, Change] = {
    "a figure with a new number": Change(
        {
            "analysis/organisations.py": (
                _after(
                    '        return f"actor.{slug(self.short_name)}"',
                    "",
                    "    @property",
                    "    def red(self) -> int:",
                    '        """The number of projects with red status."""',
                    "        return sum(each.status is Rating.RED for each in self.projects)",
                ),
                _after(
                    '        yield Fact(f"{name}.count", len(each.projects), Unit.COUNT, named, cells)',
                    '        rated = origins.answers(each.projects, "status")',
                    '        yield Fact(f"{name}.red.count", each.red, Unit.COUNT, named, rated)',
                ),
            ),
            "figures/catalogue.py": (
                _after(
                    "from ehport.figures.reconciliation import reconciliation",
                    "from ehport.figures.red_organisations import red_organisations",
                ),
                _after('        "cost-groups": cost_groups,', '        "red-organisations": red_organisations,'),
            ),
            "report/outline.py": (
                _after('            _figure("cost-groups"),', '            _figure("red-organisations"),'),
            ),
        },
        """
from ehport.analysis.facts import facts
from ehport.export.figure_columns import MEASURES
from ehport.figures.catalogue import FIGURES
from ehport.form.vocabulary import Rating
from ehport.report.outline import OUTLINED
from tests import builders
from tests.figures import builders as figures
made = FIGURES["red-organisations"](figures.a_full_summary(), figures.NB)
print(made.headline, len(made.data.rows) > 0, set(made.data.values.names) <= set(MEASURES))
print([each.name for each in OUTLINED if "red-org" in each.name])
project = builders.a_project(status=Rating.RED, status_reason="Penger mangler.")
print({each.name: each.value for each in facts(builders.a_portfolio(project)).values() if ".red.count" in each.name})
""",
        (" prosjekter med rød status True True", "['red-organisations']", ".red.count': 1"),
        {"figures/red_organisations.py": _FIGURE},
    ),
    "a field": Change(
        {
            "form/project.py": (
                (
                    '    name: str | None = column(\n        "Prosjekt-/programnavn"',
                    '    cloud: str | None = column("Skyplattform", "Cloud platform", Line(60), since="2021-09")\n'
                    '    name: str | None = column(\n        "Prosjekt-/programnavn"',
                ),
            ),
        },
        "",
        ("Skyplattform", "Cloud platform"),
    ),
    "a rule": Change(
        {
            "diagnostics/code.py": (_after('    FIRST_END_IS_LATER = "R357"', '    NEVER_BEGINS = "R399"'),),
            "diagnostics/projects.py": (
                _after(
                    "PROJECT_RULES: Mapping[Code, Rule] = {",
                    "    Code.NEVER_BEGINS: warning(",
                    '        ("Begynner aldri", "Never begins"), ("Prosjektet begynner aldri", "It never begins"),',
                    '        help=("skriv når", "say when"), why=("Fordi.", "Because."),',
                    '        example=answers(name="Aldri"),',
                    "    ),",
                ),
            ),
            "rules/times.py": (
                _after(
                    "_STILL_PLANNED = frozenset({None, DeliverableState.PLANNED})",
                    "",
                    "",
                    "def it_begins(about: Subject) -> Iterator[Diagnostic]:",
                    '    """A project begins."""',
                    '    if about.project.name == "Aldri":',
                    '        yield about.tell(Code.NEVER_BEGINS, "name")',
                ),
            ),
            "rules/rules.py": (_after("    times.the_phase_ends_with_the_project,", "    times.it_begins,"),),
        },
        """
from ehport.diagnostics.text import report
from ehport.lang.language import Lang
from ehport.rules.explanation import explain, rules_text
from ehport.rules.rules import check_submission
from tests import builders
found = list(check_submission(builders.a_submission(builders.a_project(name="Aldri")), None))
print(report(found, Lang.NB))
print(explain("R399", Lang.EN), "R399" in rules_text(Lang.NB))
""",
        ("R399]: Prosjektet begynner aldri", "Because.", "True"),
    ),
    "the words of a message": Change(
        {"diagnostics/projects.py": (("Summen stemmer ikke med radene", "Summen er en annen enn radenes"),)},
        """
from ehport.lang.language import Lang
from ehport.rules.explanation import explain
print(explain("R301", Lang.NB))
""",
        ("Summen er en annen enn radenes",),
    ),
    "a command": Change(
        {
            "cli.py": (
                _after("    fill,", "    hello,"),
                _after("    fill.COMMAND,", "    hello.COMMAND,"),
            ),
        },
        """
from typer.testing import CliRunner
from ehport.cli import app
for asked in (["hello"], ["hello", "--lang", "en"], ["--help"]):
    print(CliRunner().invoke(app, asked).output)
""",
        ("Hei", "Hello", "Si hei."),
        {"commands/hello.py": _COMMAND},
    ),
    "a table": Change(
        {
            "report/tables/catalogue.py": (
                _after("    submissions,", "    unfunded,"),
                _after(
                    "TABLES: Mapping[str, Declared] = {",
                    '    "unfunded": Declared(Text("Prosjekter uten penger", "Projects without money"), '
                    "unfunded.unfunded),",
                ),
            ),
            "report/outline.py": (_after('            _table("leaving"),', '            _table("unfunded"),'),),
        },
        """
from ehport.report.outline import OUTLINED
from ehport.report.placement import known_blocks
print(sorted(str(each.name) for each in known_blocks() & set(OUTLINED) if each.name == "unfunded"))
""",
        ("['unfunded']",),
        {"report/tables/unfunded.py": _TABLE},
    ),
    "the word of an answer": Change(
        {"form/vocabulary.py": (('Text("Konsept", "Concept")', 'Text("Konseptfase", "Concept")'),)},
        "",
        ("Konseptfase",),
    ),
}
DICTIONARY = """
from typer.testing import CliRunner
from ehport.cli import app
for lang in ("nb", "en"):
    print(CliRunner().invoke(app, ["dictionary", "--lang", lang]).output)
"""
