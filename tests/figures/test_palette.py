from __future__ import annotations

import re
from itertools import pairwise

import pytest

from ehport.figures.style import PALETTE, palette
from ehport.form.vocabulary import ProjectState, Rating
from ehport.system.assets import templates

CSS = (templates() / PALETTE).read_text("utf-8")
DARK = dict(re.findall(r"--([a-z0-9-]+):\s*(#[0-9A-Fa-f]{6})", CSS.split("prefers-color-scheme: dark")[1]))


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, two: str) -> float:
    dark, light = sorted((luminance(one), luminance(two)))
    return (light + 0.05) / (dark + 0.05)


def lightness(colour: str) -> float:
    return 116 * luminance(colour) ** (1 / 3) - 16


@pytest.mark.parametrize("colours", [palette(), DARK], ids=["light", "dark"])
class TestBothModes:
    def test_text_can_be_read_on_the_paper(self, colours: dict[str, str]):
        assert contrast(colours["ink"], colours["paper"]) >= 7
        assert contrast(colours["soft"], colours["paper"]) >= 4.5

    def test_text_can_be_read_in_a_bar(self, colours: dict[str, str]):
        for rating in Rating:
            assert contrast(colours[f"on-{rating.value}"], colours[rating.value]) >= 4.5

    def test_bars_stand_out_from_the_paper(self, colours: dict[str, str]):
        names = ("accent", "accent-2", "red", "yellow-mark", "yellow-edge", "green", "grey")
        assert {name: contrast(colours[name], colours["paper"]) for name in names if
                contrast(colours[name], colours["paper"]) < 3} == {}  # fmt: skip

    def test_ratings_differ_in_greyscale(self, colours: dict[str, str]):
        levels = sorted(lightness(colours[rating.value]) for rating in Rating)

        assert min(high - low for low, high in pairwise(levels)) >= 12


def test_dark_mode_changes_every_colour_of_print():
    assert DARK.keys() == palette().keys()


def test_every_mark_has_its_colour():
    assert {member.colour.removeprefix("--") for member in (*Rating, ProjectState.PAUSED)} <= palette().keys()


def test_every_colour_that_figures_use_has_a_class_for_screens():
    classes = set(re.findall(r"\.(?:fill|stroke)-([a-z0-9-]+)", CSS))

    assert classes <= palette().keys()


def test_the_print_renderer_meets_no_media_feature_outside_of_screens():
    printed, _, screen = CSS.partition("@media screen")

    assert "@media" not in printed
    assert "(prefers-color-scheme: dark)" in screen
