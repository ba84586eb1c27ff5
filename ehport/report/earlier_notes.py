"""What stands under a fact on a project's page: what it was in the previous round, or that it is as it was."""

from __future__ import annotations

from ehport.analysis.printed import Printed, sentence
from ehport.changes.change import Change, Event
from ehport.changes.comparison import Comparison
from ehport.changes.highlights import TOLD, change_fact
from ehport.form.kinds import Amount, When
from ehport.form.vocabulary import Vocabulary
from ehport.lang import dates, numbers
from ehport.lang.language import Text
from ehport.model.member import Member
from ehport.report.page_facts import Note
from ehport.report.report import Report

_RATED = ("status", "risk")
_NEW, _BACK = Text("ny", "new"), Text("gjenopptatt", "resumed")
_SAME, _WAS = Text("uendret siden {month}", "unchanged since {month}"), Text("var {value}", "was {value}")
_NOT_GIVEN = Text("ikke oppgitt sist", "not given last time")


def earlier_note(report: Report, member: Member, name: str) -> Note | None:
    """Return the note on one fact of a project, none when nothing is known or nothing need be said."""
    found = report.summary.comparison
    if found is None or not member.is_counted or name not in TOLD:
        return None
    changes = tuple(each for each in found.changes if each.project == member.id)
    change = next((each for each in changes if each.field == name), None)
    if change is not None:
        return _was(change, report)
    return _standing(found, changes, member=member, report=report) if name in _RATED else None


def _standing(found: Comparison, changes: tuple[Change, ...], *, member: Member, report: Report) -> Note | None:
    """Return what is said under a rating that has not changed: that it has not, or that there was none to change."""
    lang = report.lang
    if any(each.event is Event.RESUMED for each in changes):
        return Note(_BACK[lang])
    pair = next((each for each in found.pairing.pairs if each.now.id == member.id), None)
    if pair is None or not pair.before.is_counted:
        return Note(_NEW[lang])
    if not member.is_active or member.entry is None or pair.before.entry is None:
        return None
    month = dates.month(found.before.month, lang)
    return Note(_SAME[lang].format(month=month.split()[0]))


def _was(change: Change, report: Report) -> Note:
    lang, before = report.lang, change.before
    fact = f"{change_fact(change)}.before"
    if isinstance(before.value, Vocabulary):
        label = before.value.label[lang]
        return Note(_WAS[lang].format(value=label.lower()))
    if isinstance(before.kind, Amount) and before.value is not None:
        amount = Printed(numbers.mnok(before.value, lang), fact)
        return Note(sentence(_WAS[lang], value=amount))
    if isinstance(before.kind, When) and before.value is not None:
        return Note(sentence(_WAS[lang], value=Printed(before.shown(lang), fact)))
    return Note(_WAS[lang].format(value="").strip(), before.typed) if before.typed else Note(_NOT_GIVEN[lang])
