"""Map of the members: how many measures are known, how sure they are, how many reach abroad."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from components import loaders, state
from components.charts.maps import build_region_map
from components.i18n import Language
from components.kept import kept
from components.views import labels
from components.views.cards import Card, Column, Table, draw_card
from components.views.places import map_rows
from components.views.policies import known
from components.views.policies.choice import everyone
from data.analysis.policies.counts import coverage, reach_abroad

MEASURES = ("number", "abroad", "sourced")
_KIND = {"number": "amount", "abroad": "share", "sourced": "share"}


def draw_map(t: Language, trust: str) -> None:
    """Draw the card."""
    shown = state.one("map", MEASURES, MEASURES[0])
    draw_card(t, _card(t, trust, shown, labels.theme()))


def _picker(t: Language, shown: str) -> None:
    st.segmented_control(
        t("policies.map.shown"),
        MEASURES,
        format_func=lambda code: t(f"policies.map.{code}.name"),
        required=True,
        wrap=True,
        **state.bound("map", shown, lambda code: None if code == MEASURES[0] else str(code)),
    )


@kept
def _card(t: Language, trust: str, shown: str, theme: str) -> Card:
    values = _values(trust, shown)
    names = loaders.country_names(t.code)

    def written(value: float) -> str:
        return t.number(value) if shown == "number" else t.percent(value, 0)

    first = [
        t("explorer.named_value", name=names[area], value=written(value))
        for area, value in zip(values["ref_area"], values["value"], strict=True)
    ][:3]
    return Card(
        key="measures-map",
        title=t(f"policies.map.{shown}.title"),
        unit=t(f"policies.map.{shown}.unit"),
        reading=t("overview.map_reading", first=t.listing(first)),
        spec=build_region_map(
            region="both", language=t.code, theme=theme, labels=labels.chart(t), kind=_KIND[shown]
        ),
        frame=map_rows(t, everyone(), values, written, _KIND[shown]),
        table=Table(
            values.assign(country=values["ref_area"].map(names)),
            (
                Column("ref_area", t("columns.ref_area")),
                Column("country", t("columns.country")),
                Column(
                    "value", t(f"policies.map.{shown}.name"), "number" if shown == "number" else "percent"
                ),
                Column("measures", t("charts.measures"), "number"),
            ),
        ),
        datasets=known.DATASETS,
        note=f"{known.doubts(t, known.counted('all' if shown == 'sourced' else trust))} "
        + t("policies.not_absent"),
        controls=lambda: _picker(t, shown),
        variant=shown,
    )


def _values(trust: str, shown: str) -> pd.DataFrame:
    """The measure of every member with a value, highest first: ref_area, value, measures, obs_status."""
    if shown == "abroad":
        held = reach_abroad(known.counted(trust), everyone())
        table = held.assign(value=held["share"])
    else:
        # How sure the register is shows only where the unsure are counted.
        held = coverage(known.counted("all" if shown == "sourced" else trust), everyone())
        table = held.assign(value=held["sourced_share"] if shown == "sourced" else held["measures"])
    table = table.astype({"value": float}).dropna(subset=["value"]).assign(obs_status="A")
    return table.sort_values("value", ascending=False, kind="stable").reset_index(drop=True)
