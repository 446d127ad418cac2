"""Every colour of the explorer: light and dark surfaces, regions, countries, codes and scales."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from types import MappingProxyType

THEMES = ("light", "dark")
FONT = '"Source Sans", "Source Sans 3", sans-serif'

# Line weights and sizes in pixels, the same on screen and in exported pictures.
LINE_MEASURED, LINE_ESTIMATED = 2.2, 1.4
DASH_ESTIMATED = (4, 3)
BAND_OPACITY, FADED_OPACITY = 0.14, 0.28
# The corners of bars are square: a rounded end would hide where the value ends.
FONT_SMALL, FONT_AXIS, FONT_LABEL, FONT_TITLE, FONT_SUBTITLE = 11, 12, 13, 19, 14


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of one theme; every value is #rrggbb."""

    background: str
    panel: str
    text: str
    muted: str
    grid: str
    axis: str
    land: str
    border: str
    hatch: str
    grey: str
    east_asia: str
    latin_america: str
    east_asia_deep: str
    latin_america_deep: str
    goods: str
    services: str
    both: str
    female: str
    male: str
    positive: str
    negative: str
    caution: str
    slate: str


LIGHT = Palette(
    background="#ffffff", panel="#f5f6f8", text="#0e1820", muted="#55616d", grid="#e4e8ec", axis="#8a949e",
    land="#eceff1", border="#ffffff", hatch="#b4bcc4", grey="#818b95",
    east_asia="#0072b2", latin_america="#d55e00", east_asia_deep="#003f66", latin_america_deep="#7d3600",
    goods="#00806a", services="#a2437f", both="#8a7400", female="#8454a6", male="#2f8a5f",
    positive="#00806a", negative="#b3424a", caution="#9a6200", slate="#43505d",
)  # fmt: skip

DARK = Palette(
    background="#0f1720", panel="#182330", text="#e9eef3", muted="#a8b4c0", grid="#243140", axis="#75828f",
    land="#1d2936", border="#0f1720", hatch="#4d5b69", grey="#8894a0",
    east_asia="#56b4e9", latin_america="#f5904b", east_asia_deep="#a9dcf7", latin_america_deep="#fbcba6",
    goods="#3dbd9f", services="#e08fc2", both="#d9bd4a", female="#bb93dc", male="#62c08f",
    positive="#3dbd9f", negative="#f0858b", caution="#e3ab4f", slate="#c3ced8",
)  # fmt: skip

PALETTES: Mapping[str, Palette] = MappingProxyType({"light": LIGHT, "dark": DARK})

# One colour per country, the same in both themes and in exports. Chosen by farthest-point search in OKLab
# among colours with 3:1 contrast on both backgrounds, distance taken as the smallest of normal,
# deuteranope and protanope vision (Machado et al. 2009); large countries got the colours farthest apart.
COUNTRY_COLORS: Mapping[str, str] = MappingProxyType({
    "CHN": "#0d76ad", "JPN": "#b63e5a", "KOR": "#d57700", "IDN": "#8184ee", "VNM": "#e1656a",
    "THA": "#1996c3", "AUS": "#955290", "MYS": "#556ed2", "PHL": "#a48b8e", "SGP": "#546c67",
    "NZL": "#847834", "KHM": "#798093", "MMR": "#2b9667", "LAO": "#5f6d2e", "MNG": "#509f3d",
    "BRN": "#c66bbf", "BRA": "#c65e0b", "MEX": "#2183d8", "ARG": "#a14e78", "COL": "#af8e2a",
    "CHL": "#986ea2", "PER": "#b73f48", "VEN": "#4d65c8", "ECU": "#a18e80", "CUB": "#3b6998",
    "URY": "#6692db", "CRI": "#a885a4", "DOM": "#676854", "GTM": "#8d7a86", "PAN": "#838542",
    "BOL": "#428865", "PRY": "#387079", "SLV": "#9e54af", "HND": "#d75c61", "NIC": "#8880bc",
    "SUR": "#a05b11",
})  # fmt: skip

# Lines that are not countries (marketplaces) take these in order of size.
SERIES_COLORS = ("#0d76ad", "#d57700", "#2b9667", "#b63e5a", "#8184ee", "#847834", "#c66bbf")


def _scale(codes: str) -> tuple[str, ...]:
    return tuple(f"#{code}" for code in codes.split())


# Ten steps, light to dark on white and dark to light on the dark ground, so that more always stands out more.
_BLUES = _scale("e3eff8 c6dff0 a3cbe6 7cb3d9 559acb 3383bb 176ca6 08558a 04406b 022c4c")
_VERMILIONS = _scale("fbeadd f7d3b8 f2b88e ea9a63 de7c3b cb621c ad4d0e 8b3c08 692c05 491d03")
_BLUES_DARK = _scale("16344b 184363 1b557d 216a99 2c80b4 4197cb 60acda 86c3e6 aedaf1 d9effa")
_VERMILIONS_DARK = _scale("402517 55301a 6f3d1d 8c4b20 aa5b26 c76f34 dd884e eba473 f4c29e fbe2cf")
_DIVERGING = _scale("7d3600 ad4d0e d57a3c eba97d f6dcc8 d6e6f2 92bfdf 4a93c6 176ca6 003f66")
_DIVERGING_DARK = _scale("fbcba6 f0a874 d07f48 94562c 4d3325 1f3d52 2b6890 4192c4 7fc0e8 bfe3f8")
SEQUENTIAL: Mapping[tuple[str, str], tuple[str, ...]] = MappingProxyType({
    ("east_asia", "light"): _BLUES, ("latin_america", "light"): _VERMILIONS, ("both", "light"): _BLUES,
    ("east_asia", "dark"): _BLUES_DARK, ("latin_america", "dark"): _VERMILIONS_DARK,
    ("both", "dark"): _BLUES_DARK,
})  # fmt: skip
DIVERGING: Mapping[str, tuple[str, ...]] = MappingProxyType({"light": _DIVERGING, "dark": _DIVERGING_DARK})


def palette(theme: str) -> Palette:
    """The palette of `theme`; raises ValueError naming the themes that exist."""
    try:
        return PALETTES[theme]
    except KeyError:
        raise ValueError(f"theme: expected one of {', '.join(THEMES)}, got {theme!r}") from None


def country_color(ref_area: str, theme: str = "light") -> str:
    """The fixed colour of a country (ISO 3166-1 alpha-3); grey for the rest of the world."""
    return COUNTRY_COLORS.get(ref_area, palette(theme).grey)


def region_color(region: str, theme: str) -> str:
    """The colour of a region code; grey for any other place."""
    colors = palette(theme)
    return {"east_asia": colors.east_asia, "latin_america": colors.latin_america}.get(region, colors.grey)


def code_colors(feature: str, theme: str) -> dict[str, str]:
    """Colours by code of a categorical feature, in the order a chart stacks them.

    Known features: offering, market_type, answer (yes, partner, no, unknown), home_group, storefront,
    verification, obs_status, sex, flow (entry, exit). Raises ValueError for others.
    """
    c = palette(theme)
    known = {
        "offering": {"goods": c.goods, "both": c.both, "services": c.services},
        "market_type": {"B2C": c.goods, "B2C+C2C": c.both, "C2C": c.services, "unknown": c.grey},
        "answer": {"yes": c.goods, "partner": c.both, "no": c.slate, "unknown": c.grey},
        "home_group": {
            "national": c.goods,
            "own_region": c.both,
            "other_region": c.services,
            "rest": c.slate,
            "unknown": c.grey,
        },
        "storefront": {"local": c.goods, "foreign_used": c.services},
        "verification": {"sourced": c.goods, "domain_only": c.both, "unverified": c.grey},
        "obs_status": {"A": c.text, "P": c.text, "E": c.muted, "O": c.grey, "M": c.grey, "Q": c.caution},
        "sex": {"F": c.female, "M": c.male, "_T": c.grey},
        "flow": {"entry": c.positive, "exit": c.negative},
    }
    try:
        return known[feature]
    except KeyError:
        raise ValueError(f"feature: expected one of {', '.join(known)}, got {feature!r}") from None


def origin_colors(region: str, theme: str) -> dict[str, str]:
    """Colours of the four origin groups seen from `region`: home deep, own region plain."""
    c = palette(theme)
    east = region != "latin_america"
    return {
        "national": c.east_asia_deep if east else c.latin_america_deep,
        "own_region": c.east_asia if east else c.latin_america,
        "other_region": c.latin_america if east else c.east_asia,
        "rest": c.grey,
    }


def steps(region: str, theme: str, count: int) -> tuple[str, ...]:
    """`count` (2 to 9) evenly spaced colours of the region's sequential scale, weakest first."""
    scale = SEQUENTIAL[(region, theme)][1:]
    return tuple(scale[round(i * (len(scale) - 1) / (count - 1))] for i in range(count))


def mark_colors(theme: str) -> dict[str, str]:
    """All colours that draw marks on the theme's background, by name (what the contrast test reads)."""
    ground = {"background", "panel", "text", "muted", "grid", "land", "border", "hatch"}
    named = {f.name: getattr(palette(theme), f.name) for f in fields(Palette) if f.name not in ground}
    return named | dict(COUNTRY_COLORS) | {f"series {i}": color for i, color in enumerate(SERIES_COLORS)}
