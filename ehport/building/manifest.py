"""The manifest of a build: from which bytes, by which program, and into which bytes."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path

from ehport import __version__
from ehport.model.round import files_of
from ehport.system.fingerprint import digests, program

FILE = "manifest.json"


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a finished build was made of and what it made; files by their path, as SHA-256 in hex."""

    version: str
    program: str
    asked: Mapping[str, str]
    inputs: Mapping[str, str]
    outputs: Mapping[str, str] = field(default_factory=dict)
    diagnostics: Mapping[str, int] = field(default_factory=dict)
    pages: int = 0
    adjustments: int = 0
    round_id: str = ""

    def made_alike(self, other: Manifest) -> bool:
        """Tell whether two builds start from the same files, with the same program, asked for in the same way."""
        return (self.program, self.asked, self.inputs) == (other.program, other.asked, other.inputs)


def beginning(folder: Path, asked: Mapping[str, str], earlier: Iterable[Path] = ()) -> Manifest:
    """Return what is known before a build: the files of the round and of those before it, and how it was asked."""
    inputs = digests(files_of(folder), folder)
    for each in earlier:
        inputs |= digests(files_of(each), each.parent)
    return Manifest(__version__, program(), asked, inputs, round_id=folder.name)


def read_manifest(folder: Path) -> Manifest | None:
    """Return the manifest of a finished folder; none when there is none, or it is damaged."""
    try:
        found = Manifest(**json.loads((folder / FILE).read_text("utf-8")))
    except (OSError, ValueError, TypeError, RecursionError):
        return None
    listed = (found.asked, found.inputs, found.outputs, found.diagnostics)
    return found if all(isinstance(each, dict) for each in listed) else None


def write_manifest(folder: Path, manifest: Manifest) -> Path:
    """Write a manifest into the folder it describes."""
    path = folder / FILE
    text = json.dumps(asdict(manifest), ensure_ascii=False, indent=1, sort_keys=True)
    path.write_text(text + "\n", "utf-8", newline="\n")
    return path


def is_whole(folder: Path, manifest: Manifest) -> bool:
    """Tell whether the files of a finished folder are the ones that its manifest names."""
    paths = [folder / name for name in manifest.outputs]
    return all(path.is_file() for path in paths) and digests(paths, folder) == manifest.outputs
