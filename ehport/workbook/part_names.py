"""The names of a package's parts, in any case and with any slashes, and what one part is to another."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import unquote


@dataclass(frozen=True, slots=True)
class Relationship:
    """What one part is to another: the last word of its type, and the other part."""

    kind: str
    target: str


def relationship(part: str, given: Mapping[str, str]) -> Relationship | None:
    """Return a relationship of a part by its attributes; none when it leads out of the package."""
    if given.get("TargetMode") == "External":
        return None
    return Relationship(given.get("Type", "").rpartition("/")[2], _target(part, given.get("Target", "")))


def known_name(name: str) -> str:
    """Return a part's name as it is looked for."""
    return posixpath.normpath(posixpath.join("/", unquote(name).replace("\\", "/"))).lstrip("/").lower()


def relationships_of(part: str) -> str:
    """Return the name of the part that says what a part is related to."""
    return posixpath.join(posixpath.dirname(part), "_rels", f"{posixpath.basename(part)}.rels")


def _target(part: str, target: str) -> str:
    """Return a relationship's target as a part's name; it may be absolute, relative or escaped as in an address."""
    plain = unquote(target).replace("\\", "/")
    return posixpath.normpath(posixpath.join("/", posixpath.dirname(part), plain)).lstrip("/")
