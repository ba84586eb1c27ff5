"""Rules about the answers of a project beside those it gave in the last round."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ehport.diagnostics.code import Code
from ehport.diagnostics.diagnostic import Diagnostic
from ehport.form.planned import PlannedTime
from ehport.form.vocabulary import DeliverableState, Rating
from ehport.lang.folding import same_words, words
from ehport.lang.language import Text, same
from ehport.model.deliverables import outcome
from ehport.model.slips import is_earlier, is_later
from ehport.model.submission import Entry
from ehport.rules.former import Followed, Former
from ehport.rules.naming import known_names, without_number
from ehport.rules.ratings import REASONS
from ehport.rules.subject import named

# Which answer each text explains: when the answer moves, the text should say something new.
EXPLAINED_BY = {**REASONS, "ends": "plan_comment", "total_cost": "cost_comment"}
_ENDS_OF_SCALE = {Rating.RED, Rating.GREEN}
_NO_TEXT = Text("tom", "empty")


def texts_follow_the_answers(each: Former) -> Iterator[Diagnostic]:
    """The text that explains a rating, an end or a cost is a new one when that has moved."""
    for name, text in EXPLAINED_BY.items():
        said = each.about.typed(text)
        if said and same_words(said, each.typed(text)) and _has_moved(each, name):
            facts = {"moved": each.about.label(name), "was": each.typed(name), "now": each.about.typed(name)}
            yield each.about.tell(Code.TEXT_UNCHANGED, text, then=each.last.then, **facts)


def leaps_have_a_reason(each: Former) -> Iterator[Diagnostic]:
    """A status or a risk that goes from green to red, or from red to green, is explained."""
    for name, text in REASONS.items():
        ratings = {getattr(entry.record, name) for entry in (each.before, each.now)}
        if ratings == _ENDS_OF_SCALE and not each.about.typed(text):
            facts = {"rated": each.about.label(name), "was": each.typed(name), "now": each.about.typed(name)}
            yield each.about.tell(Code.RATING_LEAPT, text, since=each.last.since, **facts)


def names_last(each: Followed) -> Iterator[Diagnostic]:
    """A project has the name it had, unless the register knows both, or the actor has come back to a known one."""
    now, was = (words(without_number(entry.record.name or "")) for entry in (each.former.now, each.former.before))
    known = known_names(each.member)
    is_strange = now not in known or (was not in known and was in known_names(each.was))
    if now and was and now != was and is_strange:
        yield each.about.tell(Code.RENAMED, "name", was=named(each.former.typed("name")), then=each.last.then)


def changed_answers_have_a_new_month(each: Former) -> Iterator[Diagnostic]:
    """The month of the last revision is a new one when answers have changed."""
    revised, was = each.about.project.revised, each.before.record.revised
    latest = revised.latest() if revised else None
    if latest is None or not each.has_changed:
        return
    cutoff = each.last.cutoff
    is_old = cutoff is not None and (latest.year, latest.month) <= (cutoff.year, cutoff.month)
    if is_old or (was is not None and revised == was):
        yield each.about.tell(Code.STALE_MONTH, "revised", since=each.last.since)


def what_is_delivered_stays_delivered(each: Former) -> Iterator[Diagnostic]:
    """A deliverable that was delivered in the last round is delivered still."""
    for pair in each.pairs("deliverables"):
        was, now = (outcome(row) is DeliverableState.DELIVERED for row in (pair.before, pair.now))
        if was and not now and not pair.alike:
            facts = {"name": named(pair.now.text("name")), "now": _said(pair.now), "then": each.last.then}
            yield each.about.tell(Code.DELIVERY_UNDONE, "deliverables.planned", pair.now, **facts)


def _has_moved(each: Former, name: str) -> bool:
    before, now = (getattr(entry.record, name) for entry in (each.before, each.now))
    if isinstance(before, PlannedTime) and isinstance(now, PlannedTime):
        return is_later(now, than=before) or is_earlier(now, than=before)
    return before is not None and now is not None and bool(before != now)


def _said(row: Entry[Any]) -> Text:
    """Return what a row says of its state: the state, else the time, else that it says nothing."""
    said = row.text("state") or row.text("planned")
    return same(f"«{said}»") if said else _NO_TEXT
