"""What the measures of the two regions consist of, by the code that the reader picks."""

from __future__ import annotations

import streamlit as st

from components import loaders, state
from components.charts.policies.composition import build_composition_chart
from components.i18n import Language
from components.kept import kept
from components.views import labels
from components.views.cards import Card, Column, Table, draw_card
from components.views.policies import known
from data.analysis.policies.counts import composition

PARTS = ("instrument", "target_group", "scope", "sector", "status", "pandemic")


def draw_composition(t: Language, trust: str) -> None:
    """Draw the card."""
    part = state.one("part", PARTS, PARTS[0])
    draw_card(t, composition_card(t, trust, part, labels.theme()))


def _picker(t: Language, part: str) -> None:
    st.selectbox(
        t("policies.composition.by"),
        PARTS,
        format_func=lambda code: _part_name(t, code),
        width=280,
        **state.bound("part", part, lambda code: None if code == PARTS[0] else str(code)),
    )


def _part_name(t: Language, part: str) -> str:
    names = {"target_group": "target_groups", "status": "policy_status"}
    return t(f"datasets.columns.{names.get(part, part)}")


@kept
def composition_card(t: Language, trust: str, part: str, theme: str) -> Card | str:
    """What the measures are made of by region, or why there is nothing to show."""
    rows = known.counted(trust)
    if rows.empty:
        return t("policies.none")
    codelist = "target_group" if part == "target_group" else known.CODES[part]
    table = composition(rows, part, loaders.catalog().codes[codelist])
    total = table.groupby("code")["measures"].sum().sort_values(ascending=False, kind="stable")
    total = total[total > 0]
    place = {code: at for at, code in enumerate(total.index)}
    table = table[table["code"].isin(place)]
    table = table.assign(at=table["code"].map(place)).sort_values(["at", "region"], kind="stable")
    told = table.assign(
        code_label=[t.code_label(codelist, code) for code in table["code"]],
        region_label=[t.code_label("region", code) for code in table["region"]],
        share_text=[t.percent(share, 0) for share in table["share"]],
        measures_text=[t.number(count) for count in table["measures"]],
    )
    wide = table.pivot(index="code", columns="region", values="share").fillna(0.0)
    apart = str((wide.iloc[:, 0] - wide.iloc[:, -1]).abs().idxmax())
    shares = [
        t(
            "explorer.named_value",
            name=t.code_label("region", region),
            value=t.percent(float(wide[region][apart]), 0),
        )
        for region in wide.columns
    ]
    return Card(
        key="composition",
        title=t("policies.composition.title", part=_part_name(t, part)),
        unit=t("policies.composition.unit"),
        reading=t(
            "policies.composition.reading", code=t.code_label(codelist, apart), shares=t.listing(shares)
        ),
        spec=build_composition_chart(language=t.code, theme=theme, labels=labels.chart(t), rows=len(total)),
        frame=told,
        table=Table(
            told,
            (
                Column("region_label", t("charts.region")),
                Column("code_label", _part_name(t, part)),
                Column("measures", t("charts.measures"), "number"),
                Column("share", t("columns.share"), "percent"),
            ),
        ),
        datasets=known.DATASETS,
        note=" ".join(
            filter(
                None,
                (known.doubts(t, rows), t("policies.composition.groups") if part == "target_group" else ""),
            )
        ),
        controls=lambda: _picker(t, part),
        variant=part,
    )
