"""The theme: readable on its background, colour-blind safe, and the same in Streamlit's config."""

from __future__ import annotations

import tomllib
from itertools import combinations
from pathlib import Path

import pytest
from streamlit import config as streamlit_config

from components.charts import theme
from components.charts.vega_config import vega_config

ROOT = Path(__file__).resolve().parents[2]


def linear(color: str) -> list[float]:
    channels = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    return [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]


def contrast(one: str, other: str) -> float:
    """WCAG 2.2 contrast ratio."""
    bright = sorted(
        (
            sum(w * c for w, c in zip((0.2126, 0.7152, 0.0722), linear(color), strict=True))
            for color in (one, other)
        ),
        reverse=True,
    )
    return (bright[0] + 0.05) / (bright[1] + 0.05)


def oklab(rgb: list[float]) -> list[float]:
    lms = [
        max(0.0, sum(w * c for w, c in zip(row, rgb, strict=True))) ** (1 / 3)
        for row in (
            (0.4122214708, 0.5363325363, 0.0514459929),
            (0.2119034982, 0.6806995451, 0.1073969566),
            (0.0883024619, 0.2817188376, 0.6299787005),
        )
    ]
    return [
        sum(w * c for w, c in zip(row, lms, strict=True))
        for row in (
            (0.2104542553, 0.7936177850, -0.0040720468),
            (1.9779984951, -2.4285922050, 0.4505937099),
            (0.0259040371, 0.7827717662, -0.8086757660),
        )
    ]


# Machado, Oliveira and Fernandes (2009), severity 1.0, for linear RGB.
SEEN_BY = {
    "normal": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "deuteranope": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.01182, 0.04294, 0.968881),
    ),
    "protanope": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
}


def distance(one: str, other: str, vision: str) -> float:
    seen = [
        oklab(
            [
                min(1.0, max(0.0, sum(w * c for w, c in zip(row, linear(color), strict=True))))
                for row in SEEN_BY[vision]
            ]
        )
        for color in (one, other)
    ]
    return sum((a - b) ** 2 for a, b in zip(*seen, strict=True)) ** 0.5


@pytest.mark.parametrize("name", theme.THEMES)
def test_marks_stand_out_from_the_background(name):
    ground = theme.palette(name).background
    weak = {
        k: round(contrast(c, ground), 2)
        for k, c in theme.mark_colors(name).items()
        if contrast(c, ground) < 3
    }
    assert weak == {}


@pytest.mark.parametrize("name", theme.THEMES)
@pytest.mark.parametrize("ground", ["background", "panel"])
def test_text_can_be_read(name, ground):
    colors = theme.palette(name)
    for ink in ("text", "muted", "caution", "positive", "negative"):
        assert contrast(getattr(colors, ink), getattr(colors, ground)) >= 4.5, ink


@pytest.mark.parametrize("name", theme.THEMES)
@pytest.mark.parametrize("feature", ["offering", "answer", "verification", "sex", "flow"])
def test_bold_labels_can_be_read_on_bars(name, feature):
    ground = theme.palette(name).background
    for code, color in theme.code_colors(feature, name).items():
        assert contrast(color, ground) >= 3, code


def test_each_member_has_its_own_colour():
    assert len(theme.COUNTRY_COLORS) == 36
    assert len(set(theme.COUNTRY_COLORS.values())) == 36
    assert theme.country_color("USA", "dark") == theme.palette("dark").grey


@pytest.mark.parametrize("vision", SEEN_BY)
def test_countries_of_a_region_can_be_told_apart(vision):
    members = list(theme.COUNTRY_COLORS.items())
    for region in (members[:16], members[16:]):
        for (one, first), (other, second) in combinations(region, 2):
            assert distance(first, second, vision) > 0.035, f"{one} {other}"


@pytest.mark.parametrize("name", theme.THEMES)
@pytest.mark.parametrize("vision", SEEN_BY)
def test_the_regions_can_be_told_apart_by_everyone(name, vision):
    colors = theme.palette(name)
    assert distance(colors.east_asia, colors.latin_america, vision) > 0.15


@pytest.mark.parametrize(("key", "colors"), theme.SEQUENTIAL.items())
def test_more_stands_out_more(key, colors):
    ground = theme.palette(key[1]).background
    ratios = [contrast(color, ground) for color in colors]
    assert ratios == sorted(ratios)


def test_streamlit_wears_the_same_colours():
    settings = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))["theme"]
    for name in theme.THEMES:
        colors, worn = theme.palette(name), settings[name]
        assert worn["backgroundColor"] == colors.background
        assert worn["secondaryBackgroundColor"] == colors.panel
        assert worn["textColor"] == colors.text
        assert worn["primaryColor"] == colors.east_asia
        assert tuple(worn["chartCategoricalColors"]) == theme.SERIES_COLORS
        assert tuple(worn["chartSequentialColors"]) == theme.SEQUENTIAL[("east_asia", name)]
        assert tuple(worn["chartDivergingColors"]) == theme.DIVERGING[name]


def test_streamlit_knows_every_setting():
    known = streamlit_config.get_config_options()

    def names(prefix, node):
        for key, child in node.items():
            name = f"{prefix}.{key}" if prefix else key
            yield from names(name, child) if isinstance(child, dict) else [name]

    settings = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    assert [name for name in names("", settings) if name not in known] == []
    assert settings["browser"]["gatherUsageStats"] is False
    assert settings["client"]["disableDataExport"] is True
    assert settings["client"]["showErrorDetails"] == "none"


@pytest.mark.parametrize(
    "call",
    [
        lambda: theme.palette("sepia"),
        lambda: theme.code_colors("taste", "light"),
        lambda: vega_config("en", "sepia"),
    ],
)
def test_an_unknown_name_is_an_error_that_lists_the_known(call):
    with pytest.raises(ValueError, match="expected one of .*, got"):
        call()
