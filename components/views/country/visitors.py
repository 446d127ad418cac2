"""The visitors of a country's marketplaces: by group of origin, sex and age."""

from __future__ import annotations

import streamlit as st

from components.i18n import Language
from components.links import draw_link
from components.views import frames, labels, people
from components.views.cards import Metric, draw_card, draw_metrics
from components.views.country import known
from components.views.country.choice import Choice
from data.analysis.selection import Selection


def draw_visitors(t: Language, choice: Choice) -> None:
    """Draw the shares of origin and, where the level of visits is known well enough, the pyramid."""
    held = known.summary(choice)
    short = held.weights["visitors"] != "full"
    if short:
        st.caption(t("country.short.visitors"))
    selection, year = Selection(countries=(choice.area,)), frames.years()[-1]
    groups = frames.origin_groups(selection)
    now = groups[groups["time_period"].astype(str) == year]
    st.markdown(f"#### {t('country.visitors.groups')}")
    shares = [
        Metric(t.code_label("origin_group", row["origin_group"]), t.percent(row["share"]), note=year)
        for row in now.to_dict("records")
    ]
    women = frames.figures(selection).female_share
    if women.value == women.value:
        label = t("key_figures.female_share.label")
        note = women.period
        shares.append(
            Metric(label, t.percent(women.value), note=note, help=t("key_figures.female_share.help"))
        )
    draw_metrics(t, shares, key="country-origins")
    if not short:
        draw_card(t, people.pyramid_card(t, selection, year, labels.theme()))
    draw_link(
        t,
        held.region,
        t("country.marketplaces.more"),
        {"country": choice.area, "section": "visitors"},
        icon=":material/arrow_forward:",
    )
