"""Map of the 36 members by a measure that the reader picks."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from components import loaders, state
from components.charts.maps import build_region_map
from components.i18n import Language
from components.kept import kept
from components.views import frames, labels
from components.views.cards import Card, Column, Table, draw_card
from components.views.places import map_rows
from data.analysis import origins, traffic

MEASURES = ("per_user", "visits", "storefronts", "cross_border")
_KIND = {"per_user": "rate", "visits": "amount", "storefronts": "amount", "cross_border": "share"}
_WRITTEN = {"per_user": "decimal", "visits": "amount", "storefronts": "number", "cross_border": "percent"}


def draw_overview_map(t: Language) -> None:
    """Draw the card with its picker."""
    chosen = measure()
    st.segmented_control(
        t("filters.metric"),
        MEASURES,
        format_func=lambda code: t(f"overview.measures.{code}.name"),
        required=True,
        **state.bound("metric", chosen, lambda code: None if code == MEASURES[0] else str(code)),
    )
    draw_card(t, overview_card(t, chosen, labels.theme()))


def measure() -> str:
    """The measure of the URL."""
    return state.one("metric", MEASURES, MEASURES[0])


def overview_card(t: Language, measure: str, theme: str) -> Card:
    """The map of all members by a measure."""
    known = _values(measure)
    names = loaders.country_names(t.code)
    first = [
        t("explorer.named_value", name=names[area], value=_say(t, measure, value))
        for area, value in zip(known["ref_area"].astype(str), known["value"], strict=True)
    ][:3]
    return Card(
        key="overview",
        title=t(f"overview.measures.{measure}.title"),
        unit=t(f"overview.measures.{measure}.unit"),
        reading=t("overview.map_reading", first=t.listing(first)),
        spec=build_region_map(
            region="both",
            language=t.code,
            theme=theme,
            labels=labels.chart(t),
            kind=_KIND[measure],
        ),
        frame=map_rows(t, names, known, lambda amount: _say(t, measure, amount), _KIND[measure]),
        table=Table(
            known.assign(country=known["ref_area"].astype(str).map(names)),
            (
                Column("ref_area", t("columns.ref_area")),
                Column("country", t("columns.country")),
                Column("value", t(f"overview.measures.{measure}.name"), _WRITTEN[measure]),
                Column("obs_status", t("columns.obs_status")),
            ),
        ),
        datasets=("marketplace",) if measure == "storefronts" else ("visits_monthly",),
    )


def _say(t: Language, measure: str, value: float) -> str:
    if measure == "cross_border":
        return t.percent(value)
    return labels.value(t, "rank" if measure == "storefronts" else measure, value)


@kept
def _values(measure: str) -> pd.DataFrame:
    """The measure for every member, highest first: ref_area, value, obs_status."""
    stores = loaders.storefronts()
    if measure == "cross_border":
        shares = origins.cross_border_share(loaders.origin(), stores, loaders.region_of(), by="ref_area")
        newest = shares[shares["time_period"].astype(str) == frames.years()[-1]]
        frame = newest.assign(value=newest["cross_border_share"], obs_status="E")
    else:
        visits = traffic.visits_in(
            loaders.monthly(), traffic.local_only(stores), frames.last_year(), by="ref_area"
        )
        if measure == "storefronts":
            frame = visits.assign(value=visits["n_storefronts"].astype(float), obs_status="A")
        else:
            frame = visits.assign(time_period=frames.last_year()[-1])
            frame = traffic.apply_metric(
                frame,
                measure,  # type: ignore[arg-type]
                by="ref_area",
                internet_users=loaders.internet_users() if measure == "per_user" else None,
            )
    kept = frame[["ref_area", "value", "obs_status"]].dropna(subset=["value"])
    return kept.sort_values("value", ascending=False, kind="stable").reset_index(drop=True)
