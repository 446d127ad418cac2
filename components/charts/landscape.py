"""The market landscape: storefronts by age and visits, colour by offering, hollow where estimated."""

from __future__ import annotations

import math
from collections.abc import Mapping

import altair as alt
import pandas as pd

from components.charts.keys import ON_PHONE, code_key
from components.charts.quantities import written
from components.charts.sealing import chart_builder
from components.charts.theme import code_colors, palette

_OFFERINGS = ("goods", "both", "services")
# A name takes about this part of the picture; two names nearer than that would overlap on a phone.
_NAME_WIDTH, _NAME_HEIGHT = 0.34, 0.05


def prepare_landscape(frame: pd.DataFrame, *, names: int = 8) -> pd.DataFrame:
    """`frame` with `named`: the selected and the largest storefronts whose names do not overlap.

    Needs columns age_years, value, selected. At most `names` are named besides the selected.
    """
    out = frame.assign(named=False)
    drawn = out[(out["value"] > 0) & out["age_years"].notna()]
    if drawn.empty:
        return out
    ages = drawn["age_years"].astype(float)
    heights = drawn["value"].map(math.log)
    across = float(drawn["age_years"].max() or 1) or 1.0
    up = float(heights.max() - heights.min()) or 1.0
    order = drawn.sort_values(["selected", "value"], ascending=False).index
    taken: list[tuple[float, float]] = []
    for row in order:
        place = (float(ages[row]) / across, heights[row] / up)
        free = all(abs(place[0] - x) > _NAME_WIDTH or abs(place[1] - y) > _NAME_HEIGHT for x, y in taken)
        if bool(out.at[row, "selected"]) or (free and len(taken) < names):
            out.loc[row, "named"] = True
            taken.append(place)
    return out


@chart_builder(
    "marketplace", "place", "age_years", "visits", "interval", "status", "evidence",
    *(f"offering_{code}" for code in _OFFERINGS),
)  # fmt: skip
def build_landscape_chart(
    *, language: str, theme: str, labels: Mapping[str, str], height: int = 460
) -> alt.TopLevelMixin:
    """Scatter of storefronts; click on one sets param `storefront` (marketplace_id).

    Frame columns: marketplace_id, label, place_label, age_years, value (visits per month, above zero),
    value_text, interval_text, status_text, evidence_text, offering, obs_status, selected (strong ring
    and name), named (from prepare_landscape). Measured rows are filled, estimates hollow.
    """
    c = palette(theme)
    colors = code_colors("offering", theme)
    key = code_key(
        {code: labels[f"offering_{code}"] for code in _OFFERINGS}, symbolType="circle", symbolStrokeWidth=2
    )
    domain = alt.Scale(domain=list(_OFFERINGS), range=[colors[code] for code in _OFFERINGS])
    chosen = alt.selection_point(name="storefront", fields=["marketplace_id"], on="click")
    hovered = alt.selection_point(
        name="hovered", fields=["marketplace_id"], on="pointerover", clear="pointerout", empty=False
    )
    x = alt.X(
        "age_years:Q",
        axis=alt.Axis(title=labels["age_years"], tickCount=6, format="d"),
        scale=alt.Scale(zero=True, nice=True, padding=8),
    )
    y = alt.Y(
        "value:Q",
        scale=alt.Scale(type="log", nice=True),
        axis=alt.Axis(
            title=None, tickCount=5, labelOverlap="greedy",
            labelExpr=f"abs(log(datum.value)/LN10%1)<1e-6||abs(log(datum.value)/LN10%1)>1-1e-6"
            f"?({written('amount', language)}):''",
        ),
    )  # fmt: skip
    dots = (
        alt.Chart()
        .mark_point(size=72, strokeWidth=1.6, cursor="pointer", opacity=1)
        .encode(
            stroke=alt.Stroke("offering:N", scale=domain, legend=key),
            fill=alt.Fill("offering:N", scale=domain, legend=key),
            strokeWidth=alt.condition("datum.selected", alt.value(3.5), alt.value(1.6)),
            fillOpacity=alt.condition("datum.obs_status==='E'", alt.value(0.12), alt.value(0.9)),
            size=alt.condition(hovered, alt.value(150), alt.value(72)),
            tooltip=[
                alt.Tooltip("label:N", title=labels["marketplace"]),
                alt.Tooltip("place_label:N", title=labels["place"]),
                alt.Tooltip("age_years:Q", title=labels["age_years"], format="d"),
                alt.Tooltip("value_text:N", title=labels["visits"]),
                alt.Tooltip("interval_text:N", title=labels["interval"]),
                alt.Tooltip("status_text:N", title=labels["status"]),
                alt.Tooltip("evidence_text:N", title=labels["evidence"]),
            ],
        )
        .add_params(chosen, hovered)
    )  # fmt: skip
    right = "scale('x',datum.age_years)>width*0.62"
    names = (
        alt.Chart()
        .transform_filter("datum.selected||datum.named")
        .mark_text(
            align=alt.ExprRef(f"{right}?'right':'left'"), dx=alt.ExprRef(f"{right}?-9:9"), dy=-6,
            color=c.text, limit=130, tooltip=None,
            # A phone has room for the names of the chosen only.
            opacity=alt.ExprRef(f"datum.selected||!({ON_PHONE})?1:0"),
        )
        .encode(text="label:N")
    )  # fmt: skip
    return (
        alt.layer(dots, names)
        .transform_filter("datum.value>0&&isValid(datum.age_years)")
        .encode(x=x, y=y)
        .properties(height=height)
    )
