"""The controls of the benchmark: country, peers, what counts, what makes a gap, which donor is nearest."""

from __future__ import annotations

import streamlit as st

from components import loaders, state
from components.i18n import Language
from components.views.policies.choice import (
    DEFAULT_PEERS,
    YES,
    BenchmarkChoice,
    everyone,
    rules,
    usual_rule,
)
from components.views.policies.controls import draw_country, draw_trust
from data.analysis.policies.peers import NEARS, PEER_KINDS


def draw_controls(t: Language, choice: BenchmarkChoice) -> None:
    """Draw them; the rarer ones are behind a button."""
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small", key="benchmark-controls"):
        draw_country(t, choice.area, "benchmark")
        st.selectbox(
            t("policies.benchmark.peers"),
            PEER_KINDS,
            format_func=lambda code: t(f"policies.benchmark.kinds.{code}"),
            width=260,
            **state.bound("peers", choice.kind, lambda code: None if code == DEFAULT_PEERS else str(code)),
        )
        with st.popover(
            t("policies.benchmark.more"), icon=":material/tune:", on_change="rerun", key="benchmark.more"
        ) as menu:
            if menu.open:
                _more(t, choice)
    if choice.kind == "hand":
        _by_hand(t, choice)


def _by_hand(t: Language, choice: BenchmarkChoice) -> None:
    names = loaders.country_names(t.code)
    st.multiselect(
        t("policies.benchmark.by_hand"),
        sorted((area for area in everyone() if area != choice.area), key=names.__getitem__),
        format_func=names.__getitem__,
        placeholder=t("policies.benchmark.choose"),
        **state.bound("partner", [area for area in choice.by_hand if area != choice.area]),
    )


def _more(t: Language, choice: BenchmarkChoice) -> None:
    draw_trust(t, choice.trust, "benchmark")
    st.segmented_control(
        t("policies.benchmark.rule_title"),
        rules(),
        format_func=lambda count: t("policies.benchmark.one_in", count=count),
        required=True,
        wrap=True,
        **state.bound(
            "rule", str(choice.one_in), lambda count: None if count == usual_rule() else str(count)
        ),
    )
    st.segmented_control(
        t("policies.benchmark.near"),
        NEARS,
        format_func=lambda code: t(f"policies.benchmark.nears.{code}"),
        required=True,
        wrap=True,
        **state.bound("near", choice.near, lambda code: None if code == NEARS[0] else str(code)),
    )
    st.toggle(
        t("policies.benchmark.ended"),
        **state.bound("ended", choice.ended, lambda on: YES if on else None),
    )
