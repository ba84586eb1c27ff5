"""What is named on the command line: a round, an actor, or a workbook, by its id, its name, or its path."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from ehport.lang.folding import words
from ehport.lang.language import Text
from ehport.lang.likeness import did_you_mean
from ehport.model.round import FILE, REGISTER, AskedActor, Round
from ehport.rounds.find import (
    OUTPUT,
    SUBMISSIONS,
    find_root,
    find_round,
    root_or_none,
    round_ids,
    usable,
)
from ehport.rounds.ids import is_meant_as_round
from ehport.system.errors import UsageError

_WORKBOOKS = (".xlsx", ".xlsm")
_PLACES = ((), (SUBMISSIONS,), (OUTPUT,))


def round_named(name: str | None, root: Path | None) -> Round:
    """Read the round of an id or of a folder, or the newest without a name.

    Raises `UsageError` when there is no such round.
    """
    folder = _folder(name) if name else None
    if folder is None:
        return find_round(find_root(root or Path.cwd()), name and id_named(name))
    if folder.parent.name == SUBMISSIONS:
        return find_round(folder.parent.parent, folder.name)
    return usable(folder)


def names_a_round(name: str) -> bool:
    """Tell whether a word names a round and no file."""
    return is_meant_as_round(id_named(name)) or _folder(name) is not None


def actor_named(round_: Round, name: str) -> AskedActor:
    """Return the actor of a round with an id or a name.

    Raises `UsageError` with those that are near when there is none.
    """
    found = _actor(round_, name)
    if found is None:
        known = ", ".join(each.id for each in round_.actors)
        near = did_you_mean(name, _actors_of(round_))
        raise UsageError(_NO_ACTOR.format(name=name, round=round_.id, known=known, near=near))
    return found


def workbook_named(name: str, round_name: str | None, root: Path | None) -> Path:
    """Return the workbook at a path, or that of an actor in a round, the newest unless another is named.

    Raises `UsageError` when a name is neither that of a file nor that of an actor.
    """
    path = Path(name)
    if _is_there(path.is_file) or (path.suffix and not names_a_round(str(path.parent))):
        return path
    if path.parent != Path() and names_a_round(str(path.parent)):
        round_name = str(path.parent)
    round_ = _round_or_none(round_name, root)
    if round_ is None:
        raise UsageError(_NO_WORKBOOK.format(name=name, near=did_you_mean(name, _known(root))))
    if path.suffix or path.name == REGISTER:
        return round_.folder / path.name
    found = _actor(round_, path.name)
    if found is None:
        near = did_you_mean(path.name, [*_actors_of(round_), *_known(root)])
        raise UsageError(_NO_WORKBOOK.format(name=name, near=near))
    return round_.workbook(found)


def workbooks_named(names: Sequence[str], root: Path | None) -> tuple[Path, ...]:
    """Return the workbooks that several words name, in their order: files, folders, and actors of a round.

    A round before the words is the round of the actors. Raises `UsageError` when a word names nothing.
    """
    first, rest = names[0], names[1:]
    if names_a_round(first):
        if any(map(names_a_round, rest)):
            raise UsageError(_ONE_ROUND.format(names=" ".join(names)))
        return tuple(workbook_named(each, first, root) for each in rest)
    return tuple(path for each in names for path in _in_folder(each) or [workbook_named(each, None, root)])


def report_named(name: str, root: Path | None) -> Path:
    """Return the folder of a finished report, by its path or by its round."""
    path = Path(name)
    if _is_there(path.is_dir) and not (path / FILE).is_file():
        return path
    if not names_a_round(name):
        return path
    return round_named(name, root).folder.parents[1] / OUTPUT / id_named(name)


def id_named(name: str) -> str:
    """Return the id in a word such as ``submissions/2021-04/``; the word itself where it says more than that."""
    path = Path(name)
    return path.name if path.parts[:-1] in _PLACES else name


def _folder(name: str) -> Path | None:
    """Return the folder of a round that is at a path, also when the path is that of its ``round.toml``."""
    path = Path(name)
    folder = path.parent if path.name == FILE else path
    return folder.resolve() if _is_there((folder / FILE).is_file) else None


def _is_there(look: Callable[[], bool]) -> bool:
    """Tell what is at a path; nothing is where no file can have the name."""
    try:
        return look()
    except (OSError, ValueError):
        return False


def _round_or_none(name: str | None, root: Path | None) -> Round | None:
    if name is None:
        base = root_or_none(root)
        if base is None or not round_ids(base):
            return None
    return round_named(name, root)


def _actor(round_: Round, name: str) -> AskedActor | None:
    asked = words(name)
    return next((each for each in round_.actors if asked in (words(each.id), words(each.name))), None)


def _in_folder(name: str) -> list[Path]:
    """Return the workbooks in a folder; nothing when the word names no folder.

    Raises `UsageError` when the folder has none.
    """
    folder = Path(name)
    if folder.suffix.lower() in _WORKBOOKS or not _is_there(folder.is_dir):
        return []  # a folder that is called like a workbook is told like any other file that is none
    listed = (path for path in sorted(folder.iterdir()) if path.suffix.lower() in _WORKBOOKS)
    found = [path for path in listed if not path.name.startswith(("~$", "."))]
    if not found:
        raise UsageError(_EMPTY_FOLDER.format(folder=name, near=_rounds_in(folder)))
    return found


def _rounds_in(folder: Path) -> Text:
    ids = round_ids(folder) or round_ids(folder.parent) if folder.resolve().name == SUBMISSIONS else round_ids(folder)
    return _ROUNDS_THERE.format(known=", ".join(ids)) if ids else Text("", "")


def _known(root: Path | None) -> list[str]:
    base = root_or_none(root)
    files = [path.name for path in Path.cwd().glob("*.xlsx")]
    return [*files, *(round_ids(base) if base else ())]


def _actors_of(round_: Round) -> list[str]:
    return [*(each.id for each in round_.actors), *(each.name for each in round_.actors)]


_NO_ACTOR = Text(
    "Runde {round} har ingen aktør «{name}».{near} Aktørene er: {known}",
    "Round {round} has no actor «{name}».{near} The actors are: {known}",
)
_NO_WORKBOOK = Text(
    "«{name}» er verken en fil, en runde eller en aktør.{near}",
    "«{name}» is neither a file, a round nor an actor.{near}",
)
_ONE_ROUND = Text(
    "Ta én runde om gangen, eller en runde og aktører i den: {names}",
    "Take one round at a time, or one round and actors of it: {names}",
)
_EMPTY_FOLDER = Text("Det er ingen arbeidsbøker i {folder}.{near}", "There are no workbooks in {folder}.{near}")
_ROUNDS_THERE = Text(
    " Oppgi en av rundene: {known}",
    " Name one of the rounds: {known}",
)
