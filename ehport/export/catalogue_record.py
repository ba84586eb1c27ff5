"""The data set as a catalogue reads it: DCAT-AP-NO as JSON-LD, made from the descriptor of the data package."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from ehport.export import package, sheets
from ehport.export.published import Published
from ehport.lang.language import Lang

FILE = "dcat-ap-no.jsonld"
_EU = "http://publications.europa.eu/resource/authority"
_CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_FORMS = {
    "CSV": ("text/csv", package.FILE),
    "XLSX": ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", sheets.FILE),
    "JSON": ("application/json", "portfolio.json"),
}


def as_record(published: Published, described: Mapping[str, Any]) -> bytes:
    """Return the record of a data package in the words of its descriptor."""
    round_, lang = published.portfolio.round, published.lang
    name = round_.publication.publisher
    contact: dict[str, Any] = {"@type": "vcard:Organization", "vcard:fn": round_.contact.name or name}
    if round_.contact.email:
        contact["vcard:hasEmail"] = {"@id": f"mailto:{round_.contact.email}"}
    record = {
        "@context": _CONTEXT,
        "@id": "",
        "@type": "dcat:Dataset",
        "dct:title": _said(described["title"], lang),
        "dct:description": _said(described["description"], lang),
        "dct:publisher": {"@type": "foaf:Agent", "foaf:name": name},
        "dcat:contactPoint": contact,
        "dcat:theme": {"@id": f"{_EU}/data-theme/HEAL"},
        "dct:accessRights": {"@id": f"{_EU}/access-right/PUBLIC"},
        "dct:language": {"@id": f"{_EU}/language/NOB"},
        "dct:issued": {"@type": "xsd:date", "@value": published.created.isoformat()},
        "dcat:keyword": [_said(each, Lang.NB) for each in round_.publication.keywords],
        "dcat:distribution": [_distribution(form, described) for form in _FORMS],
    }
    return f"{json.dumps(record, ensure_ascii=False, indent=1)}\n".encode()


def _said(text: str, lang: Lang) -> dict[str, str]:
    return {"@value": text, "@language": lang.value}


def _distribution(form: str, described: Mapping[str, Any]) -> dict[str, Any]:
    media_type, path = _FORMS[form]
    return {
        "@type": "dcat:Distribution",
        "dct:title": form,
        "dcat:accessURL": {"@id": path},
        "dct:format": {"@id": f"{_EU}/file-type/{form}"},
        "dcat:mediaType": {"@id": f"https://www.iana.org/assignments/media-types/{media_type}"},
        "dct:license": {"@id": described["licenses"][0]["path"]},
    }
