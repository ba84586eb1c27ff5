"""Letters to actors: what is missing from each, ready to be sent as it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import astuple

from ehport.diagnostics import wording
from ehport.diagnostics.code import Code
from ehport.diagnostics.diagnostic import Diagnostic, Location
from ehport.diagnostics.markdown import escape_markdown
from ehport.diagnostics.severity import Severity
from ehport.diagnostics.text import short, shorten
from ehport.form.actor import Actor
from ehport.form.field import field_of
from ehport.form.project import Project
from ehport.form.vocabulary import Answer, Tick
from ehport.lang import dates
from ehport.lang.language import Lang, Text
from ehport.model.round import CHECKER, Round
from ehport.model.standing import Standing
from ehport.model.submission import Entry
from ehport.model.touched import Touch, touched
from ehport.receiving.status import ActorStatus

MOST_ERRORS, MOST_PLACES, MOST_PROJECTS = 12, 6, 12


def letter(status: ActorStatus, round_: Round, lang: Lang) -> str:
    """Return the letter to an actor, in Markdown that reads as plain text; empty when nothing is missing."""
    sections = [each for each in _sections(status, lang) if each]
    if not sections:
        return ""
    facts = {
        "actor": escape_markdown(status.actor.name),
        "round": round_.id,
        "title": escape_markdown(round_.title),
        "file": status.actor.file,
        "deadline": dates.day(round_.cutoff, lang),
    }
    parts = [
        f"# {_TITLE.format(**facts)[lang]}",
        _GREETING[lang],
        _OPENING.format(**facts)[lang],
        *(part for section in sections for part in section),
        f"## {_CHECKING[lang]}",
        *_how_to_check(status, round_, lang),
        _CLOSING[lang],
        escape_markdown(round_.publication.publisher) or _OFFICE[lang],
        *([escape_markdown(asked)] if (asked := ", ".join(filter(None, astuple(round_.contact)))) else []),
    ]
    return "\n\n".join(parts) + "\n"


def _how_to_check(status: ActorStatus, round_: Round, lang: Lang) -> list[str]:
    if (round_.folder / CHECKER).is_file():
        return [_CHECK_ON_PAGE.format(checker=CHECKER)[lang]]
    return [_HOW_TO_CHECK[lang], f"    ehport check {status.actor.file}", _CHECK_IS_SAFE[lang]]


def _sections(status: ActorStatus, lang: Lang) -> Iterator[list[str]]:
    """Yield the sections of a letter, each as its paragraphs; those about what is not missing are empty."""
    yield _about_the_workbook(status, lang)
    yield _about_projects(status, lang)
    yield _about_errors(status, lang)
    yield _about_untouched(status, lang)


def _about_the_workbook(status: ActorStatus, lang: Lang) -> list[str]:
    said = _WORKBOOK.get(status.standing)
    if said is None:
        return []
    nothing = field_of(Actor, "nothing_to_report").label[lang]
    facts = {"file": status.actor.file, "nothing": nothing, "yes": Answer.YES.label[lang]}
    listed = [_error(each, lang) for each in errors_of(status)] if status.standing is Standing.UNREADABLE else []
    return [f"## {_THE_WORKBOOK[lang]}", said.format(**facts)[lang], *(["\n".join(listed)] if listed else [])]


def _about_projects(status: ActorStatus, lang: Lang) -> list[str]:
    if not status.missing:
        return []
    is_one = len(status.missing) == 1
    sheets, expected = (_ONE_SHEET, _ONE_EXPECTED) if is_one else (_SHEETS, _EXPECTED)
    heading, text = sheets if status.is_returned else expected
    listed = "\n".join(f"- {each.id} {escape_markdown(each.name)}" for each in status.missing)
    return [f"## {heading[lang]}", text[lang], listed]


def _about_errors(status: ActorStatus, lang: Lang) -> list[str]:
    faults = _alike(errors_of(status)) if status.is_returned else []
    if not faults:
        return []
    lines = [_error(first, lang, others) for first, *others in faults[:MOST_ERRORS]]
    left = sum(map(len, faults[MOST_ERRORS:]))
    more = [_MORE.format(count=left)[lang]] if left else []
    heading, text = (_ONE_ERROR, _ERROR_STOPS) if len(lines) == 1 and len(faults[0]) == 1 else (_ERRORS, _ERRORS_STOP)
    return [f"## {heading[lang]}", text[lang], "\n".join([*lines, *more])]


def _about_untouched(status: ActorStatus, lang: Lang) -> list[str]:
    projects = status.submission.projects if status.submission else ()
    lines = [
        f"- {escape_markdown(_named(each))}: {parts}" for each in projects if (parts := _untouched_parts(each, lang))
    ]
    if not lines:
        return []
    more = [_MORE.format(count=len(lines) - MOST_PROJECTS)[lang]] if len(lines) > MOST_PROJECTS else []
    ticked = field_of(Project, "financing_unchanged").label[lang]
    text = _CONFIRM.format(ticked=ticked, yes=Tick.YES.label[lang])[lang]
    return [f"## {_UNTOUCHED[lang]}", text, "\n".join([*lines[:MOST_PROJECTS], *more])]


def _untouched_parts(project: Entry[Project], lang: Lang) -> str:
    found = touched(project)
    parts = [each for each, touch in found.sections.items() if touch is Touch.UNTOUCHED]
    if found.is_untouched:
        return _ALL_PARTS[lang]
    return "; ".join(f"{each.number} {each.value[lang]}" for each in parts)


def _named(project: Entry[Project]) -> str:
    name = short(project.record.name or project.sheet)
    return f"{project.record.id} {name}" if project.record.id else name


def errors_of(status: ActorStatus) -> tuple[Diagnostic, ...]:
    """Return the errors in an actor's workbook."""
    told = (each for each in status.diagnostics if each.code is not Code.ACTOR_MISSING)
    return tuple(each for each in told if each.severity is Severity.ERROR)


def _alike(diagnostics: Iterable[Diagnostic]) -> list[list[Diagnostic]]:
    """Return errors with the same remedy together, in the order in which the first of each was found."""
    found: dict[tuple[Code, str], list[Diagnostic]] = {}
    for each in diagnostics:
        found.setdefault((each.code, each.at.field), []).append(each)
    return list(found.values())


def _error(first: Diagnostic, lang: Lang, others: Sequence[Diagnostic] = ()) -> str:
    """Return an error as an item of a list: what is wrong, where, what to do, and where the same is wrong."""
    at = shorten(first)
    said = _sentence(wording.message(at, lang))
    where = f" ({_place(first.at, lang)})" if first.at.sheet else ""
    parts = [f"{said}{where}.", _sentence(f"{wording.remedy(at, lang)}.")]
    if others:
        places = "; ".join(_place(each.at, lang, each.found) for each in others[:MOST_PLACES])
        more = "; …" if len(others) > MOST_PLACES else ""
        parts.append(_SAME_IN.format(places=places + more)[lang])
    return f"- {escape_markdown(' '.join(parts))}"


def _place(at: Location, lang: Lang, found: str = "") -> str:
    cell = f"{_CELL[lang]} {at.cell}" if at.cell else ""
    typed = f"«{short(found)}»" if found else ""
    return ", ".join(filter(None, (at.sheet or at.file, cell, typed)))


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


_TITLE = Text(
    "{title}, runde {round}: dette mangler fra {actor}", "{title}, round {round}: what is missing from {actor}"
)
_GREETING = Text("Hei!", "Hello,")
_OPENING = Text(
    "Fristen for innmeldingen er {deadline}. Nedenfor står det vi fortsatt mangler fra {actor}.",
    "The deadline for the submission is {deadline}. Below stands what we still lack from {actor}.",
)
_THE_WORKBOOK = Text("Arbeidsboken", "The workbook")
_NOT_RECEIVED = Text(
    "Vi har ikke mottatt arbeidsboken {file}. Fyll den ut og send den til oss. Står svarene fra forrige runde i "
    "den, og er det ikke noe nytt, er det nok å svare «{yes}» på «{nothing}» i arket for aktøren.",
    "We have not received the workbook {file}. Fill it in and send it to us. If it has the answers of last round "
    "and nothing is new, it is enough to answer «{yes}» to «{nothing}» on the sheet about the actor.",
)
_WORKBOOK = {
    Standing.MISSING: _NOT_RECEIVED,
    Standing.LATE: _NOT_RECEIVED,
    Standing.UNTOUCHED: Text(
        "Arbeidsboken {file} er slik vi sendte den ut: ingenting er endret eller bekreftet. Rett det som er nytt, "
        "bekreft resten, og send den til oss. Er det ikke noe nytt i det hele tatt, er det nok å svare «{yes}» på "
        "«{nothing}» i arket for aktøren.",
        "The workbook {file} is as we sent it: nothing is changed or confirmed. Correct what is new, confirm the rest, "
        "and send it to us. If there is nothing new at all, it is enough to answer «{yes}» to «{nothing}» on the sheet "
        "about the actor.",
    ),
    Standing.UNREADABLE: Text(
        "Vi har mottatt {file}, men klarer ikke å lese den:", "We have received {file}, but cannot read it:"
    ),
}
_SHEETS = (
    Text("Prosjekter uten ark", "Projects without a sheet"),
    Text(
        "Disse prosjektene er aktive i porteføljen, men har ikke noe ark i arbeidsboken. Legg inn et ark for hvert av "
        "dem, eller si fra om et av dem er ferdig, satt på pause eller skal meldes av andre.",
        "These projects are active in the portfolio, but have no sheet in the workbook. Put in a sheet for each of "
        "them, or tell us if one is completed, paused or to be reported by others.",
    ),
)
_ONE_SHEET = (
    Text("Et prosjekt uten ark", "A project without a sheet"),
    Text(
        "Dette prosjektet er aktivt i porteføljen, men har ikke noe ark i arbeidsboken. Legg inn et ark for det, eller "
        "si fra om det er ferdig, satt på pause eller skal meldes av andre.",
        "This project is active in the portfolio, but has no sheet in the workbook. Put in a sheet for it, or tell us "
        "if it is completed, paused or to be reported by others.",
    ),
)
_ONE_EXPECTED = (
    Text("Et prosjekt vi venter på", "A project we are waiting for"),
    Text("Dette prosjektet skal være med i arbeidsboken:", "This project must be in the workbook:"),
)
_EXPECTED = (
    Text("Prosjekter vi venter på", "Projects we are waiting for"),
    Text("Disse prosjektene skal være med i arbeidsboken:", "These projects must be in the workbook:"),
)
_ERRORS = Text("Feil som må rettes", "Errors to correct")
_ERRORS_STOP = Text(
    "Svarene under kan ikke brukes slik de står. Rett dem i arbeidsboken, og send den på nytt.",
    "The answers below cannot be used as they stand. Correct them in the workbook, and send it again.",
)
_ONE_ERROR = Text("En feil som må rettes", "An error to correct")
_ERROR_STOPS = Text(
    "Svaret under kan ikke brukes slik det står. Rett det i arbeidsboken, og send den på nytt.",
    "The answer below cannot be used as it stands. Correct it in the workbook, and send it again.",
)
_MORE = Text("- og {count} til", "- and {count} more")
_SAME_IN = Text("Det samme gjelder {places}.", "The same holds for {places}.")
_CELL = Text("celle", "cell")
_UNTOUCHED = Text("Deler som ikke er sett over", "Parts nobody has looked through")
_CONFIRM = Text(
    "Her står svarene fra forrige runde som de var, uten at noe er endret eller bekreftet. Rett det som er nytt. Der "
    "alt fortsatt gjelder, svarer dere «{yes}» på spørsmålet øverst i delen, for eksempel «{ticked}».",
    "Here last round's answers stand as they were, with nothing changed or confirmed. Correct what is new. Where "
    "everything still holds, answer «{yes}» to the question at the top of the part, for example «{ticked}».",
)
_ALL_PARTS = Text("hele prosjektet", "the whole project")
_CHECKING = Text("Slik sjekker dere selv", "How to check it yourselves")
_CHECK_ON_PAGE = Text(
    "Lagre arbeidsboken, dobbeltklikk på {checker}, som fulgte med den, og slipp arbeidsboken på siden som åpner seg. "
    "Der står det, celle for celle, hva som gjenstår og hva som kan skrives i stedet. Ingenting blir sendt, og "
    "arbeidsboken blir ikke endret.",
    "Save the workbook, double-click {checker}, which came along with it, and drop the workbook on the page that "
    "opens. It tells, cell by cell, what remains and what to write instead. Nothing is sent, and the workbook is not "
    "changed.",
)
_HOW_TO_CHECK = Text(
    "Lagre arbeidsboken og kjør kommandoen under i mappen den ligger i. Da får dere vite, celle for celle, hva som "
    "gjenstår og hva som kan skrives i stedet.",
    "Save the workbook and run the command below in the folder it lies in. It tells, cell by cell, what remains and "
    "what to write instead.",
)
_CHECK_IS_SAFE = Text("Kommandoen endrer ikke arbeidsboken.", "The command does not change the workbook.")
_CLOSING = Text("Vennlig hilsen", "Kind regards")
_OFFICE = Text("Porteføljekontoret", "The portfolio office")
