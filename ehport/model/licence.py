"""The licences that a report and its data may be published under."""

from __future__ import annotations

from dataclasses import dataclass

from ehport.lang.language import Text


@dataclass(frozen=True, slots=True)
class Licence:
    """The terms on which the data may be used; the name is that of SPDX."""

    name: str
    title: Text
    path: str


LICENCE = Licence(
    "NLOD-2.0",
    Text("Norsk lisens for offentlige data (NLOD) 2.0", "Norwegian Licence for Open Government Data (NLOD) 2.0"),
    "https://data.norge.no/nlod/no/2.0",
)
