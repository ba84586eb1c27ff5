"""Letters to actors: who gets one, and what it says is missing."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest

from ehport.diagnostics.code import Code
from ehport.diagnostics.diagnostic import Diagnostic, Location
from ehport.diagnostics.forms import LetterForm
from ehport.form.actor import Actor
from ehport.lang.language import Lang
from ehport.model.round import CHECKER
from ehport.model.standing import Standing
from ehport.receiving.letters import told, write_letters
from ehport.receiving.reminders import MOST_ERRORS, letter
from ehport.receiving.status import ActorStatus, RoundStatus
from ehport.system.errors import UsageError
from tests.returned_round import changed, files_in, prefilled, sent, september
from tests.source import ROOT


@pytest.fixture
def status(tmp_path: Path) -> RoundStatus:
    return september(files_in(tmp_path))


def of(status: RoundStatus, actor: str) -> ActorStatus:
    return next(each for each in status.actors if each.actor.id == actor)


def an_error(number: int) -> Diagnostic:
    at = Location("helse-vest.xlsx", "900 Felles logg", f"C{number}", project="900", field=f"field{number}")
    return Diagnostic(Code.TWO_RATINGS, at, {"label": f"Spørsmål {number}", "counted": True}, found="Gul/Rød")


@pytest.mark.parametrize(
    ("actor", "lang"),
    [("helse-vest", Lang.NB), ("folkehelseinstituttet", Lang.NB), ("helse-nord", Lang.NB), ("helse-vest", Lang.EN)],
)
def test_a_letter_is_ready_to_be_sent(
    actor: str, lang: Lang, status: RoundStatus, golden: Callable[[str, str], None]
) -> None:
    golden(f"letter-{actor}-{lang}.md", letter(of(status, actor), status.round, lang))


def test_only_those_who_lack_something_get_a_letter(status: RoundStatus, tmp_path: Path) -> None:
    whole = replace(of(status, "ks"), diagnostics=())
    chased = replace(status, actors=(of(status, "helse-vest"), whole))

    written = write_letters(chased, tmp_path / "brev", Lang.NB, LetterForm.MARKDOWN)

    assert [path.name for path in written.letters] == ["helse-vest.md"]
    assert sorted(path.name for path in (tmp_path / "brev").iterdir()) == ["helse-vest.md"]
    assert told(written, Path("brev"), Lang.NB) == "Skrev brev i brev: helse-vest.md"


def test_a_letter_of_an_earlier_run_is_pointed_out_when_nothing_is_missing_any_more(
    status: RoundStatus, tmp_path: Path
) -> None:
    write_letters(status, tmp_path / "brev", Lang.NB)
    done = replace(status, actors=(replace(of(status, "ks"), diagnostics=()),))

    written = write_letters(done, tmp_path / "brev", Lang.NB)

    assert written.letters == ()
    assert [path.name for path in written.outdated] == ["ks.html", "ks.eml"]
    assert "skal ikke sendes" in told(written, tmp_path, Lang.NB)


def test_many_errors_are_cut_off_with_the_number_of_the_rest(status: RoundStatus) -> None:
    told = tuple(an_error(number) for number in range(1, MOST_ERRORS + 4))
    many = replace(of(status, "helse-vest"), diagnostics=told)

    text = letter(many, status.round, Lang.NB)

    assert text.count("- «Spørsmål ") == MOST_ERRORS
    assert "\n- og 3 til\n" in text


def test_the_same_error_in_many_cells_is_told_once(status: RoundStatus) -> None:
    first = an_error(12)
    others = (replace(first, at=replace(first.at, sheet="901 Felles plan", cell=f"C{row}")) for row in range(20, 30))
    alike = replace(of(status, "helse-vest"), diagnostics=(first, *others))

    text = letter(alike, status.round, Lang.NB)

    assert text.count("«Spørsmål 12»") == 1
    assert "Det samme gjelder 901 Felles plan, celle C20, «Gul/Rød»; " in text
    assert "celle C25, «Gul/Rød»; …." in text


def test_parts_that_nobody_looked_through_are_named(status: RoundStatus) -> None:
    given = sent("ks", "910", "911")
    first, second = map(prefilled, given.projects)
    part = replace(given, projects=(changed(first, "purpose", "Noe nytt"), second))

    text = letter(replace(of(status, "ks"), submission=part, diagnostics=()), status.round, Lang.NB)

    assert "- 910 Digital veileder: 2 Strategisk tilknytning; 3 Finansiering; 4 Gevinster" in text
    assert "- 911 Byjournal: hele prosjektet" in text
    assert "«Ingen endring i del 3»" in text


def test_an_untouched_workbook_is_not_told_its_errors(status: RoundStatus) -> None:
    untouched = replace(of(status, "helse-nord"), standing=Standing.UNTOUCHED, diagnostics=(an_error(1),))

    text = letter(untouched, status.round, Lang.NB)

    assert "ingenting er endret eller bekreftet" in text
    assert "Spørsmål 1" not in text


def test_what_was_typed_cannot_add_lines_to_a_letter(status: RoundStatus) -> None:
    sly = replace(an_error(1), found="Gul/Rød\n## Hilsen")

    text = letter(replace(of(status, "helse-vest"), diagnostics=(sly,)), status.round, Lang.NB)

    assert "\n## Hilsen" not in text


def test_a_folder_that_cannot_be_written_is_told(status: RoundStatus, tmp_path: Path) -> None:
    (tmp_path / "brev").write_text("en fil", "utf-8")

    with pytest.raises(UsageError, match="brev"):
        write_letters(status, tmp_path / "brev", Lang.NB)


def test_a_letter_is_a_page_and_a_draft_with_the_marked_copy_to_the_contact(
    status: RoundStatus, tmp_path: Path
) -> None:
    """Of an actor whose workbook came with an error, in a round that has the check for browsers."""
    workbook = status.round.workbook(of(status, "helse-vest").actor)
    shutil.copy(ROOT / "submissions" / "2021-04" / "helse-vest.xlsx", workbook)
    (status.round.folder / CHECKER).write_text("<!DOCTYPE html>", "utf-8")
    contact = Actor(id="helse-vest", contact="Åse Ås", contact_email="ase@example.org")
    faulty = replace(of(status, "helse-vest"), standing=Standing.RETURNED, sheet=contact, diagnostics=(an_error(12),))

    written = write_letters(replace(status, actors=(faulty,)), tmp_path / "brev", Lang.NB)

    page, draft = written.letters
    mail = message_from_bytes(draft.read_bytes(), policy=default)
    copy = f"{workbook.stem}.tilbakemelding.xlsx"
    assert [path.name for path in written.copies] == [copy]
    assert (mail["X-Unsent"], mail["To"]) == ("1", "Åse Ås <ase@example.org>")
    assert [each.get_filename() for each in mail.iter_attachments()] == [copy, CHECKER]
    assert mail.get_body(("html",)).get_content().replace("\r\n", "\n").strip() == page.read_text("utf-8").strip()
    assert copy in told(written, Path("brev"), Lang.NB)


def test_a_contact_is_written_to_from_what_the_actor_said_last_round(status: RoundStatus) -> None:
    assert of(status, "helse-nord").sheet is None
    assert of(status, "helse-vest").sheet is not None
