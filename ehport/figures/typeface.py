"""The document's typeface in the weights that figures use, as matplotlib can take them."""

from __future__ import annotations

import functools
from pathlib import Path
from tempfile import TemporaryDirectory

import matplotlib
from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont
from matplotlib import font_manager

from ehport.figures.fonts import VARIABLE
from ehport.figures.style import FAMILY, REGULAR, STRONG_WEIGHT
from ehport.system.assets import fonts

WEIGHTS = (REGULAR, STRONG_WEIGHT)
_CHARACTERS = (*range(0x20, 0x250), *range(0x2000, 0x2070), 0x2192, 0x2212, 0x25A0, 0x25B2, 0x25C6, 0x25CF)


@functools.cache
def register() -> None:
    """Let matplotlib know the weights; without them it would measure, and name, another typeface."""
    for weight in WEIGHTS:
        font_manager.fontManager.addfont(_instance(weight))


@functools.cache
def _instance(weight: int) -> Path:
    """Return the file of one weight; it is made once for each user, beside matplotlib's own list of fonts."""
    source = fonts() / VARIABLE
    kept = Path(matplotlib.get_cachedir()) / f"ehport-source-sans-3-{source.stat().st_size}-{weight}.ttf"
    if not kept.is_file():
        with TemporaryDirectory(dir=kept.parent) as folder:
            made = Path(folder) / kept.name
            _cut(source, weight).save(made)
            made.replace(kept)
    return kept


def _cut(source: Path, weight: int) -> TTFont:
    font = TTFont(source, recalcTimestamp=False)
    cut = subset.Subsetter(subset.Options(layout_features=[], hinting=False, name_IDs=["*"]))
    cut.populate(unicodes=_CHARACTERS)
    cut.subset(font)  # first, because instancing all glyphs takes a hundred times as long
    font = instantiateVariableFont(font, {"wght": weight}, updateFontNames=False)
    for record in font["name"].names:
        if record.nameID in (1, 16):
            record.string = FAMILY
    font["OS/2"].usWeightClass = weight
    return font
