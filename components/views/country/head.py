"""The head of a profile: flag, name, and the choice of country, peers and partners."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from components import loaders, state
from components.i18n import Language
from components.markup import plain
from components.views.country import known, printed
from components.views.country.choice import MOST_PARTNERS, YES, Choice
from data.analysis.country.summary import USUAL_PEERS
from data.analysis.policies.peers import PEER_KINDS

_FLAGS = Path(__file__).resolve().parents[3] / "static" / "flags"
_FLAG_WIDTH = 84


def draw_head(t: Language, choice: Choice) -> None:
    """Draw flag and name, the line of facts, and the controls; these stay when the data cannot be read."""
    name = loaders.country_names(t.code)[choice.area]
    with st.container(horizontal=True, vertical_alignment="center", gap="medium", key="country-head"):
        flag = _FLAGS / f"{str(loaders.countries().at[choice.area, 'iso2']).lower()}.svg"
        if flag.exists():
            st.image(str(flag), width=_FLAG_WIDTH)
        with st.container(gap=None, width="stretch"):
            st.title(plain(name), anchor=False)
            facts = st.container()
    _controls(t, choice)
    facts.markdown(plain(known.brief(t, choice).facts))
    if choice.kind != known.summary(choice).kind:
        if choice.kind == "hand":
            st.caption(t("country.peers_none"))
        else:
            st.caption(plain(t("country.peers_fallback", country=name)))


def _controls(t: Language, choice: Choice) -> None:
    names = loaders.country_names(t.code)
    everyone = sorted(names, key=names.__getitem__)
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small", key="country-controls"):
        st.selectbox(
            t("country.pick"),
            everyone,
            format_func=names.__getitem__,
            width=280,
            **state.bound("country", choice.area),
        )
        st.multiselect(
            t("country.partners"),
            [area for area in everyone if area != choice.area],
            format_func=names.__getitem__,
            placeholder=t("country.partners_hint"),
            max_selections=None if choice.kind == "hand" else MOST_PARTNERS,
            width=420,
            **state.bound("partner", list(choice.by_hand or choice.partners)),
        )
        with st.popover(
            t("country.compare_menu"), icon=":material/tune:", on_change="rerun", key="country.menu"
        ) as menu:
            if menu.open:
                _menu(t, choice)


def _menu(t: Language, choice: Choice) -> None:
    st.selectbox(
        t("country.peers_how"),
        PEER_KINDS,
        format_func=lambda code: t(f"policies.benchmark.kinds.{code}"),
        **state.bound("peers", choice.kind, lambda code: None if code == USUAL_PEERS else str(code)),
    )
    st.toggle(
        t("country.everything"),
        **state.bound("all", choice.everything, lambda on: YES if on else None),
    )
    printed.draw_printed(t, choice)
