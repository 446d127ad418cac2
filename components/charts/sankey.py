"""Bands between origins on the left and destinations on the right, as wide as what flows."""

from __future__ import annotations

from collections.abc import Mapping

import altair as alt
import pandas as pd

from components.charts.keys import ON_PHONE, code_key
from components.charts.sealing import chart_builder
from components.charts.theme import palette

_STEPS = 14
_GAP = 0.035  # of the height, between two places on a side
_BAR = 0.012  # of the width, of the upright bar at each place
_ROOM = 30  # pixels of height for each place, so that its name stands beside its bar


def prepare_sankey(links: pd.DataFrame) -> pd.DataFrame:
    """Links as bands, bars and names of a drawing one unit wide and high.

    `links`: source, target (ids), source_label, target_label, region (of the origin), target_region,
    visits, visits_text, share_text. Places stand in the order in which they first appear.
    Returns part ('band', 'bar' or 'name'), link, x, x2, y, y2, region, side, label and the texts.
    """
    total = float(links["visits"].sum()) or 1.0
    left = _places(links, "source", total)
    right = _places(links, "target", total)
    filled = {**{("l", key): low for key, (low, _) in left.items()}}
    filled |= {("r", key): low for key, (low, _) in right.items()}
    scale = {"l": _free(len(left)) / total, "r": _free(len(right)) / total}
    rows: list[dict[str, object]] = []
    begins: dict[int, float] = {}
    ends: dict[int, float] = {}
    targets = list(right)
    for place, link in links.iterrows():
        begins[int(str(place))] = filled["l", link["source"]]
        filled["l", link["source"]] += link["visits"] * scale["l"]
    sources = list(left)
    arriving = sorted(
        links.index, key=lambda i: (targets.index(links["target"][i]), sources.index(links["source"][i]))
    )
    for place in arriving:
        link = links.loc[place]
        ends[int(str(place))] = filled["r", link["target"]]
        filled["r", link["target"]] += link["visits"] * scale["r"]
    for place, link in links.iterrows():
        told = {name: link[name] for name in ("region", "visits_text", "share_text")}
        told["label"] = link["link_label"]
        for step in range(_STEPS + 1):
            part = step / _STEPS
            bend = part * part * (3 - 2 * part)
            top = begins[int(str(place))] * (1 - bend) + ends[int(str(place))] * bend
            wide = link["visits"] * (scale["l"] * (1 - bend) + scale["r"] * bend)
            x = _BAR + part * (1 - 2 * _BAR)
            rows.append({"part": "band", "link": place, "x": x, "y": top, "y2": top + wide, **told})
    for side, places, at in (("l", left, 0.0), ("r", right, 1 - _BAR)):
        ids, names, regions = ("source", "source_label", "region") if side == "l" else (
            "target", "target_label", "target_region")  # fmt: skip
        for key, (low, high) in places.items():
            held = links[links[ids] == key].iloc[0]
            told = {"label": held[names], "region": held[regions], "side": side, "link": -1}
            rows.append({"part": "bar", "x": at, "x2": at + _BAR, "y": low, "y2": high, **told})
            rows.append({"part": "name", "x": at, "y": (low + high) / 2, **told})
    return pd.DataFrame(rows)


def _free(places: int) -> float:
    """How much of the height is left for what flows."""
    return 1 - _GAP * (places - 1)


def _places(links: pd.DataFrame, side: str, total: float) -> dict[str, tuple[float, float]]:
    sums = links.groupby(side, sort=False)["visits"].sum()
    low, found = 0.0, {}
    for key, visits in sums.items():
        high = low + visits * _free(len(sums)) / total
        found[str(key)] = (low, high)
        low = high + _GAP
    return found


@chart_builder("corridor", "visits", "share", "east_asia", "latin_america", "rest_of_world")
def build_sankey(
    *, language: str, theme: str, labels: Mapping[str, str], places: int, least: int = 300
) -> alt.TopLevelMixin:
    """Origins left, destinations right; bands take the colour of the region they come from.

    The frame comes from prepare_sankey; `places` is the number of places on the fuller side, `least` the
    height in pixels that the drawing has in any case.
    """
    c = palette(theme)
    codes = {"east_asia": "east_asia", "latin_america": "latin_america", "rest": "rest_of_world"}
    color = alt.Color(
        "region:N",
        scale=alt.Scale(domain=list(codes), range=[c.east_asia, c.latin_america, c.grey]),
        legend=code_key({code: labels[key] for code, key in codes.items()}, narrow=1),
    )
    x = alt.X("x:Q", scale=alt.Scale(domain=[0, 1], nice=False), axis=None)
    y = alt.Y("y:Q", scale=alt.Scale(domain=[0, 1], reverse=True, nice=False), axis=None)
    hovered = alt.selection_point(
        name="hovered", fields=["link"], on="pointerover", clear="pointerout", empty=False
    )
    bands = (
        alt.Chart()
        .transform_filter("datum.part==='band'")
        .mark_area()
        .encode(
            x=x,
            y=y,
            y2="y2:Q",
            detail="link:N",
            color=color,
            opacity=alt.condition(hovered, alt.value(0.75), alt.value(0.42)),
            tooltip=[
                alt.Tooltip("label:N", title=labels["corridor"]),
                alt.Tooltip("visits_text:N", title=labels["visits"]),
                alt.Tooltip("share_text:N", title=labels["share"]),
            ],
        )
        .add_params(hovered)
    )
    bars = (
        alt.Chart()
        .transform_filter("datum.part==='bar'")
        .mark_rect(tooltip=None)
        .encode(x=x, x2="x2:Q", y=y, y2="y2:Q", color=color)
    )
    # Written over the bands, where phones have room; a halo keeps them readable on any colour.
    layers: list[alt.Chart] = [bands, bars]
    for side, align, sign in (("l", "left", ""), ("r", "right", "-")):
        at = alt.value(0) if side == "l" else alt.value("width")
        name = (
            alt.Chart()
            .transform_filter(f"datum.part==='name'&&datum.side==='{side}'")
            .encode(x=at, y=y, text="label:N")
        )
        beside = alt.ExprRef(f"{sign}(width*{_BAR}+6)")
        style = {"align": align, "dx": beside, "limit": alt.ExprRef(f"{ON_PHONE}?150:260"), "tooltip": None}
        layers.append(name.mark_text(stroke=c.background, strokeWidth=3, strokeOpacity=0.8, **style))  # type: ignore[arg-type]
        layers.append(name.mark_text(color=c.text, **style))  # type: ignore[arg-type]
    return alt.layer(*layers).properties(height=max(least, _ROOM * places))
