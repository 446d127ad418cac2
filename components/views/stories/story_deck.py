"""A whole story as slides and as a brief: each view with its message, pictures, notes and address."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from components import loaders, state
from components.export.brief import Brief, Section
from components.i18n import Language
from components.views.cards import Card, offer_brief
from components.views.cards.taken import brief_of, section_of
from components.views.stories.choice import Telling, country_name, title_of
from components.views.stories.pictures import pictures
from components.views.stories.qr import address_of
from data.catalog.story import View
from data.catalog.story_loading import Broken

_THEME = "light"


def offer(t: Language, telling: Telling) -> None:
    """Let the menu of the page make the story's files."""
    offer_brief(lambda url: story_deck(t, telling, url))


def story_deck(t: Language, telling: Telling, url: str) -> Brief:
    """The story as a brief; a view that cannot be shown keeps its place and says why."""
    sections: list[Section] = []
    cards: list[Card] = []
    for slide in telling.slides:
        for section, card in _shown(t, slide, telling.country):
            sections.append(section)
            cards += [card] if card else []
    return replace(brief_of(t, telling.title, cards, url), sections=tuple(sections))


def _shown(t: Language, slide: View | Broken, country: str) -> Iterator[tuple[Section, Card | None]]:
    title = title_of(t, slide, country)
    if isinstance(slide, Broken):
        yield Section(title, withheld=t("stories.fault.broken"), notes=(str(slide.fault),)), None
        return
    name = country_name(t, country)
    message, notes, url = (
        slide.message.said(t.code, name),
        slide.notes.said(t.code, name),
        address_of(t, slide),
    )
    built = {page.file for page in loaders.catalog().app.built_pages}
    if slide.page not in built:
        why = t("stories.fault.not_built", page=t(f"frame.pages.{slide.page}"))
        yield Section(title, sentences=(message,), url=url, notes=(notes,), withheld=why), None
        return
    for made in _cards(t, slide):
        if isinstance(made, str):
            yield Section(title, sentences=(message,), url=url, notes=(notes,), withheld=made), None
            continue
        taken = section_of(t, made, url)
        said = tuple(text for text in (message, *taken.sentences) if text)
        told = replace(
            taken,
            title=title,
            unit=f"{made.title} · {made.unit}",
            sentences=said,
            notes=tuple(text for text in (notes, *taken.notes) if text),
        )
        yield told, made


def _cards(t: Language, view: View) -> list[Card | str]:
    """The cards of a view, drawn as its page would for its address; a text says why there is none."""
    with state.lent(view.values):
        found = pictures(t, view.page, _THEME)
        wanted = [name for name in view.cards if name in found] or list(found)[:1]
        return [found[name]() for name in wanted] or [t("stories.fault.no_picture")]
