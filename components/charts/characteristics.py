"""What storefronts are like: shares by feature, counts, age, entries and exits, goods against services."""

from __future__ import annotations

from collections.abc import Mapping

import altair as alt

from components.charts.bars import bar_height, ended_bars, stacked_shares
from components.charts.keys import code_key
from components.charts.sealing import chart_builder
from components.charts.theme import code_colors, palette, region_color

# Codes of each feature in stacking order, and the text key of each (the feature's prefix and the code).
FEATURES = ("offering", "market_type", "answer", "home_group", "storefront", "verification")
_FEATURE_LABELS = {
    feature: {code: f"{feature}_{code.replace('+', '_')}" for code in code_colors(feature, "light")}
    for feature in FEATURES
}
_ALL_LABELS = tuple(key for keys in _FEATURE_LABELS.values() for key in keys.values())


@chart_builder("place", "feature", "share", "storefronts", *_ALL_LABELS)
def build_feature_shares_chart(
    *, feature: str, language: str, theme: str, labels: Mapping[str, str], rows: int
) -> alt.TopLevelMixin:
    """Stacked 100 % bars by country (or any group) for one feature of FEATURES ('answer' is yes/partner/no).

    Frame columns (one row per group and code, groups in display order): label, code, code_label,
    share (0 to 1), share_text, count_text. `rows` is the number of groups.
    """
    return stacked_shares(
        theme=theme,
        along="label",
        part="code",
        colors=code_colors(feature, theme),
        names={code: labels[key] for code, key in _FEATURE_LABELS[feature].items()},
        tooltip=[
            alt.Tooltip("label:N", title=labels["place"]),
            alt.Tooltip("code_label:N", title=labels["feature"]),
            alt.Tooltip("share_text:N", title=labels["share"]),
            alt.Tooltip("count_text:N", title=labels["storefronts"]),
        ],
        height=bar_height(rows) + 60,
        upright=False,
    )


@chart_builder("place", "value")
def build_counts_chart(
    *, region: str, language: str, theme: str, labels: Mapping[str, str], rows: int
) -> alt.TopLevelMixin:
    """Bars of counts in the order of the frame, in the region's colour.

    Frame columns: label, value, value_text, obs_status (A: counted).
    """
    tooltip = [
        alt.Tooltip("label:N", title=labels["place"]),
        alt.Tooltip("value_text:N", title=labels["value"]),
    ]
    color = alt.value(region_color(region, theme))
    return ended_bars(theme=theme, color=color, tooltip=tooltip, rows=rows, estimated=False)


@chart_builder("age_years", "storefronts")
def build_age_histogram(
    *, region: str, language: str, theme: str, labels: Mapping[str, str], height: int = 280
) -> alt.TopLevelMixin:
    """Storefronts by age in bins of years.

    Frame columns (one row per bin, youngest first): bin_label ('0-4'), count, count_text.
    """
    c = palette(theme)
    axis = alt.Axis(title=labels["age_years"], labelAngle=0, ticks=False, labelOverlap=False)
    bars = (
        alt.Chart()
        .mark_bar(color=region_color(region, theme), width={"band": 0.9})
        .encode(
            tooltip=[
                alt.Tooltip("bin_label:N", title=labels["age_years"]),
                alt.Tooltip("count_text:N", title=labels["storefronts"]),
            ]
        )
    )
    tops = alt.Chart().mark_text(dy=-8, color=c.text, tooltip=None).encode(text="count_text:N")
    return (
        alt.layer(bars, tops)
        .encode(
            x=alt.X("bin_label:O", sort=None, axis=axis),
            y=alt.Y("count:Q", axis=None, scale=alt.Scale(zero=True)),
        )
        .properties(height=height)
    )


@chart_builder("year", "flow", "storefronts", "flow_entry", "flow_exit")
def build_entries_exits_chart(
    *, language: str, theme: str, labels: Mapping[str, str], height: int = 280
) -> alt.TopLevelMixin:
    """Entries above and exits below the zero line, by year.

    Frame columns (one row per year and flow): time_period ('YYYY'), flow (entry, exit), flow_label,
    count (not negative), count_text.
    """
    c = palette(theme)
    flows = code_colors("flow", theme)
    bars = (
        alt.Chart()
        .mark_bar(width={"band": 0.8})
        .encode(
            color=alt.Color(
                "flow:N",
                scale=alt.Scale(domain=list(flows), range=list(flows.values())),
                legend=code_key({flow: labels[f"flow_{flow}"] for flow in flows}),
            ),
            tooltip=[
                alt.Tooltip("time_period:N", title=labels["year"]),
                alt.Tooltip("flow_label:N", title=labels["flow"]),
                alt.Tooltip("count_text:N", title=labels["storefronts"]),
            ],
        )
    )
    counts = alt.Axis(title=None, labelExpr="format(abs(datum.value),'d')", tickCount=5, tickMinStep=1)
    zero = (
        alt.Chart()
        .mark_rule(color=c.axis, tooltip=None)
        .encode(x=alt.value(0), x2=alt.value("width"), y=alt.datum(0))
    )
    return (
        alt.layer(bars, zero)
        .transform_calculate(signed="datum.flow==='exit'?-datum.count:datum.count")
        .encode(
            x=alt.X("time_period:O", axis=alt.Axis(title=None, labelAngle=0, ticks=False, domain=False)),
            y=alt.Y("signed:Q", axis=counts),
        )
        .properties(height=height)
    )


@chart_builder("year", "feature", "share", "visits", *_FEATURE_LABELS["offering"].values())
def build_offering_trend_chart(
    *, language: str, theme: str, labels: Mapping[str, str], height: int = 300
) -> alt.TopLevelMixin:
    """Goods, services and both as 100 % bars by year.

    Frame columns (one row per year and offering): time_period ('YYYY'), code, code_label, share (0 to 1),
    share_text, visits_text.
    """
    return stacked_shares(
        theme=theme,
        along="time_period",
        part="code",
        colors=code_colors("offering", theme),
        names={code: labels[key] for code, key in _FEATURE_LABELS["offering"].items()},
        tooltip=[
            alt.Tooltip("time_period:N", title=labels["year"]),
            alt.Tooltip("code_label:N", title=labels["feature"]),
            alt.Tooltip("share_text:N", title=labels["share"]),
            alt.Tooltip("visits_text:N", title=labels["visits"]),
        ],
        height=height,
        upright=True,
    )
