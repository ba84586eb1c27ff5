"""The headline of status or risk: what has become worse first, red before yellow, else what is most common."""

from __future__ import annotations

from ehport.analysis.printed import Sentence, sentence
from ehport.analysis.ratings import Distribution, RatingShare
from ehport.figures.drawing import counted, opening, part_of, percent
from ehport.figures.figure import Edition
from ehport.form.vocabulary import Rating
from ehport.lang.counting import ACTIVE_PROJECTS, listed, verbs
from ehport.lang.language import Text

FIELDS = {"status": Text("status", "status"), "risk": Text("risiko", "risk")}

_FALLEN = Text(
    "{rating} {field} er vanligst, men andelen har gått ned fra {before} til {now} prosent siden {month}",
    "{rating} {field} is the most common, but the share has fallen from {before} to {now} per cent since {month}",
)
_RISEN = Text(
    "{rating} {field} er vanligst, og andelen har økt fra {before} til {now} prosent siden {month}",
    "{rating} {field} is the most common, and the share has risen from {before} to {now} per cent since {month}",
)
_SAME = Text(
    "{rating} {field} er vanligst: {now} prosent av prosjektene, som i {month}",
    "{rating} {field} is the most common: {now} per cent of the projects, as in {month}",
)
_MOST = Text(
    "{rating} {field} er vanligst: {now} prosent av prosjektene",
    "{rating} {field} is the most common: {now} per cent of the projects",
)
_GROWN = Text(
    "Andelen med {rating} {field} har økt fra {before} til {now} prosent siden {month}",
    "The share with {rating} {field} has risen from {before} to {now} per cent since {month}",
)
_BESIDE = Text(
    "{told}; {rating} er vanligst, med {now} prosent", "{told}; {rating} is the most common, at {now} per cent"
)
_UNRATED = Text("; {projects} har ikke oppgitt {field}", "; {projects} {give} no {field}")
_ALL = Text("{projects} har {rating} {field}", "{projects} {have} {rating} {field}")
_MOST_GIVEN = Text(
    "{rating} {field} er vanligst: {now} prosent av dem som har oppgitt {field}",
    "{rating} {field} is the most common: {now} per cent of those that give it",
)
_EQUAL = Text("{ratings} {field} er like vanlig", "{ratings} {field} are equally common")
_NONE = Text("Ingen prosjekter har oppgitt {field}", "No project has given its {field}")


def headline(spread: Distribution, edition: Edition) -> str:
    """Return what is said of a distribution of ratings."""
    lang, field = edition.lang, FIELDS[spread.field][edition.lang]
    most = max(each.count for each in spread.ratings)
    if most == 0:
        return _NONE[lang].format(field=field)
    common = [each for each in spread.ratings if each.count == most]
    if len(common) > 1:
        names = listed([each.rating.label[lang].lower() for each in common], lang)
        return _EQUAL[lang].format(ratings=names.capitalize(), field=field)
    first, grown = common[0], spread.grown if edition.before else None
    if grown and grown is not first.rating:
        return _told_first(spread, grown, first, edition=edition)
    if most == spread.count and not spread.unrated and not grown:
        whole = (most, f"{fact_of(spread, first)}.count"), (spread.count, f"{spread.field}.rated.count")
        said = {"projects": part_of(*whole, lang, ACTIVE_PROJECTS), "rating": first.rating.label[lang].lower()}
        return opening(sentence(_ALL[lang], field=field, **said, **verbs(most)), lang)
    text, change = _MOST_GIVEN if spread.unrated else _MOST, spread.change(first.rating) if edition.before else None
    if change is not None:
        text = _FALLEN if change < 0 else _RISEN if change > 0 else _SAME
    rating = first.rating.label[lang]
    told = sentence(text[lang], rating=rating, field=field, month=edition.before, **_both(spread, first))
    return Sentence(told, _unrated(spread, edition)) if change is not None else told


def _told_first(spread: Distribution, grown: Rating, first: RatingShare, *, edition: Edition) -> str:
    """Return what has become worse, and beside it which rating is the most common."""
    lang, found = edition.lang, spread.of(grown)
    words = {"rating": grown.label[lang].lower(), "field": FIELDS[spread.field][lang], "month": edition.before}
    told = sentence(_GROWN[lang], **words, **_both(spread, found))
    common = first.rating.label[lang].lower()
    beside = sentence(_BESIDE[lang], told=told, rating=common, now=_both(spread, first)["now"])
    return Sentence(beside, _unrated(spread, edition))


def _unrated(spread: Distribution, edition: Edition) -> str:
    """Return how many projects a compared share leaves out, to stand in the same sentence; empty when it has all."""
    number, lang = len(spread.unrated), edition.lang
    if not number:
        return ""
    projects = counted(number, lang, f"{spread.field}.unrated.count")
    return sentence(_UNRATED[lang], projects=projects, field=FIELDS[spread.field][lang], **verbs(number))


def _both(spread: Distribution, each: RatingShare) -> dict[str, str]:
    """Return a share now and in the previous round."""
    fact = f"{fact_of(spread, each)}.share"
    return {"now": percent(each.share, fact), "before": percent(each.previous or 0, f"previous.{fact}")}


def fact_of(spread: Distribution, each: RatingShare) -> str:
    """Return what the names of the facts about a rating begin with."""
    return f"{spread.field}.{each.rating.value}"
