"""Country by instrument or by target group: how many measures, or whether there is one at all."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from components import loaders, state
from components.charts.policies.axes import head_of
from components.charts.policies.matrix import build_measure_matrix
from components.i18n import Language
from components.kept import kept
from components.views import labels
from components.views.cards import Card, Column, Table, draw_card
from components.views.policies import known
from components.views.policies.choice import everyone
from data.analysis.policies.counts import coverage, matrix

BY = ("instrument", "target_group")
SHOWN = ("counts", "presence")
ALL = "all"


def draw_matrix(t: Language, trust: str) -> None:
    """Draw the card with its pickers."""
    by = state.one("by", BY, BY[0])
    shown = state.one("cells", SHOWN, SHOWN[0])
    regions = (ALL, *loaders.catalog().app.regions)
    named = state.many("region", regions[1:])
    region = named[0] if len(named) == 1 else ALL
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small", key="measure-matrix"):
        _either(t, "by", BY, by)
        _either(t, "cells", SHOWN, shown)
        st.segmented_control(
            t("register.facets.region"),
            regions,
            format_func=lambda code: t("filters.all") if code == ALL else t.code_label("region", code),
            required=True,
            wrap=True,
            **state.tie(
                "url.region.matrix", "region", region, lambda code: None if code == ALL else str(code)
            ),
        )
    draw_card(t, matrix_card(t, trust, by, shown, region, labels.theme()))


def _either(t: Language, key: str, options: tuple[str, ...], current: str) -> None:
    st.segmented_control(
        t(f"policies.matrix.{key}.title"),
        options,
        format_func=lambda code: t(f"policies.matrix.{key}.{code}"),
        required=True,
        wrap=True,
        **state.bound(key, current, lambda code: None if code == options[0] else str(code)),
    )


@kept
def matrix_card(t: Language, trust: str, by: str, shown: str, region: str, theme: str) -> Card | str:
    """Countries by instruments or target groups, or why there is nothing to show."""
    areas = everyone() if region == ALL else loaders.members(region)
    rows = known.counted(trust)
    rows = rows[rows["ref_area"].isin(areas)]
    if rows.empty:
        return t("policies.none")
    codes = loaders.catalog().codes[by]
    names = loaders.country_names(t.code)
    table = matrix(rows, by, areas, codes)
    said = {code: t.code_label(by, code) for code in codes}
    told = table.assign(
        name=table["ref_area"].map(names),
        code_label=table["code"].map(said),
        head=table["code"].map({code: head_of(name) for code, name in said.items()}),
        country=[f"{area} {names[area]}" for area in table["ref_area"]],
        sourced_text=[t("policies.of", part=t.number(part), whole=t.number(whole))
                      for part, whole in zip(table["sourced"], table["measures"], strict=True)],
    )  # fmt: skip
    held = told[told["measures"] > 0].groupby("code")["ref_area"].nunique().reindex(list(codes), fill_value=0)
    most, least = str(held.idxmax()), str(held.idxmin())
    return Card(
        key="measure-matrix",
        title=t(f"policies.matrix.title_{by}"),
        unit=t(f"policies.matrix.unit_{shown}"),
        reading=t(
            "policies.matrix.reading",
            most=said[most],
            most_countries=t.number(int(held[most])),
            least=said[least],
            least_countries=t.number(int(held[least])),
            countries=t.number(len(areas)),
        ),
        spec=build_measure_matrix(
            language=t.code, theme=theme, labels=labels.chart(t), rows=len(areas), counts=shown == SHOWN[0]
        ),
        frame=told[["country", "head", "code_label", "measures", "sourced", "sourced_text"]],
        table=Table(
            told,
            (
                Column("ref_area", t("columns.ref_area")),
                Column("name", t("columns.country")),
                Column("code_label", t(f"datasets.columns.{'target_groups' if by == BY[1] else by}")),
                Column("measures", t("charts.measures"), "number"),
                Column("sourced", t("charts.measures_sourced"), "number"),
            ),
        ),
        datasets=known.DATASETS,
        note=_note(t, rows, areas, by),
        variant=f"{by}-{shown}-{region}",
    )


def _note(t: Language, rows: pd.DataFrame, areas: tuple[str, ...], by: str) -> str:
    known_of = coverage(rows, areas)
    said = [
        t(
            "policies.coverage",
            measures=t.number(len(rows)),
            least=t.number(int(known_of["measures"].min())),
            most=t.number(int(known_of["measures"].max())),
            sourced=t.percent(known_of["sourced"].sum() / len(rows), 0),
        ),
        known.doubts(t, rows),
        t("policies.not_absent"),
    ]
    if by == BY[1]:
        said.append(t("policies.matrix.groups"))
    return " ".join(said)
