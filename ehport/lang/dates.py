"""Dates and months as they are printed."""

from __future__ import annotations

from datetime import date

from ehport.lang.language import Lang

MONTHS = {
    Lang.NB: [
        "januar",
        "februar",
        "mars",
        "april",
        "mai",
        "juni",
        "juli",
        "august",
        "september",
        "oktober",
        "november",
        "desember",
    ],
    Lang.EN: [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
}


def day(when: date, lang: Lang) -> str:
    """Return a day in words: ``16. april 2021``."""
    name = month_name(when.month, lang)
    return f"{when.day}. {name} {when.year}" if lang is Lang.NB else f"{when.day} {name} {when.year}"


def short_day(when: date, lang: Lang) -> str:
    """Return a day in figures: ``16.04.2021``, and in English ``2021-04-16``."""
    return f"{when:%d.%m.%Y}" if lang is Lang.NB else f"{when:%Y-%m-%d}"


def month(text: str, lang: Lang) -> str:
    """Return an ISO month (``2021-05``) in words: ``mai 2021``."""
    year, number = text.split("-")[:2]
    return f"{month_name(int(number), lang)} {year}"


def month_after(when: date) -> str:
    """Return the ISO month after a day's month."""
    return f"{date(when.year + when.month // 12, when.month % 12 + 1, 1):%Y-%m}"


def month_name(number: int, lang: Lang) -> str:
    """Return the name of month 1–12."""
    return MONTHS[lang][number - 1]
