"""What the page runs on: Pyodide, prepared when ehport is set up or built; nothing of it is fetched afterwards."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ehport.checker import modules
from ehport.lang.language import Text
from ehport.system.errors import UsageError

FOLDER = Path(__file__).parent / "runtime"
_PARTS, _FACTS = ("script", "wasm", "python"), "runtime.json"


@dataclass(frozen=True, slots=True)
class Runtime:
    """A prepared runtime: its version, and each part as text for a page with the size it unpacks from."""

    version: str
    parts: tuple[tuple[str, str, int], ...]


def find_runtime(folder: Path = FOLDER) -> Runtime:
    """Read the prepared runtime.

    Raises `UsageError` when ehport was set up without it, or has come to import more than it has.
    """
    try:
        facts = json.loads((folder / _FACTS).read_text("utf-8"))
        if not modules.standard() <= {*facts["standard"]}:
            raise UsageError(_OLD)
        return Runtime(facts["pyodide"], tuple(_parts(folder, facts["sizes"])))
    except (OSError, ValueError, LookupError) as bad:
        raise UsageError(_MISSING) from bad


def _parts(folder: Path, sizes: dict[str, int]) -> Iterator[tuple[str, str, int]]:
    for name in _PARTS:
        yield name, (folder / f"{name}.txt").read_bytes().decode("utf-8"), sizes[name]


_OLD = Text(
    "sjekk.html kan ikke lages, for ehport er nyere enn det den kjører på. Kjør «make setup» på nytt.",
    "sjekk.html cannot be written, for ehport is newer than what it runs on. Run «make setup» again.",
)
_MISSING = Text(
    "sjekk.html kan ikke lages, for ehport er installert uten Pyodide (Python for nettlesere). Installer npm, og kjør "
    "«make setup» på nytt.",
    "sjekk.html cannot be written, for ehport was installed without Pyodide (Python for browsers). Install npm, and "
    "run «make setup» again.",
)
