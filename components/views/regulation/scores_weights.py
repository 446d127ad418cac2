"""Weights of the RDTII pillars: read from the URL (`w=6:2`), changed in a menu, the default one click off."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import streamlit as st

from components import loaders, state
from components.i18n import Language
from components.kept import kept
from components.views.regulation import known
from data.analysis.regulation.reached import indicators_alike, only, same_weights
from data.analysis.regulation.scores import pillar_weights

_GIVEN = re.compile(r"(\d{1,2}):(-?\d{1,6}(?:\.\d{1,4})?)")
_EQUAL, _INDICATORS = "equal", "indicators"


@dataclass(frozen=True)
class Weights:
    """The weight of each pillar in order; hashable, so it can key a cache.

    refused: the URL gave weights that no mean can be made of (one below zero, or all zero), so they are not
    used. own: they are not the default, in which all pillars are equal.
    """

    values: tuple[tuple[str, float], ...]
    refused: bool = False

    @property
    def by_pillar(self) -> dict[str, float]:
        """Pillar -> weight."""
        return dict(self.values)

    @property
    def own(self) -> bool:
        """Whether the reader has changed anything."""
        return not same_weights(self.by_pillar, pillar_weights(pillars()))


@kept
def pillars() -> tuple[str, ...]:
    """The pillars that have regulatory indicators, in order."""
    return tuple(dict.fromkeys(item.group for item in known.rules("rdtii").items))


def read_weights() -> Weights:
    """The weights of the URL; what is no weight of a pillar is ignored with a notice."""
    given: dict[str, float] = {}
    for value in state.given("w"):
        found = _GIVEN.fullmatch(value)
        if found is None or found[1] not in pillars():
            state.ignore("w", value)
        else:
            given[found[1]] = float(found[2])
    try:
        return Weights(tuple(pillar_weights(pillars(), given).items()))
    except ValueError:
        return Weights(tuple(pillar_weights(pillars()).items()), refused=True)


def write_weights(weights: Mapping[str, float]) -> None:
    """Put the weights into the URL; those of 1 are left out, and all of them when they are the default."""
    given = [f"{pillar}:{weight:g}" for pillar, weight in weights.items() if weight != 1]
    state.write(w=given)


@kept
def presets() -> dict[str, dict[str, float]]:
    """Weights by a name: equal pillars, equal indicators, one cluster of pillars alone."""
    clusters = loaders.catalog().regulation.rdtii.clusters
    return {
        _EQUAL: pillar_weights(pillars()),
        _INDICATORS: indicators_alike(known.rules("rdtii").items),
        **{name: only(pillars(), inside) for name, inside in clusters.items()},
    }


def draw_weights(t: Language, weights: Weights) -> None:
    """The menu of weights, the mark of own weights with the way back, and what was refused."""
    with st.container(horizontal=True, vertical_alignment="bottom", key="weights", gap="small"):
        names = list(presets())
        chosen = next((name for name in names if same_weights(weights.by_pillar, presets()[name])), None)
        st.selectbox(
            t("regulation_scores.weighting"),
            names,
            format_func=lambda name: t(f"regulation_scores.presets.{name}"),
            index=None,
            placeholder=t("regulation_scores.presets.own"),
            width=320,
            **_tied(chosen),
        )
        with st.popover(
            t("regulation_scores.weights"), icon=":material/tune:", on_change="rerun", key="weights.menu"
        ) as menu:
            if menu.open:
                _inputs(t, weights)
        if weights.own:
            st.badge(t("regulation_scores.own"), color="orange", icon=":material/balance:")
            st.button(
                t("regulation_scores.default"),
                type="tertiary",
                icon=":material/restart_alt:",
                on_click=state.write,
                kwargs={"w": None},
                key="weights.default",
            )
    if weights.refused:
        st.warning(t("regulation_scores.refused"))


def _tied(chosen: str | None) -> dict[str, Any]:
    """Ties the list of presets to the URL, which holds weights and no name of them."""
    tied = state.tie("url.w.preset", "w", chosen)

    def changed() -> None:
        name = st.session_state.get("url.w.preset")
        if name in presets():
            write_weights(presets()[name])

    return tied | {"on_change": changed}


def _inputs(t: Language, weights: Weights) -> None:
    st.caption(t("regulation_scores.weights_help"))
    columns = st.columns(2)
    for at, (pillar, weight) in enumerate(weights.values):
        name = f"url.w.{pillar}"
        tied = state.tie(name, "w", float(weight))
        columns[at % 2].number_input(
            known.group_name(t, "rdtii", pillar),
            min_value=0.0,
            step=0.5,
            format="%g",
            **tied | {"on_change": _changed, "args": (pillar,)},
        )


def _changed(pillar: str) -> None:
    value = float(st.session_state[f"url.w.{pillar}"])
    write_weights(read_weights().by_pillar | {pillar: value})
