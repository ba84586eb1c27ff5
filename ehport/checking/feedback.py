"""The feedback of a round: a text for each actor with what is wrong and what is asked, and one for the office."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from ehport.checking.annotated_copies import write_copies
from ehport.checking.letter import Letter, address_of, write_letter
from ehport.checking.questions import ActorQuestions, ProjectQuestions, RoundQuestions, questions_of
from ehport.checking.questions_text import cells, left, named, place
from ehport.diagnostics import wording
from ehport.diagnostics.code import Code
from ehport.diagnostics.diagnostic import Diagnostic, Location
from ehport.diagnostics.forms import LetterForm
from ehport.diagnostics.grouping import Fault, Group, group_by_project
from ehport.diagnostics.markdown import escape_markdown
from ehport.diagnostics.severity import Severity
from ehport.diagnostics.text import MOST_CELLS, count, severity_word, shorten
from ehport.lang.counting import listed
from ehport.lang.language import Lang, Text
from ehport.model.messages import list_messages
from ehport.model.portfolio import Portfolio
from ehport.model.round import CHECKER, MARKED, WITH_MACROS, AskedActor

OFFICE = "kontoret.md"
_TOLD = (Severity.ERROR, Severity.WARNING)


def feedback(portfolio: Portfolio, diagnostics: Sequence[Diagnostic], lang: Lang) -> dict[str, str]:
    """Return the feedback of a round as Markdown, by file name: one for each actor who is asked, the office's last."""
    asked = questions_of(portfolio, diagnostics)
    files = {each.id: portfolio.round.workbook(each).name for each in portfolio.round.actors}
    by_file: dict[str, list[Diagnostic]] = {file: [] for file in files.values()}
    of_office: list[Diagnostic] = []
    for each in diagnostics:
        by_file.get(each.at.file, of_office).append(each)
    texts = {
        f"{actor.id}.md": _to_actor(actor, by_file[files[actor.id]], asked, lang, late=portfolio.late.get(actor.id, ""))
        for actor in portfolio.round.actors
    }
    return {**texts, OFFICE: _to_office(by_file, of_office, asked, lang) + _messages(portfolio, lang)}


def write_feedback(
    folder: Path, portfolio: Portfolio, diagnostics: Sequence[Diagnostic], lang: Lang, form: LetterForm
) -> None:
    """Write the feedback of a round into a folder, with a marked copy of each workbook that came this round.

    What goes to an actor has the copy with it, and the check for browsers where the round has one.
    """
    round_ = portfolio.round
    present = [path for path in map(round_.workbook, round_.actors) if path.is_file()]
    copies = {copy.name: copy for copy in write_copies(present, diagnostics, folder, lang)[0]}
    sheets = {each.actor_id: each.actor.record for each in portfolio.submissions}
    for name, text in feedback(portfolio, diagnostics, lang).items():
        actor = Path(name).stem
        names = (f"{actor}{MARKED[lang]}{ending}" for ending in (".xlsx", WITH_MACROS))
        checker = round_.folder / CHECKER
        attached = (*(copies[each] for each in names if each in copies), *([checker] if checker.is_file() else []))
        letter = Letter(actor, text, address_of(sheets.get(actor)), attached, is_sent=name != OFFICE)
        write_letter(folder, letter, form, lang)


def _to_actor(actor: AskedActor, found: Sequence[Diagnostic], asked: RoundQuestions, lang: Lang, *, late: str) -> str:
    facts = {"actor": escape_markdown(actor.name), "round": asked.round.id, "file": actor.file, "late": late}
    raised = next((each for each in asked.actors if each.actor == actor), ActorQuestions(actor, ()))
    summary = _summary(found, late).format(counts=_counts(found, lang), **facts)[lang]
    lines = [f"# {_TITLE.format(**facts)[lang]}", "", summary]
    if faults := list(_groups((each for each in found if each.code is not Code.ACTOR_MISSING), lang)):
        lines += ["", f"## {_CORRECT[lang]}", *faults]
    if raised.projects:
        lines += ["", f"## {_QUESTIONS[lang]}", "", _ANSWER[lang], *_questions(raised.projects, lang, level=3)]
    if not faults and not raised.projects and _is_received(found, late):
        lines += ["", _NOTHING[lang]]
    return "\n".join(lines) + "\n"


def _summary(found: Sequence[Diagnostic], late: str) -> Text:
    if _is_received(found, late):
        return _SUMMARY
    return _LATE if late else _NOT_RECEIVED


def _is_received(found: Sequence[Diagnostic], late: str) -> bool:
    return not late and not any(each.code is Code.ACTOR_MISSING for each in found)


def _to_office(
    by_file: Mapping[str, Sequence[Diagnostic]], of_office: Sequence[Diagnostic], asked: RoundQuestions, lang: Lang
) -> str:
    lines = [f"# {_OFFICE_TITLE.format(round=asked.round.id)[lang]}", "", *_table(by_file, asked, lang)]
    if faults := list(_groups(of_office, lang)):
        lines += ["", f"## {_OWN[lang]}", *faults]
    lines += ["", f"## {_QUESTIONS[lang]}", "", (_FOR_TALKS if asked.count else _NO_QUESTIONS)[lang]]
    for actor in asked.actors:
        lines += ["", f"### {escape_markdown(named(actor, lang))}", *_questions(actor.projects, lang, level=4)]
    return "\n".join(lines) + "\n"


def _messages(portfolio: Portfolio, lang: Lang) -> str:
    """Return the section of what the actors write to the office, with whom to ask; empty when nobody writes."""
    names = {each.id: each.name for each in portfolio.round.actors}
    lines = [
        f"- {escape_markdown(f'{names.get(each.actor_id, each.actor_id)}: {each.in_words(lang)}')}"
        for each in list_messages(portfolio.submissions)
    ]
    return "\n".join(["", f"## {_FROM_ACTORS[lang]}", "", *lines, ""]) if lines else ""


def _table(by_file: Mapping[str, Sequence[Diagnostic]], asked: RoundQuestions, lang: Lang) -> Iterator[str]:
    """Yield a row for each actor: its errors, warnings and questions."""
    questions = {
        each.actor: sum(len(project.questions) for project in each.projects) for each in asked.actors if each.actor
    }
    yield _HEADINGS[lang]
    yield "|---|--:|--:|--:|"
    for actor in asked.round.actors:
        counts = wording.counts(by_file[asked.round.workbook(actor).name])
        numbers = (*(counts[each] for each in _TOLD), questions.get(actor, 0))
        yield f"| {escape_markdown(actor.name)} | {' | '.join(map(str, numbers))} |"


def _counts(found: Sequence[Diagnostic], lang: Lang) -> str:
    counts = wording.counts(found)
    return listed([count(each, counts[each], lang) for each in Severity], lang)


def _groups(found: Iterable[Diagnostic], lang: Lang) -> Iterator[str]:
    told = [each for each in found if each.severity in _TOLD]
    for group in group_by_project(told):
        yield from ("", f"### {escape_markdown(_heading(group))}", "")
        yield from (_fault(fault, lang) for fault in group.faults)


def _heading(group: Group) -> str:
    at = group.at
    if group.is_about_file:
        return at.file
    return " ".join(filter(None, (at.project, at.project_name))) or at.sheet


def _fault(fault: Fault, lang: Lang) -> str:
    """Return a fault as an item of a list: its cells, how much it weighs, what is wrong, and what to do."""
    first = shorten(fault.first)
    where = [_cell(each.at, lang) for each in (fault.first, *fault.others)]
    listed = ", ".join(dict.fromkeys(filter(None, where[:MOST_CELLS]))) + (", …" if len(where) > MOST_CELLS else "")
    weight = f"{severity_word(fault.severity, lang)} {first.code.value}"
    head = f"**{escape_markdown(listed)}** ({weight})" if listed else f"**{weight[:1].upper()}{weight[1:]}**"
    said = escape_markdown(wording.message(first, lang))
    return f"- {head}: {said}. {_REMEDY[lang]}: {escape_markdown(wording.remedy(first, lang))}."


def _cell(at: Location, lang: Lang) -> str:
    return at.cell or (_LINE.format(line=at.line)[lang] if at.line else "")


def _questions(projects: Iterable[ProjectQuestions], lang: Lang, *, level: int) -> Iterator[str]:
    for project in projects:
        yield from ("", f"{'#' * level} {escape_markdown(f'{project.id} {project.name}')}", "")
        yield from (escape_markdown(place(project)), "")
        for number, each in enumerate(project.questions, start=1):
            where = cells(each, project)
            yield f"{number}. {escape_markdown(each.text[lang])}" + (f" ({escape_markdown(where)})" if where else "")
        if told := left(project, lang):
            yield from ("", told)


_LINE = Text("linje {line}", "line {line}")
_TITLE = Text("Tilbakemelding til {actor}, runde {round}", "Feedback to {actor}, round {round}")
_SUMMARY = Text("Arbeidsboken {file}: {counts}.", "The workbook {file}: {counts}.")
_NOT_RECEIVED = Text(
    "Vi har ikke mottatt arbeidsboken {file}. Fyll den ut, og send den til oss.",
    "We have not received the workbook {file}. Fill it in, and send it to us.",
)
_LATE = Text(
    "Vi har ikke mottatt arbeidsboken {file} i denne runden, og bruker svarene fra runde {late} så lenge. Send den nye "
    "til oss.",
    "We have not received the workbook {file} in this round, and use the answers of round {late} for the time being. "
    "Send the new one to us.",
)
_CORRECT = Text("Dette bør rettes", "What to correct")
_REMEDY = Text("Gjør slik", "What to do")
_QUESTIONS = Text("Spørsmål", "Questions")
_ANSWER = Text(
    "Svar i cellene som står bak spørsmålet, eller i en kommentar i samme del av skjemaet.",
    "Answer in the cells behind the question, or in a comment in the same part of the form.",
)
_NOTHING = Text("Det er ingenting å rette, og dataene reiser ingen spørsmål.", "There is nothing to correct or to ask.")
_OFFICE_TITLE = Text("Til porteføljekontoret, runde {round}", "To the portfolio office, round {round}")
_HEADINGS = Text("| Aktør | Feil | Advarsler | Spørsmål |", "| Actor | Errors | Warnings | Questions |")
_FROM_ACTORS = Text("Fra aktørene til kontoret", "From the actors to the office")
_OWN = Text("Registeret, kapitlene og runden", "The register, the chapters and the round")
_FOR_TALKS = Text(
    "Til samtalene med aktørene: de tyngste spørsmålene om hvert prosjekt, med cellene.",
    "For the talks with the actors: the heaviest questions about each project, with the cells.",
)
_NO_QUESTIONS = Text("Dataene reiser ingen spørsmål.", "The data raises no questions.")
