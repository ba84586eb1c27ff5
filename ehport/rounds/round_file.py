"""The file ``round.toml``: what it may say of a round, and the round that it says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from ehport.lang.language import Text, same
from ehport.lang.likeness import did_you_mean
from ehport.model.file_names import wrong_with_ids
from ehport.model.round import FILE, AskedActor, Contact, InEnglish, Limits, Publication, Round
from ehport.rounds.ids import FIRST_YEAR, LAST_YEAR, is_month, is_round_id, meant_round
from ehport.rounds.toml_schema import Codes, Key, Problem, TomlTable, TomlTables, read_table
from ehport.rounds.toml_text import Parsed, TomlError, parse
from ehport.rounds.toml_values import Coded, ListOfWords, Percentage, TomlDay, TomlText, TomlYear
from ehport.system.errors import UsageError
from ehport.system.text_files import HOW_TO_SAVE, EncodingError, read_text

CHAPTERS = (
    "00-forord",
    "01-oppsummering",
    "02-status",
    "02-tema",
    "03-neste-ar",
    "04-ferdigstilte",
    "05-veikart",
    "06-portefoljestyring",
    "07-drift-og-forvaltning",
    "08-endringer",
)
_LARGEST = 200_000
_SHOWN = 10


def _no_round(found: str) -> Text:
    near = meant_round(found)
    return (_ROUND_MEANT if near else _NOT_A_ROUND).format(found=found, near=near)


def _no_month(found: str) -> Text:
    near = meant_round(found)
    return (_MONTH_MEANT if near else _NOT_A_MONTH).format(found=found, near=near)


_ID, _PREVIOUS = Coded(is_round_id, _no_round), Coded(is_round_id, _no_round, may_be_empty=True)
_PUBLISHED = Coded(is_month, _no_month)
_OUTER = frozenset({"title", "cutoff", "published", "budget_year", "previous", "form", "late"})
_CODE = re.compile(r"[^\W_][\w./-]{0,19}")
_STRATEGIC = Codes(_CODE, '"1" = "Digitalisering av arbeidsprosesser"')
_FOCUS = Codes(_CODE, '"1.1" = "Modernisere journalløsninger"')
_TITLES = Codes(re.compile("|".join(CHAPTERS)), '"02-status" = "Status of the portfolio"')
_LONG, _LONGER = TomlText(1000), TomlText(2000)
_PUBLICATION = (
    Key("publisher", TomlText(), 'publisher = "Direktoratet for e-helse"', "", tried=("utgiver",)),
    Key("recipients", _LONG, 'recipients = "NUIT, NUFA og Nasjonalt e-helsestyre"', "", tried=("mottakere",)),
    Key("description", _LONGER, 'description = "Status og planer"', "", tried=("beskrivelse", "ingress")),
    Key("keywords", ListOfWords(), 'keywords = ["e-helse", "portefølje"]', (), tried=("stikkord", "emneord")),
)
_AREAS = (
    Key(
        "strategic_areas",
        _STRATEGIC,
        "[strategic_areas]",
        {},
        tried=("strategy", "strategiomrader", "strategiområder"),
    ),
    Key(
        "focus_areas",
        _FOCUS,
        "[focus_areas]",
        {},
        tried=("areas", "innsatsområder", "innsatsomrader"),
    ),
)
_ACTOR = TomlTable(
    (
        Key("id", TomlText(may_be_empty=False), 'id = "helse-vest"', "", required=True, tried=("code", "kode")),
        Key("name", TomlText(may_be_empty=False), 'name = "Helse Vest RHF"', "", required=True, tried=("navn",)),
    ),
    _OUTER,
)
_CONTACT = TomlTable(
    (
        Key("name", TomlText(), 'name = "Porteføljekontoret"', "", tried=("navn",)),
        Key("email", TomlText(), 'email = "portefolje@eksempel.no"', "", tried=("e_post", "epost", "mail", "e_mail")),
        Key("phone", TomlText(), 'phone = "22 00 00 00"', "", tried=("telefon", "tlf", "telephone", "mobil")),
    ),
    _OUTER,
)
_LIMITS = TomlTable((Key("share_of_total", Percentage(), "share_of_total = 5", 5),), _OUTER)
_ENGLISH = TomlTable(
    (
        Key("title", TomlText(), 'title = "National e-health portfolio"', "", tried=("tittel",)),
        *_PUBLICATION,
        *_AREAS,
        Key("chapters", _TITLES, "[en.chapters]", {}),
    ),
    _OUTER - {"title"},
)
_ROUND = TomlTable(
    (
        Key("id", _ID, 'id = "2021-09"', "", required=True, tried=("round", "runde")),
        Key(
            "title",
            TomlText(may_be_empty=False),
            'title = "Nasjonal e-helseportefølje"',
            "",
            required=True,
            tried=("tittel", "name", "navn"),
        ),
        Key(
            "cutoff",
            TomlDay(FIRST_YEAR, LAST_YEAR),
            "cutoff = 2021-09-30",
            required=True,
            tried=("svarfrist", "frist", "deadline", "due", "closes"),
        ),
        Key("published", _PUBLISHED, 'published = "2021-10"', "", required=True, tried=("publisert", "publication")),
        Key(
            "budget_year",
            TomlYear(FIRST_YEAR, LAST_YEAR),
            "budget_year = 2021",
            required=True,
            tried=("budsjettår", "budsjettar", "year"),
        ),
        Key("previous", _PREVIOUS, 'previous = "2021-04"', "", tried=("forrige", "last", "before")),
        Key("form", TomlText(20), 'form = "1"', "1", tried=("skjema",)),
        Key("late", ListOfWords(), 'late = ["helse-nord"]', (), tried=("sen", "sene", "forsinket")),
        Key("report", TomlTable(_PUBLICATION, _OUTER), "[report]", tried=("rapport", "publication")),
        Key("contact", _CONTACT, "[contact]", tried=("kontakt", "office")),
        Key("limits", _LIMITS, "[limits]", tried=("grenser", "limit")),
        *(replace(each, required=True) for each in _AREAS),
        Key("actors", TomlTables(_ACTOR), "[[actors]]", [], required=True, tried=("aktører", "aktorer", "actor")),
        Key("en", _ENGLISH, "[en]", tried=("english", "engelsk")),
    )
)


def read_round_file(folder: Path) -> Round:
    """Return the round that the ``round.toml`` in a folder says.

    Raises `UsageError` when there is none, or with one line for each thing that is wrong with it.
    """
    path = folder / FILE
    try:
        text = read_text(path, most=_LARGEST + 1)
        if len(text.encode()) > _LARGEST:
            raise UsageError(_at(path, 0, _TOO_LARGE))
        parsed = parse(text)
        if not parsed.found:
            raise TomlError(0, _EMPTY)
    except FileNotFoundError:
        raise UsageError(_MISSING.format(path=path)) from None
    except OSError as bad:
        raise UsageError(_UNREADABLE.format(path=path, why=bad.strerror or bad)) from bad
    except EncodingError as bad:
        raise UsageError(_at(path, bad.line, _NOT_UTF_8.format(encoding=bad.encoding, how=HOW_TO_SAVE))) from bad
    except TomlError as bad:
        raise UsageError(_at(path, bad.line, bad.text)) from bad
    return _read(folder, path, parsed)


def _read(folder: Path, path: Path, parsed: Parsed) -> Round:
    problems: list[Problem] = []
    found = read_table(_ROUND, parsed.found, problems)
    problems += () if problems else _contradictions(found)
    if problems:
        places = sorted(((parsed.line_of(each.at), each.text) for each in problems), key=lambda each: each[0])
        told = [_at(path, line, text) for line, text in places[:_SHOWN]]
        more = len(places) - _SHOWN
        raise UsageError(_joined(told + ([_MORE.format(count=more)] if more > 0 else [])))
    return _round(folder, found)


def _contradictions(found: Mapping[str, Any]) -> Iterator[Problem]:
    """Yield what is right by itself and does not go together."""
    if found["previous"] >= found["id"]:
        yield Problem(("previous",), _NOT_BEFORE.format(previous=found["previous"], round=found["id"]))
    ids = [each["id"] for each in found["actors"]]
    for number, each in enumerate(ids):
        wrong = wrong_with_ids(ids[: number + 1])
        if wrong or each in ids[:number]:
            yield Problem(("actors", number, "id"), wrong or _ACTOR_TWICE.format(actor=each))
            return
    for each in found["late"]:
        if each not in ids:
            near = did_you_mean(each, ids)
            yield Problem(("late",), _LATE_UNKNOWN.format(actor=each, near=near, known=", ".join(ids)))


def _round(folder: Path, found: Mapping[str, Any]) -> Round:
    english = found["en"]
    return Round(
        folder=folder,
        **{
            name: found[name]
            for name in ("id", "title", "cutoff", "published", "budget_year", "previous", "form", "late")
        },
        publication=Publication(**found["report"]),
        strategic_areas=found["strategic_areas"],
        focus_areas=found["focus_areas"],
        actors=tuple(AskedActor(each["id"], each["name"]) for each in found["actors"]),
        contact=Contact(**found["contact"]),
        limits=Limits(**found["limits"]),
        english=InEnglish(
            english["title"],
            Publication(**{key.name: english[key.name] for key in _PUBLICATION}),
            english["strategic_areas"],
            english["focus_areas"],
            english["chapters"],
        ),
    )


def _at(path: Path, line: int, text: Text) -> Text:
    return (_ON_LINE if line else _IN_FILE).format(path=path, line=line, text=text)


def _joined(texts: list[Text]) -> Text:
    return Text("\n".join(each.nb for each in texts), "\n".join(each.en for each in texts))


_NOT_A_ROUND = Text("er «{found}», som ikke er år og måned", "is «{found}», which is not a year and a month")
_ROUND_MEANT = Text(
    "er «{found}», som ikke er år og måned. Mente du «{near}»?",
    "is «{found}», which is not a year and a month. Did you mean «{near}»?",
)
_NOT_A_MONTH = Text("er «{found}», som ikke er en måned", "is «{found}», which is not a month")
_MONTH_MEANT = Text(
    "er «{found}», som ikke er en måned. Mente du «{near}»?",
    "is «{found}», which is not a month. Did you mean «{near}»?",
)
_IN_FILE = same("{path}: {text}")
_ON_LINE = Text("{path}, linje {line}: {text}", "{path}, line {line}: {text}")
_MORE = Text("… og {count} feil til i filen.", "… and {count} more errors in the file.")
_MISSING = Text(
    "{path} finnes ikke. En runde åpnes med: ehport open-round",
    "{path} does not exist. A round is opened with: ehport open-round",
)
_UNREADABLE = Text(
    "{path} kan ikke leses: {why}. Sjekk at du har tilgang til filen.",
    "{path} cannot be read: {why}. Check that you have access to the file.",
)
_NOT_UTF_8 = Text(
    "Filen er ikke lagret i UTF-8, men i {encoding}. Slik rettes det: {how}.",
    "The file is not saved in UTF-8, but in {encoding}. To mend it, {how}.",
)
_EMPTY = Text(
    "Filen er tom. Hent den tilbake fra en kopi, eller åpne runden på nytt med: ehport open-round RUNDE --force",
    "The file is empty. Take it back from a copy, or open the round anew with: ehport open-round ROUND --force",
)
_TOO_LARGE = Text(
    "Filen er større enn 200 kB, og er neppe rundens innstillinger. Hent den tilbake fra en kopi.",
    "The file is larger than 200 kB, and hardly the settings of a round. Take it back from a copy.",
)
_NOT_BEFORE = Text(
    '«previous» er {previous}, som ikke er før runden selv, {round}. Skriv runden før, eller "" når det ikke er noen.',
    '«previous» is {previous}, which is not before the round itself, {round}. Write the round before, or "" if none.',
)
_LATE_UNKNOWN = Text(
    "«late» har «{actor}», som ikke er blant aktørene.{near} Skriv en id som står under [[actors]]: {known}",
    "«late» has «{actor}», who is not among the actors.{near} Write an id that stands under [[actors]]: {known}",
)
_ACTOR_TWICE = Text(
    "Aktøren «{actor}» står to ganger. Ta bort den ene.", "The actor «{actor}» stands twice. Take one of them away."
)
