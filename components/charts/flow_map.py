"""Flows between the regions as arcs over the Pacific, drawn on our own boundaries and nothing else."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import pandas as pd
import pydeck as pdk

from components.charts.theme import FONT, palette, region_color

BOUNDARIES = "app/static/boundaries/pacific.geojson"
HEIGHT = 540
# Where the regions are seen whole at the width of a page.
_VIEW = {
    "longitude": 196.0,
    "latitude": -2.0,
    "zoom": 1.46,
    "pitch": 0,
    "bearing": 0,
    "min_zoom": 0,
    "max_zoom": 5,
}
_WIDEST, _THINNEST = 14.0, 0.8
_ARCS = 200
# The same turn for both directions of a pair bends them away from each other.
_TILT = 26


class Deck(pdk.Deck):
    """A deck whose description travels without white space and without empty entries."""

    def to_json(self) -> str:
        """The description for the browser."""
        return json.dumps(json.loads(super().to_json()), separators=(",", ":"), ensure_ascii=False)


def pacific(longitude: float) -> float:
    """A longitude as `pacific.geojson` has it: the Americas one turn to the east."""
    return longitude + 360 if longitude < -30 else longitude


def build_flow_map(frame: pd.DataFrame, places: Mapping[str, tuple[float, float]], *, theme: str) -> Deck:
    """Arcs of the corridors between the regions, wider for more visits; colour is the region of the visitors.

    `frame`: counterpart_area, ref_area, region (of the origin), visits, label (corridor), visits_text;
    `places`: longitude and latitude by ISO3. The widest arcs lie below the others.
    """
    c = palette(theme)
    land = {"rest": c.land, "east_asia": region_color("east_asia", theme)}
    land["latin_america"] = region_color("latin_america", theme)
    most = float(frame["visits"].max()) if len(frame) else 1.0
    rows: dict[str, list[dict[str, Any]]] = {"east_asia": [], "latin_america": []}
    for flow in frame.head(_ARCS).to_dict("records"):
        ends = [places[str(flow[side])] for side in ("counterpart_area", "ref_area")]
        rows[str(flow["region"])].append(
            {
                "f": _point(ends[0]),
                "t": _point(ends[1]),
                "w": round(max(_THINNEST, _WIDEST * (flow["visits"] / most) ** 0.5), 1),
                "label": f"{flow['label']}\n{flow['visits_text']}",
            }
        )
    layers = [
        pdk.Layer(
            "GeoJsonLayer",
            id="land",
            data=BOUNDARIES,
            get_fill_color=_land(land, c.land),
            get_line_color=_rgb(c.border),
            line_width_min_pixels=0.5,
            stroked=True,
            filled=True,
        )
    ]
    layers += [
        pdk.Layer(
            "ArcLayer",
            id=f"from-{region}",
            data=arcs,
            get_source_position="f",
            get_target_position="t",
            get_source_color=_rgb(region_color(region, theme), 235),
            get_target_color=_rgb(region_color(region, theme), 120),
            get_width="w",
            get_height=0.35,
            get_tilt=_TILT,
            pickable=True,
            auto_highlight=True,
        )
        for region, arcs in rows.items()
    ]
    # Text, not HTML: a name from the register can be no markup.
    tooltip = {
        "text": "{label}",
        "style": {"backgroundColor": c.panel, "color": c.text, "fontFamily": FONT, "fontSize": "13px"},
    }
    return Deck(
        layers=layers,
        initial_view_state=pdk.ViewState(**_VIEW),
        # The view counts longitudes from -180 to 180: repeated, the map is there wherever it looks.
        views=[pdk.View(type="MapView", controller=True, repeat=True)],
        map_provider=None,
        tooltip=tooltip,
        parameters={"depthTest": False},
    )


def _point(place: tuple[float, float]) -> list[float]:
    return [round(pacific(place[0]), 1), round(place[1], 1)]


def _rgb(color: str, opacity: int = 255) -> list[int]:
    return [*(int(color[at : at + 2], 16) for at in (1, 3, 5)), opacity]


def _land(colors: Mapping[str, str], ground: str) -> str:
    """An expression that gives each member a pale tint of its region and other land the plain colour."""
    tints = {region: _mixed(color, ground) for region, color in colors.items()}
    rest = json.dumps(tints["rest"])
    asia, america = json.dumps(tints["east_asia"]), json.dumps(tints["latin_america"])
    region = "properties.region"
    return f"{region}=='east_asia'?{asia}:{region}=='latin_america'?{america}:{rest}"


def _mixed(color: str, ground: str, part: float = 0.28) -> list[int]:
    own, under = _rgb(color)[:3], _rgb(ground)[:3]
    return [round(a * part + b * (1 - part)) for a, b in zip(own, under, strict=True)]
