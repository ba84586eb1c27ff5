"""The names of a package's parts: what programs write in another case or with other slashes is the same part."""

from __future__ import annotations

import posixpath
from urllib.parse import unquote


def known_name(name: str) -> str:
    """Return a part's name as it is looked for."""
    return posixpath.normpath(posixpath.join("/", unquote(name).replace("\\", "/"))).lstrip("/").lower()


def relationships_of(part: str) -> str:
    """Return the name of the part that says what a part is related to."""
    return posixpath.join(posixpath.dirname(part), "_rels", f"{posixpath.basename(part)}.rels")


def target_of(part: str, target: str) -> str:
    """Return a relationship's target as a part's name; it may be absolute, relative or escaped as in an address."""
    plain = unquote(target).replace("\\", "/")
    return posixpath.normpath(posixpath.join("/", posixpath.dirname(part), plain)).lstrip("/")
