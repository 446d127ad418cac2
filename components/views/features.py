"""What the marketplaces are like: features by country, age, entries and exits, part of MSMEs."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from components import loaders, state
from components.charts.characteristics import build_feature_shares_chart
from components.faults import guarded
from components.i18n import Language
from components.kept import kept
from components.views import frames, labels
from components.views.cards import Card, Column, Table, draw_card
from components.views.categories import categories_card
from components.views.choice import Choice
from components.views.lifetimes import ages_card, flows_card
from components.views.offerings import offerings_card

FEATURES = (
    "offering",
    "market_type",
    "home_group",
    "transactional",
    "foreign_sellers",
    "own_logistics",
    "own_payments",
    "has_msme_programme",
    "verification",
)
WEIGHTS = ("storefronts", "visits")
_OWN_COLOURS = ("offering", "market_type", "home_group", "verification")


def draw_features(t: Language, choice: Choice) -> None:
    """Draw the section."""
    feature = state.one("feature", FEATURES, FEATURES[0])
    weight = state.one("weight", WEIGHTS, WEIGHTS[0])
    theme = labels.theme()
    with guarded(t):
        draw_card(t, feature_card(t, choice, feature, weight, theme))
    left, right = st.columns(2, gap="medium")
    with left, guarded(t):
        draw_card(t, flows_card(t, choice, theme))
    with right, guarded(t):
        draw_card(t, ages_card(t, choice, theme))
    left, right = st.columns(2, gap="medium")
    with left, guarded(t):
        draw_card(t, offerings_card(t, choice, theme))
    with right, guarded(t):
        draw_card(t, categories_card(t, choice, theme))


@kept
def feature_card(t: Language, choice: Choice, feature: str, weight: str, theme: str) -> Card | str:
    """One feature of the marketplaces by country, or why there is nothing to show."""
    known = frames.feature_shares(choice.everything, feature, "ref_area")
    if known.empty:
        return t("explorer.empty.selection")
    told = _told(t, known, feature, weight)
    total = frames.feature_shares(choice.everything, feature, None)
    total = total.sort_values(f"share_{weight}", ascending=False)
    parts = [
        t("explorer.named_value", name=t.code_label(feature, code), value=t.percent(share))
        for code, share in zip(total["feature_value"], total[f"share_{weight}"], strict=True)
    ]
    return Card(
        key="features",
        title=t("features.title", feature=t(f"features.names.{feature}")),
        unit=t(f"features.unit.{weight}"),
        reading=t("features.reading", parts=t.listing(parts)),
        spec=build_feature_shares_chart(
            feature=feature if feature in _OWN_COLOURS else "answer",
            language=t.code,
            theme=theme,
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
