"""The document's typeface for a web page: the signs of Norwegian and its neighbours, all weights in one small file."""

from __future__ import annotations

import functools
import io
from pathlib import Path
from tempfile import TemporaryDirectory

import matplotlib
from fontTools import subset
from fontTools.ttLib import TTFont

from ehport.system.assets import fonts

_CHARACTERS = (
    *range(0x20, 0x7F), *range(0xA0, 0x180), *range(0x2010, 0x203B), 0x20AC, *range(0x2190, 0x2196), 0x2212, 0x2248,
    0x2264, 0x2265, 0x25A0, 0x25B2, 0x25C6, 0x25CF,
)  # fmt: skip
_FEATURES = ["kern", "liga", "lnum", "tnum", "ccmp", "locl", "mark"]
_ROMAN, _ITALIC = "SourceSans3[wght].ttf", "SourceSans3-Italic[wght].ttf"


@functools.cache
def web_font(*, italic: bool = False) -> bytes:
    """Return the typeface as WOFF; it is cut once for each user, beside matplotlib's own list of fonts."""
    source = fonts() / (_ITALIC if italic else _ROMAN)
    kept = Path(matplotlib.get_cachedir()) / f"ehport-{source.stem}-{source.stat().st_size}-{len(_CHARACTERS)}.woff"
    if not kept.is_file():
        with TemporaryDirectory(dir=kept.parent) as folder:
            made = Path(folder) / kept.name
            made.write_bytes(_cut(source))
            made.replace(kept)
    return kept.read_bytes()


def _cut(source: Path) -> bytes:
    font = TTFont(source, recalcTimestamp=False)
    cut = subset.Subsetter(subset.Options(layout_features=_FEATURES, hinting=False))
    cut.populate(unicodes=_CHARACTERS)
    cut.subset(font)
    font.flavor = "woff"
    out = io.BytesIO()
    font.save(out)
    return out.getvalue()
