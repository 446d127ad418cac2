"""A card as a section of slides or of a brief; what may not leave stays behind, and the file says so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pandas as pd

from components import loaders
from components.charts.theme import DARK
from components.export.brief import Brief, KeyFigure, Picture, PictureFormat, Section
from components.export.brief_facts import brief_facts, brief_notes
from components.export.daylight import in_daylight, rows_in_daylight
from components.export.image import render_chart
from components.i18n import Language
from components.views.cards.card import Card
from components.views.cards.drawn import Drawn
from components.views.cards.leave import refusal, verdicts
from components.views.cards.source_note import source_line

_ESTIMATED, _STATUS = "E", "obs_status"
# The caveat of datasets that hold our own estimates; others have estimates of their producers.
_EXPERIMENTAL = ".experimental"
# Reasons that lie in the terms of a source: neither figures nor their picture may leave. The others lie in
# the size of the table, and its picture leaves as it does from the card.
_TERMS = frozenset({"not_shown", "not_downloadable", "single_rows_not_allowed"})
# Pixels across that a projector can show.
_FINEST = 2000


def section_of(t: Language, card: Card, url: str) -> Section:
    """The card with its picture, or with the reason why it has none; `url` is its view."""
    estimated = is_estimated(card)
    forbidden = {reason for verdict in verdicts(card.table, card.datasets) for reason in verdict.reasons}
    refused = refusal(t, card.table, card.datasets)
    kept = bool(forbidden & _TERMS)
    said = t("takeaway.withheld", why=refused) if kept else t("takeaway.no_rows") if card.frame.empty else ""
    notes = list(brief_notes(t, loaders.catalog(), map(loaders.described, card.datasets), estimated))
    if refused and not said:
        notes.append(t("takeaway.table_withheld", why=refused))
    return Section(
        title=card.title,
        unit="" if kept else card.unit,
        mark=t("cards.estimated") if estimated and not kept else "",
        sentences=() if kept else (card.sentence,),
        # A card whose chart answers clicks uses its note to say so, which is of no use on paper.
        remarks=(card.note,) if card.note and not card.marks and not kept else (),
        picture=None if said else picture_of(card.spec, card.frame, card.spoken),
        source=source_line(t, card.datasets),
        url=url,
        notes=tuple(notes),
        withheld=said,
    )


def picture_of(spec: Mapping[str, Any], frame: pd.DataFrame, alt: str) -> Picture:
    """A chart to be drawn later, in the colours of the light theme whatever the reader's is."""

    def draw(width: int, fmt: PictureFormat) -> bytes:
        dark = spec.get("config", {}).get("background") == DARK.background
        shown = in_daylight(dict(spec)) if dark else spec
        rows = rows_in_daylight(frame) if dark else frame
        return render_chart(shown, rows, width=width, fmt=fmt, fineness=max(2.0, _FINEST / width))

    return Picture(alt, draw)


def is_estimated(card: Card) -> bool:
    """Whether our experimental estimates are shown: by the datasets, unless the rows say that none is."""
    datasets = [loaders.described(name) for name in card.datasets]
    if not any(key.endswith(_EXPERIMENTAL) for dataset in datasets for key in dataset.caveat_keys):
        return False
    told = [frame[_STATUS] for frame in (card.table.frame, card.frame) if _STATUS in frame]
    return not told or any(_ESTIMATED in set(rows.astype(str)) for rows in told)


def brief_of(
    t: Language, title: str, cards: Sequence[Card], url: str, figures: Sequence[KeyFigure] = ()
) -> Brief:
    """Cards of one view as a brief with all that the file says of itself."""
    created = datetime.now(UTC).date().isoformat()
    datasets = [loaders.described(name) for card in cards for name in card.datasets]
    return Brief(
        title=title,
        subtitle=f"{t('frame.title')} · {t.day(created)}",
        language=t.code,
        created=created,
        url=url,
        labels=dict(t.section("takeaway")),
        figures=tuple(figures),
        sections=tuple(section_of(t, card, url) for card in cards),
        facts=brief_facts(t, loaders.catalog(), datasets, title=title, url=url, created=created),
    )


def brief_of_page(t: Language, title: str, drawn: Drawn, url: str) -> Brief:
    """What the page shows now."""
    figures = [KeyFigure(*figure) for row in drawn.figures.values() for figure in row]
    return brief_of(t, title, tuple(drawn.cards.values()), url, figures)


def slides_of_page(t: Language, title: str, drawn: Drawn, url: str) -> Brief:
    """As brief_of_page; a page with a brief of its own shows that first, then its other cards."""
    shown = brief_of_page(t, title, drawn, url)
    if drawn.own is None:
        return shown
    own = drawn.own(url)
    held = {section.title for section in own.sections}
    more = tuple(section for section in shown.sections if section.title not in held)
    # Heading and text of what the file says once: the page's own words for citation, version, address.
    once = {name for name, _ in own.facts} - {t("export.sources"), t("export.licence")}
    facts = [fact for fact in shown.facts if more and fact not in own.facts and fact[0] not in once]
    return replace(own, sections=own.sections + more, facts=(*own.facts, *facts))
