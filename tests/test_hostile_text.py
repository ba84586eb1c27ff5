"""Text is data: what somebody typed is shown as typed wherever it is shown, and never becomes anything else."""

from __future__ import annotations

import csv
import email
import email.policy
import io
import json
import re
import subprocess
import sys
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from openpyxl import load_workbook

from ehport.building.preview import preview
from ehport.form.answers import from_record
from ehport.form.field import answers, fields_of, lists
from ehport.form.kinds import Line, Prose
from ehport.form.project import Project
from ehport.lang.language import Lang
from ehport.opening import open as opening
from ehport.opening.json_records import Record
from ehport.opening.source import Material
from ehport.pdf.resources import Resources
from ehport.system.progress import Progress
from tests.builders import ORGANISATION, REGISTERED, SOUND, a_round
from tests.export.restored import restore
from tests.source import ROOT
from tests.workbook.books import given, write

pytestmark = pytest.mark.slow

ATTACKS = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "<style>*{display:none}</style>",
    "<iframe src=file:///etc/passwd></iframe>",
    "</title></svg><a href=javascript:alert(1)>her</a>",
    "{{ 7*7 }}{% include '/etc/passwd' %}",
    "[her](javascript:alert(1)) ![](http://localhost:9/x.png)",
    "# Overskrift `kode` **fet**",
    "\\input{/etc/passwd} $x^2$ \\write18{ls}",
    "\x1b[31mrødt\x1b[0m\x1b]0;tittel\x07",
    "\u202egnp.exe\u202c",
    "nul\x00bel\x07bs\x08",
    "url(http://localhost:9/a) file:///etc/hosts data:text/html,x",
    '=HYPERLINK("http://localhost:9","x")',
    "<!--{{ facts }}-->]]>&amp;&#x202e;",
)
HOSTILE = " ".join(ATTACKS)
STARTS = ("=1+1", "+47", "-1", "@SUM(A1)", "\t=1", "\r=1")
_DANGEROUS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def _hostile(limit: int, number: int) -> str:
    """Return one attack for a short field, and as many as there is room for."""
    first = ATTACKS[number % len(ATTACKS)]
    return HOSTILE[:limit] if limit > len(HOSTILE) else first[:limit]


def _record() -> dict[str, Any]:
    """Return a project whose every text is hostile; its number and its money are sound."""
    record: dict[str, Any] = dict(SOUND)
    number = 0
    for each in answers(fields_of(Project)):
        if isinstance(each.one, (Line, Prose)) and each.printed:
            record[each.name] = _hostile(each.one.limit or 800, number)
            number += 1
    for listed in lists(fields_of(Project)):
        if listed.rows.keys or listed.rows.single:
            continue
        texts = [each for each in answers(fields_of(listed.rows.record)) if isinstance(each.one, (Line, Prose))]
        rows = [
            {each.name: (STARTS[at % len(STARTS)] if at % 2 else _hostile(each.one.limit or 800, at)) for each in texts}
            for at in range(4)
        ]
        record[listed.name] = rows
    record["name"] = ATTACKS[0]
    record["status"] = record["risk"] = f"{ATTACKS[6]} {ATTACKS[10]}"
    record["financing"] = [{"source": ATTACKS[1], "amounts": {"2020": "4", "2021": "12", "2022": "8"}}]
    return record


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("tekst")
    round_ = a_round(title=f"Portefølje {ATTACKS[1]}")
    record = Record(round_.actors[0], (from_record(_record(), Project, 2021),))
    register = {
        "projects": [{**REGISTERED, "name": ATTACKS[4], "next_steps": HOSTILE[:600]}],
        "organisations": [{**ORGANISATION, "short_name": ATTACKS[2]}],
    }
    chapters = {"02-status.md": f"# Status\n\n{ATTACKS[0]} {ATTACKS[6]} {ATTACKS[9]} {ATTACKS[10]}\n"}
    material = Material(round_, register, chapters, {"helse-vest": record})
    opening.write(material, home / "submissions" / "2021-04")
    return home


def ehport(*arguments: object, within: Path) -> str:
    """Return what a command says, on both outputs."""
    ran = subprocess.run(
        [sys.executable, "-m", "ehport", *map(str, arguments)],
        cwd=within,
        env={"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin", "HOME": str(within), "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert "Traceback" not in ran.stderr, ran.stderr
    return ran.stdout + ran.stderr


@pytest.fixture(scope="module")
def built(home: Path) -> Path:
    """Return the folder of a report made of hostile text: web page, data and feedback."""
    for only in ("html", "data", "feedback"):
        ehport("build-report", "2021-04", "--draft", "--only", only, within=home)
    return home / "output" / "2021-04"


class Active(HTMLParser):
    """Collects what of a page could act: its elements, handlers, and addresses."""

    def __init__(self) -> None:
        super().__init__()
        self.elements: list[str] = []
        self.handlers: list[str] = []
        self.addresses: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(tag)
        self.handlers += [name for name, _ in attrs if name.startswith("on")]
        self.addresses += [
            value or "" for name, value in attrs if name in ("src", "href", "action", "data", "xlink:href")
        ]


def _active(page: str) -> Active:
    found = Active()
    found.feed(page)
    return found


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", "2021-04"),
        ("check", "2021-04", "--all"),
        ("check", "submissions/2021-04/helse-vest.xlsx", "--all"),
        ("status", "2021-04"),
        ("questions", "2021-04"),
        ("check", "2021-04", "--format", "github"),
    ],
    ids=" ".join,
)
def test_a_terminal_is_told_nothing_to_obey(arguments, home):
    told = ehport(*arguments, within=home)

    assert told
    assert not _DANGEROUS.search(told)


def test_a_comparison_shows_it_and_obeys_nothing(home, tmp_path):
    other = write(tmp_path / "helse-vest.xlsx", given())

    told = ehport("compare", other, "submissions/2021-04/helse-vest.xlsx", "--all", within=home)

    assert "<script>" in told
    assert not _DANGEROUS.search(told)


def test_the_web_page_shows_it_and_has_no_active_content_but_its_own(built):
    page = (built / "rapport.html").read_text("utf-8")
    found = _active(page)

    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "&lt;U+202E&gt;" in page
    assert not _DANGEROUS.search(page)
    assert found.handlers == []
    assert not {"iframe", "img", "object", "embed", "base"} & {*found.elements}
    outward = {each for each in found.addresses if not each.startswith(("#", "data:", "https://", "mailto:"))}
    assert outward <= {"rapport.pdf", "data/portfolio.xlsx", "data/datapackage.json", "en/rapport.html"}
    scripts = re.findall(r"<script([^>]*)>(.*?)</script>", page, re.DOTALL)
    wicked = [attributes for attributes, text in scripts if "alert(" in text]
    assert {each.partition(" id=")[0] for each in wicked} <= {' type="application/json"', ' type="application/ld+json"'}
    assert wicked
    assert not [text for _, text in scripts if "<script" in text or "&lt;" in text]
    assert re.search(r"default-src 'none';.*script-src 'sha256-", unescape(page))
    assert "{{ 7*7 }}{% include" in page


def test_nothing_is_fetched_while_pages_are_set(home, tmp_path, monkeypatch):
    asked: list[str] = []
    call = Resources.__call__

    def refuse(self: Resources, url: str, *rest: Any, **named: Any) -> Any:
        asked.append(url)
        return call(self, url, *rest, **named)

    monkeypatch.setattr(Resources, "__call__", refuse)
    workbook = home / "submissions" / "2021-04" / "helse-vest.xlsx"

    made = preview(workbook, tmp_path / "ark.pdf", Lang.NB, Progress())

    with pikepdf.open(made.path) as pdf:
        actions = [str(each) for each in pdf.objects if isinstance(each, pikepdf.Dictionary) and "/JS" in each]
        titles = [
            str(each["/Title"]) for each in pdf.objects if isinstance(each, pikepdf.Dictionary) and "/Title" in each
        ]
        links = [str(each["/URI"]) for each in pdf.objects if isinstance(each, pikepdf.Dictionary) and "/URI" in each]
    assert actions == []
    assert titles
    assert not _DANGEROUS.search("".join(titles))
    assert not [each for each in (*asked, *links) if each.startswith(("http:", "file:", "javascript:", "data:text"))]


def test_the_marked_copy_and_the_flat_list_hold_texts_and_no_formulas(home, tmp_path):
    workbook = home / "submissions" / "2021-04" / "helse-vest.xlsx"
    ehport("check", workbook, "--annotate", tmp_path, within=home)
    ehport("check", workbook, "--format", "xlsx", "--out", tmp_path / "liste.xlsx", within=home)

    for path in (tmp_path / "helse-vest.tilbakemelding.xlsx", tmp_path / "liste.xlsx"):
        sheet = load_workbook(path).worksheets[0]
        texts = [cell for row in sheet.iter_rows() for cell in row if cell.value]
        assert texts
        assert [
            cell.coordinate for cell in texts if cell.data_type == "f" and 'HYPERLINK("#' not in str(cell.value)
        ] == []
        assert not [cell.coordinate for cell in texts if _DANGEROUS.search(str(cell.value))]


def test_the_data_are_as_typed_and_no_spreadsheet_computes_them(built):
    tables = sorted((built / "data").glob("*.csv"))
    cells = [cell for path in tables for row in csv.reader(io.StringIO(path.read_text("utf-8"))) for cell in row]
    nested = [json.loads(path.read_text("utf-8")) for path in (built / "data").glob("*.json")]

    assert not [each for each in cells if re.match(r"\s*[=@]", each)]
    assert ATTACKS[0] in {restore(each) for each in cells}
    assert ATTACKS[0] in json.dumps(nested)
    for path in (built / "data").glob("*.xlsx"):
        sheets = load_workbook(path).worksheets
        assert not [cell for sheet in sheets for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]


def test_letters_and_feedback_hold_no_markup_of_others(built, home, tmp_path):
    ehport("status", "2021-04", "--letters", tmp_path, within=home)
    written = [*tmp_path.glob("*.html"), *(built / "feedback").glob("*.html")]
    drafts = [*tmp_path.glob("*.eml"), *(built / "feedback").glob("*.eml")]

    assert len(written) >= 2
    assert drafts
    assert [path.name for path in written if "alert(1)" not in path.read_text("utf-8")] == []
    mails = (email.message_from_bytes(path.read_bytes(), policy=email.policy.default) for path in drafts)
    pages = [mail.get_body(("html",)).get_content() for mail in mails]
    for text in (*(path.read_text("utf-8") for path in written), *pages):
        page = Active()
        page.feed(text)
        assert not {"script", "img", "style", "iframe", "a", "svg", "form", "base"}.intersection(page.elements)
        assert page.handlers == page.addresses == []
