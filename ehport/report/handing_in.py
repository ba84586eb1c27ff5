"""What is said of who handed in, how much, and what was not updated: sentences that fit any number of them."""

from __future__ import annotations

from collections.abc import Mapping

from ehport.analysis.fact import Fact
from ehport.analysis.printed import Sentence, sentence
from ehport.figures.drawing import Counted, in_a_word, opening, part_of
from ehport.lang.counting import ACTORS, CANDIDATES, PROJECTS, Noun, verbs
from ehport.lang.language import Lang, Text

Facts = Mapping[str, Fact]

_BASIS = Text(
    "Innmeldinger fra {actors}{about}. Vedlegg 2 gjengir svarene slik de er meldt.",
    "Submissions from {actors}{about}. Appendix 2 prints the answers as they were typed.",
)
_NOBODY = Text("Ingen aktører har levert i denne runden.", "No actor has returned in this round.")
_ABOUT, _AND = Text(" om ", " on "), Text(" og ", " and ")
_OTHERS = Noun(
    Text("annet prosjekt", "other project"),
    Text("andre prosjekter", "other projects"),
    Text("det ene andre prosjektet", "the only other project"),
    Text("begge de andre prosjektene", "both other projects"),
    is_neuter=True,
)
_ACTIVE = (
    Text(
        "Ingen prosjekter er aktive, og status og risiko er derfor ikke regnet ut.",
        "No project is active, and so status and risk are not computed.",
    ),
    Text("Status og risiko gjelder det ene aktive prosjektet.", "Status and risk cover the only active project."),
    Text(
        "Status og risiko gjelder de {count} aktive prosjektene.",
        "Status and risk cover the {count} active projects.",
    ),
)
_LATE = Text(
    "{actors} har ikke levert i denne runden. For {projects} bygger rapporten derfor på innmeldingen fra forrige "
    "runde, med beløpene ført på denne rundens år. {marked}",
    "{actors} {have} not returned in this round. For {projects} the report therefore builds on the submission of the "
    "previous round, with the amounts under this round's years. {marked}",
)
_LATE_ALONE = Text(
    "{actors} har ikke levert i denne runden. Ingen prosjekter i porteføljen er berørt.",
    "{actors} {have} not returned in this round. No project of the portfolio is affected.",
)
_MARKED = (
    Text(
        "Prosjektet er merket med ‡ i tabellene, og det står øverst på arket.",
        "The project has a ‡ in tables, and its sheet says it at the top.",
    ),
    Text(
        "Prosjektene er merket med ‡ i tabellene, og det står øverst på arkene deres.",
        "The projects have a ‡ in tables, and their sheets say it at the top.",
    ),
)
_LATE_SHORT = Text(
    "{late} har ikke levert i denne runden. For {actors} og {projects} er innmeldingen fra forrige runde brukt. "
    "{marked}",
    "{late}: not returned in this round. For {actors} and {projects} the submission of the previous round is used. "
    "{marked}",
)
_LATE_SHORT_ALONE = Text("{late} har ikke levert i denne runden.", "{late}: not returned in this round.")
_MARKED_SHORT = (
    Text("Prosjektet er merket med ‡.", "The project is marked with ‡."),
    Text("Prosjektene er merket med ‡.", "The projects are marked with ‡."),
)
_UNTOUCHED = Text(
    "For {projects} kom svarene tilbake slik de ble sendt ut: Ingen har endret dem eller bekreftet at de fortsatt "
    "gjelder. Rapporten bruker dem likevel.",
    "For {projects} the answers came back as they were sent out: nobody changed them or confirmed that they still "
    "hold. The report uses them all the same.",
)
_UNTOUCHED_ACTORS = (
    Text(
        " {actors} har ikke rørt noe prosjekt og er ikke regnet blant dem som har levert.",
        " {actors} touched no project and is not counted among those who have returned.",
    ),
    Text(
        " {actors} har ikke rørt noe prosjekt og er ikke regnet blant dem som har levert.",
        " {actors} touched no project and are not counted among those who have returned.",
    ),
)
_UNTOUCHED_SHORT = Text(
    "For {projects} har ingen endret eller bekreftet svarene fra forrige runde.",
    "For {projects} nobody changed or confirmed the answers of the previous round.",
)
_UNTOUCHED_ACTORS_SHORT = Text(" {actors} har ikke rørt noe prosjekt.", " {actors} touched no project.")


def basis(facts: Facts, lang: Lang) -> str:
    """Return how many actors handed in, and about what: projects of the portfolio, candidates and others."""
    actors, fact = _number(facts, "actors.count")
    if not actors:
        return _NOBODY[lang]
    told = sentence("{count} {word}", count=in_a_word(actors, fact, lang, ACTORS), word=ACTORS.word(actors)[lang])
    return sentence(_BASIS[lang], actors=told, about=_about(facts, lang))


def _about(facts: Facts, lang: Lang) -> str:
    sorts = (("portfolio", PROJECTS), ("candidates", CANDIDATES), ("others", _OTHERS))
    found = [(*_number(facts, f"submissions.{name}.count"), sort) for name, sort in sorts]
    told = [
        sentence("{count} {word}", count=in_a_word(number, fact, lang, sort), word=sort.word(number)[lang])
        for number, fact, sort in found
        if number
    ]
    joints = ["", *([", "] * (len(told) - 2)), *([_AND[lang]] if len(told) > 1 else [])]
    pieces = (piece for pair in zip(joints, told, strict=False) for piece in pair)
    return Sentence(_ABOUT[lang], *pieces) if told else ""


def of_active(facts: Facts, lang: Lang) -> str:
    """Return which projects status and risk are about."""
    number, fact = _number(facts, "projects.active.count")
    return sentence(_ACTIVE[min(number, 2)][lang], count=in_a_word(number, fact, lang))


def late(facts: Facts, lang: Lang) -> str:
    """Return how many actors are late, and for how many projects last round's submission is used."""
    actors, projects = _of(facts, "late.count", "round.actors.count"), _of(facts, "late.projects.count")
    number = projects[0][0]
    words = {"actors": opening(part_of(*actors, lang, ACTORS, in_digits=True), lang, ACTORS), **verbs(actors[0][0])}
    if not number:
        return sentence(_LATE_ALONE[lang], **words)
    told = part_of(*projects, lang, in_digits=True)
    return sentence(_LATE[lang], projects=told, marked=_MARKED[number > 1][lang], **words)


def late_in_short(facts: Facts, names: str, lang: Lang) -> str:
    """Return the same for the page about the report, with the names of the actors."""
    actors, projects = _of(facts, "late.count", "round.actors.count"), _of(facts, "late.projects.count")
    number = projects[0][0]
    if not number:
        return _LATE_SHORT_ALONE[lang].format(late=names)
    words = {"actors": part_of(*actors, lang, ACTORS, in_digits=True), "marked": _MARKED_SHORT[number > 1][lang]}
    return sentence(_LATE_SHORT[lang], late=names, projects=part_of(*projects, lang, in_digits=True), **words)


def untouched(facts: Facts, lang: Lang) -> str:
    """Return for how many projects the answers came back as they were sent out, and which actors touched nothing."""
    return _untouched(facts, lang, _UNTOUCHED, _UNTOUCHED_ACTORS)


def untouched_in_short(facts: Facts, lang: Lang) -> str:
    """Return the same for the page about the report."""
    return _untouched(facts, lang, _UNTOUCHED_SHORT, (_UNTOUCHED_ACTORS_SHORT, _UNTOUCHED_ACTORS_SHORT))


def _untouched(facts: Facts, lang: Lang, text: Text, of_actors: tuple[Text, Text]) -> str:
    projects = part_of(*_of(facts, "untouched.projects.count"), lang, in_digits=True)
    told = sentence(text[lang], projects=projects)
    actors = _of(facts, "untouched.actors.count", "round.actors.count")
    number = actors[0][0]
    if not number:
        return told
    said = opening(part_of(*actors, lang, ACTORS, in_digits=True), lang, ACTORS)
    return Sentence(told, sentence(of_actors[number > 1][lang], actors=said))


def _of(facts: Facts, part: str, whole: str = "projects.count") -> tuple[Counted, Counted]:
    return _number(facts, part), _number(facts, whole)


def _number(facts: Facts, name: str) -> Counted:
    value = facts[name].value
    return (value if isinstance(value, int) else 0), name
