"""Visitors: from where, by sex and age."""

from __future__ import annotations

import streamlit as st

from components import loaders, state
from components.charts.origins import build_origin_shares_chart, build_top_origins_chart
from components.faults import guarded
from components.i18n import Language
from components.kept import kept
from components.views import frames, labels, people
from components.views.cards import Card, Column, Table, draw_card, draw_empty
from components.views.choice import Choice
from components.views.foreign_demand import foreign_demand_card
from components.views.origin_matrix import origin_matrix_card

_DATASETS = ("visits_annual_origin",)
_TOP = 12


def draw_visitors(t: Language, choice: Choice) -> None:
    """Draw the section for the chosen year."""
    groups = frames.origin_groups(choice.everything)
    if groups["visits"].sum() <= 0:
        draw_empty(t, t("explorer.empty.visitors"), t("explorer.empty.widen"))
        return
    known, theme = frames.years(), labels.theme()
    year = state.one("year", known, known[-1])
    st.selectbox(
        t("columns.year"),
        known[::-1],
        width=140,
        **state.bound("year", year, lambda y: None if y == known[-1] else str(y)),
    )
    left, right = st.columns(2, gap="medium")
    with left, guarded(t):
        draw_card(t, groups_card(t, choice, year, theme))
    with right, guarded(t):
        draw_card(t, people.pyramid_card(t, choice.everything, year, theme))
    left, right = st.columns(2, gap="medium")
    with left, guarded(t):
        draw_card(t, top_card(t, choice, year, theme))
    with right, guarded(t):
        draw_card(t, origin_matrix_card(t, choice, year, theme))
    with guarded(t):
        draw_card(t, foreign_demand_card(t, choice, year, theme))


@kept
def groups_card(t: Language, choice: Choice, year: str, theme: str) -> Card | str:
    """Shares of the groups of origin over the years."""
    groups = frames.origin_groups(choice.everything)
    told = groups.assign(
        time_period=groups["time_period"].astype(str),
        group_label=[t.code_label("origin_group", code) for code in groups["origin_group"]],
        share_text=[t.percent(share) for share in groups["share"]],
        visits_text=[t.compact(visits) for visits in groups["visits"]],
    )
    now = (
        told[told["time_period"] == year]
        .astype({"origin_group": str})
        .set_index("origin_group")["share_text"]
    )
    return Card(
        key="origin-groups",
        title=t("visitors.groups.title"),
        unit=t("visitors.groups.unit"),
        reading=t("visitors.groups.reading", year=year, **{name: now[name] for name in now.index}),
        spec=build_origin_shares_chart(
            region=choice.region, language=t.code, theme=theme, labels=labels.chart(t)
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
    )


@kept
def top_card(t: Language, choice: Choice, year: str, theme: str) -> Card | str:
    """The countries that most visits of a year come from, or why there are none."""
    top = frames.top_origins(choice.everything, year, _TOP)
    if top.empty:
        return t("visitors.top.none")
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
    first = [
        t("explorer.named_value", name=row.label, value=row.value_text) for row in told.head(3).itertuples()
    ]
    return Card(
        key="top-origins",
        title=t("visitors.top.title", year=year),
        unit=t("visitors.top.unit"),
        reading=t("visitors.top.reading", first=t.listing(first)),
        spec=build_top_origins_chart(language=t.code, theme=theme, labels=labels.chart(t), rows=len(told)),
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
    )
