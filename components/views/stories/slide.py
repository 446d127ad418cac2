"""A slide: the pictures of its view, drawn without controls, and what has to be said where there is none."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

import streamlit as st

from components import loaders, state
from components.faults import guarded
from components.i18n import Language
from components.views.cards import Card, source_line
from components.views.stories.pictures import pictures
from data.catalog.story import View
from data.catalog.story_loading import Broken


def draw_slide(t: Language, slide: View | Broken, theme: str, place: str) -> None:
    """Draw the pictures of a slide in `theme`; `place` tells apart slides on one screen."""
    if isinstance(slide, Broken):
        _say(t("stories.fault.broken"), str(slide.fault))
        return
    built = {page.file for page in loaders.catalog().app.built_pages}
    if slide.page not in built:
        _say(t("stories.fault.not_built", page=t(f"frame.pages.{slide.page}")))
        return
    with guarded(t), state.lent(slide.values) as ignored:
        found = pictures(t, slide.page, theme)
        wanted = [name for name in slide.cards if name in found]
        if len(wanted) < len(slide.cards):
            _say(t("stories.fault.card_gone"))
        chosen = [found[name] for name in wanted or list(found)[:1]]
        if not chosen:
            _say(t("stories.fault.no_picture"))
        for at, (column, make) in enumerate(zip(st.columns(len(chosen) or 1), chosen, strict=False)):
            with column, guarded(t):
                _draw(t, make, f"{place}-{at}")
        for notice in ignored:
            _say(t("errors.ignored_value", key=notice.key, value=notice.value.strip("`")))


def _draw(t: Language, make: Callable[[], Card | str], key: str) -> None:
    card = make()
    if isinstance(card, str):
        _say(card)
        return
    mark = f'<span class="slide-estimate">{escape(t("cards.estimated"))}</span>' if _estimated(card) else ""
    st.html(f'<p class="slide-about"><b>{escape(card.title)}</b> {escape(card.unit)} {mark}</p>')
    with st.container(key=f"slide-chart-{key}"):
        st.vega_lite_chart(
            card.rows,
            dict(card.spec),
            theme=None,
            width="stretch",
            alt=card.spoken,
            key=f"slide.{key}.{card.key}",
        )
    st.html(
        f'<p class="slide-reading">{escape(card.sentence)}</p>'
        f'<p class="slide-source">{escape(source_line(t, card.datasets))}</p>'
    )


def _estimated(card: Card) -> bool:
    """Whether estimates are among what is drawn; a picture that does not say so is taken by its datasets."""
    if "obs_status" in card.frame:
        return bool((card.frame["obs_status"].astype(str) == "E").any())
    described = loaders.catalog().datasets
    return any("E" in described[name].obs_status for name in card.datasets)


def _say(what: str, more: str = "") -> None:
    """Say what is missing in the place of the picture."""
    also = f"<small>{escape(more)}</small>" if more else ""
    st.html(f'<div class="slide-missing" role="note"><p>{escape(what)}</p>{also}</div>')
