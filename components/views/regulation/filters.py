"""The filter bar of the matrix: layer, group of topics, region, year, order and level of verification."""

from __future__ import annotations

import streamlit as st

from components import loaders, state
from components.i18n import Language
from components.views.regulation import known
from components.views.regulation.choice import ALL, SORTS, Choice, this_year, years
from components.views.regulation.known import LAYERS


def draw_layer(t: Language, choice: Choice) -> None:
    """The layer picker: another layer has other groups, so the group goes back to all."""
    current = choice.layer

    def to_url(layer: object) -> str | None:
        state.write(group=None)
        return None if layer == LAYERS[0] else str(layer)

    st.segmented_control(
        t("regulation.layer"),
        LAYERS,
        format_func=lambda layer: t(f"regulation.layers.{layer}"),
        required=True,
        **state.bound("layer", current, to_url),
    )


def draw_filters(t: Language, choice: Choice) -> None:
    """The bar of the matrix; a phone keeps group and region, the rest is in the menu."""
    with st.container(horizontal=True, vertical_alignment="bottom", key="filters", gap="small"):
        groups = tuple(dict.fromkeys(item.group for item in known.rules(choice.layer).items))
        st.selectbox(
            t("regulation.group"),
            (ALL, *groups),
            format_func=lambda code: (
                t("filters.all") if code == ALL else known.group_name(t, choice.layer, code)
            ),
            width=210,
            **state.bound("group", choice.group, lambda code: None if code == ALL else str(code)),
        )
        with st.container(
            horizontal=True, vertical_alignment="bottom", key="filters-desk", gap="small", width="content"
        ):
            _rest(t, choice, "desk")
        with (
            st.container(key="filters-phone", width="content"),
            st.popover(
                t("cards.filters"), icon=":material/tune:", on_change="rerun", key="filters.more"
            ) as more,
        ):
            if more.open:
                _rest(t, choice, "more")


def _rest(t: Language, choice: Choice, place: str) -> None:
    st.selectbox(
        t("datasets.columns.region"),
        (ALL, *loaders.catalog().app.regions),
        format_func=lambda code: t("filters.all") if code == ALL else t.code_label("region", code),
        width=150,
        **state.tie(
            f"url.region.{place}", "region", choice.region, lambda code: None if code == ALL else str(code)
        ),
    )
    st.selectbox(
        t("regulation.sort"),
        SORTS,
        format_func=lambda code: t(f"regulation.sorts.{code}"),
        width=190,
        **state.tie(
            f"url.sort.{place}", "sort", choice.sort, lambda code: None if code == SORTS[0] else str(code)
        ),
    )
    if choice.sort == "similar":
        names = loaders.country_names(t.code)
        st.selectbox(
            t("regulation.similar_to"),
            known.areas(choice.layer),
            format_func=lambda area: names[area],
            width=190,
            **state.tie(f"url.country.{place}", "country", choice.country),
        )
    st.segmented_control(
        t("regulation.trust"),
        ("sourced", "all"),
        format_func=lambda code: t(f"regulation.trusts.{code}"),
        required=True,
        **state.tie(
            f"url.trust.{place}",
            "trust",
            choice.trust,
            lambda code: None if code == "sourced" else str(code),
        ),
    )


def draw_year(t: Language, choice: Choice) -> None:
    """The year slider: the matrix as it stood."""
    shown = str(choice.year or this_year())
    st.select_slider(
        t("regulation.as_it_stood"),
        years(),
        **state.bound("year", shown, lambda year: None if year == years()[-1] else str(year)),
    )
