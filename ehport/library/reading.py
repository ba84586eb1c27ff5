"""A round as a script sees it: its messages, its numbers, and its open data as frames."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

from ehport.analysis.fact import Fact
from ehport.analysis.facts import facts
from ehport.analysis.summary import Summary, summarise
from ehport.diagnostics.diagnostic import Diagnostic
from ehport.export.many_rounds import joined, tables_of_round
from ehport.export.table import PROJECTS, ExportTable
from ehport.lang.language import Lang, Text
from ehport.library.frames import frame_of, messages_frame
from ehport.model.portfolio import Portfolio
from ehport.model.round import FILE, Round
from ehport.rounds import read
from ehport.rounds.find import find_root, find_round, round_ids
from ehport.rounds.named import names_a_round, round_named
from ehport.rounds.reading_cache import rounds_cache
from ehport.system.errors import UsageError

if TYPE_CHECKING:
    import pandas as pd

Place = str | PathLike[str]


@dataclass(frozen=True)
class ReadRound:
    """A round that was read and checked; what is made of it is made when it is first asked for."""

    round: Round
    portfolio: Portfolio
    diagnostics: tuple[Diagnostic, ...]

    def __repr__(self) -> str:
        """Return the round in a line."""
        said = f"{len(self.portfolio.members)} projects, {len(self.diagnostics)} diagnostics"
        return f"<ehport round {self.id}: {said}>"

    @property
    def id(self) -> str:
        """The round's id, such as ``2021-04``."""
        return self.round.id

    @cached_property
    def facts(self) -> Mapping[str, Fact]:
        """Every number and word that the report may print, by its name: ``facts["projects.count"].value``."""
        return facts(self.portfolio, self.summary)

    @cached_property
    def summary(self) -> Summary:
        """The results that the report is made from."""
        return summarise(self.portfolio)

    @cached_property
    def projects(self) -> pd.DataFrame:
        """The projects of the register, one a row: the table ``projects`` of the open data."""
        return self.table(PROJECTS)

    @cached_property
    def tables(self) -> Mapping[str, ExportTable]:
        """The tables of the open data, by name, with what their columns mean."""
        return {each.name: each for each in tables_of_round(self.portfolio, self.summary, self.facts)}

    def table(self, name: str) -> pd.DataFrame:
        """Return a table of the open data as a frame, such as ``deliverables``.

        Raises `KeyError` when there is no such table.
        """
        return frame_of(self.tables[name])

    def messages(self, lang: str = "nb") -> pd.DataFrame:
        """Return the diagnostics with their texts, one a row: as ``check --format json`` has them."""
        return messages_frame(self.diagnostics, Lang(lang))


def read_round(path: Place) -> ReadRound:
    """Read and check a round: its folder, its ``round.toml``, or its id in the folder that has ``submissions/``.

    Raises `UsageError` when there is no such round, or its register cannot be read.
    """
    name = str(path)
    if not names_a_round(name):
        raise UsageError(_NO_ROUND.format(path=name, file=FILE))
    return read_whole(round_named(name, None))


def rounds(path: Place = ".", table: str = PROJECTS) -> pd.DataFrame:
    """Return a table of the open data of all rounds as one frame, with the column ``round`` first; oldest first.

    ``path`` is the folder that has ``submissions/``, or one below it. Raises `UsageError` when there is none, when no
    round is there or one cannot be read, and `KeyError` when no round has such a table.
    """
    return frame_of(joined([(each.id, tuple(each.tables.values())) for each in all_rounds(Path(path))])[table])


def all_rounds(folder: Path) -> tuple[ReadRound, ...]:
    """Read every round in the folder that has ``submissions/``, oldest first.

    Raises `UsageError` as `rounds` does.
    """
    root = find_root(folder)
    ids = round_ids(root) or (find_round(root).id,)  # which tells why there is none
    return tuple(read_whole(find_round(root, each)) for each in ids)


def read_whole(round_: Round) -> ReadRound:
    """Read and check a round that was found; raises `UsageError` when its register cannot be read."""
    found = read.read_round(round_, cache=rounds_cache(round_.folder)).needing_register()
    return ReadRound(found.round, found.portfolio, found.diagnostics)


_NO_ROUND = Text(
    "«{path}» er ingen runde. Oppgi mappen som har {file} i seg, for eksempel submissions/2021-09.",
    "«{path}» is no round. Name the folder that has {file} in it, for example submissions/2021-09.",
)
