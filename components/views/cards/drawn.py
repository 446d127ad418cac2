"""The cards and key figures that the page shows now, remembered per session for who takes the page home.

A run of the whole page begins anew; a part that runs alone (a fragment) replaces its own card only.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import streamlit as st

from components.export.brief import Brief
from components.views.cards.card import Card

_KEY = "cards.drawn"


@dataclass
class Drawn:
    """What is on the page: cards by their key, key figures (label, value, note) in the order drawn.

    own: makes the page's own brief for its address, where a page has one (a country, a story).
    """

    cards: dict[str, Card] = field(default_factory=dict)
    figures: dict[str, list[tuple[str, str, str]]] = field(default_factory=dict)
    own: Callable[[str], Brief] | None = None


def begin() -> None:
    """Forget what was on the page before; the frame calls this before it runs a page."""
    st.session_state[_KEY] = Drawn()


def on_page() -> Drawn:
    """What was drawn since the page began."""
    held: Drawn = st.session_state.setdefault(_KEY, Drawn())
    return held


def note_card(card: Card) -> None:
    """Remember a card that is being drawn."""
    on_page().cards[card.key] = card


def note_figures(key: str, figures: Sequence[tuple[str, str, str]]) -> None:
    """Remember a row of key figures that is being drawn."""
    on_page().figures[key] = list(figures)


def offer_brief(make: Callable[[str], Brief]) -> None:
    """Let the page be taken home as the brief that `make` returns for its address, made when asked for."""
    on_page().own = make
