"""The rules of a country: its row of each layer above those of its peers, likeness to regions, reforms."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from components import loaders
from components.export.country_brief import gain_text, mean_text, reform_text, reforms_of
from components.faults import guarded
from components.i18n import Language
from components.links import draw_link
from components.markup import plain
from components.views import labels
from components.views.cards import Column, Table, draw_card, draw_table, source_line
from components.views.country import known
from components.views.country.choice import Choice
from components.views.country.rules_row import rules_card
from components.views.regulation.known import DATASETS, FRAMEWORK, RDTII, TREATIES

_ARROW, _SIMILARITY = ":material/arrow_forward:", "regulatory_similarity"


def draw_rules(t: Language, choice: Choice) -> None:
    """Draw the section."""
    held = known.summary(choice)
    if held.weights["rules"] != "full":
        st.caption(t("country.short.rules"))
    theme = labels.theme()
    for layer in (FRAMEWORK, TREATIES, RDTII):
        if layer == RDTII and choice.area not in known.desk().scored(RDTII):
            st.caption(t("country.rules.no_rdtii"))
            continue
        with guarded(t):
            draw_card(t, rules_card(t, choice, layer, theme))
    draw_link(t, "regulatory_matrix", t("country.rules.more"), {"country": choice.area}, icon=_ARROW)
    left, right = st.columns(2, gap="medium")
    with left, guarded(t):
        _likeness(t, choice)
    with right, guarded(t):
        _reforms(t, choice)
    drawn = [layer for layer, means in held.likeness.items() if means]
    st.caption(source_line(t, [dataset for layer in drawn for dataset in DATASETS[layer]]))


def _likeness(t: Language, choice: Choice) -> None:
    held = known.summary(choice)
    regions = loaders.catalog().app.regions
    frame = pd.DataFrame(
        [
            {"layer": t(f"regulation.layers.{layer}")}
            | {region: mean_text(t, means.get(region)) for region in regions}
            for layer, means in held.likeness.items()
            if means
        ]
    )
    title = t("country.rules.likeness")
    st.markdown(f"#### {title}")
    columns = [Column(region, t.code_label("region", region)) for region in regions]
    draw_table(t, Table(frame, (Column("layer", t("country.rules.layer")), *columns)), title)
    st.caption(t("country.rules.likeness_note"))
    nearest = {"country": choice.area, "section": "nearest"}
    draw_link(t, _SIMILARITY, t("country.rules.likeness_more"), nearest, icon=_ARROW)


def _reforms(t: Language, choice: Choice) -> None:
    st.markdown(f"#### {t('country.rules.reforms')}")
    found = reforms_of(known.summary(choice))
    if not found:
        st.caption(t("country.rules.reforms_none"))
    for layer, reform in found:
        with st.container(border=True, gap=None, key=f"reform-{layer}-{reform.item}"):
            st.markdown(f"**{plain(reform_text(t, known.desk(), layer, reform))}**")
            st.caption(plain(gain_text(t, known.desk(), reform)))
    st.caption(t("country.rules.reforms_note"))
    more = {"country": choice.area, "section": "reforms"}
    draw_link(t, _SIMILARITY, t("country.rules.reforms_more"), more, icon=_ARROW)
