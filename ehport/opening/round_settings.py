"""What the office settles of a round when it is opened: title, cut-off day, month of publication, budget year."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from ehport.form.kinds import Day, Year
from ehport.lang.dates import month_after
from ehport.lang.language import Text
from ehport.model.round import Round
from ehport.rounds.ids import FIRST_YEAR, LAST_YEAR, is_month, meant_round
from ehport.rounds.toml_values import TomlText, WrongValueError
from ehport.system.errors import UsageError

QUESTIONS = {
    "title": Text("Rapportens tittel", "The report's title"),
    "cutoff": Text("Svarfrist", "Cut-off day"),
    "published": Text("Publiseringsmåned", "Month of publication"),
    "budget_year": Text("Budsjettår", "Budget year"),
}
_DAY, _YEAR = Day(), Year()


@dataclass(frozen=True, slots=True)
class Settled:
    """What was settled, as typed; what is empty is left as it would be, and publication follows the cut-off."""

    title: str = ""
    cutoff: str = ""
    published: str = ""
    budget_year: str = ""

    def of(self, round_: Round) -> Round:
        """Return the round as it was settled.

        Raises `UsageError` when something typed cannot be read.
        """
        cutoff = _cutoff(self.cutoff) if self.cutoff else round_.cutoff
        after = month_after(cutoff) if self.cutoff else round_.published
        settled = replace(
            round_,
            title=_title(self.title) or round_.title,
            cutoff=cutoff,
            published=_published(self.published) if self.published else after,
            budget_year=_budget_year(self.budget_year) if self.budget_year else round_.budget_year,
        )
        if settled.published < settled.month:
            raise UsageError(_TOO_EARLY.format(month=settled.published, day=settled.cutoff.isoformat()))
        return settled


def as_settled(round_: Round) -> Settled:
    """Return what is settled of a round, as it is typed."""
    return Settled(round_.title, round_.cutoff.isoformat(), round_.published, str(round_.budget_year))


def _title(typed: str) -> str:
    try:
        return " ".join(TomlText().read(typed).split())
    except WrongValueError as wrong:
        raise UsageError(_NOT_A_TITLE.format(wrong=wrong.text)) from wrong


def _cutoff(typed: str) -> date:
    day = _DAY.parse(typed).value
    if day and FIRST_YEAR <= int(day[:4]) <= LAST_YEAR:
        return date.fromisoformat(day)
    raise UsageError(_NOT_A_DAY.format(found=typed))


def _published(typed: str) -> str:
    if is_month(typed.strip()):
        return typed.strip()
    near = meant_round(typed)
    raise UsageError((_MONTH_MEANT if near else _NOT_A_MONTH).format(found=typed, near=near))


def _budget_year(typed: str) -> int:
    year = _YEAR.parse(typed).value
    if year and FIRST_YEAR <= year <= LAST_YEAR:
        return year
    raise UsageError(_NOT_A_YEAR.format(found=typed))


_NOT_A_TITLE = Text("Tittelen {wrong}. Skriv den på nytt.", "The title {wrong}. Write it anew.")
_MONTH_MEANT = Text(
    "Publiseringsmåneden «{found}» skrives med år og måned. Mente du {near}?",
    "The month of publication «{found}» is written as year and month. Did you mean {near}?",
)
_NOT_A_DAY = Text(
    "Svarfristen «{found}» er ikke en dato. Skriv for eksempel 2021-09-30 eller 30.09.2021.",
    "The cut-off day «{found}» is not a date. Write for example 2021-09-30 or 30.09.2021.",
)
_NOT_A_MONTH = Text(
    "Publiseringsmåneden «{found}» er ikke en måned. Skriv år og måned, for eksempel 2021-10.",
    "The month of publication «{found}» is not a month. Write year and month, for example 2021-10.",
)
_NOT_A_YEAR = Text(
    "Budsjettåret «{found}» er ikke et år. Skriv for eksempel 2021.",
    "The budget year «{found}» is not a year. Write for example 2021.",
)
_TOO_EARLY = Text(
    "Publiseringsmåneden {month} er før svarfristen {day}. Rett en av dem: --published eller --cutoff.",
    "The month of publication {month} is before the cut-off day {day}. Correct one of them: --published or --cutoff.",
)
