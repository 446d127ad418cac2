"""The filter bar of the page, and the pickers of country, partners and number of reforms."""

from __future__ import annotations

import streamlit as st

from components import loaders, state
from components.i18n import Language
from components.markup import plain
from components.views.regulation import known
from components.views.regulation.choice import ALL, this_year, years
from components.views.regulation.scores_weights import draw_weights
from components.views.similarity import partners
from components.views.similarity.choice import COUNTS, USUAL_COUNT, Choice
from data.analysis.regulation.similarity import KINDS


def draw_filters(t: Language, choice: Choice) -> None:
    """Layer, group, kind of similarity; level of verification and year behind a button; weights of RDTII."""
    with st.container(horizontal=True, vertical_alignment="bottom", key="similarity-bar", gap="small"):
        st.segmented_control(
            t("regulation.layer"),
            known.LAYERS,
            format_func=lambda layer: t(f"regulation.layers.{layer}"),
            required=True,
            **state.bound("layer", choice.layer, _layer_to_url),
        )
        groups = tuple(dict.fromkeys(item.group for item in known.rules(choice.layer).items))
        st.selectbox(
            t("regulation.group"),
            (ALL, *groups),
            format_func=lambda code: (
                t("filters.all") if code == ALL else known.group_name(t, choice.layer, code)
            ),
            width=230,
            **state.bound("group", choice.group, lambda code: None if code == ALL else str(code)),
        )
        st.segmented_control(
            t("similarity.by"),
            KINDS,
            format_func=lambda kind: t(f"similarity.kinds.{kind}"),
            required=True,
            help=t("similarity.by_help"),
            **state.bound("by", choice.kind, lambda kind: None if kind == KINDS[0] else str(kind)),
        )
        with st.popover(
            t("cards.filters"), icon=":material/tune:", on_change="rerun", key="similarity.more"
        ) as more:
            if more.open:
                _more(t, choice)
    if choice.layer == known.RDTII:
        draw_weights(t, choice.weights)


def _layer_to_url(layer: object) -> str | None:
    # Another layer has other groups and items.
    state.write(group=None, set=None, board=None, reform=None)
    return None if layer == known.LAYERS[0] else str(layer)


def _more(t: Language, choice: Choice) -> None:
    st.segmented_control(
        t("similarity.trust"),
        ("sourced", "all"),
        format_func=lambda code: t(f"regulation.trusts.{code}"),
        required=True,
        **state.bound("trust", choice.trust, lambda code: None if code == "sourced" else str(code)),
    )
    shown = str(choice.year or this_year())
    st.select_slider(
        t("regulation.as_it_stood"),
        years(),
        **state.bound("year", shown, lambda year: None if year == years()[-1] else str(year)),
    )


def draw_country(t: Language, choice: Choice, place: str) -> None:
    """The country whose rules are looked at."""
    names = loaders.country_names(t.code)
    asked = next((area for area in state.given("country") if area in names), choice.country)

    def to_url(area: object) -> str:
        state.write(reform=None)
        return str(area)

    st.selectbox(
        t("columns.country"),
        sorted(known.areas(choice.layer), key=names.__getitem__),
        format_func=names.__getitem__,
        width=240,
        **state.tie(f"url.country.{place}", "country", choice.country, to_url),
    )
    if asked not in known.areas(choice.layer):
        st.caption(plain(t("similarity.not_scored", country=names[asked], shown=names[choice.country])))


def draw_partners(t: Language, choice: Choice, place: str) -> None:
    """With whom it wants to come closer."""
    st.multiselect(
        t("similarity.partners.title"),
        partners.codes(),
        format_func=lambda code: partners.name(t, code),
        placeholder=t("similarity.partners.all"),
        width=420,
        **state.tie(f"url.partner.{place}", "partner", list(choice.partners)),
    )


def draw_count(t: Language, choice: Choice, place: str) -> None:
    """The number of reforms of a plan."""
    st.select_slider(
        t("similarity.count"),
        COUNTS,
        width=200,
        **state.tie(
            f"url.count.{place}",
            "count",
            str(choice.count),
            lambda count: None if count == USUAL_COUNT else str(count),
        ),
    )


def draw_direction(t: Language, choice: Choice, place: str) -> None:
    """Both ways or only towards open, where the layer's reforms may go both ways."""
    if loaders.catalog().regulation.layers[choice.layer].direction == "up":
        return
    st.segmented_control(
        t("similarity.direction"),
        ("any", "down"),
        format_func=lambda code: t(f"similarity.directions.{code}"),
        required=True,
        **state.tie(
            f"url.direction.{place}",
            "direction",
            choice.direction,
            lambda code: None if code == "any" else str(code),
        ),
    )
