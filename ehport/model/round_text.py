"""The text of a ``round.toml``, written for people who will read and change it."""

from __future__ import annotations

import json
from collections.abc import Mapping

from ehport.model.round import Round

_HEAD = """\
# En runde: navn, datoer, strategi og hvem som blir spurt. Arbeidsbøkene heter som aktørens id.
"""
_AREAS = "# Et innsatsområde uten kjent navn står tomt."


def round_text(round_: Round) -> str:
    """Return the ``round.toml`` that reads back as the round."""
    blocks = [_HEAD + "\n".join(_facts(round_)), _report(round_)]
    blocks.append("[strategic_areas]\n" + _table(round_.strategic_areas))
    blocks.append(f"{_AREAS}\n[focus_areas]\n" + _table(round_.focus_areas))
    blocks += [f"[[actors]]\nid = {_quoted(each.id)}\nname = {_quoted(each.name)}" for each in round_.actors]
    return "\n\n".join(blocks) + "\n"


def _facts(round_: Round) -> list[str]:
    return [
        f"id = {_quoted(round_.id)}",
        f"title = {_quoted(round_.title)}",
        f"cutoff = {round_.cutoff.isoformat()}",
        f"published = {_quoted(round_.published)}",
        f"budget_year = {round_.budget_year}",
        f"previous = {_quoted(round_.previous)}",
        f"form = {_quoted(round_.form)}",
    ]


def _report(round_: Round) -> str:
    told = round_.publication
    keywords = ", ".join(_quoted(each) for each in told.keywords)
    return (
        f"[report]\npublisher = {_quoted(told.publisher)}\nrecipients = {_quoted(told.recipients)}\n"
        f"description = {_quoted(told.description)}\nkeywords = [{keywords}]"
    )


def _table(values: Mapping[str, str]) -> str:
    return "\n".join(f"{_quoted(name)} = {_quoted(text)}" for name, text in values.items())


def _quoted(text: str) -> str:
    # A JSON string is a TOML basic string, but for DEL, which TOML wants escaped.
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
