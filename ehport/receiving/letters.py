"""The letters of a round written into a folder: to be sent by mail, with what goes with each."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ehport.checking.annotated_copies import write_copies
from ehport.checking.letter import ENDINGS, Letter, address_of, write_letter
from ehport.diagnostics.forms import LetterForm
from ehport.lang.language import Lang, Text
from ehport.model.round import CHECKER, Round
from ehport.receiving.reminders import errors_of, letter
from ehport.receiving.status import ActorStatus, RoundStatus
from ehport.system.errors import UsageError


@dataclass(frozen=True, slots=True)
class WrittenLetters:
    """The letters that were written, the marked copies beside them, and letters of an earlier time."""

    letters: tuple[Path, ...]
    copies: tuple[Path, ...]
    outdated: tuple[Path, ...]


def write_letters(status: RoundStatus, folder: Path, lang: Lang, form: LetterForm = LetterForm.MAIL) -> WrittenLetters:
    """Write a letter to each actor from whom something is missing; no mail is sent.

    Raises `UsageError` when the folder cannot be written.
    """
    letters: list[Path] = []
    copies: list[Path] = []
    try:
        for each in status.actors:
            if text := letter(each, status.round, lang):
                copies += (marked := _marked_copy(each, status.round, folder, lang))
                checker = status.round.folder / CHECKER
                attached = (*marked, *([checker] if checker.is_file() else []))
                made = Letter(each.actor.id, text, address_of(each.sheet), attached)
                letters += write_letter(folder, made, form, lang)
    except OSError as bad:
        raise UsageError(_NOT_WRITABLE.format(folder=folder, why=bad.strerror or "")) from bad
    possible = (folder / f"{each.actor.id}{ending}" for each in status.actors for ending in ENDINGS)
    outdated = tuple(path for path in possible if path not in letters and path.exists())
    return WrittenLetters(tuple(letters), tuple(copies), outdated)


def _marked_copy(status: ActorStatus, round_: Round, folder: Path, lang: Lang) -> tuple[Path, ...]:
    """Write a copy of the actor's workbook in which its errors are marked, when it returned one with errors."""
    if not status.is_returned or not errors_of(status):
        return ()
    return write_copies([round_.workbook(status.actor)], status.diagnostics, folder, lang)[0]


def told(written: WrittenLetters, folder: Path, lang: Lang) -> str:
    """Return which letters were written, and which must not be sent any more."""
    names = ", ".join(path.name for path in (*written.letters, *written.copies))
    lines = [(_WROTE if names else _NONE).format(folder=folder, names=names)[lang]]
    lines += [_HOW_TO_SEND[lang]] if any(path.suffix == ".eml" for path in written.letters) else []
    lines += [_OUTDATED.format(path=path)[lang] for path in written.outdated]
    return "\n".join(lines)


_WROTE = Text("Skrev brev i {folder}: {names}", "Wrote letters in {folder}: {names}")
_HOW_TO_SEND = Text(
    "Et .eml-utkast åpner seg i e-postprogrammet, med vedleggene. Teksten i .html kan også limes inn i en e-post.",
    "An .eml draft opens in the mail program, with what is attached. The text of .html can also be pasted into a mail.",
)
_NONE = Text("Ingen brev er skrevet: ingenting mangler.", "No letters were written: nothing is missing.")
_OUTDATED = Text(
    "{path} er fra en tidligere kjøring og skal ikke sendes.",
    "{path} is from an earlier run and must not be sent.",
)
_NOT_WRITABLE = Text("Kan ikke skrive i {folder}: {why}", "Cannot write in {folder}: {why}")
