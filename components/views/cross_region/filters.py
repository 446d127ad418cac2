"""The filter bar of the cross-region page: year, what is sold, who sells, how many corridors."""

from __future__ import annotations

import streamlit as st

from components import state
from components.i18n import Language
from components.views import frames
from components.views.choice import MARKETS, OFFERINGS
from components.views.cross_region.choice import COUNTS, DEFAULT_COUNT, FlowChoice
from components.views.either import draw_either


def draw_filters(t: Language, choice: FlowChoice) -> None:
    """Draw the bar; each widget shows what the URL holds. A phone keeps the year, the rest is in the menu."""
    known = frames.years()
    with st.container(horizontal=True, vertical_alignment="bottom", key="filters", gap="small"):
        st.selectbox(
            t("columns.year"),
            known[::-1],
            width=110,
            **state.bound("year", choice.year, lambda year: None if year == known[-1] else str(year)),
        )
        with st.container(
            horizontal=True, vertical_alignment="bottom", key="filters-desk", gap="small", width="content"
        ):
            _rest(t, choice, "desk")
        with st.popover(
            t("cards.filters"), icon=":material/tune:", on_change="rerun", key="filters.more"
        ) as more:
            if more.open:
                _rest(t, choice, "more")
    _chips(t, choice)


def _rest(t: Language, choice: FlowChoice, place: str) -> None:
    draw_either(t, "offering", OFFERINGS, choice.selection.offering, place)
    draw_either(t, "market", MARKETS, choice.selection.market, place)
    st.segmented_control(
        t("cross_region.count"),
        COUNTS,
        required=True,
        **state.tie(
            f"url.top.{place}",
            "top",
            str(choice.limit),
            lambda count: None if count == DEFAULT_COUNT else str(count),
        ),
    )


def _chips(t: Language, choice: FlowChoice) -> None:
    """What is left out, each with its way back."""
    applied = {"offering": choice.selection.offering, "market": choice.selection.market}
    if not any(applied.values()):
        return
    with st.container(horizontal=True, key="chips", gap="xsmall", vertical_alignment="center"):
        st.caption(t("cards.applied"), width="content")
        for key, codes in applied.items():
            for code in codes:
                label = f"{t(f'filters.{key}')}: {t.code_label(key, code)}"
                st.button(
                    label,
                    key=f"chip.{key}",
                    icon=":material/close:",
                    help=t("cards.remove", name=label),
                    on_click=state.write,
                    kwargs={key: None},
                )
