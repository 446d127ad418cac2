"""Which countries and items are compared side by side, read from the URL, and the pickers for them."""

from __future__ import annotations

import streamlit as st

from components import loaders, state
from components.i18n import Language
from components.kept import kept
from components.views.regulation import known
from components.views.regulation.choice import ALL, Choice
from components.views.regulation.topic_choice import draw_trust

MOST = 4
_ONLY = ("different",)


def countries(choice: Choice) -> tuple[str, ...]:
    """The countries of the URL that the layer knows; two usual ones where the URL names none."""
    if not choice.countries:
        return usual(choice.layer)
    return tuple(area for area in choice.countries if area in known.areas(choice.layer))


@kept
def usual(layer: str) -> tuple[str, ...]:
    """The best documented country of each region; the two best where the layer knows one region only."""
    cells = known.answers(layer, None, "sourced")
    count = cells[cells["answer"].notna()].groupby("ref_area").size()
    areas = sorted(known.areas(layer), key=lambda area: (-int(count.get(area, 0)), area))
    regions = loaders.region_of()
    other = next((area for area in areas[1:] if regions[area] != regions[areas[0]]), areas[1])
    order = known.areas(layer)
    return tuple(sorted((areas[0], other), key=order.index))


def only_different() -> bool:
    """Whether items on which the countries agree are left out."""
    return state.one("only", _ONLY, "") == _ONLY[0]


def draw_pickers(t: Language, choice: Choice, areas: tuple[str, ...]) -> None:
    """The bar of the section."""
    names = loaders.country_names(t.code)
    with st.container(horizontal=True, vertical_alignment="bottom", key="compare-pickers", gap="small"):
        st.multiselect(
            t("regulation_compare.countries", most=MOST),
            sorted(known.areas(choice.layer), key=names.__getitem__),
            format_func=names.__getitem__,
            max_selections=MOST,
            width="stretch",
            **state.tie("url.country.compare", "country", list(areas)),
        )
        groups = tuple(dict.fromkeys(item.group for item in known.rules(choice.layer).items))
        st.selectbox(
            t("regulation.group"),
            (ALL, *groups),
            format_func=lambda code: (
                t("filters.all") if code == ALL else known.group_name(t, choice.layer, code)
            ),
            width=240,
            **state.tie(
                "url.group.compare", "group", choice.group, lambda code: None if code == ALL else str(code)
            ),
        )
    with st.container(horizontal=True, vertical_alignment="bottom", key="compare-more", gap="medium"):
        # All scores are sourced: there is nothing to choose.
        if choice.layer != "rdtii":
            draw_trust(t, choice.trust, "compare")
        st.toggle(
            t("regulation_compare.only"),
            **state.tie("url.only", "only", only_different(), lambda on: _ONLY[0] if on else None),
        )
