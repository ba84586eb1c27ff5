"""A filled workbook with what spreadsheet programs put into one and openpyxl does not know, added part by part."""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

from tests.workbook.books import SHEET, write

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_RELATION = f"{_OFFICE}/relationships"
_MICROSOFT = "http://schemas.microsoft.com/office"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPES = "application/vnd.openxmlformats-officedocument."
THREAD = "{00000000-0000-0000-0000-0000000000B1}"
NOTED, THREADED = "C4", "C5"


def hard_book(path: Path) -> Path:
    """Write the workbook of one project with all of it on the project's sheet."""
    write(path)
    parts = read_parts(path)
    sheet = _part_of(parts, SHEET)
    number = sheet.rpartition("sheet")[2].removesuffix(".xml")
    parts |= _FURTHER
    parts["[Content_Types].xml"] = _before_end(parts["[Content_Types].xml"], "Types", _CONTENT_TYPES)
    parts["_rels/.rels"] = _before_end(
        parts["_rels/.rels"], "Relationships", _relation("rIdHard9", "urn:unknown", "other/unknown.dat")
    )
    parts["xl/_rels/workbook.xml.rels"] = _before_end(parts["xl/_rels/workbook.xml.rels"], "Relationships", _OF_BOOK)
    parts[f"xl/worksheets/_rels/sheet{number}.xml.rels"] = _relations(_OF_SHEET)
    parts[sheet] = _with_further(parts[sheet])
    path.write_bytes(packed(parts))
    return path


def read_parts(package: Path | bytes) -> dict[str, bytes]:
    """Return the parts of a package, or of its file, by name and in their order."""
    with zipfile.ZipFile(BytesIO(package) if isinstance(package, bytes) else package) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def packed(parts: Mapping[str, bytes]) -> bytes:
    """Return parts as a package."""
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as out:
        for name, data in parts.items():
            out.writestr(name, data)
    return made.getvalue()


def _part_of(parts: Mapping[str, bytes], title: str) -> str:
    return next(
        name
        for name, data in parts.items()
        if name.startswith("xl/worksheets/sheet") and title.split()[0].encode() in data
    )


def _with_further(sheet: bytes) -> bytes:
    """Return a sheet with controls, a drawing, notes, and validations and formats of the newer kind."""
    text = sheet.decode()
    cut = text.index("<legacyDrawing") if "<legacyDrawing" in text else text.index("</worksheet>")
    opened = text[:cut].replace("<worksheet ", f'<worksheet xmlns:r="{_RELATION}" xmlns:mc="{_ALTERNATE}" ', 1)
    return f"{opened}{_LAST}</worksheet>".encode()


def _relation(number: str, kind: str, target: str) -> str:
    return f'<Relationship Id="{number}" Type="{kind}" Target="{target}"/>'


def _relations(listed: str) -> bytes:
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{listed}</Relationships>'.encode()


def _before_end(part: bytes, name: str, further: str) -> bytes:
    end = f"</{name}>".encode()
    assert end in part
    return part.replace(end, further.encode() + end)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


_ALTERNATE = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_IMAGE = (
    b"\x89PNG\r\n\x1a\n"
    + _chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0))
    + _chunk(b"IDAT", zlib.compress(b"\0\x14\x3c\x50"))
    + _chunk(b"IEND", b"")
)
_X14 = f"{_MICROSOFT}/spreadsheetml/2009/9/main"
_LAST = (
    '<drawing r:id="rIdHard1"/><legacyDrawing r:id="rIdHard2"/><mc:AlternateContent>'
    f'<mc:Choice Requires="x14" xmlns:x14="{_X14}"><controls><control shapeId="1027" r:id="rIdHard5" name="Boks"/>'
    "</controls></mc:Choice></mc:AlternateContent><extLst>"
    f'<ext uri="{{78C0D931-6437-407d-A8EE-F0AAD7539E65}}" xmlns:x14="{_X14}"><x14:conditionalFormattings>'
    f'<x14:conditionalFormatting xmlns:xm="{_MICROSOFT}/excel/2006/main"><x14:cfRule type="expression" priority="2" '
    'id="{00000000-0000-0000-0000-0000000000C1}"><xm:f>C2="x"</xm:f><x14:dxf><fill><patternFill><bgColor '
    'rgb="FFFF0000"/></patternFill></fill></x14:dxf></x14:cfRule><xm:sqref>C2:C9</xm:sqref>'
    "</x14:conditionalFormatting></x14:conditionalFormattings></ext>"
    f'<ext uri="{{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}}" xmlns:x14="{_X14}"><x14:dataValidations '
    f'xmlns:xm="{_MICROSOFT}/excel/2006/main" count="1"><x14:dataValidation type="list" allowBlank="1">'
    "<x14:formula1><xm:f>$J$1:$J$3</xm:f></x14:formula1><xm:sqref>C2:C9</xm:sqref></x14:dataValidation>"
    "</x14:dataValidations></ext></extLst>"
)
_OF_SHEET = "".join(
    (
        _relation("rIdHard1", f"{_RELATION}/drawing", "../drawings/drawing1.xml"),
        _relation("rIdHard2", f"{_RELATION}/vmlDrawing", "../drawings/vmlDrawing1.vml"),
        _relation("rIdHard3", f"{_RELATION}/comments", "/xl/comments1.xml"),
        _relation(
            "rIdHard4",
            f"{_MICROSOFT}/2017/10/relationships/threadedComment",
            "../threadedComments/threadedComment1.xml",
        ),
        _relation("rIdHard5", f"{_RELATION}/ctrlProp", "../ctrlProps/ctrlProp1.xml"),
    )
)
_OF_BOOK = "".join(
    (
        _relation("rIdHard6", f"{_MICROSOFT}/2017/10/relationships/person", "persons/person.xml"),
        _relation("rIdHard7", f"{_RELATION}/customXml", "../customXml/item1.xml"),
    )
)
_CONTENT_TYPES = "".join(
    (
        '<Default Extension="png" ContentType="image/png"/>',
        '<Default Extension="dat" ContentType="application/octet-stream"/>',
        f'<Default Extension="vml" ContentType="{_TYPES}vmlDrawing"/>',
        *(
            f'<Override PartName="/{part}" ContentType="{kind}"/>'
            for part, kind in {
                "xl/comments1.xml": f"{_TYPES}spreadsheetml.comments+xml",
                "xl/drawings/drawing1.xml": f"{_TYPES}drawing+xml",
                "xl/threadedComments/threadedComment1.xml": "application/vnd.ms-excel.threadedcomments+xml",
                "xl/persons/person.xml": "application/vnd.ms-excel.person+xml",
                "xl/ctrlProps/ctrlProp1.xml": "application/vnd.ms-excel.controlproperties+xml",
            }.items()
        ),
    )
)


def _note(number: int, row: int) -> str:
    return (
        f'<v:shape id="_x0000_s{number}" type="#_x0000_t202" style="position:absolute;width:300pt;height:99pt;'
        'visibility:hidden" fillcolor="#ffffe1"><v:textbox><div style="text-align:left"><br></div></v:textbox>'
        '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>3, 15, 1, 2, 8, 40, 9, 4'
        f"</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>{row}</x:Row><x:Column>2</x:Column></x:ClientData></v:shape>"
    )


_FURTHER: Mapping[str, bytes] = {
    "other/unknown.dat": b"keep me",
    "customXml/item1.xml": b'<a xmlns="urn:x">y</a>',
    "xl/media/image1.png": _IMAGE,
    "xl/persons/person.xml": (
        f'<personList xmlns="{_MICROSOFT}/spreadsheetml/2018/threadedcomments"><person displayName="Kontoret" '
        'id="{00000000-0000-0000-0000-00000000000A}" userId="k" providerId="None"/></personList>'
    ).encode(),
    "xl/threadedComments/threadedComment1.xml": (
        f'<ThreadedComments xmlns="{_MICROSOFT}/spreadsheetml/2018/threadedcomments"><threadedComment ref="{THREADED}" '
        f'dT="2021-04-01T10:00:00.00" personId="{{00000000-0000-0000-0000-00000000000A}}" id="{THREAD}">'
        "<text>Stemmer dette?</text></threadedComment></ThreadedComments>"
    ).encode(),
    "xl/comments1.xml": (
        f'<comments xmlns="{_MAIN}"><authors><author>Helse Vest</author><author>tc={THREAD}</author></authors>'
        f'<commentList><comment ref="{NOTED}" authorId="0"><text><r><rPr><b/><sz val="9"/></rPr><t>Gammel merknad</t>'
        f'</r></text></comment><comment ref="{THREADED}" authorId="1"><text><t>[Threaded comment] Stemmer dette?</t>'
        "</text></comment></commentList></comments>"
    ).encode(),
    "xl/drawings/vmlDrawing1.vml": (
        '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
        'xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/>'
        '</o:shapelayout><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" '
        f'path="m,l,21600r21600,l21600,xe"/>{_note(1025, 3)}{_note(1026, 4)}'
        '<v:shapetype id="_x0000_t201" coordsize="21600,21600" o:spt="201" path="m,l,21600r21600,l21600,xe"/>'
        '<v:shape id="_x0000_s1027" type="#_x0000_t201" style="position:absolute;width:90pt;height:18pt"><v:textbox>'
        '<div>Avkryss</div></v:textbox><x:ClientData ObjectType="Checkbox"><x:Anchor>4, 0, 4, 0, 5, 60, 5, 0</x:Anchor>'
        "</x:ClientData></v:shape></xml>"
    ).encode(),
    "xl/ctrlProps/ctrlProp1.xml": f'<formControlPr xmlns="{_X14}" objectType="CheckBox"/>'.encode(),
    "xl/drawings/_rels/drawing1.xml.rels": _relations(_relation("rId1", f"{_RELATION}/image", "../media/image1.png")),
    "xl/drawings/drawing1.xml": (
        '<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" '
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><xdr:oneCellAnchor><xdr:from><xdr:col>6'
        "</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>1</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from>"
        '<xdr:ext cx="300000" cy="300000"/><xdr:pic><xdr:nvPicPr><xdr:cNvPr id="2" name="Logo" descr="logo"/>'
        f'<xdr:cNvPicPr/></xdr:nvPicPr><xdr:blipFill><a:blip xmlns:r="{_RELATION}" r:embed="rId1"/><a:stretch>'
        '<a:fillRect/></a:stretch></xdr:blipFill><xdr:spPr><a:prstGeom prst="rect"/></xdr:spPr></xdr:pic>'
        "<xdr:clientData/></xdr:oneCellAnchor></xdr:wsDr>"
    ).encode(),
}
