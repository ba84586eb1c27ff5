"""One field of a form: declared once, with its label, kind, help and rules together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import MISSING, dataclass, field, fields
from functools import cache
from typing import Any

from ehport.form.kinds import Choice, Kind
from ehport.form.vocabulary import Tick
from ehport.lang.language import Lang, Text

_KEY = "ehport"
_NO_TEXT = Text("", "")


@dataclass(frozen=True, slots=True)
class Rows:
    """A list within a record: what one row is, and which rows the blank form offers.

    ``keys`` are rows that are always there, named by the first field of the record (``"focus_areas"`` takes them from
    the round); ``suggested`` are first answers written into the blank form and free to change; ``single`` is one row
    under the columns of the list before it; ``spare`` counts the free rows of the blank form.
    """

    record: type
    keys: tuple[str, ...] | str = ()
    suggested: tuple[str, ...] = ()
    single: bool = False
    spare: int = 3


@dataclass(frozen=True, slots=True)
class Field:
    """A field as every module sees it; ``kind`` tells whether it is one answer or a list of rows.

    ``given_by_office`` lets the actor leave it empty, as the office fills it in. ``confirms`` makes it the tick by
    which an actor says that the rest of its section is as last round.
    """

    name: str
    label: Text
    kind: Kind[Any] | Rows
    help: Text = _NO_TEXT
    section: Any = None
    required: bool = False
    counted: bool = False
    formerly: tuple[str, ...] = ()
    help_formerly: tuple[Text, ...] = ()
    public: bool = True
    printed: bool = True
    since: str = ""
    confirms: bool = False
    given_by_office: bool = False

    @property
    def is_list(self) -> bool:
        """Tell whether the field holds rows."""
        return isinstance(self.kind, Rows)

    @property
    def rows(self) -> Rows:
        """The list's declaration; only for fields that hold rows."""
        if not isinstance(self.kind, Rows):
            raise TypeError(self.name)
        return self.kind

    @property
    def one(self) -> Kind[Any]:
        """The kind of the single answer; only for fields that do not hold rows."""
        if isinstance(self.kind, Rows):
            raise TypeError(self.name)
        return self.kind

    def heading(self, lang: Lang, budget_year: int) -> str:
        """Return the label with the years of a round in it."""
        return self.label[lang].format(**years(budget_year))

    def asked_in(self, round_id: str) -> bool:
        """Tell whether the form of a round asks for the field (round ids sort by time)."""
        return self.since <= round_id


def years(budget_year: int) -> dict[str, int]:
    """Return the years that labels may name, seen from the budget year."""
    return {
        "earlier": budget_year - 2,
        "previous": budget_year - 1,
        "current": budget_year,
        "next": budget_year + 1,
        "later": budget_year + 2,
    }


def column(nb: str, en: str, kind: Kind[Any], *, help: tuple[str, str] = ("", ""), **rules: Any) -> Any:
    """Declare a field with one answer; ``rules`` are the further attributes of `Field` (and ``starts`` a section)."""
    return _declared(Text(nb, en), kind, {"help": Text(*help), **rules}, default=None)


def rows(nb: str, en: str, listed: Rows, *, help: tuple[str, str] = ("", ""), **rules: Any) -> Any:
    """Declare a field that holds rows of another record."""
    return _declared(Text(nb, en), listed, {"help": Text(*help), **rules}, default=None if listed.single else ())


def tick(section: Any, *, since: str) -> Any:
    """Declare the tick by which an actor says that a numbered section is as last round; it starts the section."""
    return column(
        f"Ingen endring i del {section.number}",
        f"No change in part {section.number}",
        Choice(Tick),
        starts=section,
        confirms=True,
        since=since,
        public=False,
        printed=False,
        help=(
            "Velg Ja når svarene fra forrige runde fortsatt gjelder i hele delen.",
            "Choose Ja when last round's answers still hold in all of the part.",
        ),
    )


def _declared(label: Text, kind: Kind[Any] | Rows, rules: dict[str, Any], *, default: object) -> Any:
    return field(default=default, metadata={_KEY: {"label": label, "kind": kind, **rules}})


@cache
def fields_of(record: type) -> tuple[Field, ...]:
    """Return the declared fields of a record in the form's order; a section lasts until the next one starts."""
    found: list[Field] = []
    section = None
    for member in fields(record):
        declared = dict(member.metadata.get(_KEY) or {})
        if not declared:
            continue
        if member.default is MISSING:
            raise TypeError(f"{record.__name__}.{member.name} has no default")
        section = declared.pop("starts", section)
        found.append(Field(name=member.name, section=section, **declared))
    return tuple(found)


def field_of(record: type, name: str) -> Field:
    """Return one declared field; ``financing_total.budget_year`` names a field of a list's record.

    Raises `KeyError` when there is no such field.
    """
    first, _, rest = name.partition(".")
    for candidate in fields_of(record):
        if candidate.name == first:
            return field_of(candidate.rows.record, rest) if rest else candidate
    raise KeyError(name)


def answers(candidates: Iterable[Field]) -> tuple[Field, ...]:
    """Return the fields with one answer."""
    return tuple(each for each in candidates if not each.is_list)


def lists(candidates: Iterable[Field]) -> tuple[Field, ...]:
    """Return the fields that hold rows."""
    return tuple(each for each in candidates if each.is_list)
