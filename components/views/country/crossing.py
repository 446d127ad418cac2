"""Visits across a country's border: who comes to its marketplaces, and where its residents go."""

from __future__ import annotations

import streamlit as st

from components import loaders
from components.charts.origins import build_top_origins_chart
from components.faults import guarded
from components.i18n import Language
from components.kept import kept
from components.markup import plain
from components.views import labels
from components.views.cards import Card, Column, Table, draw_card
from components.views.country import known
from components.views.country.choice import Choice
from data.analysis.country.marketplaces import crossing_shares

_SHOWN = 10


def draw_crossing(t: Language, choice: Choice) -> None:
    """Draw both directions side by side."""
    theme = labels.theme()
    for direction, column in zip(("in", "out"), st.columns(2, gap="medium"), strict=True):
        with column, guarded(t):
            draw_card(t, crossing_card(t, choice, direction, theme))


def draw_said(t: Language, choice: Choice) -> None:
    """Say both directions in a sentence each, without pictures."""
    rows = known.summary(choice).crossing
    for direction in ("in", "out"):
        if (rows["direction"] == direction).any():
            st.markdown(plain(_reading(t, choice, direction)))


@kept
def crossing_card(t: Language, choice: Choice, direction: str, theme: str) -> Card | str:
    """The largest flows of one direction (in, out)."""
    held = known.summary(choice)
    rows = held.crossing[held.crossing["direction"] == direction]
    if rows.empty:
        return t(f"country.crossing.{direction}_none")
    areas = rows["counterpart_area"].astype(str)
    told = rows.assign(
        counterpart_area=areas,
        label=[labels.area_name(t, area) for area in areas],
        region=areas.map(loaders.region_of()).fillna("rest"),
        value=rows["share"],
        value_text=[t.percent(share) for share in rows["share"]],
        visits_text=[t.compact(visits) for visits in rows["visits"]],
        obs_status="E",
    )
    words = labels.chart(t)
    if direction == "out":
        words = {**words, "origin": words["destination"]}
    top = told.head(_SHOWN)
    name = loaders.country_names(t.code)[choice.area]
    return Card(
        key=f"country-{direction}",
        title=t(f"country.crossing.{direction}", country=name, year=str(rows["year"].iloc[0])),
        unit=t(f"country.crossing.{direction}_unit"),
        reading=_reading(t, choice, direction),
        spec=build_top_origins_chart(language=t.code, theme=theme, labels=words, rows=len(top)),
        frame=top.drop(columns=["direction", "year"]),
        table=Table(
            told,
            (
                Column("counterpart_area", t("columns.ref_area")),
                Column("label", t("columns.country")),
                Column("visits", t("columns.visits"), "amount"),
                Column("share", t("columns.share"), "percent"),
                Column("obs_status", t("columns.obs_status")),
            ),
        ),
        datasets=("visits_annual_origin",),
        note=t("country.crossing.out_note") if direction == "out" else None,
    )


def _reading(t: Language, choice: Choice, direction: str) -> str:
    shares = crossing_shares(known.desk(), choice.area, known.summary(choice).crossing)
    return t(
        f"country.crossing.{direction}_reading",
        all=t.percent(shares[direction]),
        other=t.percent(shares[f"{direction}_other"]),
    )
