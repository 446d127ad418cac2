"""Controls that several sections of the page share: what counts, which country."""

from __future__ import annotations

import streamlit as st

from components import loaders, state
from components.i18n import Language
from components.views.policies.choice import TRUSTS, everyone


def draw_trust(t: Language, current: str, place: str) -> None:
    """Whether measures count that no page supports yet; `place` tells sections apart."""
    st.segmented_control(
        t("policies.trust.title"),
        TRUSTS,
        format_func=lambda code: t(f"policies.trust.{code}"),
        required=True,
        wrap=True,
        **state.tie(
            f"url.trust.{place}", "trust", current, lambda code: None if code == TRUSTS[0] else str(code)
        ),
    )


def draw_country(t: Language, current: str, place: str) -> None:
    """The country that a section is about."""
    names = loaders.country_names(t.code)
    st.selectbox(
        t("columns.country"),
        sorted(everyone(), key=names.__getitem__),
        format_func=names.__getitem__,
        width=280,
        **state.tie(f"url.country.{place}", "country", current, str),
    )


def picked(chosen: object) -> list[str]:
    """The codes that a widget with several answers holds, as the URL takes them."""
    return [str(code) for code in chosen] if isinstance(chosen, list | tuple) else []
