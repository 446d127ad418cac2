"""Visitors: from where, by sex and age."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from components import loaders, state
from components.charts.origins import build_origin_matrix, build_origin_shares_chart, build_top_origins_chart
from components.faults import guarded
from components.i18n import Language
from components.views import frames, labels, people
from components.views.cards import Card, Column, Table, draw_card, draw_empty
from components.views.choice import Choice

_DATASETS = ("visits_annual_origin",)
_TOP = 12


def draw_visitors(t: Language, choice: Choice) -> None:
    """Draw the section for the chosen year."""
    groups = frames.origin_groups(choice.everything)
    if groups["visits"].sum() <= 0:
        draw_empty(t, t("explorer.empty.visitors"), t("explorer.empty.widen"))
        return
    known = frames.years()
    year = state.one("year", known, known[-1])
    st.selectbox(
        t("columns.year"), known[::-1], width=140, **state.bound("year", year, lambda y: None if y == known[-1] else str(y))
    )
    left, right = st.columns(2, gap="medium")
    with left, guarded(t):
        _groups(t, choice, groups, year)
    with right, guarded(t):
        people.draw_pyramid(t, choice.everything, year)
    left, right = st.columns(2, gap="medium")
    with left, guarded(t):
        _top(t, choice, year)
    with right, guarded(t):
        _matrix(t, choice, year)


def _groups(t: Language, choice: Choice, groups: pd.DataFrame, year: str) -> None:
    told = groups.assign(
        time_period=groups["time_period"].astype(str),
        group_label=[t.code_label("origin_group", code) for code in groups["origin_group"]],
        share_text=[t.percent(share) for share in groups["share"]],
        visits_text=[t.compact(visits) for visits in groups["visits"]],
    )
    now = told[told["time_period"] == year].astype({"origin_group": str}).set_index("origin_group")["share_text"]
    draw_card(
        t,
        Card(
            key="origin-groups",
            title=t("visitors.groups.title"),
            unit=t("visitors.groups.unit"),
            reading=t("visitors.groups.reading", year=year, **{name: now[name] for name in now.index}),
            spec=build_origin_shares_chart(
                region=choice.region, language=t.code, theme=labels.theme(), labels=labels.chart(t)
            ),
            frame=told,
            table=Table(
                told,
                (
                    Column("time_period", t("columns.year")),
                    Column("group_label", t("columns.origin")),
                    Column("visits", t("columns.visits"), "amount"),
                    Column("share", t("columns.share"), "percent"),
                ),
            ),
            datasets=_DATASETS,
        ),
    )


def _top(t: Language, choice: Choice, year: str) -> None:
    top = frames.top_origins(choice.everything, year, _TOP)
    if top.empty:
        draw_empty(t, t("visitors.top.none"))
        return
    areas = top["counterpart_area"].astype(str)
    told = top.assign(
        counterpart_area=areas,
        label=[labels.area_name(t, area) for area in areas],
        region=areas.map(loaders.region_of()).fillna("rest"),
        value=top["share"],
        value_text=[t.percent(share) for share in top["share"]],
        visits_text=[t.compact(visits) for visits in top["visits"]],
        obs_status="E",
    )
    first = [t("explorer.named_value", name=row.label, value=row.value_text) for row in told.head(3).itertuples()]
    draw_card(
        t,
        Card(
            key="top-origins",
            title=t("visitors.top.title", year=year),
            unit=t("visitors.top.unit"),
            reading=t("visitors.top.reading", first=t.listing(first)),
            spec=build_top_origins_chart(
                language=t.code, theme=labels.theme(), labels=labels.chart(t), rows=len(told)
            ),
            frame=told,
            table=Table(
                told,
                (
                    Column("counterpart_area", t("columns.ref_area")),
                    Column("label", t("columns.origin")),
                    Column("visits", t("columns.visits"), "amount"),
                    Column("share", t("columns.share"), "percent"),
                ),
            ),
            datasets=_DATASETS,
        ),
    )


@st.cache_resource(show_spinner=False, max_entries=128)
def _pairs(t: Language, choice: Choice, year: str) -> pd.DataFrame:
    """Origins of the own region and the rest of the world by destination, in the order of their names."""
    matrix = frames.origin_matrix(choice.everything, year)
    pairs = matrix.astype({"counterpart_area": str, "ref_area": str})
    totals = pairs.groupby("counterpart_area")["visits"].sum().sort_values(ascending=False)
    most = [area for area in totals.index if totals[area] > 0][:_MATRIX_ROWS]
    pairs = pairs[pairs["counterpart_area"].isin(most)]
    place = {area: rank for rank, area in enumerate(most)}
    pairs = pairs.sort_values(["counterpart_area", "ref_area"], key=lambda c: c.map(place) if c.name == "counterpart_area" else c)
    return pairs.assign(
        origin_label=[labels.area_name(t, area) for area in pairs["counterpart_area"]],
        destination_label=[labels.area_name(t, area) for area in pairs["ref_area"]],
        value=pairs["share"],
        value_text=[t.percent(share) for share in pairs["share"]],
        status_text=t.code_label("obs_status", "E"),
        obs_status="E",
    )


_MATRIX_ROWS = 20


def _matrix(t: Language, choice: Choice, year: str) -> None:
    pairs = _pairs(t, choice, year)
    away = pairs[(pairs["counterpart_area"] != pairs["ref_area"]) & (pairs["counterpart_area"] != "_O")]
    if away.empty:
        draw_empty(t, t("visitors.top.none"))
        return
    most = away.sort_values("visits", ascending=False).iloc[0]
    draw_card(
        t,
        Card(
            key="origin-matrix",
            title=t("visitors.matrix.title", year=year),
            unit=t("visitors.matrix.unit"),
            reading=t(
                "visitors.matrix.reading",
                origin=most["origin_label"],
                destination=most["destination_label"],
                visits=t.compact(most["visits"]),
            ),
            spec=build_origin_matrix(
                region=choice.region,  # type: ignore[arg-type]
                language=t.code,
                theme=labels.theme(),
                labels=labels.chart(t),
                rows=pairs["counterpart_area"].nunique(),
            ),
            frame=pairs,
            table=Table(
                pairs,
                (
                    Column("origin_label", t("columns.origin")),
                    Column("destination_label", t("columns.destination")),
                    Column("visits", t("columns.visits"), "amount"),
                    Column("share", t("columns.share"), "percent"),
                ),
            ),
            datasets=_DATASETS,
        ),
    )
