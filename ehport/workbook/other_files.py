"""What a file is that is not an Excel workbook, told by its content, and how its sender gets one from it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ehport.diagnostics.code import Code
from ehport.lang.language import Text
from ehport.workbook.unreadable import UnreadableFileError

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MIMETYPE, _TYPES, _NUMBERS = "mimetype", "[content_types].xml", ("index/", "index.zip")
_LOOKED_AT = 4_096  # bytes; enough to tell text from anything else

_SEND = Text(
    "send innmeldingsskjemaet slik det er lagret i Excel eller LibreOffice",
    "send the submission form as it is saved in Excel or LibreOffice",
)
_SAVE_AS = Text(
    "åpne den i programmet den er laget i, og velg Fil › Lagre som › Excel-arbeidsbok (.xlsx)",
    "open it in the program it was made in, and choose File › Save As › Excel Workbook (.xlsx)",
)
_FROM_LIBREOFFICE = Text(
    "åpne den i LibreOffice, velg Fil › Lagre som og filtypen «Excel 2007–365 (.xlsx)»",
    "open it in LibreOffice, choose File › Save As and the file type «Excel 2007–365 (.xlsx)»",
)
_UNPACK = Text(
    "pakk ut arkivet, og send arbeidsboken som ligger i det", "unpack the archive, and send the workbook in it"
)
_NO_SHEETS = Text(
    "en tekstfil har ikke skjemaets ark og nøkler; send arbeidsboken den kom fra",
    "a text file has not the sheets and keys of the form; send the workbook it came from",
)


@dataclass(frozen=True, slots=True)
class FileKind:
    """A kind of file, as a message calls it, and what to do with it."""

    name: Text
    remedy: Text = _SEND

    def refusal(self) -> UnreadableFileError:
        """Return what tells that the file is of this kind."""
        return UnreadableFileError(Code.NOT_A_WORKBOOK, kind=self.name, how=self.remedy)


FOLDER = FileKind(
    Text("en mappe", "a folder"),
    Text("gi navnet på arbeidsboken i mappen", "give the name of the workbook in the folder"),
)
NO_ORDINARY_FILE = FileKind(Text("ikke en vanlig fil", "not an ordinary file"))
ARCHIVE = FileKind(Text("et zip-arkiv", "a zip archive"), _UNPACK)
BINARY_WORKBOOK = FileKind(Text("en binær Excel-arbeidsbok (.xlsb)", "a binary Excel workbook (.xlsb)"), _SAVE_AS)
_TEMPLATE = FileKind(Text("en Excel-mal (.xltx)", "an Excel template (.xltx)"), _SAVE_AS)
_MACRO_TEMPLATE = FileKind(Text("en Excel-mal med makroer (.xltm)", "an Excel template with macros (.xltm)"), _SAVE_AS)
_UNKNOWN = FileKind(Text("en fil av ukjent slag", "a file of an unknown kind"))
_CSV = FileKind(Text("en tekstfil (.csv)", "a text file (.csv)"), _NO_SHEETS)
_PLAIN_TEXT = FileKind(Text("en tekstfil", "a text file"), _NO_SHEETS)
_BEGINNINGS: Mapping[bytes, FileKind] = {
    b"%PDF-": FileKind(Text("et PDF-dokument (.pdf)", "a PDF document (.pdf)")),
    b"\x89PNG": FileKind(Text("et bilde (.png)", "a picture (.png)")),
    b"\xff\xd8\xff": FileKind(Text("et bilde (.jpg)", "a picture (.jpg)")),
    b"GIF8": FileKind(Text("et bilde (.gif)", "a picture (.gif)")),
    b"{\\rtf": FileKind(Text("et tekstdokument (.rtf)", "a text document (.rtf)")),
    b"Rar!": FileKind(Text("et arkiv (.rar)", "an archive (.rar)"), _UNPACK),
    b"7z\xbc\xaf": FileKind(Text("et arkiv (.7z)", "an archive (.7z)"), _UNPACK),
    b"PK": ARCHIVE,
}
_WEB_PAGE = FileKind(Text("en nettside (.html)", "a web page (.html)"), _SAVE_AS)
_XML = FileKind(Text("et XML-dokument", "an XML document"), _SAVE_AS)
_OPEN_DOCUMENTS: Mapping[bytes, FileKind] = {
    b"opendocument.spreadsheet": FileKind(
        Text("et OpenDocument-regneark (.ods)", "an OpenDocument spreadsheet (.ods)"), _FROM_LIBREOFFICE
    ),
    b"opendocument.text": FileKind(
        Text("et OpenDocument-tekstdokument (.odt)", "an OpenDocument text document (.odt)")
    ),
    b"opendocument": FileKind(Text("et OpenDocument-dokument", "an OpenDocument document")),
}
_OFFICE: Mapping[bytes, FileKind] = {
    b"wordprocessingml": FileKind(Text("et Word-dokument (.docx)", "a Word document (.docx)")),
    b"presentationml": FileKind(Text("en PowerPoint-presentasjon (.pptx)", "a PowerPoint presentation (.pptx)")),
    b"sheet.binary": BINARY_WORKBOOK,
    b"template.main+xml": _TEMPLATE,
    b"template.macroenabled": _MACRO_TEMPLATE,
    b"addin.macroenabled": FileKind(Text("et Excel-tillegg (.xlam)", "an Excel add-in (.xlam)")),
}
_OLD_OFFICE: Mapping[bytes, FileKind] = {
    "WordDocument".encode("utf-16-le"): FileKind(
        Text("et gammelt Word-dokument (.doc)", "an old Word document (.doc)")
    ),
    "PowerPoint Document".encode("utf-16-le"): FileKind(
        Text("en gammel PowerPoint-presentasjon (.ppt)", "an old PowerPoint presentation (.ppt)")
    ),
    "__substg1.0_".encode("utf-16-le"): FileKind(
        Text("en e-post (.msg)", "an e-mail (.msg)"),
        Text("lagre vedlegget, og send selve arbeidsboken", "save the attachment, and send the workbook itself"),
    ),
}
_LABELLED = tuple(mark.encode("utf-16-le") for mark in ("DRMEncrypted", "DRMContent"))  # for some readers only
_NUMBERS_KIND = FileKind(
    Text("et Numbers-dokument (.numbers)", "a Numbers document (.numbers)"),
    Text(
        "åpne det i Numbers, og velg Arkiv › Eksporter til › Excel",
        "open it in Numbers, and choose File › Export To › Excel",
    ),
)


def refusal_of(data: bytes) -> UnreadableFileError:
    """Return what tells that bytes which are no zip file are no workbook."""
    if data.startswith(_OLE):
        old = next((kind for mark, kind in _OLD_OFFICE.items() if mark in data), None)
        if any(mark in data for mark in _LABELLED):
            return UnreadableFileError(Code.LABELLED)
        if "EncryptedPackage".encode("utf-16-le") in data:
            return UnreadableFileError(Code.PASSWORD)
        return old.refusal() if old else UnreadableFileError(Code.OLD_EXCEL)
    known = next((kind for start, kind in _BEGINNINGS.items() if data.startswith(start)), None)
    return (known or _by_text(data[:_LOOKED_AT])).refusal()


def _by_text(start: bytes) -> FileKind:
    text = start.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if b"<html" in text or text.startswith(b"<!doctype html"):
        return _WEB_PAGE
    if text.startswith(b"<?xml"):
        return _XML
    if b"\0" in start and not start.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _UNKNOWN
    if sum(sign < 32 and sign not in b"\t\n\r\0" for sign in start) > len(start) // 100:
        return _UNKNOWN
    first = text.split(b"\n", 1)[0]
    return _CSV if any(sign in first for sign in b";,\t") else _PLAIN_TEXT


def recognise_package(names: frozenset[str], mimetype: bytes, types: bytes) -> FileKind | None:
    """Return what a zip file is by its parts, whose names are in small letters; nothing when it is a workbook."""
    if any(name.startswith(_NUMBERS) for name in names) and _TYPES not in names:
        return _NUMBERS_KIND
    if _MIMETYPE in names:
        return next((kind for mark, kind in _OPEN_DOCUMENTS.items() if mark in mimetype), ARCHIVE)
    if _TYPES not in names:
        return ARCHIVE
    small = types.replace(b"\0", b"").lower()
    if b"sheet.main+xml" in small or b"excel.sheet.macroenabled.main" in small:
        return None
    return next((kind for mark, kind in _OFFICE.items() if mark in small), _UNKNOWN)
