"""The market landscape: storefronts by age and visits, colour by offering, hollow where estimated."""

from __future__ import annotations

from collections.abc import Mapping

import altair as alt

from components.charts.quantities import written
from components.charts.sealing import chart_builder
from components.charts.theme import code_colors, palette

_OFFERINGS = ("goods", "both", "services")


@chart_builder(
    "marketplace", "place", "age_years", "visits", "interval", "status", "evidence",
    *(f"offering_{code}" for code in _OFFERINGS),
)  # fmt: skip
def build_landscape_chart(
    *, language: str, theme: str, labels: Mapping[str, str], height: int = 460
) -> alt.LayerChart:
    """Scatter of storefronts; click on one sets param `storefront` (marketplace_id).

    Frame columns: marketplace_id, label, place_label, age_years, value (visits per month, above zero),
    value_text, interval_text, status_text, evidence_text, offering, obs_status, selected (ringed and
    named), named (named, for the few largest). Measured rows are filled, estimates hollow.
    """
    c = palette(theme)
    colors = code_colors("offering", theme)
    spoken = "{" + ",".join(f"{code}:{labels[f'offering_{code}']!r}" for code in _OFFERINGS) + "}"
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
            stroke=alt.condition(
                "datum.selected",
                alt.value(c.text),
                alt.Stroke(
                    "offering:N",
                    scale=domain,
                    legend=alt.Legend(title=None, labelExpr=f"{spoken}[datum.value]", symbolType="circle",
                                      symbolStrokeWidth=2),
                ),
            ),
            fill=alt.Fill("offering:N", scale=domain, legend=None),
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
    names = (
        alt.Chart()
        .transform_filter("datum.selected||datum.named")
        .mark_text(align="left", dx=9, dy=-6, color=c.text, limit=140, tooltip=None)
        .encode(text="label:N")
    )
    return (
        alt.layer(dots, names)
        .transform_filter("datum.value>0&&isValid(datum.age_years)")
        .encode(x=x, y=y)
        .properties(height=height)
    )
