"""The published editions of a round in ``published/2021-04/1/``, and what each was made of in ``kilder/1/``."""

from __future__ import annotations

from pathlib import Path

from ehport.model.round import FILE

PUBLISHED, SOURCES, SUBMISSIONS = "published", "kilder", "submissions"


def editions_of(root: Path, round_id: str) -> tuple[Path, ...]:
    """Return the folders of a round's editions, oldest first."""
    folder = root / PUBLISHED / round_id
    numbered = [path for path in folder.iterdir() if path.name.isdecimal()] if folder.is_dir() else []
    return tuple(sorted(numbered, key=lambda path: int(path.name)))


def sources_of(edition: Path, round_id: str) -> Path:
    """Return the folder of the files that an edition was made of: the round as it was then."""
    return edition.parent / SOURCES / edition.name / round_id


def as_published(folder: Path) -> Path:
    """Return the folder of a round as it was when last published; the folder itself when it never was."""
    kept = [sources_of(each, folder.name) for each in editions_of(root_of(folder), folder.name)]
    return next((each for each in reversed(kept) if (each / FILE).is_file()), folder)


def beside(folder: Path, round_id: str) -> Path:
    """Return the folder of another round, for that of a round among the others or beside an edition."""
    return root_of(folder) / SUBMISSIONS / round_id if _is_kept(folder) else folder.parent / round_id


def root_of(folder: Path) -> Path:
    """Return the folder that has the rounds and the editions in it."""
    return folder.resolve().parents[4 if _is_kept(folder) else 1]


def _is_kept(folder: Path) -> bool:
    parents = folder.resolve().parents
    return len(parents) > 4 and (parents[3].name, parents[1].name) == (PUBLISHED, SOURCES)
