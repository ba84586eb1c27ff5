"""The gate notices what it is for: each fault put into a small file is found, and it alone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Name, String

from tests.accessibility.faults import faults
from tests.pdf.printing import write_pdf
from tests.pdf.reading import Reading
from tests.pdf.sample import a_document


@pytest.fixture(scope="module")
def clean(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("gate") / "clean.pdf"
    write_pdf(a_document(), target, jobs=1)
    return target


def test_a_sound_file_passes(clean):
    assert faults(Reading(clean), a_document().parts) == []


def _tags(pdf: pikepdf.Pdf, role: str) -> list[pikepdf.Object]:
    found = []
    waiting = [pdf.Root.StructTreeRoot.K[0]]
    while waiting:
        tag = waiting.pop()
        found += [tag] if role == tag.S else []
        waiting += [kid for kid in tag.K if isinstance(kid, pikepdf.Dictionary) and "/S" in kid][::-1]
    return found


def _loses_its_table(pdf: pikepdf.Pdf) -> None:
    (table,) = _tags(pdf, "/Table")
    table.P.K = Array(kid for kid in table.P.K if not isinstance(kid, pikepdf.Dictionary) or kid.get("/S") != "/Table")


def _loses_a_row(pdf: pikepdf.Pdf) -> None:
    body = _tags(pdf, "/TBody")[0]
    del body.K[3]


def _gets_a_stray_parent(pdf: pikepdf.Pdf) -> None:
    _tags(pdf, "/P")[0].P = pdf.Root.StructTreeRoot


def _empties_a_head(pdf: pikepdf.Pdf) -> None:
    _tags(pdf, "/TH")[0].K = Array()


def _forgets_a_scope(pdf: pikepdf.Pdf) -> None:
    del _tags(pdf, "/TH")[1].A


def _names_a_file(pdf: pikepdf.Pdf) -> None:
    _tags(pdf, "/Figure")[0].Alt = String("figur-status-og-risiko.svg")


def _says_little(pdf: pikepdf.Pdf) -> None:
    _tags(pdf, "/Figure")[0].Alt = String("Stolper")


def _moves_a_figure(pdf: pikepdf.Pdf) -> None:
    _tags(pdf, "/Figure")[0].A.BBox = Array([0, -500, 100, 40])


def _skips_a_level(pdf: pikepdf.Pdf) -> None:
    _tags(pdf, "/H3")[0].S = Name.H5


def _splits_a_table(pdf: pikepdf.Pdf) -> None:
    (table,) = _tags(pdf, "/Table")
    half = pdf.make_indirect(pikepdf.Dictionary(Type=Name.StructElem, S=Name.Table, P=table.P, K=Array([table.K[-1]])))
    table.K[-1].P = half
    del table.K[-1]
    table.P.K.append(half)


def _names_a_link_by_its_target(pdf: pikepdf.Pdf) -> None:
    link = next(note for page in pdf.pages for note in page.get("/Annots", ()) if "/Dest" in note)
    link.Contents = link.Dest


def _crosses_its_content(pdf: pikepdf.Pdf) -> None:
    owners = pdf.Root.StructTreeRoot.ParentTree.Nums[1]
    owners[0], owners[1] = owners[1], owners[0]


@pytest.mark.parametrize(
    ("spoil", "complaints"),
    [
        (_loses_its_table, "status: Table 1 in HTML, 0 in tags"),
        (_loses_a_row, "status: TR 61 in HTML, 60 in tags"),
        (_gets_a_stray_parent, "P «Mai 2021» names another parent"),
        (_empties_a_head, "a TH is empty"),
        (_forgets_a_scope, "TH «Budsjett» has no scope"),
        (_names_a_file, "«figur-status-og-risiko.svg» does not say what a figure shows"),
        (_says_little, "«Stolper» does not say what a figure shows"),
        (_moves_a_figure, "a figure lies outside its page: Søylediagram over status"),
        (_skips_a_level, "H5 «Formål» follows a heading of level 2"),
        (_splits_a_table, "status: Table 1 in HTML, 2 in tags"),
        (_names_a_link_by_its_target, "the link «1 Status 3» is called «c1»"),
        (_crosses_its_content, "page 1: content 0 leads to another tag than H1"),
    ],
)
def test_a_fault_is_noticed(clean: Path, tmp_path: Path, spoil: Callable[[pikepdf.Pdf], None], complaints: str):
    with pikepdf.open(clean) as pdf:
        spoil(pdf)
        pdf.save(tmp_path / "spoilt.pdf")

    assert complaints in faults(Reading(tmp_path / "spoilt.pdf"), a_document().parts)
