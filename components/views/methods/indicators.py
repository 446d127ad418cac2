"""How each measure of the explorer is computed."""

from __future__ import annotations

import streamlit as st

from components.i18n import Language
from data.analysis.aggregation import CORRELATION
from data.analysis.concentration import HHI_MAX
from data.analysis.traffic import INDEX_BASE

# Each measure with the text that names it; where the explorer shows it, the name is the one shown there.
_MEASURES = {
    "visits": "metrics.visits.name",
    "per_user": "metrics.per_user.name",
    "yoy": "metrics.yoy.name",
    "index": "metrics.index.name",
    "rank": "metrics.rank.name",
    "active_storefronts": "key_figures.active_storefronts.label",
    "cross_border_share": "key_figures.cross_border_share.label",
    "other_region_share": "key_figures.other_region_share.label",
    "people": "methods.indicators.people_name",
    "hhi": "key_figures.hhi.label",
    "top3": "methods.indicators.top3_name",
    "features": "methods.indicators.features_name",
    "anchored": "methods.indicators.anchored_name",
    "interval": "methods.indicators.interval_name",
    "status": "methods.indicators.status_name",
}


def draw_indicators(t: Language) -> None:
    """Draw the section: two columns on a desk, one on a phone, read down the first and then the second."""
    st.markdown(t("methods.indicators.lead"))
    names = list(_MEASURES)
    numbers = {
        "base": t.number(INDEX_BASE),
        "max": t.number(HHI_MAX),
        "correlation": t.number(CORRELATION, 1),
    }
    half = (len(names) + 1) // 2
    for column, part in zip(st.columns(2, gap="large"), (names[:half], names[half:]), strict=True):
        for name in part:
            how = t(f"methods.indicators.{name}", **numbers)
            column.markdown(f"#### {t(_MEASURES[name])}\n{how}")
