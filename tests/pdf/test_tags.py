from __future__ import annotations

import pikepdf

from tests.pdf.sample import ROWS, a_document, with_chapter


def test_a_table_over_several_pages_is_one_table_with_one_head(sample):
    tables = sample.document.all("Table")

    assert len(tables) == 1
    assert len(tables[0].all("THead")) == 1
    assert len(tables[0].all("TR")) == ROWS + 1
    assert tables[0].text.startswith("Alle prosjekter|Prosjekt|Budsjett|Rad 0|0,5|Rad 1|1,5")


def test_a_repeated_table_head_is_decoration(sample):
    pages = [page for page, text in enumerate(sample.artifacts) if "Budsjett" in text]

    assert len(pages) >= 1
    assert all("Rad" in sample.page_text(page) for page in pages)


def test_every_head_says_whether_it_is_of_a_column_or_a_row(sample):
    scopes = [(str(tag.entry.A.Scope), tag.text) for tag in sample.document.all("TH")]

    assert scopes[:3] == [("/Column", "Prosjekt"), ("/Column", "Budsjett"), ("/Row", "Rad 0")]
    assert len(scopes) == ROWS + 2


def test_a_cell_over_two_columns_says_so(write):
    _, pdf = write(with_chapter("<h1>A</h1><table><tr><td colspan=2>x</td></tr><tr><td>1<td>2</tr></table>"))

    assert [int(tag.entry.A.ColSpan) for tag in pdf.document.all("TD") if "/A" in tag.entry] == [2]


def test_a_figure_has_its_title_as_alternative_text_and_lies_on_its_page(sample):
    (figure,) = sample.document.all("Figure")

    left, low, right, high = (float(edge) for edge in figure.entry.A.BBox)
    assert str(figure.entry.Alt) == "Søylediagram over status"
    assert (round(right - left), round(high - low)) == (150, 30)
    assert 0 < low < high < 842


def test_a_list_in_a_list_stays_within_its_item(sample):
    outer = sample.document.all("L")[0]

    assert [item.text for item in outer.kids] == ["•|Først|◦|Dypere", "•|Sist"]


def test_a_term_and_its_description_are_label_and_body_of_one_item(sample):
    described = sample.document.all("L")[2]

    assert [[kid.role for kid in item.kids] for item in described.kids] == [["Lbl", "LBody"]] * 2
    assert [item.text for item in described.kids] == ["Fase|Gjennomføring", "Slutt|2023"]


def test_a_note_is_read_right_after_its_call_and_has_a_name_of_its_own(sample):
    (note,) = sample.document.all("Note")
    paragraph = next(tag for tag in sample.document.all("P") if note in tag.kids)

    assert paragraph.text == "Se|prosjekt 144|og|kilden|. Tall|1|1. Fra april.|i mill. kr."
    assert str(note.entry.ID)


def test_the_contents_are_a_table_of_contents(sample):
    (contents,) = sample.document.all("TOC")

    assert [item.role for item in contents.kids] == ["TOCI"] * 4
    assert len(contents.all("Link")) == 4


def test_a_symbol_that_is_hidden_from_readers_is_decoration(sample):
    assert "Grønn" in [tag.text for tag in sample.document.all("P")]
    assert any("●" in text for text in sample.artifacts)


def test_another_language_is_named_where_it_is_used(sample):
    assert [tag.text for tag in sample.document.walk() if "/Lang" in tag.entry] == ["In English"]


def test_a_link_has_one_rectangle_with_its_text_although_it_holds_other_elements(sample):
    link = next(tag for tag in sample.document.all("Link") if tag.text == "prosjekt 144")

    rectangles = [kid.Obj for kid in link.entry.K if isinstance(kid, pikepdf.Dictionary)]
    assert [str(rectangle.Contents) for rectangle in rectangles] == ["prosjekt 144"]
    assert len(sample.links()) == len(sample.document.all("Link"))


def test_a_paragraph_over_two_pages_is_one_paragraph(write):
    _, pdf = write(with_chapter(f"<h1>A</h1><p>{'ord ' * 3000}</p>"))

    (paragraph,) = pdf.document.all("P")
    assert paragraph.text.count("ord") == 3000
    assert len(pdf.pdf.pages) > 1


def test_text_in_a_plain_box_is_a_paragraph(write):
    _, pdf = write(with_chapter("<h1>A</h1><div>En <b>to</b></div>tre<table><tr><td>fire</td></tr></table>"))

    assert [tag.text for tag in pdf.document.all("P")] == ["En to", "tre"]


def test_content_leads_back_to_its_tag(sample):
    owners = {}
    numbers = list(sample.pdf.Root.StructTreeRoot.ParentTree.Nums)
    for number, owner in zip(numbers[::2], numbers[1::2], strict=True):
        owners[int(number)] = owner

    for page in sample.pdf.pages:
        assert owners[int(page.StructParents)] is not None
        for annotation in page.get("/Annots", ()):
            assert owners[int(annotation.StructParent)].S == "/Link"
    for tag in sample.document.walk():
        for kid in tag.entry.K:
            if isinstance(kid, int):
                assert owners[int(tag.entry.Pg.StructParents)][kid].objgen == tag.entry.objgen
    assert numbers[::2] == sorted(numbers[::2])


def test_a_figure_without_alternative_text_is_a_warning(write):
    written, _ = write(
        with_chapter('<h1>A</h1><svg id="kart" xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')
    )

    assert written.warnings == ("chapter: a figure has no alternative text: kart",)


def test_a_skipped_level_of_headings_is_a_warning(write):
    written, _ = write(with_chapter("<h1>A</h1><h3>B</h3>"))

    assert written.warnings == ("chapter: a heading of level 3 follows one of level 1",)


def test_text_that_cannot_be_tagged_is_a_warning(write):
    written, _ = write(with_chapter('<h1>A</h1><p style="opacity: .5">Blek</p>'))

    assert written.warnings == ("chapter: page 1 has text with opacity, which cannot be read aloud",)


def test_a_link_without_text_is_named_by_its_address(write):
    box = "display: inline-block; width: 9pt; height: 9pt"
    _, pdf = write(with_chapter(f'<h1>A</h1><p><a style="{box}" href="https://example.org/"></a></p>'))

    assert [str(link.Contents) for link in pdf.links()] == ["https://example.org/"]


def test_the_draft_stamp_is_decoration(write):
    _, pdf = write(a_document(stamp="UTKAST"))

    assert all("UTKAST" in text for text in pdf.artifacts)
    assert "UTKAST" not in pdf.document.text


def test_words_stay_apart_where_a_line_ends(write):
    text = "Direktoratet for e-helse har ansvaret for nasjonale e-helseløsninger. " * 5
    boxes = '<span style="display: block">En</span><span style="display: block">to</span>'
    _, pdf = write(with_chapter(f'<h1>{boxes}</h1><p style="width: 50mm">{text}</p>'))

    assert [pdf.document.all(role)[0].text for role in ("H1", "P")] == ["En to", text.strip()]


def test_a_line_of_spread_words_ends_as_any_other(write):
    text = "Direktoratet for e-helse har ansvaret for nasjonale e-helseløsninger. " * 5
    _, pdf = write(with_chapter(f'<h1>A</h1><p style="width: 50mm; text-align: justify">{text}</p>'))

    assert pdf.document.all("P")[0].text == text.strip()


def test_the_hyphen_of_a_divided_word_is_soft_and_others_are_not(write):
    text = "digitaliseringstiltakene for e-helse " * 5
    _, pdf = write(with_chapter(f'<h1>A</h1><p style="width: 40mm; hyphens: auto">{text}</p>'))

    read = pdf.document.all("P")[0].text
    assert "\N{SOFT HYPHEN}" in read
    assert read.replace("\N{SOFT HYPHEN}", "") == text.strip()


def test_a_word_that_only_its_font_sets_ends_with_a_space_of_that_font(write):
    _, pdf = write(with_chapter('<h1>A</h1><p><b style="font-weight: 900; display: block">Ett</b></p><p>to</p>'))

    assert pdf.document.text == "A|Ett|to"
