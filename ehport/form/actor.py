"""The actor's own sheet of a submission: who sends it, and whether there is anything to report."""

from __future__ import annotations

from dataclasses import dataclass

from ehport.form.field import column
from ehport.form.kinds import Choice, Line, Prose
from ehport.form.vocabulary import Answer


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Who hands in a submission; the contact is for the portfolio office alone."""

    id: str | None = column("Aktørkode", "Actor code", Line(60), required=True)
    name: str | None = column("Aktør", "Actor", Line(120), required=True)
    contact: str | None = column("Kontaktperson", "Contact", Line(120), public=False, printed=False)
    contact_email: str | None = column(
        "E-post til kontaktperson", "Contact's e-mail", Line(120), public=False, printed=False
    )
    nothing_to_report: Answer | None = column(
        "Ingenting nytt å melde", "Nothing to report", Choice(Answer), printed=False
    )
    comment: str | None = column(
        "Melding til porteføljekontoret",
        "Message to the portfolio office",
        Prose(1000),
        public=False,
        printed=False,
    )
