"""How well a country is known: a bar per layer of what is supported, weaker, and missing."""

from __future__ import annotations

from collections.abc import Mapping

import altair as alt

from components.charts.bars import bar_height, stacked_shares
from components.charts.sealing import chart_builder
from components.charts.theme import palette

PARTS = ("sourced", "weak", "missing")


@chart_builder("layer", "support", "entries", *(f"support_{part}" for part in PARTS))
def build_support_chart(
    *, language: str, theme: str, labels: Mapping[str, str], rows: int
) -> alt.TopLevelMixin:
    """Stacked 100 % bars by layer.

    Frame columns (one row per layer and part, layers in display order): label, code (PARTS), code_label,
    share (0 to 1), share_text (the number of entries), count_text. `rows` is the number of layers.
    """
    c = palette(theme)
    colors = dict(zip(PARTS, (c.goods, c.both, c.grey), strict=True))
    return stacked_shares(
        theme=theme,
        along="label",
        part="code",
        colors=colors,
        names={part: labels[f"support_{part}"] for part in PARTS},
        tooltip=[
            alt.Tooltip("label:N", title=labels["layer"]),
            alt.Tooltip("code_label:N", title=labels["support"]),
            alt.Tooltip("count_text:N", title=labels["entries"]),
        ],
        height=bar_height(rows) + 60,
        upright=False,
    )
