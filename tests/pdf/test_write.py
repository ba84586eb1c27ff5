from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest

from ehport.pdf.document import Attachment
from ehport.pdf.resources import ForbiddenResourceError
from tests.pdf.printing import write_pdf
from tests.pdf.reading import Reading
from tests.pdf.sample import a_document, with_chapter


def test_the_file_knows_its_title_language_and_author(sample):
    root = sample.pdf.Root
    info = sample.pdf.docinfo

    assert str(root.Lang) == "nb"
    assert root.MarkInfo.Marked
    assert root.ViewerPreferences.DisplayDocTitle
    assert (str(info.Title), str(info.Author)) == ("Nasjonal e-helseportefølje", "Porteføljekontoret")


def test_the_file_says_the_same_about_itself_to_readers_and_to_archives(sample):
    with sample.pdf.open_metadata() as metadata:
        assert metadata["dc:title"] == "Nasjonal e-helseportefølje"
        assert metadata["dc:description"] == str(sample.pdf.docinfo.Subject) == "Status & risiko <2021>"
        assert metadata["pdf:Keywords"] == str(sample.pdf.docinfo.Keywords)
        assert metadata["xmp:CreateDate"] == "2021-05-31T12:00:00+00:00"
        assert str(sample.pdf.docinfo.CreationDate) == "D:20210531120000+00'00'"
        assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("2", "A")
        assert metadata["pdfuaid:part"] == "1"


def test_the_outline_nests_the_projects_below_their_appendix(sample):
    assert sample.outline() == [
        (0, "Nasjonal portefølje"),
        (0, "Innhold"),
        (0, "1 Status"),
        (1, "1.1 Rating"),
        (0, "Vedlegg"),
        (1, "144 Kurve"),
        (1, "102 SAFEST"),
    ]


def test_links_lead_to_pages_of_other_parts(sample):
    destinations = sample.destinations()

    internal = {str(link.Contents): str(link.Dest) for link in sample.links() if "/Dest" in link}
    assert internal["prosjekt 144"] == "p-144"
    assert set(internal.values()) <= destinations.keys()
    assert "144 Kurve" in sample.page_text(destinations["p-144"] - 1)


def test_a_link_out_of_the_document_keeps_its_address(sample):
    assert [str(link.A.URI) for link in sample.links() if "/A" in link] == ["https://example.org/"]


def test_the_contents_print_the_pages_that_the_chapters_begin_on(sample):
    destinations = sample.destinations()
    (contents,) = sample.document.all("TOC")

    printed = [int(item.text.split()[-1]) for item in contents.kids]
    assert printed == [destinations[name] for name in ("c1", "v2", "p-144", "p-102")]


def test_contents_that_grow_by_a_page_move_what_they_list(write):
    items = "".join(f'<li><a href="#v2">{n} <span data-page-of="v2"></span></a></li>' for n in range(70))
    parts = list(a_document().parts)
    longer = f'<section id="contents"><h1>Innhold</h1><nav role="doc-toc"><ol>{items}</ol></nav></section>'
    parts[1] = type(parts[1])(key="contents", html=longer, contents=True)

    _, pdf = write(a_document(parts=tuple(parts)))

    page = str(pdf.destinations()["v2"])
    assert {item.text.split()[-1] for item in pdf.document.all("TOCI")} == {page}


def test_running_heads_and_page_numbers_stand_on_every_page_but_the_bare(sample):
    total = len(sample.pdf.pages)

    assert sample.artifacts[0] == ""
    for number, text in enumerate(sample.artifacts[1:], start=2):
        assert "Nasjonal e-helseportefølje, april 2021\n" in text
        assert f"side {number} av {total}\n" in text
    assert "144 Kurve\n" in sample.artifacts[sample.destinations()["p-144"] - 1]


def test_pages_are_labelled_by_the_number_printed_on_them(sample):
    assert [page.label for page in sample.pdf.pages] == [str(n + 1) for n in range(len(sample.pdf.pages))]


def test_every_font_of_a_page_is_embedded_once_for_the_whole_file(sample):
    fonts = {}
    for page in sample.pdf.pages:
        for name, font in page.Resources.Font.items():
            assert "/FontFile2" in font.DescendantFonts[0].FontDescriptor
            fonts.setdefault(name, set()).add(font.objgen)

    assert len(fonts) >= 3
    assert all(len(objects) == 1 for objects in fonts.values())


def test_the_same_document_gives_the_same_bytes_however_many_work_on_it(sample_path, tmp_path):
    write_pdf(a_document(), tmp_path / "again.pdf", jobs=2)

    assert (tmp_path / "again.pdf").read_bytes() == sample_path.read_bytes()


def test_what_was_attached_is_in_the_file_and_raises_its_archival_level(write):
    data = Attachment(name="data.csv", data=b"a;b\n", media_type="text/csv", description="Tallene")

    _, pdf = write(a_document(attachments=(data,)))

    assert pdf.pdf.attachments["data.csv"].get_file().read_bytes() == b"a;b\n"
    assert [str(file.AFRelationship) for file in pdf.pdf.Root.AF] == ["/Data"]
    with pdf.pdf.open_metadata() as metadata:
        assert metadata["pdfaid:part"] == "3"


def test_what_the_renderer_complains_about_is_returned(write):
    written, _ = write(with_chapter('<h1 id="a" style="colour: red">A 中</h1><p id="a"><a href="#b">x</a></p>'))

    assert written.warnings == (
        "chapter: the typeface has no «中» (U+4E2D)",
        "chapter: Ignored `colour: red` at 1:1, unknown property.",
        "chapter: Anchor defined twice: 'a'",
        "a link leads to «b», which is nowhere in the document",
    )


def test_an_id_used_in_two_parts_is_a_warning(write):
    parts = a_document().parts

    written, _ = write(a_document(parts=(*parts, parts[-1])))

    assert written.warnings == ("two elements have the id «p-102»",)


def test_a_page_that_asks_for_a_file_is_not_written(tmp_path: Path):
    target = tmp_path / "report.pdf"
    target.write_bytes(b"the last good report")

    with pytest.raises(ForbiddenResourceError, match="file:///etc/hostname"):
        write_pdf(with_chapter('<img src="file:///etc/hostname" alt="x">'), target, jobs=1)

    assert target.read_bytes() == b"the last good report"
    assert list(tmp_path.iterdir()) == [target]


def test_progress_counts_the_parts(tmp_path):
    steps: list[tuple[int, int]] = []

    write_pdf(a_document(), tmp_path / "a.pdf", jobs=1, progress=lambda done, of: steps.append((done, of)))

    assert steps == [(n, 6) for n in range(1, 7)]


def test_a_running_head_that_is_too_long_is_cut(write):
    part = a_document().parts[3]
    long = type(part)(key="a", html=part.html, running="Et meget langt prosjektnavn " * 8)

    _, pdf = write(a_document(parts=(long,)))

    assert "Et meget langt prosjektnavn" in pdf.artifacts[0]
    assert "…\n" in pdf.artifacts[0]


def test_running_heads_stand_upright_at_the_edges_of_the_paper(sample):
    page = sample.pdf.pages[2]
    matrices = []
    for operands, operator in pikepdf.parse_content_stream(page):
        if str(operator) == "Tm":
            matrices.append([float(value) for value in operands])
        if len(matrices) == 4:
            break

    assert [matrix[:4] for matrix in matrices] == [[1, 0, 0, 1]] * 4
    assert [matrix[5] > 700 for matrix in matrices] == [True, True, False, False]
    assert matrices[0][4] == matrices[2][4] == pytest.approx(20 * 72 / 25.4, abs=0.01)
    assert matrices[3][4] > matrices[2][4] + 300


def test_reading_the_sample_meets_all_its_text_once(sample: Reading):
    text = sample.document.text

    assert text.count("Alle prosjekter") == 1
    assert text.index("Nasjonal portefølje") < text.index("Innhold") < text.index("144 Kurve|Formål")
