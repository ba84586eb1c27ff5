"""Plain rows as a frame whose columns have types; missing values stay missing in every type."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

TEXT, NUMBER, TRUTH, DAY = "string", "Int64", "boolean", "datetime64[s]"


def typed_frame(types: Mapping[str, str], rows: Sequence[Sequence[Any]]) -> pd.DataFrame:
    """Return rows as a frame with the columns and types given; without rows it has the same columns."""
    columns = zip(*rows, strict=True) if rows else ((),) * len(types)
    return pd.DataFrame(
        {name: pd.Series(list(values), dtype=kind) for (name, kind), values in zip(types.items(), columns, strict=True)}
    )
