"""Texts and workbooks that are marked as not for everybody, and those that only use the words."""

from __future__ import annotations

import pytest

from ehport.rules.restricted import find_restrictions
from ehport.workbook.read import read_submission
from tests.workbook.books import ROUND, write
from tests.workbook.hard_book import packed, read_parts


@pytest.mark.parametrize(
    "text",
    [
        "Unntatt offentlighet",
        "Leverandøren er valgt (unntatt offentlighet).",
        "Unnateke offentlegheit etter § 14",
        "U.off. § 14: rammen er 40 mill.",
        "Jf. offl. § 23",
        "unntatt fra offentlighet, jf. offentleglova § 13",
        "Internt",
        "INTERNT: forhandles nå",
        "Internt: forhandles nå",
        "Budsjettet er usikkert (internt)",
        "Kun til internt bruk",
        "Til intern bruk",
        "Avklart. Internt!",
        "Skal ikke publiseres før juni",
        "Ikke for publisering",
        "Fortrolig",
        "Saken er FORTROLIG inntil videre",
        "Strengt fortrolig",
        "Konfidensielt: tilbud",
        "Taushetsbelagt\nRammen er 40 mill.",
        "For internal use",
        "Confidential",
        "Not for publication",
    ],
)
def test_a_marked_text_is_told(text):
    assert len(list(find_restrictions(text))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Avklares internt i Helse Vest.",
        "Det er behov for å prioritere internt og eksternt.",
        "Interne ressurser brukes i gjennomføringen.",
        "Innbyggere skal få fortrolige opplysninger trygt.",
        "Personopplysninger behandles fortrolig.",
        "Løsningen er tilgjengelig for offentligheten.",
        "Offentlig anskaffelse er kunngjort.",
        "Begrenset tilgang til utviklere er en risiko.",
        "Et begrenset utvalg kommuner deltar.",
        "Offline bruk er mulig. Off-site drift.",
        "Internasjonalt samarbeid. Internett.",
        "Confidentiality is kept.",
    ],
)
def test_a_text_that_only_uses_the_words_is_not_told(text):
    assert list(find_restrictions(text)) == []


def labelled(name: str, key: str = "MSIP_Label_0b1e7c2a-0000-4d7e-9c39-000000000000_Name") -> bytes:
    return (
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
        'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
        f'<property fmtid="x" pid="2" name="{key}"><vt:lpwstr>{name}</vt:lpwstr></property></Properties>'
    ).encode()


@pytest.mark.parametrize(
    ("properties", "told"),
    [
        (labelled("Intern"), ["SENSITIVITY"]),
        (labelled("Fortrolig – helse"), ["SENSITIVITY"]),
        (labelled("Åpen"), []),
        (labelled("Public"), []),
        (labelled("Intern", key="Prosjektnavn"), []),
        (b"<nothing", []),
    ],
)
def test_a_sensitivity_label_is_told_unless_it_says_public(tmp_path, properties, told):
    path = write(tmp_path / "helse-vest.xlsx")
    path.write_bytes(packed({**read_parts(path), "docProps/custom.xml": properties}))

    submission, found = read_submission(path, ROUND)

    assert submission is not None
    assert [each.code.name for each in found] == told
