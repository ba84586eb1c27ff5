"""Where rounds lie: the folder with ``submissions/``, and the rounds in it."""

from __future__ import annotations

import re
from pathlib import Path

from ehport.lang.language import Text
from ehport.lang.likeness import did_you_mean
from ehport.model.file_names import wrong_with_ids
from ehport.model.round import FILE, Round, RoundError, read_round
from ehport.system.errors import UsageError

SUBMISSIONS = "submissions"
OUTPUT = "output"

ROUND_ID = re.compile(r"\d{4}-\d{2}")


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
    known = round_ids(root)
    if round_id is None and not known:
        raise UsageError(_NO_ROUNDS.format(folder=root / SUBMISSIONS))
    chosen = round_id or known[-1]
    if chosen not in known:
        near = did_you_mean(chosen, known)
        raise UsageError(
            _NO_ROUND.format(round=chosen, folder=root / SUBMISSIONS, known=", ".join(known) or "–", near=near)
        )
    return usable(root / SUBMISSIONS / chosen)


def usable(folder: Path, *, of: str | None = "") -> Round:
    """Read a round's folder, with what is wrong told as `UsageError`.

    The round must be ``of`` that id, or by default of the folder's name; ``None`` takes any.
    """
    try:
        found = read_round(folder)
    except RoundError as bad:
        told = _ROUND_FILE.get(bad.reason, _ROUND_FILE["unreadable"])
        raise UsageError(told.format(path=bad.path, detail=bad.detail)) from bad
    expected = folder.resolve().name if of == "" else of
    if expected is not None and found.id != expected:
        raise UsageError(_OTHER_ID.format(path=folder / FILE, id=found.id, name=expected))
    if wrong := wrong_with_ids(actor.id for actor in found.actors):
        raise UsageError(_ACTORS.format(path=folder / FILE, why=wrong))
    return found


def is_round_id(text: str) -> bool:
    """Tell whether a text looks like a round's id and not like a file."""
    return ROUND_ID.fullmatch(text) is not None


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
_OTHER_ID = Text(
    "{path} sier at runden er {id}, ikke {name}. Rett id i filen eller navnet på mappen.",
    "{path} says that the round is {id}, not {name}. Correct the id in the file or the folder's name.",
)
_ACTORS = Text("Aktørene i {path}: {why}", "The actors in {path}: {why}")
_ROUND_FILE = {
    "missing": Text(
        "{path} finnes ikke. En runde åpnes med: ehport open-round",
        "{path} does not exist. A round is opened with: ehport open-round",
    ),
    "unreadable": Text(
        "{path} kan ikke leses: {detail}. Sjekk at filen er lagret som UTF-8 og at du har tilgang.",
        "{path} cannot be read: {detail}. Check that the file is saved as UTF-8 and that you have access.",
    ),
    "syntax": Text(
        "{path} er ikke gyldig TOML: {detail}. Rett linjen den nevner.",
        "{path} is not TOML: {detail}. Correct the line it names.",
    ),
    "lacks": Text("{path} mangler «{detail}».", "{path} lacks «{detail}»."),
    "wrong_type": Text(
        "«{detail}» i {path} har feil form. Tekst står i anførselstegn, datoer og tall uten.",
        "«{detail}» in {path} has the wrong form. Text stands in quotation marks, dates and numbers without.",
    ),
}
