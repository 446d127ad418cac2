"""RDTII scores: how heavily digital trade is regulated, by pillar and overall, with weights of the reader."""

from __future__ import annotations

import streamlit as st

from components import loaders, state
from components.faults import guarded
from components.i18n import Language
from components.views import labels
from components.views.cards import Metric, draw_card, draw_metrics
from components.views.regulation import known
from components.views.regulation import scores_known as scored
from components.views.regulation.choice import Choice
from components.views.regulation.scores_cards import indicators_card, levels_card, pillars_card
from components.views.regulation.scores_reached import draw_reached
from components.views.regulation.scores_weights import Weights, draw_weights, pillars, read_weights

# The cluster whose first pillar opens: what readers of this page come for.
_FIRST = "digital_governance"


def draw_scores(t: Language, choice: Choice) -> None:
    """Draw the section: what a score means, weights, level, pillars, then one pillar and its measures."""
    st.markdown(t("regulation_scores.lead"))
    if choice.year is not None:
        st.caption(t("regulation_topic.today", year=choice.year))
    weights = read_weights()
    draw_weights(t, weights)
    theme = labels.theme()
    with guarded(t):
        draw_metrics(t, _figures(t, weights), "scores")
    with guarded(t):
        draw_card(t, levels_card(t, weights, theme))
    usual = loaders.catalog().regulation.rdtii.clusters[_FIRST][0]
    pillar = state.one("pillar", pillars(), usual)
    with guarded(t):
        draw_card(t, pillars_card(t, weights, pillar, theme))
    st.selectbox(
        t("regulation_scores.pillar"),
        pillars(),
        format_func=lambda code: known.group_name(t, "rdtii", code),
        width=420,
        **state.tie("url.pillar.scores", "pillar", pillar, lambda code: None if code == usual else str(code)),
    )
    with guarded(t):
        draw_card(t, indicators_card(t, weights, pillar, theme))
    with guarded(t):
        first = choice.country if choice.country in known.areas("rdtii") else known.areas("rdtii")[0]
        draw_reached(t, pillar, first)


def _figures(t: Language, weights: Weights) -> tuple[Metric, ...]:
    """Who is scored, on what, and how far the level reaches."""
    held = scored.overall(weights)["score"].dropna()
    members = len(loaders.catalog().ref_areas)
    areas = known.areas("rdtii")
    of = t("regulation_topic.of", members=t.number(members))
    lowest, highest = (
        (t.number(float(held.min()), 2), t.number(float(held.max()), 2)) if len(held) else ("", "")
    )
    return (
        Metric(t("regulation_scores.figures.scored"), t.number(len(areas)), note=of),
        Metric(
            t("regulation_scores.figures.missing"),
            t.number(members - len(areas)),
            note=of,
            help=t("regulation_scores.figures.missing_help"),
        ),
        Metric(
            t("regulation_scores.figures.indicators"),
            t.number(len(known.rules("rdtii").items)),
            note=t("regulation_scores.figures.pillars", count=t.number(len(pillars()))),
        ),
        Metric(
            t("regulation_scores.figures.levels"),
            t("regulation_scores.from_to", low=lowest, high=highest)
            if len(held)
            else t("cards.missing_mark"),
            note=t("regulation_scores.own" if weights.own else "regulation_scores.presets.equal"),
        ),
    )
