"""Rules about how actors go through last round's answers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ehport.diagnostics.code import Code
from ehport.diagnostics.diagnostic import Diagnostic, Location
from ehport.form.actor import Actor
from ehport.form.field import field_of
from ehport.form.vocabulary import Answer
from ehport.lang.language import Text, same
from ehport.model.submission import Submission
from ehport.rules.former import Former
from ehport.rules.subject import named

_NOTHING = "nothing_to_report"
_MOST_NAMED = 3
_MORE = Text("{named} og {count} til", "{named} and {count} more")


def answers_are_gone_through(submission: Submission, projects: Sequence[Former]) -> Iterator[Diagnostic]:
    """Something has changed since the last round, or the actor says that all still holds.

    A workbook in which nothing at all was touched is told once, and not for each of its projects.
    """
    untouched = [each for each in projects if each.is_untouched]
    if len(untouched) > 1 and len(untouched) == len(submission.projects):
        facts = {"count": len(untouched), "since": untouched[0].last.since}
        yield _tell(Code.SUBMISSION_UNTOUCHED, submission, **facts)
        return
    for each in untouched:
        yield each.about.tell(Code.UNTOUCHED, "revised", since=each.last.since)


def nothing_to_report_means_no_changes(submission: Submission, projects: Sequence[Former]) -> Iterator[Diagnostic]:
    """An actor who has nothing new to report has changed no answers."""
    changed = [each for each in projects if each.has_changed]
    if changed and submission.actor.record.nothing_to_report is Answer.YES:
        names = [named(each.about.project.name) for each in changed]
        told = same(", ".join(names[:_MOST_NAMED]))
        if (more := len(names) - _MOST_NAMED) > 0:
            told = _MORE.format(named=told, count=more)
        yield _tell(Code.NOTHING_BUT_CHANGED, submission, projects=told, since=changed[0].last.since)


def _tell(code: Code, submission: Submission, **facts: object) -> Diagnostic:
    actor = submission.actor
    at = Location(submission.file.name, actor.sheet, actor.address(_NOTHING), field=_NOTHING)
    told = {"label": field_of(Actor, _NOTHING).label, **facts}
    return Diagnostic(code, at, told, found=actor.text(_NOTHING))
