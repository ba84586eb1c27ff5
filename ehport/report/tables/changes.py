"""The tables of what has changed since the previous round."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ehport.analysis.printed import Printed, sentence
from ehport.analysis.summary import Summary
from ehport.changes.change import Change, ChangeKind, Event, Side
from ehport.changes.comparison import Comparison
from ehport.changes.highlights import (
    ProjectChanges,
    SlipList,
    change_fact,
    change_list,
    effect,
    slip_list,
    this_time,
    unexplained_list,
)
from ehport.changes.slips import DELIVERABLES, SLIPPING, Slip
from ehport.form.field import field_of
from ehport.form.kinds import Amount, When
from ehport.form.planned import PlannedTime
from ehport.form.project import FinancingTotal, Project
from ehport.form.vocabulary import Rating
from ehport.lang import numbers
from ehport.lang.language import Text
from ehport.report.columns import NUMBER_WIDTH, money_column
from ehport.report.table import Content, Row, RowKind, TableCell, TableColumn
from ehport.report.typesetter import Typesetter
from ehport.report.wording import Word

_BULLETS = "•*-– "
_LONGEST = 180  # signs of a reason that is not repeated in full: it stands on the project's page
_NOTHING: Content = ((), ())
_WHAT, _HAPPENED = Text("Hva", "What"), Text("Hva som har skjedd", "What happened")
_DETAILS = Text("Nærmere", "Details")
_EFFECT = Text("Virkning på budsjettet, mill. kr", "Effect on the budget, NOK million")
_BEFORE, _NOW = Text("Forrige runde", "Previous round"), Text("Denne runden", "This round")
_DIFFERENCE = Text("Forskjell", "Difference")
_RATING = Text("Vurdering", "Rating")
_REASON = Text("Begynnelsen av begrunnelsen, som er uendret", "The beginning of the reason, which is unchanged")
_MILLIONS = Text("{label}, mill. kr", "{label}, NOK million")
_MONTHS = Text("{months} mnd.", "{months} months")
_OTHERS = (
    Text("{count} andre endringer", "{count} other changes"),
    Text("{count} endring til", "{count} other change"),
)
_TEXTS = (
    Text("{count} endringer i tekst", "{count} changes of text"),
    Text("{count} endring i tekst", "{count} change of text"),
)
_REST = Text(" er også endret, men mindre.", " have changed too, but less.")
_REST_UNEXPLAINED = Text(
    " har også fått en ny vurdering med uendret begrunnelse.", " also have a new rating with an unchanged reason."
)
_FROM, _TO = Text("Fra", "From"), Text("Til", "To")
_LATEST, _TIMES, _TOTAL = Text("Denne gangen", "This time"), Text("Ganger", "Times"), Text("I alt", "In all")
_MORE = Text("{count} leveranser til er utsatt.", "{count} more deliverables have been put off.")
_FORMER = Text("før: {name}", "before: {name}")


def entered_left(summary: Summary, setter: Typesetter) -> Content:
    """Return what happened to the portfolio itself: what came, left, paused, joined or got another name."""
    found = summary.comparison
    if found is None:
        return _NOTHING
    columns = (
        TableColumn(Word.NUMBER[setter.lang], NUMBER_WIDTH),
        TableColumn(Word.PROJECT[setter.lang], 46),
        TableColumn(_HAPPENED[setter.lang], 32),
        TableColumn(_DETAILS[setter.lang], 52),
        money_column(_EFFECT[setter.lang], 26),
    )
    # That a new project has the name of another is for the office to look into, and no news to readers.
    listed = [each for each in found.of_kind(ChangeKind.MEMBERSHIP) if each.event is not Event.NAMESAKE]
    return columns, tuple(_membership(each, found, setter=setter) for each in listed)


def changes(summary: Summary, setter: Typesetter) -> Content:
    """Return the heavy changes by project, and how many others there are."""
    found = summary.comparison
    listed = change_list(found) if found else None
    if listed is None or not (listed.projects or listed.rest):
        return _NOTHING
    columns = (
        TableColumn(_WHAT[setter.lang], 42),
        TableColumn(_BEFORE[setter.lang], 46),
        TableColumn(_NOW[setter.lang], 46),
        TableColumn(_DIFFERENCE[setter.lang], 36, number=True),
    )
    rows = [row for each in listed.projects for row in _of_project(each, summary, setter=setter)]
    if listed.rest:
        rows.append(_numbers_of([each.id for each in listed.rest], _REST, spans=len(columns), setter=setter))
    return columns, tuple(rows)


def foremost_changes(summary: Summary, setter: Typesetter, most: int) -> Content:
    """Return the changes of the projects with the heaviest ones, as in `changes`, of so many projects at most."""
    columns, rows = changes(summary, setter)
    heads = [place for place, row in enumerate(rows) if row.kind is RowKind.GROUP]
    return columns, rows[: heads[most]] if len(heads) > most else rows


def unexplained(summary: Summary, setter: Typesetter) -> Content:
    """Return the ratings that changed while the actor's reason is word by word as before."""
    lang, found = setter.lang, summary.comparison
    if found is None:
        return _NOTHING
    columns = (
        TableColumn(Word.NUMBER[lang], NUMBER_WIDTH),
        TableColumn(Word.PROJECT[lang], 38),
        TableColumn(_RATING[lang], 20),
        TableColumn(_BEFORE[lang], 20),
        TableColumn(_NOW[lang], 20),
        TableColumn(_REASON[lang], 58),
    )
    told, rest = unexplained_list(found)
    rows = []
    for each in told:
        change = each.change
        sides = (_side(side, "", setter) for side in (change.before, change.now))
        named = (setter.ids((change.project,)), setter.named(change.project, change.name))
        rows.append(Row((*named, TableCell(text=change.label[lang]), *sides, TableCell(typed=(beginning(each.text),)))))
    if rest:
        rows.append(_numbers_of(rest, _REST_UNEXPLAINED, spans=len(columns), setter=setter))
    return columns, tuple(rows)


def _numbers_of(projects: Sequence[str], words: Text, *, spans: int, setter: Typesetter) -> Row:
    """Return the row that names the projects for which there was no room, and says what they have."""
    ids = setter.ids(projects)
    return Row((replace(ids, text=ids.text + words[setter.lang]),), spans=spans)


def beginning(text: str) -> str:
    """Return a text on one line, or as much of it as tells which text it is."""
    lines = (" ".join(line.split()).lstrip(_BULLETS) for line in text.splitlines())
    line = " / ".join(filter(None, lines))
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST].rsplit(' ', 1)[0]} …"


def slips(summary: Summary, setter: Typesetter) -> Content:
    """Return the times and costs that slipped since the previous round, and how often and how far in all."""
    lang, found = setter.lang, summary.comparison
    listed = slip_list(found) if found else SlipList({}, 0)
    columns = (
        TableColumn(Word.NUMBER[lang], NUMBER_WIDTH),
        TableColumn(Word.PROJECT[lang], 46),
        TableColumn(_FROM[lang], 30),
        TableColumn(_TO[lang], 30),
        TableColumn(_LATEST[lang], 20, number=True),
        TableColumn(_TIMES[lang], 12, number=True),
        TableColumn(_TOTAL[lang], 18, number=True),
    )
    rows: list[Row] = []
    for field in SLIPPING:
        if told := listed.told.get(field):
            label = field_of(Project, field).label[lang]
            heading = _MILLIONS.format(label=label)[lang] if told[0][1].is_money else label
            rows.append(Row((TableCell(text=heading),), RowKind.GROUP, spans=len(columns)))
            rows += [_slip(name, slip, setter) for name, slip in told]
    if listed.more:
        more = Printed(numbers.number(listed.more, lang), "slips.more.count")
        rows.append(Row((TableCell(text=sentence(_MORE[lang], count=more)),), spans=len(columns)))
    return columns, tuple(rows)


def _membership(change: Change, found: Comparison, *, setter: Typesetter) -> Row:
    named = (setter.ids((change.project,)), setter.named(change.project, change.name))
    happened = change.event.value[setter.lang]
    is_first = next(each for each in found.of_kind(ChangeKind.MEMBERSHIP) if each.project == change.project) is change
    amount = effect(found, change)
    money = setter.signed_money(amount, f"changes.{change.project}.effect") if amount and is_first else TableCell()
    return Row((*named, TableCell(text=happened[:1].upper() + happened[1:]), _details(change, setter), money))


def _details(change: Change, setter: Typesetter) -> TableCell:
    """Return the other projects, the name before, or the office's reason."""
    if change.others:
        return setter.ids(change.others)
    if change.event in (Event.RENAMED, Event.MOVED, Event.CHANGED) and change.before.typed:
        return TableCell(text=_FORMER[setter.lang].format(name=change.before.typed), written=True)
    return TableCell(typed=(change.why,)) if change.why else TableCell()


def _of_project(found: ProjectChanges, summary: Summary, *, setter: Typesetter) -> Iterator[Row]:
    head = setter.named(found.id, f"{found.id} {found.name}")
    yield Row((replace(head, note=_more(found, setter)),), RowKind.GROUP, spans=4)
    for change in found.told:
        fact = change_fact(change)
        before = _side(change.before, f"{fact}.before", setter)
        now = _side(change.now, f"{fact}.now", setter)
        label = TableCell(text=_label(change, summary, setter))
        yield Row((label, before, now, _difference(change, f"{fact}.difference", setter)))


def _more(found: ProjectChanges, setter: Typesetter) -> str:
    """Return how many other changes there are, empty when there are none."""
    lang, parts = setter.lang, []
    for number, words, sort in ((found.others, _OTHERS, "others"), (found.texts, _TEXTS, "texts")):
        if number:
            count = Printed(numbers.number(number, lang), f"{found.fact}.{sort}.count")
            parts.append(sentence(words[number == 1][lang], count=count))
    return sentence("{a}, {b}", a=parts[0], b=parts[1]) if len(parts) > 1 else parts[0] if parts else ""


def _label(change: Change, summary: Summary, setter: Typesetter) -> str:
    if change.kind is not ChangeKind.MONEY:
        return change.label[setter.lang]
    if change.field in ("budget_year", "next_year"):
        year = field_of(FinancingTotal, change.field).heading(setter.lang, summary.budget_year)
        return Word.BUDGET_IN_MILLIONS.text(year=year)[setter.lang]
    return _MILLIONS.format(label=change.label[setter.lang])[setter.lang]


def _side(side: Side, fact: str, setter: Typesetter) -> TableCell:
    """Return one side of a change: a mark, an amount, a time as it was read, or the words that were typed."""
    note = Word.ADJUSTED[setter.lang] if side.adjusted else ""
    if isinstance(side.value, Rating):
        return replace(setter.rating(side.value), note=note)
    if isinstance(side.kind, Amount) and side.value is not None:
        return replace(setter.money(side.value, fact), note=note)
    if isinstance(side.kind, When) and side.value is not None:
        return TableCell(text=Printed(side.shown(setter.lang), fact), note=note)
    if side.value is not None:
        return TableCell(text=side.shown(setter.lang), note=note)
    return TableCell(typed=(side.typed,)) if side.typed else setter.missing()


def _difference(change: Change, fact: str, setter: Typesetter) -> TableCell:
    if not change.difference or change.kind is ChangeKind.RATING:
        return TableCell()
    if change.kind is ChangeKind.MONEY:
        return setter.signed_money(change.difference, fact)
    return _months(change.difference, fact, setter)


def _months(months: int, fact: str, setter: Typesetter) -> TableCell:
    text = numbers.signed(months, numbers.number(months, setter.lang))
    words = _MONTHS[setter.lang].replace(" ", numbers.NO_BREAK)
    return TableCell(text=sentence(words, months=Printed(text, fact, "fortegn")))


def _slip(name: str, slip: Slip, setter: Typesetter) -> Row:
    named = setter.named(slip.project, slip.name)
    if slip.field == DELIVERABLES:
        named = replace(named, typed=("", slip.row)) if named.links else TableCell(typed=(slip.name, slip.row))
    moved = (this_time(slip), f"{name}.latest"), (slip.total, f"{name}.total")
    latest, total = (setter.signed_money(*each) if slip.is_money else _months(*each, setter) for each in moved)
    values = (_moved(slip.history[-2].value, f"{name}.before", setter), _moved(slip.last.value, f"{name}.now", setter))
    times = setter.count(slip.times, f"{name}.times.count")
    return Row((setter.ids((slip.project,)), named, *values, latest, times, total))


def _moved(value: PlannedTime | int, fact: str, setter: Typesetter) -> TableCell:
    if isinstance(value, PlannedTime):
        return TableCell(text=Printed(When().format(value, setter.lang), fact))
    return setter.money(value, fact)
