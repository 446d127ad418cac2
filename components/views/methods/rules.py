"""How rules are coded, scored and compared, and what a gap in support for MSMEs is."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from components import loaders
from components.i18n import Language
from components.views.cards import Column, Table, draw_table
from components.views.methods.section_link import draw_section_link
from components.views.regulation import known as rules

_PARTS = ("similarity", "convergence", "past")


def draw_rules(t: Language) -> None:
    """Draw the section: layers and answers, RDTII scores, similarity, convergence, gaps and donors."""
    st.markdown(f"### {t('methods.rules.layers_title')}\n{t('methods.rules.layers')}")
    _answers(t)
    st.markdown(f"### {t('methods.rules.rdtii_title')}\n{_rdtii(t)}")
    _weights(t)
    shared = t.percent(loaders.catalog().regulation.shared_items, 0)
    for part in _PARTS:
        said = t(f"methods.rules.{part}", shared=shared)
        st.markdown(f"### {t(f'methods.rules.{part}_title')}\n{said}")
    about = loaders.catalog().policies
    gaps = t("methods.rules.gaps", one_in=about.gap_one_in.usual, peers=about.nearest_peers)
    st.markdown(f"### {t('methods.rules.gaps_title')}\n{gaps}")
    draw_section_link(t("methods.rules.to_trust"), "trust", "trust-of-rules")


def _answers(t: Language) -> None:
    """The score of each answer, as the settings have it."""
    layers = loaders.catalog().regulation.layers
    rows = [
        (t(f"regulation.layers.{layer}"), rules.answer_name(t, layer, answer), score)
        for layer in (rules.FRAMEWORK, rules.TREATIES)
        for answer, score in layers[layer].scores.items()
    ]
    frame = pd.DataFrame(rows, columns=["layer", "answer", "score"])
    columns = (
        Column("layer", t("regulation.layer")),
        Column("answer", t("charts.answer")),
        Column("score", t("methods.rules.score"), "decimal"),
    )
    draw_table(t, Table(frame, columns), t("methods.rules.layers_title"))
    st.caption(t("methods.rules.unknown"))


def _rdtii(t: Language) -> str:
    about = loaders.catalog().regulation.rdtii
    return t(
        "methods.rules.rdtii",
        halves=t.listing(about.halves_add_up),
        quarters=t.listing(about.quarters_add_up),
        members=loaders.rdtii_measures()["ref_area"].nunique(),
    )


def _weights(t: Language) -> None:
    """How many weights have been published in each pillar, and what they leave to the others."""
    frame = loaders.rdtii_indicators()
    frame = frame[frame["kind"] == "regulatory"]
    by = frame.groupby("pillar", sort=False)["weight"].agg(["size", "count", "sum"]).reset_index()
    by = by.sort_values("pillar", key=lambda pillars: pillars.astype(int))
    by["name"] = [rules.group_name(t, rules.RDTII, str(pillar)) for pillar in by["pillar"]]
    columns = (
        Column("name", t("datasets.columns.pillar")),
        Column("size", t("methods.rules.indicators"), "number"),
        Column("count", t("methods.rules.weighted"), "number"),
    )
    draw_table(t, Table(by, columns), t("methods.rules.rdtii_title"))
