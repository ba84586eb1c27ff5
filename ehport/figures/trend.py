"""How the shares of status and risk have developed: one band of points for each rating, round by round."""

from __future__ import annotations

from collections.abc import Sequence

from ehport.analysis.printed import Sentence, sentence
from ehport.analysis.ratings import FIELDS
from ehport.analysis.summary import Summary
from ehport.analysis.trends import Point, Series, Trends
from ehport.figures.drawing import IN_TABLE, Words, columns, complete, count, percent, truth
from ehport.figures.figure import DataTable, Edition, Figure, FigureValues
from ehport.figures.over_time import Band, draw_bands
from ehport.form.vocabulary import Rating
from ehport.lang import dates, numbers
from ehport.lang.language import Lang, Text

_HEIGHT = 12.0
_BAND = Text("{rating} {field}", "{rating} {field}")
_SUBTITLE = Text(
    "Andel av de aktive prosjektene i prosent, på én målestokk fra null.",
    "Share of the active projects in per cent, on one scale from zero.",
)
_BREAK = Text(
    " En loddrett strek mellom to runder betyr at tallene er regnet på ulike måter.",
    " An upright line between two rounds means that the figures were computed in different ways.",
)
_OTHER_YEAR = Text(
    " En loddrett strek mellom to runder betyr at budsjettåret er et annet.",
    " An upright line between two rounds means that the budget year is another.",
)
_BREAK_OR_YEAR = Text(
    " En loddrett strek mellom to runder betyr at tallene er regnet på ulike måter eller gjelder ulike budsjettår.",
    " An upright line between two rounds means that the figures were computed in different ways or are of different "
    "budget years.",
)
_BREAKS = {(True, False): _BREAK, (False, True): _OTHER_YEAR, (True, True): _BREAK_OR_YEAR}
_GAP = Text(" Stiplet: ikke oppgitt.", " Broken outline: not given.")
_ALT = Text(
    "Punkter over tid: andelen med rød, gul og grønn {field}, runde for runde. {finding}. " + IN_TABLE.nb,
    "Points over time: the shares of red, yellow and green {field}, round by round. {finding}. " + IN_TABLE.en,
)
_FALLEN = Text(
    "Andelen med {rating} {field} har gått ned fra {then} til {now} prosent siden {month}",
    "The share with {rating} {field} has fallen from {then} to {now} per cent since {month}",
)
_RISEN = Text(
    "Andelen med {rating} {field} har økt fra {then} til {now} prosent siden {month}",
    "The share with {rating} {field} has risen from {then} to {now} per cent since {month}",
)
_SAME = Text(
    "Andelen med {rating} {field} er {now} prosent, som i {month}",
    "The share with {rating} {field} is {now} per cent, as in {month}",
)
_ALONE = Text(
    "Andelen med {rating} {field} er {now} prosent og kan ikke sammenlignes med tidligere runder",
    "The share with {rating} {field} is {now} per cent and cannot be compared with earlier rounds",
)
_PEAK = Text(", med {most} prosent på det meste i {month}", ", with {most} per cent at the most in {month}")
_NONE = Text("Ingen prosjekter har {field} i denne runden", "No project has a {field} in this round")
ROUND = Text("Runde", "Round")
_SHARE = Text("{rating}, %", "{rating}, %")
_RATED = Text("Prosjekter med {field}", "Projects with a {field}")
_UNLIKE = Text(
    "Regnet på en annen måte enn tallene i denne runden: {rounds}.",
    "Computed in another way than the figures of this round: {rounds}.",
)


def trend_status(found: Summary, edition: Edition) -> Figure | None:
    """Return the figure of the status over rounds; ``None`` when nothing is known of earlier ones."""
    return _figure(found.trends, "status", edition)


def trend_risk(found: Summary, edition: Edition) -> Figure | None:
    """Return the figure of the risk over rounds; ``None`` when nothing is known of earlier ones."""
    return _figure(found.trends, "risk", edition)


def unlike(series: Sequence[Series], lang: Lang) -> str:
    """Return the note that names rounds whose figures are computed otherwise; empty when there are none."""
    rounds = {point.round_id for each in series for point in each.known if not point.comparable}
    return _UNLIKE[lang].format(rounds=", ".join(dates.month(each, lang) for each in sorted(rounds))) if rounds else ""


def explain(series: Sequence[Series], lang: Lang) -> str:
    """Return what the outlines and upright lines of a drawing mean, where it has any."""
    gap = any(len(each.known) < len(each.points) for each in series)
    places = [(each, place) for each in series for place in range(len(each.points))]
    recounted = any(each.recounts(place) for each, place in places)
    other_year = any(each.changes_year(place) for each, place in places)
    meaning = _BREAKS.get((recounted, other_year))
    return (_GAP[lang] if gap else "") + (meaning[lang] if meaning else "")


def _figure(found: Trends, field: str, edition: Edition) -> Figure | None:
    lang = edition.lang
    names = [f"{field}.{rating.value}.share" for rating in Rating]
    if not found.is_told(*names):
        return None
    found = found.since_told(*names)
    shares = {rating: found.of(name) for rating, name in zip(Rating, names, strict=True)}
    headline = _finding(shares, field, lang)
    peak = max(point.value or 0 for each in shares.values() for point in each.known)
    bands = [_band(rating, each, peak, field=field, lang=lang) for rating, each in shares.items()]
    alt = sentence(_ALT[lang], field=FIELDS[field][lang], finding=headline)
    subtitle = _SUBTITLE[lang] + explain(tuple(shares.values()), lang)
    return complete(
        f"trend-{field}",
        lambda canvas: draw_bands(canvas, found.rounds, bands, lang),
        words=Words(headline, subtitle, alt),
        data=_table(found, field, tuple(shares.values()), lang=lang),
    )


def _band(rating: Rating, series: Series, peak: int, *, field: str, lang: Lang) -> Band:
    name = _BAND[lang].format(rating=rating.label[lang], field=FIELDS[field][lang])
    texts = tuple("" if each.value is None else str(each.value) for each in series.points)
    last = series.now.value
    texts = (*texts[:-1], "" if last is None else numbers.percent(last, lang))
    return Band(name, series, texts, peak, _HEIGHT, rating)


def _finding(shares: dict[Rating, Series], field: str, lang: Lang) -> str:
    """Return which of the worse ratings has grown, red before yellow, or else what became of the most common one.

    A rating that cannot be compared with any earlier round is passed over.
    """
    word = FIELDS[field][lang]
    common = sorted(
        (rating for rating, each in shares.items() if each.now.value is not None),
        key=lambda rating: -(shares[rating].now.value or 0),
    )
    if not common:
        return _NONE[lang].format(field=word)
    comparable = [rating for rating in common if len(shares[rating].alike) > 1]
    grown = (rating for rating in (Rating.RED, Rating.YELLOW) if rating in comparable and _change(shares[rating]) > 0)
    chosen = next(grown, next(iter(comparable), None))
    series = shares[chosen or common[0]]
    words = {"rating": (chosen or common[0]).label[lang].lower(), "field": word}
    now = _printed(series, series.now)
    if chosen is None:
        return sentence(_ALONE[lang], now=now, **words)
    first, change = series.alike[0], _change(series)
    text = _SAME if not change else _FALLEN if change < 0 else _RISEN
    month = dates.month(first.round_id, lang)
    told = sentence(text[lang], then=_printed(series, first), now=now, month=month, **words)
    return Sentence(told, _peak(series, lang))


def _change(series: Series) -> int:
    return (series.now.value or 0) - (series.alike[0].value or 0)


def _peak(series: Series, lang: Lang) -> str:
    """Return where the share was highest, if that was neither first nor last."""
    first, *_, last = series.alike
    most = max(series.alike, key=lambda each: each.value or 0)
    if (most.value or 0) <= max(first.value or 0, last.value or 0):
        return ""
    return sentence(_PEAK[lang], most=_printed(series, most), month=dates.month(most.round_id, lang))


def _printed(series: Series, point: Point) -> str:
    return numbers.MISSING if point.value is None else percent(point.value, series.fact(point))


def _table(found: Trends, field: str, shares: Sequence[Series], *, lang: Lang) -> DataTable:
    rated = found.of(f"{field}.rated.count")
    heads = [_SHARE[lang].format(rating=rating.label[lang]) for rating in Rating]
    rows, values = [], []
    for place, round_id in enumerate(found.rounds):
        points, of = [each.points[place] for each in shares], rated.points[place]
        printed = [_printed(series, point) for series, point in zip(shares, points, strict=True)]
        number = numbers.MISSING if of.value is None else count(of.value, lang, rated.fact(of))
        rows.append((dates.month(round_id, lang).capitalize(), *printed, number))
        alike = all(each.comparable for each in points)
        values.append((round_id, *(each.value for each in points), of.value, truth(alike)))
    names = ("round", *(f"{rating.value}_share" for rating in Rating), "projects", "is_comparable")
    return DataTable(
        columns=columns([ROUND[lang], *heads, _RATED[lang].format(field=FIELDS[field][lang])]),
        rows=tuple(rows),
        values=FigureValues(names, tuple(values)),
        note=unlike(shares, lang),
    )
