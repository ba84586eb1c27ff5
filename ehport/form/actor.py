"""The actor's own sheet of a submission: who sends it, and whether there is anything to report."""

from __future__ import annotations

from dataclasses import dataclass

from ehport.form.field import column
from ehport.form.kinds import Choice, Line, Prose
from ehport.form.vocabulary import Answer


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Who hands in a submission; the contact is for the portfolio office alone."""

    id: str | None = column(
        "Aktørkode",
        "Actor code",
        Line(60),
        required=True,
        help=(
            "Koden porteføljekontoret har gitt aktøren; den skal ikke endres.",
            "The code that the portfolio office gave the actor; it is not to be changed.",
        ),
    )
    name: str | None = column(
        "Aktør",
        "Actor",
        Line(120),
        required=True,
        help=("Aktørens navn; det skal ikke endres.", "The actor's name; it is not to be changed."),
    )
    contact: str | None = column(
        "Kontaktperson",
        "Contact",
        Line(120),
        public=False,
        printed=False,
        help=(
            "Den som kan svare på spørsmål om innmeldingen. Vises ikke i rapporten. Eksempel: Kari Nordmann.",
            "Whoever can answer questions about the submission. Not shown in the report. Example: Kari Nordmann.",
        ),
    )
    contact_email: str | None = column(
        "E-post til kontaktperson",
        "Contact's e-mail",
        Line(120),
        public=False,
        printed=False,
        help=(
            "Adressen porteføljekontoret kan skrive til. Vises ikke i rapporten. Eksempel: post@eksempel.no.",
            "The address that the portfolio office can write to. Not shown in the report. Example: post@eksempel.no.",
        ),
    )
    nothing_to_report: Answer | None = column(
        "Ingenting nytt å melde",
        "Nothing to report",
        Choice(Answer),
        printed=False,
        help=(
            "Svar Ja bare når ingen av prosjektene har noe nytt å melde.",
            "Answer Ja only when none of the projects has anything new to report.",
        ),
    )
    comment: str | None = column(
        "Melding til porteføljekontoret",
        "Message to the portfolio office",
        Prose(1000),
        public=False,
        printed=False,
        help=(
            "Det kontoret bør vite, og som ikke skal trykkes. Eksempel: Prosjekt 11 overføres til KS.",
            "What the office should know, and what is not to be printed. Example: Project 11 moves to KS.",
        ),
    )
