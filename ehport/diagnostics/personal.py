"""The rules about personal data and restricted texts (C240–C243): what is not published without a decision."""

from __future__ import annotations

from collections.abc import Mapping

from ehport.diagnostics.code import Code
from ehport.diagnostics.rule import Rule, answers, error, warning

_ACCEPT = (
    "; skal det likevel trykkes, godtar kontoret det med en rad i registerets ark Unntak",
    "; if it is to be printed all the same, the office accepts it with a row in the register's sheet Unntak",
)
_PUBLISHED = (
    "Rapporten og dataene er offentlige, og det som er trykt, kan ikke kalles tilbake.",
    "The report and the data are public, and what is printed cannot be called back.",
)

PERSONAL_RULES: Mapping[Code, Rule] = {
    Code.IDENTITY_NUMBER: error(
        ("Fødselsnummer", "National identity number"),
        (
            "«{label}» har noe som er et fødselsnummer eller D-nummer («{found}»)",
            "«{label}» has something that is a national identity number or a D-number («{found}»)",
        ),
        help=(
            f"slett nummeret; ingen person skal kjennes igjen på et nummer i rapporten{_ACCEPT[0]}",
            f"delete the number; nobody is to be known by a number in the report{_ACCEPT[1]}",
        ),
        why=_PUBLISHED,
        example=answers(purpose="Meldt inn av prosjektleder, 018190 50062."),
    ),
    Code.EMAIL: warning(
        ("E-postadresse", "E-mail address"),
        (
            "«{label}» har e-postadressen «{found}», som blir offentlig",
            "«{label}» has the e-mail address «{found}», which will be public",
        ),
        help=(
            "slett adressen; kontaktpersonen for innmeldingen skrives på arket Aktør, som ikke trykkes" + _ACCEPT[0],
            "delete the address; the contact of the submission is written on the sheet Aktør, which is not printed"
            + _ACCEPT[1],
        ),
        why=_PUBLISHED,
        example=answers(purpose="Én logg for innsyn. Spørsmål til kari.nordmann@example.no."),
    ),
    Code.PHONE: warning(
        ("Telefonnummer", "Telephone number"),
        (
            "«{label}» har noe som ligner et telefonnummer («{found}»), og det blir offentlig",
            "«{label}» has something like a telephone number («{found}»), which will be public",
        ),
        help=(
            "slett nummeret; kontaktpersonen for innmeldingen skrives på arket Aktør, som ikke trykkes" + _ACCEPT[0],
            "delete the number; the contact of the submission is written on the sheet Aktør, which is not printed"
            + _ACCEPT[1],
        ),
        why=_PUBLISHED,
        example=answers(purpose="Én logg for innsyn. Ring prosjektleder på 990 00 000."),
    ),
    Code.NOT_PUBLIC: warning(
        ("Merket som ikke offentlig", "Marked as not public"),
        (
            "«{label}» har merket «{found}», men blir offentlig",
            "«{label}» is marked «{found}», but will be public",
        ),
        help=(
            "skriv bare det som kan være offentlig, og slett merket" + _ACCEPT[0],
            "write only what may be public, and delete the mark" + _ACCEPT[1],
        ),
        why=_PUBLISHED,
        example=answers(purpose="Unntatt offentlighet: leverandøren er ikke valgt."),
    ),
}
