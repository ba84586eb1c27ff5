"""The vocabularies of the form and the register; the order of members is their order everywhere."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Any

from ehport.lang.language import Text, same


@dataclass(frozen=True, slots=True)
class Term:
    """One member as it is declared: its word in exports, its label, and what else belongs to it.

    ``words`` are further spellings that are read as the member, in lower case; ``look`` is its symbol and its
    colour, the name of a CSS variable.
    """

    value: str
    label: Text
    meaning: Text | None = None
    words: tuple[str, ...] = ()
    look: tuple[str, str] = ("", "")


# What people write when something is done, besides the form's own «Levert».
DONE = (
    "levert", "utført", "oppfylt", "innfridd", "ferdig", "ferdigstilt", "fullført", "avsluttet", "gjennomført",
    "implementert", "innført", "etablert", "lukket", "ok", "på plass", "i drift", "satt i drift", "idriftsatt",
    "i produksjon", "satt i produksjon", "produksjonssatt", "i bruk", "tatt i bruk", "delivered", "done", "completed",
    "met", "in production", "in operation", "in use",
)  # fmt: skip


class Vocabulary(Enum):
    """A closed list of terms; a member's value is its word in exports."""

    label: Text
    meaning: Text
    words: tuple[str, ...]
    symbol: str
    colour: str

    def __new__(cls, term: Any) -> Any:  # a Term; type checkers take this for the signature of Rating("red") too
        """Make the member that a term declares."""
        member = object.__new__(cls)
        member._value_ = term.value
        member.label = term.label
        member.meaning = term.meaning or term.label
        member.words = term.words
        member.symbol, member.colour = term.look
        return member


class Rating(Vocabulary):
    """How a project stands; what needs a decision comes first."""

    RED = Term(
        "red",
        Text("Rød", "Red"),
        words=("rødt", "røde", "raud", "raudt", "raude", "r", "🔴", "🟥"),
        look=("■", "--red"),
    )
    YELLOW = Term(
        "yellow", Text("Gul", "Yellow"), words=("gult", "gule", "amber", "y", "🟡", "🟨"), look=("▲", "--yellow")
    )
    GREEN = Term(
        "green",  # not «G», which may be «gul» as well
        Text("Grønn", "Green"),
        words=("grønt", "grønne", "grøn", "grøne", "🟢", "🟩"),
        look=("●", "--green"),
    )


_HIGH = ("høy", "høyt", "høg", "høgt")
_MEDIUM = ("middels", "medium", "moderat", "middel")
_LOW = ("lav", "lavt", "låg", "lågt")


class Level(Vocabulary):
    """How relevant a project is to a focus area."""

    HIGH = Term("high", same("H"), Text("Høy", "High"), words=_HIGH)
    MEDIUM = Term("medium", same("M"), Text("Middels", "Medium"), words=_MEDIUM)
    LOW = Term("low", same("L"), Text("Lav", "Low"), words=_LOW)


class Criticality(Vocabulary):
    """How much depends on a dependency or a precondition."""

    HIGH = Term("high", Text("Høy", "High"), words=("h", *_HIGH))
    MEDIUM = Term("medium", Text("Middels", "Medium"), words=("m", *_MEDIUM))
    LOW = Term("low", Text("Lav", "Low"), words=("l", *_LOW))


# The words that Excel and LibreOffice show for a ticked box and for one that is not.
_TRUE, _FALSE = ("sann", "true", "☑", "☒", "✅", "[x]"), ("usann", "false", "☐", "[ ]", "[]")


class Answer(Vocabulary):
    """The answer to a yes/no question."""

    YES = Term("yes", Text("Ja", "Yes"), words=("j", "y", *_TRUE))
    PARTLY = Term("partly", Text("Delvis", "Partly"), words=("partially",))
    NO = Term("no", Text("Nei", "No"), words=("n", *_FALSE))


class Tick(Vocabulary):
    """A box that is ticked or not; people also write a cross."""

    YES = Term("yes", Text("Ja", "Yes"), words=("j", "y", "x", "✓", "✔", "ok", "ingen endring", *_TRUE))
    NO = Term("no", Text("Nei", "No"), words=("n", *_FALSE))


class Category(Vocabulary):
    """What kind of thing a project depends on."""

    SERVICES = Term("1", Text("Tjenester og applikasjoner", "Services and applications"))
    SECOND = Term("2", Text("Kategori 2", "Category 2"))
    STANDARDS = Term("3", Text("Standarder, kodeverk og terminologi", "Standards, code systems and terminology"))
    INFRASTRUCTURE = Term("4", Text("Infrastruktur og felleskomponenter", "Infrastructure and shared components"))
    FIFTH = Term("5", Text("Kategori 5", "Category 5"))


class Phase(Vocabulary):
    """A phase of the project model (Prosjektveiviseren)."""

    IDEA = Term("idea", Text("Idé", "Idea"), words=("ide",))
    CONCEPT = Term("concept", Text("Konsept", "Concept"))
    PLANNING = Term("planning", Text("Planlegging", "Planning"), words=("planleggjing",))
    EXECUTION = Term("execution", Text("Gjennomføring", "Execution"))
    CLOSING = Term("closing", Text("Avslutning", "Closing"), words=("avslutting",))
    REALISATION = Term(
        "realisation", Text("Realisering", "Benefits realisation"), words=("gevinstrealisering", "realisation")
    )


class Segment(Vocabulary):
    """How the national boards follow a project."""

    GOVERN = Term(
        "govern",
        Text("Samstyre", "Govern jointly"),
        Text(
            "Krever nasjonalt samarbeid, samordning eller samfinansiering",
            "Needs national cooperation or shared financing",
        ),
        words=("samstyrt", "samstyrte", "samstyring"),
    )
    COORDINATE = Term(
        "coordinate",
        Text("Koordinere", "Coordinate"),
        Text(
            "Avhengig av samstyrte tiltak eller nasjonale løsninger",
            "Depends on jointly governed projects or national solutions",
        ),
        words=("koordinert", "koordinerte", "koordinering"),
    )
    OBSERVE = Term(
        "observe",
        Text("Observere", "Observe"),
        Text(
            "Innfører nasjonale løsninger eller avhenger av koordinerte tiltak",
            "Adopts national solutions or depends on coordinated projects",
        ),
        words=("observert", "observerte", "observasjon"),
    )
    INFORM = Term(
        "inform",
        Text("Informere", "Inform"),
        Text(
            "I tidlig fase, for eksempel utredning eller konsept",
            "At an early stage, such as a study or a concept",
        ),
        words=("informert", "informerte", "informasjon"),
    )


class Solution(Vocabulary):
    """A national e-health solution."""

    E_PRESCRIPTION = Term("e_prescription", same("E-resept"))
    SUMMARY_RECORD = Term("summary_record", same("Kjernejournal"))
    HELSENORGE = Term("helsenorge", same("Helsenorge"))
    BASE_DATA = Term("base_data", same("Grunndata"))
    HELSEID = Term("helseid", same("HelseID"))


class State(Vocabulary):
    """What a planned time says about the thing it is planned for."""

    PLANNED = Term("planned", Text("Planlagt", "Planned"))
    DELIVERED = Term("delivered", Text("Levert", "Delivered"))
    ONGOING = Term("ongoing", Text("Løpende", "Ongoing"))
    UNDECIDED = Term("undecided", Text("Ikke avklart", "Undecided"))
    NOT_APPLICABLE = Term("not_applicable", Text("Ikke aktuelt", "Not applicable"))
    DROPPED = Term("dropped", Text("Utgår", "Dropped"))
    POSTPONED = Term("postponed", Text("Utsatt", "Postponed"))
    MISSED = Term("missed", Text("Ikke oppnådd", "Missed"))
    CLOSED = Term("closed", Text("Lukket", "Closed"))


class DeliverableState(Vocabulary):
    """The state of a deliverable as the form's drop-down offers it; the words are those of `State`."""

    PLANNED = Term(State.PLANNED.value, State.PLANNED.label, words=("planlagte", "planlagd"))
    DELIVERED = Term(State.DELIVERED.value, State.DELIVERED.label, words=("leverte", *DONE))
    POSTPONED = Term(State.POSTPONED.value, State.POSTPONED.label, words=("utsatte", "utsett"))
    DROPPED = Term(State.DROPPED.value, State.DROPPED.label, words=("går ut", "utgått"))


class ProjectState(Vocabulary):
    """Where a project stands in the portfolio, as the office keeps it in the register."""

    NEW = Term("new", Text("Ny", "New"), words=("nytt",))
    ACTIVE = Term("active", Text("Aktiv", "Active"), words=("aktivt",))
    PAUSED = Term("paused", Text("Pauset", "Paused"), words=("pausa",), look=("◆", "--grey"))
    LEAVING = Term("leaving", Text("Går ut", "Leaving"), words=("utgår",))
    COMPLETED = Term("completed", Text("Ferdigstilt", "Completed"))
    CANDIDATE = Term("candidate", Text("Kandidat", "Candidate"))
