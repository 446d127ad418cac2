"""Maps of a region or of all members: countries shaded by a value, gaps hatched and signed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

import altair as alt
import pandas as pd

from components.charts.classes import class_limits, class_of, class_texts
from components.charts.gaps import GAP_LABELS, SIGNS, gap_layer
from components.charts.keys import ON_PHONE
from components.charts.sealing import chart_builder
from components.charts.theme import DIVERGING, Palette, palette, steps

BOUNDARIES = "app/static/boundaries"
Region = Literal["east_asia", "latin_america", "both"]


@dataclass(frozen=True, slots=True)
class _Window:
    """What part of the Equal Earth projection is shown: longitude in the middle, extent and centre."""

    longitude: float
    across: float
    down: float
    x: float
    y: float
    height: int
    shapes: tuple[str, ...]


# Clicks beside the countries, on the world behind them, choose nothing.
_LAYER = "countries"
_ON_COUNTRY = f"@{_LAYER}_marks:click"
# Extents are in units of the projection at scale 1, measured on our boundaries without far-off islands.
_WINDOWS: Mapping[str, _Window] = {
    "east_asia": _Window(125, 1.5, 1.94, 0.017, 0.049, 470, ("east_asia",)),
    "latin_america": _Window(-75, 1.3, 1.74, -0.005, -0.194, 470, ("latin_america",)),
    "both": _Window(199, 3.75, 2.05, 0.0, -0.02, 430, ("east_asia", "latin_america")),
}


def prepare_map(frame: pd.DataFrame, *, kind: str, language: str) -> pd.DataFrame:
    """The frame as build_region_map wants it: classed, small states last so that their circles lie on top.

    Adds class_index and class_label. Rows without a country stand for the classes, so that the key
    shows all of them in order even where no country falls into one; they have no shape to draw.
    """
    limits = class_limits(frame["value"].tolist(), kind)
    texts = class_texts(limits, kind, language) or ("",)
    ordered = frame.sort_values(["small", "ref_area"], kind="stable", ignore_index=True)
    index = [class_of(value, limits) for value in ordered["value"]]
    ordered["class_index"] = pd.array(index, dtype="Int64")
    # Gaps carry a label too, so that none of the key's entries reads 'null'; class_index tells them apart.
    ordered["class_label"] = [texts[i or 0] for i in index]
    keys = pd.DataFrame({"class_index": range(len(texts)), "class_label": texts, "small": False})
    return pd.concat([ordered, keys.astype({"class_index": "Int64"})], ignore_index=True)


@chart_builder("country", "value", "status", *GAP_LABELS)
def build_region_map(
    *,
    region: Region,
    language: str,
    theme: str,
    labels: Mapping[str, str],
    kind: str = "amount",
    gaps: bool = True,
    shades: tuple[str, ...] = (),
    doubtful: bool = False,
    signs: tuple[str, ...] = tuple(SIGNS),
    boundaries: str = BOUNDARIES,
) -> alt.TopLevelMixin:
    """A choropleth of `region` ('both' is Pacific-centred); click on a country toggles param `country`.

    Frame columns (one row per country, in the order of `prepare_map`): ref_area, label, value,
    value_text, status_text, obs_status, lon, lat (capital), small (drawn as a circle), selected.
    `kind` is one of quantities.KINDS. `gaps=False` leaves out the signs and their key. `shades` are the
    colours of the classes in order, for classes that are not amounts. `doubtful` says that the frame has a
    column of that name: such countries are pale with a dashed edge. `signs` are the gaps in the key.
    """
    colors, window = palette(theme), _WINDOWS[region]
    projection = _projection(window)
    world = (
        alt.Chart(alt.Data(url=f"{boundaries}/world.geojson", format=alt.JsonDataFormat(property="features")))
        .mark_geoshape(fill=colors.land, stroke=colors.border, strokeWidth=0.5, tooltip=None)
        .properties(projection=projection)
    )
    layers: list[alt.Chart] = [
        world,
        _countries(region, kind, theme, labels, boundaries, projection, shades, doubtful),
    ]
    if gaps:
        position = {"longitude": "lon:Q", "latitude": "lat:Q"}
        # Small states are circles already: their sign would hide them.
        layer = gap_layer(theme=theme, labels=labels, position=position, signs=signs)
        layer = layer.transform_filter("!datum.small&&isValid(datum.lon)")
        layers.append(layer.properties(projection=projection))
    # A phone is narrower than the window at full height: then the height follows the width.
    height = alt.param(name="height", expr=f"min({window.height},width*{window.down / window.across:.3f})")
    return (
        alt.layer(*layers)
        .add_params(height)
        .properties(height=window.height, autosize=alt.AutoSizeParams(type="fit-x", contains="padding"))
        .resolve_scale(shape="independent")
    )


def _countries(
    region: Region, kind: str, theme: str, labels: Mapping[str, str], boundaries: str,
    projection: alt.Projection, shades: tuple[str, ...], doubtful: bool,
) -> alt.Chart:  # fmt: skip
    colors = palette(theme)
    chosen = alt.selection_point(
        name="country", fields=["ref_area"], toggle="true", on=_ON_COUNTRY, clear=False
    )
    hovered = alt.selection_point(
        name="hovered", fields=["ref_area"], on="pointerover", clear="pointerout", empty=False
    )
    outlined = {"param": "hovered", "empty": False}
    chart = alt.Chart()
    for number, name in enumerate(_WINDOWS[region].shapes):
        source = alt.Data(url=f"{boundaries}/{name}.geojson", format=alt.JsonDataFormat(property="features"))
        chart = chart.transform_lookup(
            lookup="ref_area",
            from_=alt.LookupData(data=source, key="id", fields=["geometry"]),
            as_=[f"shape{number}"],
        )
    unsure: dict[str, Any] = {}
    if doubtful:
        unsure = {
            "fillOpacity": alt.condition("datum.doubtful", alt.value(0.4), alt.value(1)),
            "strokeDash": alt.condition("datum.doubtful", alt.value([2, 2]), alt.value([1, 0])),
        }
    edge = "datum.selected||datum.doubtful" if doubtful else "datum.selected"
    found = "||".join(f"datum.shape{number}" for number in range(len(_WINDOWS[region].shapes)))
    return (
        chart.transform_calculate(
            type="'Feature'",
            geometry=f"datum.small?{{type:'Point',coordinates:[datum.lon,datum.lat]}}:{found}",
        )
        .mark_geoshape(cursor="pointer", invalid="show")
        .encode(
            color=alt.condition(
                "isValid(datum.class_index)",
                _shade(region, kind, theme, shades),
                alt.value(_hatched(colors)),
            ),
            stroke=alt.condition(
                edge, alt.value(colors.text), alt.value(colors.border)
            ),
            strokeWidth={
                "condition": [{"test": outlined, "value": 2.2}, {"test": "datum.selected", "value": 1.8}],
                "value": 0.6,
            },
            tooltip=[
                alt.Tooltip("label:N", title=labels["country"]),
                alt.Tooltip("value_text:N", title=labels["value"]),
                alt.Tooltip("status_text:N", title=labels["status"]),
            ],
            **unsure,
        )
        .add_params(chosen, hovered)
        .properties(name=_LAYER, projection=projection)
    )  # fmt: skip


def _projection(window: _Window) -> alt.Projection:
    """Equal Earth, scaled so that the window fits whatever width the page gives."""
    scale = f"min(width/{window.across},height/{window.down})"
    return alt.Projection(
        type="equalEarth",
        rotate=[-window.longitude, 0, 0],
        scale=alt.ExprRef(scale),
        translate=alt.ExprRef(f"[width/2-({window.x})*{scale},height/2+({window.y})*{scale}]"),
        pointRadius=7,
    )


def _shade(region: str, kind: str, theme: str, shades: tuple[str, ...]) -> alt.Color:
    """Classes rather than a gradient: five shades can be told apart and named in the key."""
    if shades:
        colors = shades
    elif kind in ("index", "change"):
        ten = DIVERGING[theme]
        colors = (ten[1], ten[3], palette(theme).hatch, ten[6], ten[8])
    else:
        colors = steps(region, theme, 5)
    return alt.Color(
        "class_label:O",
        sort=alt.EncodingSortField("class_index", op="min"),
        scale=alt.Scale(range=list(colors[::-1] if kind == "rank" else colors)),
        legend=alt.Legend(title=None, columns=alt.ExprRef(f"{ON_PHONE}?3:5")),
    )


def _hatched(colors: Palette) -> dict[str, Any]:
    """Diagonal stripes as a gradient with hard stops; Vega has no patterns."""
    stripes, stops = 8, []
    for stripe in range(stripes):
        start, middle, end = (round((stripe + part) / stripes, 3) for part in (0, 0.3, 1))
        stops += [{"offset": start, "color": colors.hatch}, {"offset": middle, "color": colors.hatch}]
        stops += [{"offset": middle, "color": colors.land}, {"offset": end, "color": colors.land}]
    return {"gradient": "linear", "x1": 0, "y1": 0, "x2": 1, "y2": 1, "stops": stops}
