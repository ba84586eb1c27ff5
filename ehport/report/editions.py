"""Where the files of an edition lie beside each other, and where the editions of other rounds and languages lie."""

from __future__ import annotations

from ehport.lang.language import Lang

PDF, WEB, DATA = "rapport.pdf", "rapport.html", "data"
WORKBOOK, DESCRIPTION = "portfolio.xlsx", "datapackage.json"


def folder_of(lang: Lang) -> str:
    """Return the folder of an edition within the round's; the Norwegian one is there itself."""
    return "" if lang is Lang.NB else lang.value


def other_language(lang: Lang) -> str:
    """Return the way from one edition to that in the other language."""
    return f"../{WEB}" if folder_of(lang) else f"{folder_of(Lang.EN)}/{WEB}"


def other_round(lang: Lang, round_id: str) -> str:
    """Return the way to the edition of another round in the same language."""
    inner = folder_of(lang)
    return f"../../{round_id}/{inner}/{WEB}" if inner else f"../{round_id}/{WEB}"
