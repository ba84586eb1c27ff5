"""What the web edition says of itself to programs: a sign for its tab, a card where it is shared, a description."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from ehport.lang import dates
from ehport.lang.language import Lang, Text
from ehport.model.licence import LICENCE
from ehport.report.editions import DATA, DESCRIPTION, PDF, WORKBOOK
from ehport.report.html import show_steering
from ehport.report.report import Report

_LOCALES = {Lang.NB: "nb_NO", Lang.EN: "en_GB"}
_ICON = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><path fill="#12436d" d="M3 4h26v6H3z"/>'
    '<path fill="#6893b5" d="M3 13h19v6H3z"/><path fill="#12436d" d="M3 22h12v6H3z"/></svg>'
)
_DATASET = Text("{title}: åpne data", "{title}: open data")


@dataclass(frozen=True, slots=True)
class Head:
    """What stands in the head of the page; ``card`` are properties of Open Graph with their contents."""

    title: str
    icon: str
    card: tuple[tuple[str, str], ...]
    described: str


def head(report: Report) -> Head:
    """Return the head of a report's page."""
    round_, lang = report.portfolio.round, report.lang
    title = f"{round_.title} – {dates.month(round_.month, lang)}"
    about = round_.publication
    card = (
        ("og:type", "article"),
        ("og:title", title),
        ("og:description", about.description),
        ("og:site_name", about.publisher),
        ("og:locale", _LOCALES[lang]),
        ("article:published_time", round_.published),
    )
    return Head(
        title, f"data:image/svg+xml,{quote(_ICON)}", tuple(each for each in card if each[1]), _described(report)
    )


def _described(report: Report) -> str:
    """Return the report and its data as JSON-LD; no sign in it can end the element it stands in."""
    round_, lang = report.portfolio.round, report.lang
    about, title = round_.publication, f"{round_.title} – {dates.month(round_.month, lang)}"
    shared: dict[str, Any] = {
        "description": about.description,
        "inLanguage": lang.value,
        "datePublished": round_.published,
        "publisher": {"@type": "Organization", "name": about.publisher} if about.publisher else None,
        "keywords": list(about.keywords),
        "license": LICENCE.path,
    }
    dataset = {
        "@type": "Dataset",
        "@id": "#data",
        "name": _DATASET.format(title=title)[lang],
        "temporalCoverage": round_.cutoff.isoformat(),
        "isAccessibleForFree": True,
        "distribution": [
            _file(f"{DATA}/{DESCRIPTION}", "application/json"),
            _file(f"{DATA}/{WORKBOOK}", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        ],
        **shared,
    }
    made = {
        "@type": "Report",
        "@id": "#topp",
        "name": title,
        "encoding": _file(PDF, "application/pdf"),
        "isBasedOn": {"@id": "#data"},
        **shared,
    }
    graph = [{key: value for key, value in each.items() if value} for each in (made, dataset)]
    text = json.dumps({"@context": "https://schema.org", "@graph": graph}, ensure_ascii=False)
    return show_steering(text.replace("<", "\\u003c"), "\\u003cU+{:04X}>")


def _file(path: str, form: str) -> dict[str, str]:
    return {"@type": "DataDownload" if path != PDF else "MediaObject", "contentUrl": path, "encodingFormat": form}
