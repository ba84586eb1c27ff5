"""A letter as it is sent: a page to paste into a mail, and a draft that a mail program opens; or Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.errors import MessageError
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

from ehport.diagnostics.forms import LetterForm
from ehport.diagnostics.text import visible
from ehport.form.actor import Actor
from ehport.lang.language import Lang
from ehport.report.mail_page import mail_page
from ehport.system.file_cache import replace_file

ENDINGS = (".html", ".eml", ".md")
_OFFICE_OPEN = {
    ".xlsx": "vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".xlsm": "vnd.ms-excel.sheet.macroEnabled.12",
}
_MAIL = re.compile(r"[\w.!#$%&'*+/=?^`{|}~-]+@[\w-]+(\.[\w-]+)+", re.ASCII)
_ESCAPED = re.compile(r"\\([^\w\s])|\*\*")


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter in Markdown whose heading is its subject, to whom it goes, and the files that go with it.

    One that ``is_sent`` is no mail at all when that is wrong: it is for the office itself.
    """

    name: str
    text: str
    to: str = ""
    attached: tuple[Path, ...] = ()
    is_sent: bool = True

    @property
    def subject(self) -> str:
        """The heading, without markup."""
        return _plain(self.text.partition("\n")[0]).removeprefix("# ")


def address_of(actor: Actor | None) -> str:
    """Return whom to write to, as a mail names them; nothing when the workbook has no address that could be one."""
    mail = (actor.contact_email or "").strip() if actor else ""
    if actor is None or not _MAIL.fullmatch(mail):
        return ""
    try:
        return str(Address(visible(actor.contact or "").strip(), addr_spec=mail))
    except (MessageError, ValueError, IndexError):
        return ""


def write_letter(folder: Path, letter: Letter, form: LetterForm, lang: Lang) -> tuple[Path, ...]:
    """Write a letter into a folder, and return its files, the one to open first.

    Raises `OSError` when the folder cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for ending, data in _files(letter, form, lang):
        written.append(folder / f"{letter.name}{ending}")
        replace_file(written[-1], data)
    return tuple(written)


def _files(letter: Letter, form: LetterForm, lang: Lang) -> Iterator[tuple[str, bytes]]:
    if form is LetterForm.MARKDOWN:
        yield ".md", letter.text.encode()
        return
    page = mail_page(letter.text, letter.subject, lang)
    yield ".html", page.encode()
    if letter.is_sent:
        yield ".eml", _draft(letter, page)


def _draft(letter: Letter, page: str) -> bytes:
    """Return a mail that is not sent yet; the same letter gives the same bytes."""
    mail = EmailMessage(SMTP)
    mail["X-Unsent"] = "1"  # Outlook opens it to be sent, and not as something received
    mail["Subject"] = letter.subject
    if letter.to:
        mail["To"] = letter.to
    mail.set_content(_plain(letter.text), cte="quoted-printable")
    mail.add_alternative(page, subtype="html", cte="quoted-printable")
    for path in letter.attached:
        kind = _OFFICE_OPEN.get(path.suffix.lower(), "octet-stream")
        mail.add_attachment(path.read_bytes(), "application", kind, filename=path.name)
    for number, part in enumerate(mail.walk()):
        if part.is_multipart():
            part.set_boundary(f"=_ehport_{number}")  # stands in no part: none of their encodings has "=_"
    return mail.as_bytes()


def _plain(markdown: str) -> str:
    """Return Markdown as it reads without its escapes and its bold."""
    return _ESCAPED.sub(r"\1", markdown)
