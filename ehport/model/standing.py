"""What became of an actor's workbook in a round."""

from __future__ import annotations

from enum import Enum

from ehport.form.vocabulary import Answer
from ehport.lang.language import Lang, Text
from ehport.model.submission import Submission
from ehport.model.touched import touched


class Standing(Enum):
    """Whether an actor has answered, and if not why not."""

    RETURNED = Text("levert", "returned")
    NOTHING_NEW = Text("intet nytt", "no news")
    UNTOUCHED = Text("ikke rørt", "untouched")
    UNREADABLE = Text("uleselig", "unreadable")
    MISSING = Text("mangler", "missing")
    LATE = Text("sen", "late")

    def __getitem__(self, lang: Lang) -> str:
        """Return what it is called in a language."""
        text: Text = self.value
        return text[lang]

    @property
    def is_returned(self) -> bool:
        """Tell whether the actor has answered."""
        return self in (Standing.RETURNED, Standing.NOTHING_NEW)


def standing_of(submission: Submission | None, *, is_there: bool) -> Standing:
    """Return the standing of a workbook that was read, or that gave no submission though it ``is_there``.

    A prefilled workbook that came back as it was sent out is no answer, and neither is one without a project, unless
    its actor says that there is nothing to report.
    """
    if submission is None:
        return Standing.UNREADABLE if is_there else Standing.MISSING
    if submission.stands_in:
        return Standing.LATE
    if submission.actor.record.nothing_to_report is Answer.YES:
        return Standing.NOTHING_NEW
    is_untouched = all(touched(each).is_untouched for each in submission.projects)
    return Standing.UNTOUCHED if is_untouched else Standing.RETURNED
