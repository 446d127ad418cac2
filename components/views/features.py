"""What the marketplaces are like: features by country, age, entries and exits, part of MSMEs."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from components import loaders, state
from components.charts.characteristics import (
    build_age_histogram,
    build_entries_exits_chart,
    build_feature_shares_chart,
    build_offering_trend_chart,
)
from components.faults import guarded
from components.i18n import Language
from components.views import frames, labels
from components.views.cards import Card, Column, Table, draw_card, draw_empty
from components.views.choice import Choice
from data.analysis import characteristics, traffic

FEATURES = ("offering", "market_type", "transactional", "foreign_sellers", "own_logistics", "own_payments", "has_msme_programme", "verification")
WEIGHTS = ("storefronts", "visits")
_DRAWN_AS = {"offering": "offering", "market_type": "market_type", "verification": "verification"}


def draw_features(t: Language, choice: Choice) -> None:
    """Draw the section."""
    with guarded(t):
        _feature(t, choice)
    left, right = st.columns(2, gap="medium")
    with left, guarded(t):
        _flows(t, choice)
    with right, guarded(t):
        _ages(t, choice)
    with guarded(t):
        _offerings(t, choice)


def _feature(t: Language, choice: Choice) -> None:
    feature = state.one("feature", FEATURES, FEATURES[0])
    weight = state.one("weight", WEIGHTS, WEIGHTS[0])
    known = frames.feature_shares(choice.everything, feature, "ref_area")
    if known.empty:
        draw_empty(t, t("explorer.empty.selection"), t("explorer.empty.widen"))
        return
    told = _told(t, known, feature, weight)
    total = frames.feature_shares(choice.everything, feature, None)
    parts = [
        t("explorer.named_value", name=t.code_label(feature, row.feature_value), value=t.percent(row.share))
        for row in total.assign(share=total[f"share_{weight}"]).sort_values("share", ascending=False).itertuples()
    ]
    draw_card(
        t,
        Card(
            key="features",
            title=t("features.title", feature=t(f"features.names.{feature}")),
            unit=t(f"features.unit.{weight}"),
            reading=t("features.reading", parts=t.listing(parts)),
            spec=build_feature_shares_chart(
                feature=_DRAWN_AS.get(feature, "answer"),
                language=t.code,
                theme=labels.theme(),
                labels=labels.chart(t),
                rows=told["label"].nunique(),
            ),
            frame=told,
            table=Table(
                told,
                (
                    Column("ref_area", t("columns.ref_area")),
                    Column("label", t("columns.country")),
                    Column("code_label", t(f"features.names.{feature}")),
                    Column("storefronts", t("columns.storefronts"), "number"),
                    Column("share_storefronts", t("columns.share_storefronts"), "percent"),
                    Column("visits", t("columns.visits"), "amount"),
                    Column("share_visits", t("columns.share_visits"), "percent"),
                ),
            ),
            datasets=("marketplace", "visits_monthly") if weight == "visits" else ("marketplace",),
            note=t("features.msme_note") if feature == "has_msme_programme" else t("features.note"),
            controls=lambda: _controls(t, feature, weight),
        ),
    )


def _controls(t: Language, feature: str, weight: str) -> None:
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        st.selectbox(
            t("features.pick"),
            FEATURES,
            format_func=lambda code: t(f"features.names.{code}"),
            width=320,
            **state.bound("feature", feature, lambda code: None if code == FEATURES[0] else str(code)),
        )
        st.segmented_control(
            t("features.weight"),
            WEIGHTS,
            format_func=lambda code: t(f"features.weights.{code}"),
            required=True,
            **state.bound("weight", weight, lambda code: None if code == WEIGHTS[0] else str(code)),
        )


def _told(t: Language, known: pd.DataFrame, feature: str, weight: str) -> pd.DataFrame:
    names = loaders.country_names(t.code)
    share = known[f"share_{weight}"]
    count = known[weight]
    told = known.assign(
        label=known["ref_area"].astype(str).map(names),
        code=known["feature_value"].astype(str),
        code_label=[t.code_label(feature, code) for code in known["feature_value"]],
        share=share,
        share_text=[t.percent(part, 0) for part in share],
        count_text=[t.compact(number) for number in count],
    )
    return told.sort_values("label", kind="stable")


def _flows(t: Language, choice: Choice) -> None:
    known = characteristics.entries_exits(frames.selected(choice.everything))
    known = known[known["time_period"].astype(int) >= _FIRST_YEAR]
    if known.empty:
        draw_empty(t, t("features.flows.none"))
        return
    told = known.melt("time_period", ["entries", "exits"], "flow", "count")
    told["flow"] = told["flow"].map({"entries": "entry", "exits": "exit"})
    told = told.assign(
        time_period=told["time_period"].astype(str),
        flow_label=[t(f"charts.flow_{code}") for code in told["flow"]],
        count_text=[t.number(count) for count in told["count"]],
    )
    most = known.sort_values("entries", ascending=False).iloc[0]
    draw_card(
        t,
        Card(
            key="flows",
            title=t("features.flows.title"),
            unit=t("features.flows.unit"),
            reading=t(
                "features.flows.reading",
                year=str(most["time_period"]),
                entries=t.number(most["entries"]),
                exits=t.number(known["exits"].sum()),
                since=str(known["time_period"].min()),
            ),
            spec=build_entries_exits_chart(language=t.code, theme=labels.theme(), labels=labels.chart(t)),
            frame=told,
            table=Table(
                known,
                (
                    Column("time_period", t("columns.year")),
                    Column("entries", t("columns.entries"), "number"),
                    Column("exits", t("columns.exits"), "number"),
                ),
            ),
            datasets=("marketplace",),
            note=t("features.flows.note"),
        ),
    )


_FIRST_YEAR = 1995


def _ages(t: Language, choice: Choice) -> None:
    year = int(frames.last_year()[-1][:4])
    known = characteristics.ages(frames.selected(choice.everything), year)
    dated = known[known["age_from"].notna()]
    if dated.empty:
        draw_empty(t, t("features.ages.none"))
        return
    told = dated.assign(
        bin_label=[t("features.ages.bin", start=int(row.age_from), end=int(row.age_to)) for row in dated.itertuples()],
        count=dated["storefronts"],
        count_text=[t.number(count) for count in dated["storefronts"]],
    )
    most = told.sort_values("count", ascending=False).iloc[0]
    unknown = int(known.loc[known["age_from"].isna(), "storefronts"].sum())
    draw_card(
        t,
        Card(
            key="ages",
            title=t("features.ages.title", year=year),
            unit=t("features.ages.unit"),
            reading=t("features.ages.reading", bin=most["bin_label"], count=most["count_text"]),
            spec=build_age_histogram(
                region=choice.region, language=t.code, theme=labels.theme(), labels=labels.chart(t)
            ),
            frame=told,
            table=Table(
                told,
                (
                    Column("bin_label", t("features.ages.unit")),
                    Column("storefronts", t("columns.storefronts"), "number"),
                    Column("share_storefronts", t("columns.share_storefronts"), "percent"),
                ),
            ),
            datasets=("marketplace",),
            note=t("features.ages.unknown", count=t.number(unknown)),
        ),
    )


def _offerings(t: Language, choice: Choice) -> None:
    visits = traffic.visits_by(loaders.monthly(), frames.selected(choice.everything), by="offering", freq="A")
    whole = visits[visits["complete"] & (visits["visits"] > 0)]
    if whole.empty:
        return
    total = whole.groupby("time_period", observed=True)["visits"].transform("sum")
    told = whole.assign(
        time_period=whole["time_period"].astype(str),
        code=whole["offering"].astype(str),
        code_label=[t.code_label("offering", code) for code in whole["offering"]],
        share=whole["visits"] / total,
        visits_text=[t.compact(number) for number in whole["visits"]],
    )
    told["share_text"] = [t.percent(share) for share in told["share"]]
    last = told[told["time_period"] == told["time_period"].max()]
    parts = [t("explorer.named_value", name=row.code_label, value=row.share_text) for row in last.itertuples()]
    draw_card(
        t,
        Card(
            key="offerings",
            title=t("features.offerings.title"),
            unit=t("features.unit.visits"),
            reading=t("features.offerings.reading", year=last["time_period"].iloc[0], parts=t.listing(parts)),
            spec=build_offering_trend_chart(language=t.code, theme=labels.theme(), labels=labels.chart(t)),
            frame=told,
            table=Table(
                told,
                (
                    Column("time_period", t("columns.year")),
                    Column("code_label", t("columns.offering")),
                    Column("visits", t("columns.visits"), "amount"),
                    Column("share", t("columns.share"), "percent"),
                ),
            ),
            datasets=("visits_monthly",),
        ),
    )
