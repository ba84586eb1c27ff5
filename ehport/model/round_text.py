"""The text of a ``round.toml``, written for people who will read and change it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields

from ehport.model.round import Contact, InEnglish, Publication, Round

_HEAD = """\
# En runde: navn, datoer, strategi og hvem som blir spurt. Arbeidsbøkene heter som aktørens id.
"""
_ENGLISH = "# Det den engelske utgaven kaller det samme; det som står tomt, beholder det norske navnet."
_AREAS = "# Et innsatsområde uten kjent navn står tomt."


def round_text(round_: Round) -> str:
    """Return the ``round.toml`` that reads back as the round."""
    blocks = [_HEAD + "\n".join(_facts(round_)), "[report]\n" + _publication(round_.publication)]
    if round_.contact != Contact():
        told = {each.name: getattr(round_.contact, each.name) for each in fields(Contact)}
        blocks.append("[contact]\n" + "\n".join(f"{name} = {_quoted(text)}" for name, text in told.items()))
    blocks.append("[strategic_areas]\n" + _table(round_.strategic_areas))
    blocks.append(f"{_AREAS}\n[focus_areas]\n" + _table(round_.focus_areas))
    blocks += [f"[[actors]]\nid = {_quoted(each.id)}\nname = {_quoted(each.name)}" for each in round_.actors]
    blocks += _in_english(round_.english)
    return "\n\n".join(blocks) + "\n"


def _in_english(named: InEnglish) -> Iterator[str]:
    if named != InEnglish():
        yield f"{_ENGLISH}\n[en]\ntitle = {_quoted(named.title)}\n" + _publication(named.publication)
        for name in ("strategic_areas", "focus_areas", "chapters"):
            if values := getattr(named, name):
                yield f"[en.{name}]\n" + _table(values)


def _facts(round_: Round) -> list[str]:
    return [
        f"id = {_quoted(round_.id)}",
        f"title = {_quoted(round_.title)}",
        f"cutoff = {round_.cutoff.isoformat()}",
        f"published = {_quoted(round_.published)}",
        f"budget_year = {round_.budget_year}",
        f"previous = {_quoted(round_.previous)}",
        f"form = {_quoted(round_.form)}",
        *([f"late = {listed(round_.late)}"] if round_.late else []),
    ]


def _publication(told: Publication) -> str:
    return (
        f"publisher = {_quoted(told.publisher)}\nrecipients = {_quoted(told.recipients)}\n"
        f"description = {_quoted(told.description)}\nkeywords = {listed(told.keywords)}"
    )


def listed(values: Iterable[str]) -> str:
    """Return texts as a TOML list."""
    return f"[{', '.join(map(_quoted, values))}]"


def _table(values: Mapping[str, str]) -> str:
    return "\n".join(f"{_quoted(name)} = {_quoted(text)}" for name, text in values.items())


def _quoted(text: str) -> str:
    # A JSON string is a TOML basic string, but for DEL, which TOML wants escaped.
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
