"""The page: who it is, three sentences, key figures, then sections in the order of what is known."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from components.faults import guarded
from components.i18n import Language
from components.views.country import (
    choice as choices,
)
from components.views.country import (
    compare,
    coverage,
    determinants,
    head,
    key_figures,
    known,
    marketplaces,
    measures,
    opening,
    processes,
    rules,
    take_away,
    three_sentences,
    visitors,
)
from components.views.country.choice import Choice
from components.views.estimate_note import draw_estimate_banner
from components.views.sections import draw_sections

Draw = Callable[[Language, Choice], None]


def draw_country_profile(t: Language) -> None:
    """Draw the profile of the country in the URL; without one, the way to each of them."""
    choice = choices.read()
    if choice is None:
        opening.draw_opening(t)
        return
    take_away.offer(t, choice)
    head.draw_head(t, choice)
    with guarded(t):
        three_sentences.draw_sentences(t, choice)
    with guarded(t):
        key_figures.draw_key_figures(t, choice)
    draw_estimate_banner(t, t("country.banner"))
    names, unknown = _sections(choice)
    titles = {name: t(f"country.sections.{name}") for name in names}
    if choice.everything:
        for name, title in titles.items():
            st.header(title, anchor=name, divider="gray")
            with guarded(t):
                _SECTIONS[name](t, choice)
    else:
        draw_sections(t, titles, lambda name: _SECTIONS[name](t, choice))
    if unknown:
        said = t.listing([t(f"country.sections.{name}") for name in unknown])
        st.caption(t("country.unknown", sections=said))


def _sections(choice: Choice) -> tuple[list[str], list[str]]:
    """The sections to draw, those of which much is known first, and those of which nothing is."""
    weight = known.summary(choice).weights
    order = [name for want in ("full", "short") for name, held in weight.items() if held == want]
    more = ["processes"] if processes.touching(choice.area) else []
    side = ["compare"] if choice.partners else []
    return ["overview", *side, *order, *more], [name for name, held in weight.items() if held == "none"]


_SECTIONS: dict[str, Draw] = {
    "overview": coverage.draw_coverage,
    "compare": compare.draw_compare,
    "marketplaces": marketplaces.draw_marketplaces,
    "visitors": visitors.draw_visitors,
    "determinants": determinants.draw_determinants,
    "rules": rules.draw_rules,
    "measures": measures.draw_measures,
    "processes": processes.draw_processes,
}
