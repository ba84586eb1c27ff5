"""The tree that marks are put into says what the file said, to the last attribute; the truth is what lxml reads."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from ehport.workbook.xml_events import MAIN
from ehport.workbook.xml_tree import Element, parse_xml, write_xml
from tests.workbook.hard_book import hard_book, read_parts

RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
ROWS = "".join(f'<row r="{n}"><c r="A{n}"><v>{n}</v></c>\n<!-- {n} --></row>' for n in range(1, 5))


def canonical(data: bytes) -> bytes:
    return etree.tostring(etree.fromstring(data), method="c14n")


def sheet(within: str = "", cells: str = f"<sheetData>{ROWS}</sheetData>") -> bytes:
    return f'<worksheet xmlns="{MAIN}"><sheetViews/>{cells}{within}</worksheet>'.encode()


def test_every_part_of_a_workbook_says_the_same_when_it_is_written_again(tmp_path: Path) -> None:
    parts = read_parts(hard_book(tmp_path / "helse-vest.xlsx"))
    xml = {name: data for name, data in parts.items() if name.endswith((".xml", ".rels"))}

    assert len(xml) > 10
    assert [name for name, data in xml.items() if canonical(write_xml(parse_xml(data))) != canonical(data)] == []


@pytest.mark.parametrize(
    "data",
    [
        sheet('<a b="&lt;&amp;&quot;&#9;&#10;&#13;&apos;"/>'),
        sheet("<f>1 &lt; 2 &amp; 3 &gt; ]]&gt;&#13;</f>"),
        sheet("<t><![CDATA[a < b && c]]></t>"),
        sheet('<m:Choices xmlns:m="urn:m" m:Ignorable="x"><m:Choice/><?go on?><!-- c --></m:Choices>'),
        sheet(cells="<sheetData/>"),
        sheet(cells='<sheetData>\n <row r="1"/>\n <row r="2">\r\n</row>\n</sheetData>\n'),
        sheet('<x:y xmlns:x="urn:x"><x:sheetData><x:a/><x:b><x:sheetData/></x:b></x:sheetData></x:y>'),
        b"\xef\xbb\xbf" + sheet("<t>\u00e6</t>"),
        '<?xml version="1.0" encoding="UTF-16"?><a b="æ">ø</a>'.encode("utf-16"),
        '<?xml version="1.0" encoding="ISO-8859-1"?><a b="æ">ø</a>'.encode("latin-1"),
        "<?xml version='1.0' encoding='windows-1252'?><a b='€'>“</a>".encode("cp1252"),
    ],
)  # fmt: skip
def test_a_part_says_the_same_when_it_is_written_again(data: bytes) -> None:
    assert canonical(write_xml(parse_xml(data))) == canonical(data)


def test_cells_are_kept_to_the_byte_and_the_first_can_be_read() -> None:
    cells = "<sheetData><row  r='1'><c r='A1'/></row>\n<row  r = '2'  ><c r='A2'\n/></row ></sheetData >"

    tree = parse_xml(sheet("<f>1</f>", cells))

    assert cells.partition("\n")[2].replace("</sheetData >", "</sheetData>") in tree.written()
    assert [each.get("r") for each in tree.all("sheetData", "row", "c")] == ["A1"]
    assert tree.one("f").text == "1"


def test_what_is_put_in_speaks_as_what_it_is_put_into() -> None:
    data = f'<x:worksheet xmlns:x="{MAIN}" xmlns:r="urn:other"><x:sheetData/><x:extLst/></x:worksheet>'
    tree = parse_xml(data.encode())
    rule = Element("cfRule", {"priority": "1"}, Element("formula", {}, "1 < 2"))
    made = Element("legacyDrawing")

    tree.insert_before(frozenset({"extLst"}), Element("conditionalFormatting", {}, rule))
    tree.append(made)
    made.set_of(RELATION, "id", "rId1")

    read = etree.fromstring(write_xml(tree))
    assert [etree.QName(each).localname for each in read] == [
        "sheetData",
        "conditionalFormatting",
        "extLst",
        "legacyDrawing",
    ]
    assert read.findtext(f"{{{MAIN}}}conditionalFormatting/{{{MAIN}}}cfRule/{{{MAIN}}}formula") == "1 < 2"
    assert read[3].get(f"{{{RELATION}}}id") == made.get("id", RELATION) == "rId1"


def test_a_look_is_added_once() -> None:
    listed = parse_xml(
        f'<x:fonts xmlns:x="{MAIN}" count="1"><x:font><x:sz val="9"/>\n<x:b/></x:font></x:fonts>'.encode()
    )

    places = [listed.place_of(parse_xml(made)) for made in (b'<font><sz val="9"/><b/></font>', b"<font/>", b"<font/>")]

    assert places == [0, 1, 1]
    assert listed.get("count") == "2"


@pytest.mark.parametrize(
    "data", [b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', b"<a>" * 300 + b"</a>" * 300], ids=["entities", "depth"]
)
def test_what_could_do_harm_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match=r".*"):
        parse_xml(data)
