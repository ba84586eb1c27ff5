"""The status of a round as it is told: a table or a block for each actor in a terminal, JSON, and CSV."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Sequence
from textwrap import wrap
from typing import Any

from ehport.export.csv_file import plain
from ehport.lang import dates, numbers
from ehport.lang.counting import ACTORS, PROJECTS, verbs
from ehport.lang.language import Lang, Text
from ehport.model.member import Member
from ehport.model.messages import find_message
from ehport.model.standing import Standing
from ehport.receiving.status import ActorStatus, Quality, RoundStatus

_GAPS = ("  ", " ")  # the narrow one keeps a table with many changes within an ordinary window
_INDENT = "  "
_HEADINGS = (
    Text("Aktør", "Actor"),
    Text("Levert", "Returned"),
    Text("Meldt", "Found"),
    Text("Feil", "Errors"),
    Text("Advarsler", "Warnings"),
    Text("Utfylt", "Answered"),
    Text("Urørt", "Untouched"),
)
_OF = Text("{found} av {expected}", "{found} of {expected}")
_TITLE = Text("Runde {round}. Frist {cutoff}.", "Round {round}. Deadline {cutoff}.")
_RETURNED = Text(
    "{returned} av {asked} {actors} har levert, og {found} av {expected} {projects} er meldt.",
    "{returned} of {asked} {actors} {have} returned, and {found} of {expected} {projects} {are} reported.",
)
_TREND = Text(
    "I parentes: endring fra det aktøren sendte inn i runde {round}, for spørsmålene som ble stilt begge ganger. "
    "Utfylt og urørt er i prosentpoeng, urørt når begge arbeidsbøkene var forhåndsutfylt.",
    "In parentheses: change from what the actor sent in round {round}, for the questions asked both times. Answered "
    "and untouched are in percentage points, untouched where both workbooks were prefilled.",
)
_MISSING = Text("Mangler", "Missing")
_COMPLETE = Text("Alt er kommet inn.", "Everything has come in.")
_NOTES = Text("Merknader", "Notes")
_SAYS_NOTHING_NEW = Text("melder at det ikke er noe nytt", "says that there is nothing new")
_EARLIER = Text("{count} tidligere versjoner i .earlier/", "{count} earlier versions in .earlier/")
_ONE_EARLIER = Text("1 tidligere versjon i .earlier/", "1 earlier version in .earlier/")
_UNASKED = Text("Ingen aktør er spurt om", "No actor is asked about")
_LACKS = {
    Standing.MISSING: Text("arbeidsboken er ikke levert", "the workbook is not returned"),
    Standing.LATE: Text(
        "arbeidsboken er ikke levert; forrige rundes svar brukes",
        "the workbook is not returned; last round's answers are used",
    ),
    Standing.UNTOUCHED: Text(
        "arbeidsboken er ikke rørt siden den ble sendt ut", "the workbook is untouched since it was sent out"
    ),
    Standing.UNREADABLE: Text("arbeidsboken kan ikke leses", "the workbook cannot be read"),
}


def as_text(status: RoundStatus, lang: Lang, *, width: int) -> str:
    """Return the status as a table as wide as the terminal, or as a block for each actor where that is too narrow."""
    every = status.actors
    facts = {
        "returned": sum(each.is_returned for each in every),
        "asked": len(every),
        "found": sum(each.found for each in every),
        "expected": sum(len(each.expected) for each in every) + len(status.unasked),
    }
    words = {"actors": ACTORS.word(facts["asked"]), "projects": PROJECTS.word(facts["expected"])}
    agreeing = {"have": verbs(facts["returned"])["have"], "are": verbs(facts["found"])["are"]}
    title = _TITLE.format(round=status.round.id, cutoff=dates.day(status.round.cutoff, lang))[lang]
    head = [*wrap(title, width), *wrap(_RETURNED.format(**facts, **words, **agreeing)[lang], width)]
    tables = (_table(every, lang, width, gap=gap) for gap in _GAPS)
    parts = [head, next(filter(None, tables), None) or _blocks(every, lang)]
    if any(each.change for each in every):
        parts.append(wrap(_TREND.format(round=status.round.previous)[lang], width))
    parts.append(_listed(_MISSING[lang], _lacking(status, lang), width) or [_COMPLETE[lang]])
    parts.append(_listed(_NOTES[lang], _notes(every, lang), width))
    return "\n\n".join("\n".join(part) for part in parts if part)


def _table(every: Sequence[ActorStatus], lang: Lang, width: int, *, gap: str) -> list[str]:
    """Return the lines of the table, none when the names have no room in it."""
    rows = [(each.actor.name, *_cells(each, lang)) for each in every]
    headings = tuple(each[lang] for each in _HEADINGS)
    widths = [max(map(len, column)) for column in zip(headings, *rows, strict=True)]
    left = width - sum(widths[1:]) - len(gap) * (len(widths) - 1)
    if left < max((len(word) for row in rows for word in row[0].split()), default=0):
        return []
    widths[0] = min(widths[0], left)
    ruled = tuple("─" * each for each in widths)
    return [line for row in (headings, ruled, *rows) for line in _row(row, widths, gap)]


def _row(row: Sequence[str], widths: Sequence[int], gap: str) -> Iterator[str]:
    first, *others = wrap(row[0], widths[0]) or [""]
    cells = [row[1].ljust(widths[1]), *(cell.rjust(each) for cell, each in zip(row[2:], widths[2:], strict=True))]
    yield gap.join([first.ljust(widths[0]), *cells]).rstrip()
    yield from (f"{_INDENT}{each}" for each in wrap(" ".join(others), widths[0] - len(_INDENT)))


def _cells(each: ActorStatus, lang: Lang) -> tuple[str, ...]:
    return (_when(each, lang), f"{each.found}/{len(each.expected)}", *_measured(each, lang))


def _measured(each: ActorStatus, lang: Lang) -> Iterator[str]:
    """Yield errors, warnings, answered and untouched, each with its change where there is one."""
    now, change = each.quality, each.change
    for name in ("errors", "warnings"):
        text = str(getattr(now, name)) if now else numbers.MISSING
        yield _with_trend(text, getattr(change, name) if change else None, lang)
    yield _with_trend(_percent(_share(now), lang), change.answered if change else None, lang)
    yield _with_trend(_percent(each.untouched, lang), change.untouched if change else None, lang)


def _when(each: ActorStatus, lang: Lang) -> str:
    return dates.short_day(each.saved, lang) if each.is_returned and each.saved else each.standing[lang]


def _share(quality: Quality | None) -> int | None:
    return quality.answered if quality else None


def _with_trend(text: str, change: int | None, lang: Lang) -> str:
    return text if change is None else f"{text} ({numbers.signed(change, numbers.number(change, lang))})"


def _percent(share: int | None, lang: Lang) -> str:
    return numbers.MISSING if share is None else numbers.percent(share, lang)


def _blocks(every: Sequence[ActorStatus], lang: Lang) -> list[str]:
    """Return each actor with a line for each thing there is to say, and a blank line between actors."""
    lines: list[str] = []
    for each in every:
        lines += ["", each.actor.name] if lines else [each.actor.name]
        reported = _OF.format(found=each.found, expected=len(each.expected))[lang]
        told = [_when(each, lang), reported, *_measured(each, lang)]
        pairs = list(zip(_HEADINGS[1:], told, strict=True))
        wide = max(len(label[lang]) for label in _HEADINGS[1:])
        lines += [f"{_INDENT}{label[lang].ljust(wide)}  {text}" for label, text in pairs if text != numbers.MISSING]
    return lines


def _listed(title: str, items: Sequence[str], width: int) -> list[str]:
    if not items:
        return []
    return [
        title,
        *(line for item in items for line in wrap(item, width, initial_indent=_INDENT, subsequent_indent=_INDENT * 2)),
    ]


def _lacking(status: RoundStatus, lang: Lang) -> list[str]:
    lacking = [f"{each.actor.name}: {_lacks(each, lang)}" for each in status.actors if each.lacks_something]
    return [*lacking, *([f"{_UNASKED[lang]}: {format_projects(status.unasked)}"] if status.unasked else [])]


def _lacks(each: ActorStatus, lang: Lang) -> str:
    return format_projects(each.missing) if each.is_returned else _LACKS[each.standing][lang]


def format_projects(members: Sequence[Member]) -> str:
    """Return projects by number and name."""
    return ", ".join(f"{each.id} {each.name}" for each in members)


def _notes(every: Sequence[ActorStatus], lang: Lang) -> list[str]:
    notes = []
    for each in every:
        said = [_SAYS_NOTHING_NEW[lang]] if each.standing is Standing.NOTHING_NEW else []
        said += (
            [(_ONE_EARLIER if each.earlier == 1 else _EARLIER).format(count=each.earlier)[lang]] if each.earlier else []
        )
        said += [each.lock.told[lang]] if each.lock else []
        message = find_message(each.submission) if each.submission else None
        said += [message.in_words(lang)] if message else []
        notes += [f"{each.actor.name}: {', '.join(said)}"] if said else []
    return notes


def as_json(status: RoundStatus) -> str:
    """Return the status for programs: the round, each actor, and projects that no actor is known to report."""
    found = {
        "round": status.round.id,
        "previous": status.round.previous,
        "cutoff": status.round.cutoff.isoformat(),
        "complete": status.is_complete,
        "actors": [{**_record(each), "missing": _projects(each.missing)} for each in status.actors],
        "unasked": _projects(status.unasked),
    }
    return json.dumps(found, ensure_ascii=False, indent=2)


def as_csv(status: RoundStatus) -> str:
    """Return one line for each actor, under the names that JSON has; missing projects are numbers and semicolons."""
    out = io.StringIO()
    records = [{**_record(each), "missing": ";".join(one.id for one in each.missing)} for each in status.actors]
    writer = csv.DictWriter(out, records[0] if records else (), lineterminator="\n")
    writer.writeheader()
    writer.writerows({name: plain(value) for name, value in each.items()} for each in records)
    return out.getvalue().rstrip("\n")


def _record(each: ActorStatus) -> dict[str, Any]:
    now, change = each.quality, each.change
    return {
        "actor": each.actor.id,
        "name": each.actor.name,
        "standing": each.standing.name.lower(),
        "returned": each.saved.isoformat(timespec="seconds") if each.is_returned and each.saved else None,
        "expected": len(each.expected),
        "found": each.found,
        "errors": now.errors if now else None,
        "errors_change": change.errors if change else None,
        "warnings": now.warnings if now else None,
        "warnings_change": change.warnings if change else None,
        "answered": _share(now),
        "answered_change": change.answered if change else None,
        "untouched": each.untouched,
        "untouched_change": change.untouched if change else None,
        "earlier": each.earlier,
        "open_in": each.lock.program if each.lock else None,
    }


def _projects(members: Sequence[Member]) -> list[dict[str, str]]:
    return [{"id": each.id, "name": each.name} for each in members]
