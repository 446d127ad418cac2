"""The Vega-Lite config every chart carries: type, axes, legends, surfaces and number formats."""

from __future__ import annotations

from functools import cache
from typing import Any

from components.charts.d3_locale import d3_locale
from components.charts.theme import FONT, FONT_AXIS, palette


@cache
def vega_config(language: str, theme: str) -> dict[str, Any]:
    """The config of a language and theme; shared, so copy before changing it."""
    c = palette(theme)
    return {
        "font": FONT,
        "background": c.background,
        "padding": {"left": 2, "right": 6, "top": 4, "bottom": 4},
        "locale": d3_locale(language),
        "view": {"stroke": None},
        "axis": {
            "labelColor": c.muted,
            "labelFontSize": FONT_AXIS,
            "titleColor": c.muted,
            "titleFontSize": FONT_AXIS,
            "titleFontWeight": "normal",
            "gridColor": c.grid,
            "domainColor": c.axis,
            "tickColor": c.axis,
            "labelPadding": 6,
            "titlePadding": 10,
            "labelOverlap": True,
        },
        "axisY": {"domain": False, "ticks": False},
        "axisX": {"tickSize": 4},
        "legend": {
            "orient": "top",
            "labelColor": c.text,
            "labelFontSize": FONT_AXIS,
            "titleColor": c.muted,
            "titleFontSize": FONT_AXIS,
            "titleFontWeight": "normal",
            "symbolType": "square",
            "symbolSize": 110,
            "labelLimit": 220,
            "columnPadding": 14,
            "offset": 8,
            "padding": 0,
        },
        "text": {"color": c.text, "font": FONT, "fontSize": FONT_AXIS},
        "bar": {"color": c.east_asia},
    }
