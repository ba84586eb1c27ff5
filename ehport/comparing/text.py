"""A comparison as text for a terminal: the portfolio first, then each project, the heaviest changes first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from textwrap import wrap

from ehport.changes.budget_bridge import Bridge
from ehport.changes.change import Change, ChangeKind, Event, Side
from ehport.changes.ratings import RatingStanding, Transitions
from ehport.changes.slips import Slip
from ehport.comparing.compare import Compared
from ehport.diagnostics.text import short, visible
from ehport.diagnostics.wording import message
from ehport.form.kinds import Line, Prose
from ehport.lang import numbers
from ehport.lang.counting import PROJECTS
from ehport.lang.language import Lang, Text

WIDTH = 80
_LABEL = 26
_INDENT = _LABEL + 2
_COLUMN = ": "  # between a list and one of its columns
_WITHOUT_SIDES = frozenset(
    {Event.MERGED, Event.SPLIT, Event.SPUN_OFF, Event.UNREPORTED, Event.REPORTED, Event.NAMESAKE}
)
_AS_TYPED = frozenset({Event.DELIVERED, Event.DROPPED, Event.REOPENED})
_ONE_SIDE = frozenset({Event.ADDED, Event.REMOVED, Event.ENTERED, Event.LEFT, Event.CANDIDATE, Event.WITHDRAWN})
_MONEY = 14
_CONTEXT = 3
_FURTHER_LINE = re.compile(r"\n {5,}(?=\S)")


def as_text(compared: Compared, lang: Lang, *, everything: bool = False, width: int = WIDTH) -> str:
    """Return a comparison as text; changes of texts are only counted unless everything is to be told.

    Where there is less room than the columns need, every change is one line, to be folded as it comes.
    """
    told = [each for each in compared.changes if everything or each.kind is not ChangeKind.TEXT]
    hidden = len(compared.changes) - len(told)
    blocks = [[_head(compared, lang)], list(_notes(compared, lang))]
    if compared.of_portfolio and compared.changes:
        of_portfolio = [each for each in told if each.kind is ChangeKind.MEMBERSHIP]
        told = [each for each in told if each.kind is not ChangeKind.MEMBERSHIP]
        blocks += _portfolio(compared, of_portfolio, lang)
    blocks += [list(_slips(compared.found.slips, lang))]
    blocks += [list(_project(each, compared, lang)) for each in _by_project(told)]
    blocks += [[_HIDDEN[min(hidden, 2) - 1].format(count=hidden)[lang]]] if hidden else []
    text = "\n\n".join("\n".join(block) for block in blocks if block)
    return text if width >= WIDTH else _FURTHER_LINE.sub(" ", text)


def _portfolio(compared: Compared, changes: Sequence[Change], lang: Lang) -> list[list[str]]:
    standings = compared.found.transitions["status"].cells
    before = sum(each.count for each in standings if each.before is not RatingStanding.OUTSIDE)
    now = sum(each.count for each in standings if each.now is not RatingStanding.OUTSIDE)
    members = [_MEMBERS.format(before=before, now=now, projects=PROJECTS.word(now))[lang].upper()]
    names = _names(compared)
    for each in changes:
        told = _member(each, names, lang)
        named = f"{each.project} {short(each.name)}"
        members += _hung(
            f"  {_capital(each.event.value[lang]):<{_LABEL - 2}}  ",
            f"{named}: {told}" if told else named,
            at_most=_INDENT,
        )
    moved = [list(_movements(each, compared.names[1], lang)) for each in compared.found.transitions.values()]
    cells = [each for of in compared.found.transitions.values() for each in of.cells]
    has_star = any(each.is_change and each.is_of_before and each.budget.amount is not None for each in cells)
    note = [[_OF_BEFORE.format(round=compared.names[0])[lang]]] if has_star else []
    return [members, *moved, *note, list(_bridge(compared.found.bridge, compared.names, lang))]


def _member(change: Change, names: Mapping[str, str], lang: Lang) -> str:
    """Return what happened to a project of the portfolio: the others it is about, its states, and why."""
    others = change.others if change.event is not Event.RENUMBERED else ()
    told = ", ".join(f"{each} {short(names.get(each, ''))}".strip() for each in others) or _sides(change, lang)
    why = visible(change.why) or (_NO_REASON[lang] if change.event is Event.LEFT else "")
    return f"{told} – {why}" if why else told


def _names(compared: Compared) -> dict[str, str]:
    pairing = compared.found.pairing
    members = [member for pair in pairing.pairs for member in (pair.before, pair.now)]
    return {each.id: each.name for each in (*members, *pairing.added, *pairing.gone)}


def _by_project(changes: Iterable[Change]) -> list[tuple[Change, ...]]:
    found: dict[str, tuple[Change, ...]] = {}
    for each in changes:
        found[each.project] = (*found.get(each.project, ()), each)
    return list(found.values())


def _head(compared: Compared, lang: Lang) -> str:
    projects = len({each.project for each in compared.changes})
    text = _HEADS[min(len(compared.changes), 2)] if projects < 2 else _HEADS[-1]
    before, now = compared.names
    return text.format(before=before, now=now, count=len(compared.changes), projects=projects)[lang]


def _movements(found: Transitions, now: str, lang: Lang) -> Iterator[str]:
    yield _RATED.format(rating=found.label[lang], round=now)[lang].upper()
    same = [each for each in found.cells if not each.is_change]
    for each in found.cells:
        if each.is_change:
            amount = numbers.mnok(each.budget.amount, lang)
            amount += "*" if each.is_of_before and each.budget.amount is not None else " "
            label = f"  {each.before.label[lang]} → {each.now.label[lang]}"
            projects = ", ".join(one.project for one in each.projects)
            yield from _hung(f"{label:<{_LABEL + 10}}{each.count:>4}{amount:>{_MONEY + 1}}  ", projects)
    count, together = sum(each.count for each in same), sum(each.budget.amount or 0 for each in same)
    label = f"  {_UNCHANGED[lang]}"
    yield f"{label:<{_LABEL + 10}}{count:>4}{numbers.mnok(together, lang):>{_MONEY}}"


def _bridge(found: Bridge, names: Sequence[str], lang: Lang) -> Iterator[str]:
    yield _BUDGET[lang].upper()
    width = _LABEL + 14
    first, last = (
        f"  {_TOTAL.format(round=name, year=year)[lang]}"
        for name, year in zip(names, (found.year_before, found.year_now), strict=True)
    )
    yield f"{first:<{width}}{numbers.mnok(found.before.amount, lang):>{_MONEY}}"
    for each in found.steps:
        projects = ", ".join(one.project for one in each.projects)
        label = f"  {each.step.value[lang]}"
        yield from _hung(f"{label:<{width}}{_signed(each.amount, lang):>{_MONEY}}  ", projects)
    yield f"{last:<{width}}{numbers.mnok(found.now.amount, lang):>{_MONEY}}"
    if found.is_other_year:
        yield from _hung("  ", _OTHER_YEAR[lang])


def _slips(found: Iterable[Slip], lang: Lang) -> Iterator[str]:
    now = [each for each in found if each.is_now]
    if now:
        yield _SLIPPED[lang].upper()
    for each in now:
        thing = f"«{short(each.row)}»" if each.row else each.label[lang]
        moved = _amount(each.total, lang) if each.is_money else _months(each.total, lang)
        text = _TIMES[min(each.times, 2) - 1].format(times=each.times, moved=moved, since=each.first.round_id)[lang]
        yield from _hung(f"  {each.project:<5}", f"{thing}: {text}")


def _project(changes: Sequence[Change], compared: Compared, lang: Lang) -> Iterator[str]:
    first = changes[0]
    yield f"{first.project} {short(first.name)}"
    silent = {each.change: each for each in compared.found.unexplained}
    for each in changes:
        told = _told(each, lang, of_workbooks=compared.of_workbooks) + (_SAME_REASON[lang] if each in silent else "")
        label = each.label[lang].partition(_COLUMN)[0] if each.row else each.label[lang]
        beside = "  " if each.kind is ChangeKind.MEMBERSHIP else f"  {label:<{_LABEL - 2}}  "
        yield from _hung(beside, told, at_most=_INDENT)


def _told(change: Change, lang: Lang, *, of_workbooks: bool) -> str:
    """Return a change in one line: the row, what happened, before and now, and by how much."""
    happened = _IN_WORKBOOK.get(change.event, change.event.value) if of_workbooks else change.event.value
    column = change.label[lang].partition(_COLUMN)[2] if change.row else ""
    row = ", ".join(filter(None, (f"«{short(change.row)}»", column))) if change.row else ""
    head = " ".join(filter(None, (row, happened[lang] if change.event is not Event.CHANGED else "")))
    sides = _sides(change, lang)
    text = f"{head}: {sides}" if head and sides else head or sides
    return text + _difference(change, lang) + (_ALIKE[lang] if change.alike else "")


def _sides(change: Change, lang: Lang) -> str:
    before, now = change.before, change.now
    if change.event in _WITHOUT_SIDES:
        return ""
    if change.event in _AS_TYPED:
        return f"«{short(before.typed)}» → «{short(now.typed)}»"
    if isinstance(now.kind, Line | Prose):
        return " → ".join(f"«{each}»" for each in _differing(before.typed, now.typed))
    if change.event in _ONE_SIDE and not (before.typed and now.typed):
        side = now if now.typed else before
        return _side(side, lang) if side.typed else ""
    return f"{_side(before, lang)} → {_side(now, lang)}"


def _side(side: Side, lang: Lang) -> str:
    if side.adjusted:
        return f"{side.shown(lang)} {_ADJUSTED.format(typed=short(side.typed) or '–')[lang]}"
    if side.value is None and side.typed:
        return f"«{short(side.typed)}»" if side.kind else short(side.typed)
    return side.shown(lang) or _NOT_GIVEN[lang]


def _differing(before: str, now: str) -> tuple[str, str]:
    """Return two texts from just before where they begin to differ, shortened."""
    first, second = visible(before).split(), visible(now).split()
    same = next((at for at, pair in enumerate(zip(first, second, strict=False)) if pair[0] != pair[1]), None)
    begins = max(0, (min(len(first), len(second)) if same is None else same) - _CONTEXT)
    lead = "… " if begins else ""
    return lead + short(" ".join(first[begins:])), lead + short(" ".join(second[begins:]))


def _difference(change: Change, lang: Lang) -> str:
    shown = {"tkr": _amount, "months": _months}.get(change.unit)
    return f" ({shown(change.difference, lang)})" if shown and change.difference else ""


def _notes(compared: Compared, lang: Lang) -> Iterator[str]:
    if compared.notes:
        yield _NOTES[lang].upper()
    for each in compared.notes:
        yield from _hung("  ", f"{each.at.file}: {message(each, lang)}")


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _hung(label: str, text: str, *, at_most: int = WIDTH) -> list[str]:
    """Return a text beside its label, folded within the width; further lines begin below the text, or before."""
    behind = " " * min(len(label), at_most)
    lines = wrap(
        text or " ",
        WIDTH,
        initial_indent=label,
        subsequent_indent=behind,
        break_long_words=False,
        break_on_hyphens=False,
    )
    return [each.rstrip() for each in lines or [label]]


def _signed(tkr: int, lang: Lang) -> str:
    return numbers.signed(tkr, numbers.mnok(tkr, lang))


def _amount(tkr: int, lang: Lang) -> str:
    return _whole(_MILLION.format(amount=_signed(tkr, lang))[lang])


def _whole(text: str) -> str:
    return text.replace(" ", numbers.NO_BREAK)


def _months(months: int, lang: Lang) -> str:
    signed = numbers.signed(months, numbers.number(months, lang))
    return _whole(_MONTHS.format(months=signed, unit=_UNITS[abs(months) != 1])[lang])


_HEADS = (
    Text("{before} → {now}: ingen endringer", "{before} → {now}: no changes"),
    Text("{before} → {now}: 1 endring i 1 prosjekt", "{before} → {now}: 1 change in 1 project"),
    Text("{before} → {now}: {count} endringer i 1 prosjekt", "{before} → {now}: {count} changes in 1 project"),
    Text(
        "{before} → {now}: {count} endringer i {projects} prosjekter",
        "{before} → {now}: {count} changes in {projects} projects",
    ),
)
_MEMBERS = Text("Porteføljen: {before} → {now} {projects}", "The portfolio: {before} → {now} {projects}")
_RATED = Text("{rating}: antall og budsjett i {round}, mill. kr", "{rating}: count and budget in {round}, NOK million")
_OF_BEFORE = Text(
    "* Budsjettet fra {round}: prosjektet har ikke noe nå.", "* The budget of {round}: the project has none now."
)
_UNCHANGED = Text("uendret", "unchanged")
_BUDGET = Text("Budsjett, mill. kr", "Budget, NOK million")
_TOTAL = Text("{round}, budsjettår {year}", "{round}, budget year {year}")
_OTHER_YEAR = Text(
    "Budsjettåret er flyttet: hver runde har summen for sitt eget år.",
    "The budget year has moved: each round has the total of its own year.",
)
_SLIPPED = Text("Utsatt eller dyrere", "Postponed or more expensive")
_TIMES = (
    Text("{moved}, første gang (siden {since})", "{moved}, for the first time (since {since})"),
    Text("{moved}, {times} ganger siden {since}", "{moved}, {times} times since {since}"),
)
_HIDDEN = (
    Text("1 tekst er også endret: vis den med --all", "1 text has changed too: show it with --all"),
    Text("{count} tekster er også endret: vis dem med --all", "{count} texts have changed too: show them with --all"),
)
_NOTES = Text("Mangler eller kan ikke leses", "Missing, or cannot be read")
_SAME_REASON = Text("; begrunnelsen er ordrett som før", "; the reason is word by word as before")
_ADJUSTED = Text("(justert; meldt «{typed}»)", "(adjusted; reported «{typed}»)")
_NO_REASON = Text("registeret gir ingen grunn", "the register gives no reason")
_NOT_GIVEN = Text("ikke oppgitt", "not given")
_ALIKE = Text(" (gjenkjent på likheten)", " (recognised by likeness)")
_MILLION = Text("{amount} mill. kr", "NOK {amount} million")
_MONTHS = Text("{months} mnd.", "{months} {unit}")
_UNITS = ("month", "months")
_IN_WORKBOOK = {
    Event.ENTERED: Text("lagt til i arbeidsboken", "added to the workbook"),
    Event.LEFT: Text("tatt ut av arbeidsboken", "taken out of the workbook"),
}
