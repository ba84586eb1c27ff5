"""Where rounds lie: the folder with ``submissions/``, and the rounds in it."""

from __future__ import annotations

from pathlib import Path

from ehport.lang.language import Text
from ehport.lang.likeness import did_you_mean
from ehport.model.round import FILE, Round
from ehport.rounds.ids import check_round_id, is_round_id
from ehport.rounds.round_file import read_round_file
from ehport.system.errors import UsageError

SUBMISSIONS = "submissions"
OUTPUT = "output"


def find_root(start: Path) -> Path:
    """Return the nearest folder, from ``start`` upwards, that has ``submissions/`` in it.

    Raises `UsageError` when there is none.
    """
    here = start.resolve()
    for folder in (here, *here.parents):
        if (folder / SUBMISSIONS).is_dir():
            return folder
    raise UsageError(_NO_ROOT.format(folder=start))


def root_or_none(given: Path | None) -> Path | None:
    """Return the root for a place, or for the working directory; none where there are no rounds yet."""
    try:
        return find_root(given or Path.cwd())
    except UsageError:
        return None


def round_ids(root: Path) -> tuple[str, ...]:
    """Return the ids of the rounds that have a ``round.toml``, oldest first."""
    return tuple(filter(is_round_id, _folders(root)))


def passed_over(root: Path) -> tuple[str, ...]:
    """Return the names of the folders that have a ``round.toml`` and are no rounds by their names, such as copies."""
    return tuple(name for name in _folders(root) if not is_round_id(name))


def _folders(root: Path) -> list[str]:
    return sorted(path.parent.name for path in (root / SUBMISSIONS).glob(f"*/{FILE}"))


def find_round(root: Path, round_id: str | None = None) -> Round:
    """Read a round by its id, or the newest.

    Raises `UsageError` when there is no such round or its ``round.toml`` cannot be used.
    """
    known, folder = round_ids(root), root / SUBMISSIONS
    if round_id is None and not known:
        odd = ", ".join(f"«{name}»" for name in passed_over(root))
        raise UsageError((_ODD_FOLDERS if odd else _NO_ROUNDS).format(folder=folder, names=odd))
    chosen = known[-1] if round_id is None else check_round_id(round_id)
    if chosen not in known:
        facts = {"known": ", ".join(known) or "–", "near": did_you_mean(chosen, known)}
        raise UsageError(_NO_ROUND.format(round=chosen, folder=folder, **facts))
    return usable(folder / chosen)


def usable(folder: Path, *, of: str | None = "") -> Round:
    """Read a round's folder, with what is wrong told as `UsageError`.

    The round must be ``of`` that id, or by default of the folder's name; ``None`` takes any.
    """
    found = read_round_file(folder)
    expected = folder.resolve().name if of == "" else of
    if expected is not None and found.id != expected:
        raise UsageError(_OTHER_ID.format(path=folder / FILE, id=found.id, name=expected))
    return found


_NO_ROOT = Text(
    "Fant ingen mappe «submissions» i {folder} eller over den. Gå til mappen med rundene, eller oppgi den med --root.",
    "No folder «submissions» in {folder} or above it. Go to the folder with the rounds, or name it with --root.",
)
_NO_ROUNDS = Text(
    "Det er ingen runder i {folder}. Åpne en med: ehport open-round 2021-09",
    "There are no rounds in {folder}. Open one with: ehport open-round 2021-09",
)
_NO_ROUND = Text(
    "Det er ingen runde {round} i {folder}.{near} Rundene der er: {known}",
    "There is no round {round} in {folder}.{near} The rounds there are: {known}",
)
_ODD_FOLDERS = Text(
    "Det er ingen runder i {folder}, men mapper som ikke heter som en runde: {names}. Gi mappen og «id» i round.toml "
    "samme navn, for eksempel 2021-09.",
    "There are no rounds in {folder}, but folders that are not named as a round: {names}. Give the folder and «id» in "
    "round.toml the same name, for example 2021-09.",
)
_OTHER_ID = Text(
    "{path} sier at runden er {id}, ikke {name}. Rett id i filen eller navnet på mappen.",
    "{path} says that the round is {id}, not {name}. Correct the id in the file or the folder's name.",
)
