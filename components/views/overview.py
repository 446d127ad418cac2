"""The landing page: what this is, three doors, the map of the 36, key figures, what the numbers are."""

from __future__ import annotations

import streamlit as st

from components import loaders
from components.faults import guarded
from components.i18n import Language
from components.links import draw_link
from components.views import frames
from components.views.cards import Metric, draw_metrics
from components.views.doors import draw_doors
from components.views.overview_map import draw_overview_map
from data.analysis.selection import Selection


def draw_overview(t: Language) -> None:
    """Draw the landing page."""
    st.title(t("overview.title"))
    st.markdown(t("overview.lead"))
    with guarded(t):
        draw_doors(t)
    with guarded(t):
        draw_overview_map(t)
    for region in loaders.catalog().app.regions:
        with guarded(t):
            _region(t, region)
    left, right = st.columns(2, gap="medium")
    with left.container(border=True):
        st.markdown(t("overview.honest"))
        draw_link(t, "methods", t("frame.to_methods"))
    with right.container(border=True):
        st.markdown(_inside(t))


def _inside(t: Language) -> str:
    """What the explorer holds, counted in its registers."""
    held = {
        "storefronts": loaders.storefronts(),
        "countries": loaders.countries(),
        "laws": loaders.laws(),
        "treaties": loaders.treaty_status(),
        "measures": loaders.rdtii_measures(),
        "policies": loaders.policies(),
    }
    return t("overview.news", **{name: t.number(len(rows)) for name, rows in held.items()})


def _region(t: Language, region: str) -> None:
    """Key figures of one region in a row."""
    known = frames.figures(Selection(countries=loaders.members(region)))
    st.subheader(t(f"codes.region.{region}"))
    draw_metrics(
        t,
        [
            Metric(t("overview.members"), t.number(len(loaders.members(region)))),
            Metric(t("key_figures.active_storefronts.label"), t.number(known.active_storefronts.value)),
            Metric(t("key_figures.visits.label"), t.compact(known.visits.value), note=t("cards.estimated")),
            Metric(t("key_figures.cross_border_share.label"), t.percent(known.cross_border_share.value)),
            Metric(t("key_figures.other_region_share.label"), t.percent(known.other_region_share.value)),
        ],
        key=f"region-{region}",
    )
