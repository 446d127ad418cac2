"""The axis of rows whose names are sentences: as wide as the page allows, cut where it does not."""

from __future__ import annotations

import altair as alt

from components.charts.keys import ON_PHONE


def long_names() -> alt.Axis:
    """Names without ticks, in at most two fifths of the picture, less on a phone."""
    room = alt.ExprRef(f"min(430,(containerSize()[0]||width)*({ON_PHONE}?0.36:0.42))")
    return alt.Axis(title=None, ticks=False, domain=False, labelLimit=room, labelOverlap=False)
