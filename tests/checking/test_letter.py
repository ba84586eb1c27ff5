"""Letters as files: a page that is pasted with its format, a draft that opens in a mail program, or Markdown."""

from __future__ import annotations

import re
from email import message_from_bytes
from email.policy import default
from html.parser import HTMLParser
from pathlib import Path

import pytest

from ehport.checking.letter import Letter, address_of, write_letter
from ehport.diagnostics.forms import LetterForm
from ehport.diagnostics.markdown import escape_markdown
from ehport.form.actor import Actor
from ehport.lang.language import Lang

TEXT = "# Måling \\*1\\*, runde 2021-09\n\nHei!\n\n- **C5** (feil): rett den\n\n| a | b |\n|---|--:|\n| x | 1 |\n"


class _Words(HTMLParser):
    """The text of a page, and its elements."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []
        self.bare: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("h1", "h2", "p", "li", "td", "th") and "style" not in dict(attrs):
            self.bare.append(tag)

    def handle_data(self, data: str) -> None:
        self.said.append(data)


def draft_of(folder: Path, letter: Letter) -> bytes:
    return next(
        each for each in write_letter(folder, letter, LetterForm.MAIL, Lang.NB) if each.suffix == ".eml"
    ).read_bytes()


def test_the_page_has_its_style_at_every_element_that_is_pasted(tmp_path: Path) -> None:
    (page, _) = write_letter(tmp_path, Letter("x", TEXT), LetterForm.MAIL, Lang.NB)

    read = _Words()
    read.feed(page.read_text("utf-8"))
    assert read.bare == []
    assert "text-align:right" in page.read_text("utf-8")
    assert "<title>Måling *1*, runde 2021-09</title>" in page.read_text("utf-8")


def test_the_draft_is_not_sent_yet_and_has_subject_text_and_page(tmp_path: Path) -> None:
    mail = message_from_bytes(draft_of(tmp_path, Letter("x", TEXT, "Å B <a@b.no>")), policy=default)

    assert (mail["X-Unsent"], mail["Subject"], mail["To"]) == ("1", "Måling *1*, runde 2021-09", "Å B <a@b.no>")
    assert mail["From"] is mail["Date"] is None
    assert "- C5 (feil): rett den" in mail.get_body(("plain",)).get_content()
    assert "<strong>C5</strong>" in mail.get_body(("html",)).get_content()


def test_the_same_letter_gives_the_same_bytes_and_its_attachments_are_whole(tmp_path: Path) -> None:
    whole = bytes(range(256)) * 40
    (tmp_path / "måling.xlsx").write_bytes(whole)
    letter = Letter("x", TEXT, attached=(tmp_path / "måling.xlsx",))

    first, again = draft_of(tmp_path / "a", letter), draft_of(tmp_path / "b", letter)

    (attached,) = message_from_bytes(first, policy=default).iter_attachments()
    assert first == again
    assert (attached.get_filename(), attached.get_content()) == ("måling.xlsx", whole)


def test_markdown_is_the_text_itself_and_no_mail(tmp_path: Path) -> None:
    (only,) = write_letter(tmp_path, Letter("x", TEXT), LetterForm.MARKDOWN, Lang.NB)

    assert (only.name, only.read_text("utf-8")) == ("x.md", TEXT)


@pytest.mark.parametrize(
    ("contact", "mail", "to"),
    [
        ("Kari Nordmann", "kari@helse.no", "Kari Nordmann <kari@helse.no>"),
        (None, " kari@helse.no ", "kari@helse.no"),
        ("Nordmann, Kari", "kari@helse.no", '"Nordmann, Kari" <kari@helse.no>'),
        ("Kari", "kari (at) helse.no", ""),
        ("Kari", "kari@helse.no\nBcc: alle@helse.no", ""),
        ("Kari", "a@b.no, c@d.no", ""),
        ("Kari", None, ""),
    ],
)
def test_an_address_is_taken_only_where_it_is_one(contact: str | None, mail: str | None, to: str) -> None:
    assert address_of(Actor(contact=contact, contact_email=mail)) == to


def test_what_was_typed_in_a_name_adds_no_header(tmp_path: Path) -> None:
    to = address_of(Actor(contact="Kari\r\nBcc: alle@helse.no", contact_email="kari@helse.no"))

    mail = message_from_bytes(draft_of(tmp_path, Letter("x", TEXT, to)), policy=default)

    assert mail["Bcc"] is None
    assert [each.addr_spec for each in mail["To"].addresses] == ["kari@helse.no"]


@pytest.mark.parametrize(
    "typed",
    [
        "1. kvartal 2022",
        "12) a",
        "- a",
        "+ b",
        "# c",
        "> d",
        "a | b",
        "&amp; &#65;",
        "*a* _b_ `c`",
        "<b>x</b>",
        "[x](y)",
        "~~a~~",
        "=",
    ],
)
@pytest.mark.parametrize("around", ["- {}", "# {}", "{}", "Overskrift\n{}", "| {} | b |\n|---|---|\n| {} | 2 |"])
def test_what_was_typed_reads_on_the_page_as_it_was_typed(typed: str, around: str, tmp_path: Path) -> None:
    text = around.replace("{}", escape_markdown(typed))

    (page, _) = write_letter(tmp_path, Letter("x", text), LetterForm.MAIL, Lang.NB)

    body = page.read_text("utf-8").partition("<body")[2]
    read = _Words()
    read.feed(f"<body{body}")
    assert typed in re.sub(r"\s+", " ", "".join(read.said))
