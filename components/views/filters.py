"""The filter bar of the explorers: one compact row, the rest in a popover, chips for what applies."""

from __future__ import annotations

import streamlit as st

from components import loaders, state
from components.i18n import Language
from components.views.choice import ANSWERS, FREQUENCIES, MARKETS, OFFERINGS, Choice, categories
from components.views.either import draw_either
from components.views.period import draw_period
from data.analysis.traffic import METRICS

# URL key of each filter of a Selection that a chip can take away.
_KEYS = {
    "countries": "country",
    "offering": "offering",
    "market": "market",
    "category": "category",
    "transactional": "transactional",
    "foreign_sellers": "foreign",
}


def draw_filters(t: Language, choice: Choice) -> None:
    """Draw the bar; each widget shows what the URL holds and writes it when changed.

    On a phone the bar keeps countries and measure; the rest is in the popover, which has everything.
    """
    with st.container(horizontal=True, vertical_alignment="bottom", key="filters", gap="small"):
        _countries(t, choice)
        st.selectbox(
            t("filters.metric"),
            METRICS,
            format_func=lambda code: t(f"metrics.{code}.name"),
            width=230,
            **state.bound("metric", choice.metric, lambda code: None if code == METRICS[0] else str(code)),
        )
        with st.container(
            horizontal=True, vertical_alignment="bottom", key="filters-desk", gap="small", width="content"
        ):
            _first(t, choice, "desk")
        with st.popover(
            t("cards.filters"), icon=":material/tune:", on_change="rerun", key="filters.more"
        ) as more:
            if more.open:
                _first(t, choice, "more")
                _more(t, choice)
    _chips(t, choice)


def _first(t: Language, choice: Choice, place: str) -> None:
    st.segmented_control(
        t("filters.freq"),
        FREQUENCIES,
        format_func=lambda code: t.code_label("freq", code),
        required=True,
        **state.tie(
            f"url.freq.{place}", "freq", choice.freq, lambda code: None if code == "Q" else str(code)
        ),
    )
    draw_either(t, "offering", OFFERINGS, choice.selection.offering, place)


def _countries(t: Language, choice: Choice) -> None:
    names = loaders.country_names(t.code)
    st.multiselect(
        t("filters.country"),
        sorted(loaders.members(choice.region), key=names.__getitem__),
        format_func=names.__getitem__,
        placeholder=t("filters.all_countries", count=len(loaders.members(choice.region))),
        width="stretch",
        **state.bound("country", list(choice.selection.countries)),
    )


def _more(t: Language, choice: Choice) -> None:
    draw_either(t, "market", MARKETS, choice.selection.market)
    st.multiselect(
        t("filters.category"),
        categories(),
        format_func=lambda code: t.code_label("category", code),
        placeholder=t("filters.all_categories"),
        **state.bound("category", list(choice.selection.category)),
    )
    draw_either(t, "transactional", ANSWERS, choice.selection.transactional)
    draw_either(t, "foreign", ANSWERS, choice.selection.foreign_sellers)
    with st.container(horizontal=True, gap="small"):
        draw_period(t, choice, "filter")


def _chips(t: Language, choice: Choice) -> None:
    """What applies, each with its way out, and a way to start over."""
    applied = choice.selection.applied
    if not applied and "period" not in st.query_params:
        return
    with st.container(horizontal=True, key="chips", gap="xsmall", vertical_alignment="center"):
        st.caption(t("cards.applied"), width="content")
        for name in applied:
            codes = getattr(choice.selection, name)
            for code in codes:
                _chip(
                    t,
                    _chip_label(t, name, code),
                    _KEYS[name],
                    code,
                    [other for other in codes if other != code],
                )
        if "period" in st.query_params:
            _chip(t, f"{t.period(choice.start)} – {t.period(choice.end)}", "period", "", [])
        st.button(
            t("cards.reset"),
            type="tertiary",
            icon=":material/restart_alt:",
            on_click=_reset,
            key="chip.reset",
        )


def _chip_label(t: Language, name: str, code: str) -> str:
    if name == "countries":
        return loaders.country_names(t.code)[code]
    return f"{t(f'filters.{_KEYS[name]}')}: {t.code_label(_KEYS[name], code)}"


def _chip(t: Language, label: str, key: str, code: str, rest: list[str]) -> None:
    st.button(
        label,
        key=f"chip.{key}.{code}",
        icon=":material/close:",
        help=t("cards.remove", name=label),
        on_click=state.write,
        kwargs={key: rest},
    )


def _reset() -> None:
    state.write(**{key: None for key in (*_KEYS.values(), "period", "metric", "freq", "marketplace")})
