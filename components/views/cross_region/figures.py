"""Key figures: visits across a border within, between and beyond the regions, with share and change."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from components.i18n import Language
from components.views.cards import Metric, draw_metrics
from components.views.cross_region import known
from components.views.cross_region.choice import FlowChoice

# Name of each figure and the pairs of regions it adds up.
_FIGURES = {
    "within_east_asia": (("east_asia", "east_asia"),),
    "within_latin_america": (("latin_america", "latin_america"),),
    "east_to_west": (("east_asia", "latin_america"),),
    "west_to_east": (("latin_america", "east_asia"),),
    "rest": (
        ("rest", "east_asia"),
        ("rest", "latin_america"),
        ("east_asia", "rest"),
        ("latin_america", "rest"),
    ),
}  # fmt: skip


def draw_figures(t: Language, choice: FlowChoice) -> None:
    """Draw the row and the sentence on what it leaves out."""
    totals = known.totals(choice.selection)
    now, then = _sums(totals, choice.year), _sums(totals, choice.base)
    everything = sum(now.values())
    draw_metrics(
        t,
        [
            Metric(
                label=t(f"cross_region.figures.{name}.label"),
                value=t.compact(visits),
                change=None
                if choice.year == choice.base or not then[name]
                else t("cross_region.since", change=t.change(visits / then[name] - 1), year=choice.base),
                note=t("cross_region.share", share=t.percent(visits / everything)) if everything else "",
                help=t(f"cross_region.figures.{name}.help"),
            )
            for name, visits in now.items()
        ],
        key="cross-region",
    )
    year = totals[(totals["time_period"] == choice.year).to_numpy()]
    st.caption(
        t("cross_region.at_home", year=choice.year, visits=t.compact(year["domestic"].sum()),
          abroad=t.compact(everything))
    )  # fmt: skip


def _sums(totals: pd.DataFrame, year: str) -> dict[str, float]:
    rows = totals[(totals["time_period"] == year).to_numpy()]
    ends = zip(rows["origin_region"].astype(str), rows["destination_region"].astype(str), strict=True)
    visits = dict(zip(ends, rows["visits"], strict=True))
    return {name: float(sum(visits[pair] for pair in pairs)) for name, pairs in _FIGURES.items()}
