"""What one round hands on to the next: the answers, the register and the chapters."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ehport.analysis.fact import Fact
from ehport.diagnostics import wording
from ehport.diagnostics.diagnostic import Diagnostic
from ehport.form.answers import Answers, Row
from ehport.form.done import says_done
from ehport.form.field import fields_of
from ehport.form.kinds import Choice, When
from ehport.form.planned import PlannedTime
from ehport.form.project import Project
from ehport.form.vocabulary import DeliverableState, State
from ehport.lang.language import Lang, Text
from ehport.model.member import Member
from ehport.model.periods import period_label
from ehport.model.portfolio import PERIODS, Portfolio
from ehport.model.round import AskedActor, Round, leads_out_of_its_round
from ehport.model.submission import Entry
from ehport.opening.budget_years import MOST, move_amounts, with_money_left_open
from ehport.opening.json_records import Record
from ehport.opening.register_rollover import GONE, HandedOn, hand_on
from ehport.opening.source import Material
from ehport.system.errors import UsageError
from ehport.workbook.read import read_submission
from ehport.workbook.register import read_register

_BLOCK = re.compile(r"\{\{\s*(?:figure|table)\s*:[^}]*\}\}")
_COMMENT = re.compile(r"<!--(.*?)-->", re.DOTALL)
_HYPHENS = re.compile("-(?=-)")
_NEW_PROJECT = None
Place = tuple[str, str]  # a workbook's name, a sheet's title
_DELIVERED = DeliverableState.DELIVERED.label.nb


@dataclass(slots=True)
class _Carrying:
    """A round being carried over to the next, and what there is to say about it."""

    last: Portfolio
    opened: Round
    members: Mapping[Place, Member]
    notes: list[Text] = field(default_factory=list)
    left: dict[str, list[str]] = field(default_factory=dict)

    @property
    def before(self) -> Round:
        """The round that is carried over."""
        return self.last.round

    def record(self, actor: AskedActor) -> Record:
        """Return an actor's last answers, and an empty card for a new project."""
        submission = next(
            (each for each in self.last.submissions if each.stands_in and each.actor_id == actor.id), None
        )
        told: tuple[Diagnostic, ...] = ()
        if submission is None:
            submission, told = read_submission(self.before.workbook(actor), self.before)
        if submission is None:
            self.notes.append(_not_read(actor.file, self.before.id, told[0], _BLANK_WORKBOOK))
            return Record(actor)
        found = [(each, self.members.get((submission.file.name, each.sheet))) for each in submission.projects]
        going_on = [(each, member) for each, member in found if member is None or member.state not in GONE]
        return Record(actor, (*(self._carried(each, member, actor) for each, member in going_on), _NEW_PROJECT))

    def chapters(self) -> Iterator[tuple[str, str]]:
        """Yield each chapter's file and skeleton; one that cannot be read is left out and told."""
        for path in sorted(self.before.editorial.glob("*.md")):
            if leads_out_of_its_round(path):
                self._leave_out(path.name, _IS_LINK)
                continue
            try:
                yield path.name, skeleton(path.read_text("utf-8-sig"), self.before.budget_year)
            except UnicodeDecodeError:
                self._leave_out(path.name, _NOT_UTF_8)

    def _leave_out(self, file: str, why: Text) -> None:
        self.notes.append(_NO_TEXT.format(file=file, round=self.before.id, why=why))

    def _carried(self, entry: Entry[Project], member: Member | None, actor: AskedActor) -> Answers:
        given, ticks = self._with_money(entry, member), {each.name for each in fields_of(Project) if each.confirms}
        texts = {name: text for name, text in given.texts.items() if name not in ticks}
        if member and entry.record.id != member.id:
            texts["id"] = member.id  # the number that the office has given the project meanwhile
        rows = {**given.rows, "deliverables": tuple(map(_with_state, given.rows.get("deliverables", ())))}
        last = Answers(texts, {name: found for name, found in rows.items() if found}, self.before.id)
        moved = move_amounts(last, self.opened.budget_year - self.before.budget_year, self.before.budget_year)
        if moved.left:
            project = texts.get("id") or texts.get("name", "")
            self.left.setdefault(actor.file, []).append(project)
        return moved

    def _with_money(self, entry: Entry[Project], member: Member | None) -> Answers:
        """Return the answers of a project, with money that the budget year of this round left open and nobody gave."""
        previous = self.last.previous
        before = previous.member(member.id) if previous and member else None
        years = self.before.budget_year - previous.round.budget_year if previous else 0
        if not years or before is None or before.entry is None or not entry.before:
            return entry.answers()
        moved = move_amounts(before.entry.answers(), years, previous.round.budget_year if previous else 0)
        return with_money_left_open(entry.answers(), entry, moved)


def carry_over(opened: Round, last: Portfolio, known: Mapping[str, Fact]) -> Material:
    """Return the material of a round that follows another: register, chapters as skeletons, last time's answers.

    ``known`` are the figures of the last round. Raises `UsageError` when the budget year is too far from its own.
    """
    before = last.round
    if not 0 <= opened.budget_year - before.budget_year <= MOST:
        raise UsageError(_FAR_YEAR.format(year=opened.budget_year, before=before.id, last=before.budget_year))
    found, told = read_register(before.register)
    register = hand_on(found.answers().rows if found else {}, before.id, opened.id, known)
    carrying = _Carrying(last, opened, _by_place(last))
    if found is None:
        carrying.notes.append(_not_read(before.register.name, before.id, told[0], _BLANK_REGISTER))
    carrying.notes += _handed_on(register, before.budget_year)
    carrying.notes += _without_sheets(last)
    records = {actor.id: carrying.record(actor) for actor in opened.actors}
    carrying.notes += _left(carrying.left)
    chapters = dict(carrying.chapters())
    return Material(opened, register.rows, chapters, records, notes=tuple(carrying.notes))


def _by_place(last: Portfolio) -> dict[Place, Member]:
    """Return the projects of the portfolio by where their sheets lie."""
    return {
        (each.submission.file.name, each.entry.sheet): each for each in last.members if each.submission and each.entry
    }


def skeleton(text: str, budget_year: int = 0) -> str:
    """Return a chapter with its headings and placed blocks kept, and last round's text as a comment.

    The budget year and the next in a heading become expressions, so that they follow the round. Where nothing was
    written last round, the comment that was there goes on.
    """
    own = _COMMENT.sub("", text)
    kept = [line for line in own.splitlines() if line.startswith("#") or _BLOCK.fullmatch(line.strip())]
    was_written = any(line.strip() and line not in kept for line in own.splitlines())
    hidden = own if was_written else "\n\n".join(_COMMENT.findall(text)) or own
    kept = [_with_years_as_expressions(line, budget_year) if line.startswith("#") else line for line in kept]
    return "\n\n".join(kept) + f"\n\n<!--\n{_HYPHENS.sub('- ', hidden).strip()}\n-->\n"


def _with_years_as_expressions(heading: str, budget_year: int) -> str:
    for year, name in ((budget_year, "round.budget_year"), (budget_year + 1, "round.next_year")):
        heading = re.sub(rf"(?<![\w.]){year}(?![\w.])", f"{{{{ {name} }}}}", heading)
    return heading


def _with_state(row: Row) -> Row:
    """Return a deliverable with its state filled in where only its time says that it is delivered."""
    planned: PlannedTime | None = When().parse(row.get("planned", "")).value
    said = Choice(DeliverableState).parse(row.get("state", "")).value
    is_delivered = says_done(row.get("planned", "")) or (planned is not None and planned.state is State.DELIVERED)
    return {**row, "state": _DELIVERED} if is_delivered and said is None else row


def _without_sheets(last: Portfolio) -> Iterator[Text]:
    """Tell which active projects have no answers to carry over, and so no sheet in any workbook."""
    names = [f"{each.id} {each.name}" for each in last.members if each.entry is None and each.is_active]
    if names:
        yield _NO_SHEET.format(round=last.round.id, names=", ".join(names))


def _left(found: Mapping[str, Sequence[str]]) -> Iterator[Text]:
    if found:
        yield _LEFT.format(where="; ".join(f"{file}: {', '.join(projects)}" for file, projects in found.items()))


def _not_read(file: str, round_id: str, told: Diagnostic, outcome: Text) -> Text:
    return Text(
        *(outcome[lang].format(file=file, round=round_id, why=wording.message(told, lang).rstrip(".")) for lang in Lang)
    )


def _handed_on(register: HandedOn, year: int) -> list[Text]:
    notes = []
    if register.left:
        names = ", ".join(f"{row.get('id', '')} {row.get('name', '')}" for row in register.left)
        notes.append(_FORMER.format(names=names))
    if register.expired:
        rows = ", ".join(f"{row.get('code', '')} {row.get('project', '')}".strip() for row in register.expired)
        notes.append(_EXPIRED.format(rows=rows))
    if adjusted := _adjusted(register):
        said = {lang: "; ".join(_answer(*each, lang=lang, year=year) for each in adjusted.items()) for lang in Lang}
        notes.append(Text(*(_ADJUSTED[lang].format(rows=said[lang]) for lang in Lang)))
    return notes


def _adjusted(register: HandedOn) -> dict[str, list[str]]:
    """Return by field the projects with an adjusted answer that their actors are to correct.

    The number that the office gave is in the workbook already, and a project that is gone has none.
    """
    gone = {row.get("id") for row in register.left}
    found: dict[str, list[str]] = {}
    for row in register.adjusted:
        if row.get("field") != "id" and row.get("project") not in gone:
            found.setdefault(row.get("field", ""), []).append(row.get("project", ""))
    return found


def _answer(field: str, projects: Sequence[str], *, lang: Lang, year: int) -> str:
    """Return an adjusted field as the actor knows it, with the numbers of the projects."""
    known = {each.name: each.label for each in fields_of(Project)}
    known |= {period: period_label(period, year) for period in PERIODS}
    label = known[field][lang] if field in known else field
    return _OF_PROJECTS.format(label=label, projects=", ".join(projects))[lang]


_BLANK_WORKBOOK = Text(
    "{file} fra {round} kunne ikke leses ({why}). Arbeidsboken er åpnet uten svar fra forrige runde.",
    "{file} of {round} could not be read ({why}). The workbook is opened without last round's answers.",
)
_BLANK_REGISTER = Text(
    "{file} fra {round} kunne ikke leses ({why}). Registeret er åpnet tomt, og alle prosjekter må føres inn.",
    "{file} of {round} could not be read ({why}). The register is opened empty, and all projects must be entered.",
)
_NO_TEXT = Text(
    "{file} fra {round} ble ikke lest: {why}. Kapitlet er ikke ført videre; skriv det på nytt.",
    "{file} of {round} was not read: {why}. The chapter is not carried over; write it anew.",
)
_NOT_UTF_8 = Text("den er ikke lagret som UTF-8", "it is not saved as UTF-8")
_IS_LINK = Text("den er en lenke ut av rundens mappe", "it is a link out of the round's folder")
_FORMER = Text("Flyttet til arket Tidligere prosjekter: {names}", "Moved to the sheet Former projects: {names}")
_EXPIRED = Text("Unntak som ikke gjelder lenger: {rows}", "Exemptions that no longer hold: {rows}")
_ADJUSTED = Text(
    "Justeringene føres ikke videre, og arbeidsbøkene har svarene slik de ble meldt. Be aktørene rette dem: {rows}",
    "Adjustments are not carried over, and the workbooks have the answers as submitted. Ask the actors to correct "
    "them: {rows}",
)
_NO_SHEET = Text(
    "Står som aktive i registeret, men var ikke meldt i {round}, og har derfor ikke noe ark. Be aktørene bruke det "
    "tomme arket: {names}",
    "Are active in the register, but were not reported in {round}, and so have no sheet. Ask the actors to use the "
    "empty sheet: {names}",
)
_OF_PROJECTS = Text("«{label}» i {projects}", "«{label}» of {projects}")
_LEFT = Text(
    "Beløp som ikke kunne legges sammen eller fordeles på år med sikkerhet, står åpne for aktøren. Kolonnen Kontroll "
    "sier hva som sto der. Det gjelder {where}",
    "Amounts that could not be added or divided between years with certainty are left to the actor. The column Check "
    "tells what was there. This is so for {where}",
)
_FAR_YEAR = Text(
    "Budsjettåret {year} passer ikke med {before}, som har {last}. Oppgi samme år eller inntil tre år senere, for "
    "eksempel: --budget-year {last}",
    "The budget year {year} does not go with {before}, which has {last}. Give the same year or up to three years "
    "later, for example: --budget-year {last}",
)
