"""A finished report verified: whether its files are the ones that were made, from what lies in the round's folder."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from ehport.building import manifest
from ehport.building.manifest import Manifest
from ehport.lang.language import Lang, Text
from ehport.model.round import files_of
from ehport.rounds.editions import as_published, sources_of
from ehport.rounds.find import SUBMISSIONS
from ehport.system.errors import UsageError
from ehport.system.fingerprint import digests

_SHOWN = 10


@dataclass(frozen=True, slots=True)
class Verified:
    """What differs from what a manifest says, as paths; ``inputs`` differ when the round has changed since.

    ``has_round`` tells that the round's folder was found, so that its files could be looked at.
    """

    folder: Path
    manifest: Manifest
    missing: tuple[str, ...]
    changed: tuple[str, ...]
    inputs: tuple[str, ...]
    has_round: bool

    @property
    def is_sound(self) -> bool:
        """Tell whether the files are the ones that were made, and of what lies there now if the round is there."""
        return not (self.missing or self.changed or self.inputs)


def verify(folder: Path) -> Verified:
    """Return what differs between a finished folder and its manifest.

    The round's files are looked for beside ``output/``. Raises `UsageError` when there is no manifest to go by.
    """
    known = manifest.read_manifest(folder)
    if known is None:
        raise UsageError(_NO_MANIFEST.format(folder=folder))
    present = {name: path for name in known.outputs if (path := folder / name).is_file()}
    found = digests(present.values(), folder)
    rounds = _rounds_of(folder, known)
    return Verified(
        folder,
        known,
        tuple(name for name in known.outputs if name not in present),
        tuple(name for name, digest in found.items() if digest != known.outputs[name]),
        tuple(_changed_inputs(rounds, known, folder)) if rounds else (),
        rounds is not None,
    )


def format_result(verified: Verified, lang: Lang) -> str:
    """Return what was found as text."""
    known = verified.manifest
    count = len(known.outputs)
    if verified.is_sound:
        facts = {"folder": verified.folder, "count": count, "inputs": len(known.inputs), "version": known.version}
        return (_SOUND if verified.has_round else _SOUND_ALONE).format(**facts)[lang]
    lines = []
    for text, names in ((_MISSING, verified.missing), (_CHANGED, verified.changed), (_INPUTS, verified.inputs)):
        if names:
            more = [f"… (+{len(names) - _SHOWN})"] if len(names) > _SHOWN else []
            lines.append(text.format(names=", ".join([*names[:_SHOWN], *more]))[lang])
    return "\n".join(lines)


def _rounds_of(folder: Path, known: Manifest) -> Path | None:
    """Return the folder of all rounds, nothing when the report's own round is not to be found."""
    rounds = next((each / SUBMISSIONS for each in folder.resolve().parents if (each / SUBMISSIONS).is_dir()), None)
    return rounds if rounds and known.round_id and (rounds / known.round_id).is_dir() else None


def _changed_inputs(rounds: Path, known: Manifest, folder: Path) -> Iterator[str]:
    """Yield the files of the round that are others than the report was made of."""
    kept = sources_of(folder.resolve(), known.round_id)
    now = _inputs(rounds, known, kept if kept.is_dir() else rounds / known.round_id)
    yield from sorted(name for name in {*now, *known.inputs} if now.get(name) != known.inputs.get(name))


def _inputs(rounds: Path, known: Manifest, own: Path) -> Mapping[str, str]:
    found = digests(files_of(own), own)
    for each in {name.partition("/")[0] for name in known.inputs} - {name.partition("/")[0] for name in found}:
        if (rounds / each).is_dir():
            folder = as_published(rounds / each)
            found |= digests(files_of(folder), folder.parent)
    return found


_NO_MANIFEST = Text(
    "{folder} har ingen manifest.json å gå etter. Lag rapporten med: ehport build-report",
    "{folder} has no manifest.json to go by. Build the report with: ehport build-report",
)
_SOUND = Text(
    "{folder}: alle {count} filer er som da rapporten ble laget med ehport {version}, og de {inputs} filene den er "
    "laget av, er de samme.",
    "{folder}: all {count} files are as when the report was built with ehport {version}, and the {inputs} files it was "
    "made of are the same.",
)
_SOUND_ALONE = Text(
    "{folder}: alle {count} filer er som da rapporten ble laget med ehport {version}. Runden den er laget av, ligger "
    "ikke her, så filene i den er ikke sammenlignet.",
    "{folder}: all {count} files are as when the report was built with ehport {version}. The round it was made of is "
    "not here, so the files in it are not compared.",
)
_MISSING = Text("Mangler: {names}", "Missing: {names}")
_CHANGED = Text("Endret etter at rapporten ble laget: {names}", "Changed since the report was built: {names}")
_INPUTS = Text(
    "Runden er endret etter at rapporten ble laget; lag den på nytt: {names}",
    "The round has changed since the report was built; build it again: {names}",
)
