"""What a reader takes from a card: tables, pictures and the link to this view, made when asked for."""

from __future__ import annotations

from datetime import UTC, datetime

import streamlit as st

from components import state
from components.export.image import Format, render_image
from components.export.metadata import FileColumn, FileMeta
from components.export.slides import slides_of
from components.export.table import write_csv
from components.export.workbook import write_workbook
from components.i18n import Language
from components.views.cards.card import Card
from components.views.cards.drawn import note_card
from components.views.cards.leave import refusal
from components.views.cards.source_note import citations, licence_line, source_line, vintage
from components.views.cards.table import Table
from components.views.cards.taken import brief_of

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"


def draw_downloads(t: Language, card: Card) -> None:
    """Menu of a chart card: table, picture and slide, and the link."""
    note_card(card)
    with st.popover(
        t("cards.download"), icon=":material/download:", on_change="rerun", key=f"download.{card.key}"
    ) as menu:
        if menu.open:
            _table_buttons(t, card.key, card.title, card.unit, card.table, card.datasets)
            url, theme = state.address(), st.context.theme.type or "light"
            for fmt in ("png", "svg"):
                st.download_button(
                    t(f"cards.{fmt}"),
                    lambda fmt=fmt: _picture(t, card, url, theme, fmt),  # type: ignore[misc]
                    file_name=f"{card.key}.{fmt}",
                    mime="image/png" if fmt == "png" else "image/svg+xml",
                    key=f"{fmt}.{card.key}",
                    on_click="ignore",
                    width="stretch",
                )
            st.download_button(
                t("takeaway.slide"),
                lambda: slides_of(brief_of(t, card.title, [card], url)),
                file_name=f"{card.key}.pptx",
                mime=_PPTX,
                key=f"pptx.{card.key}",
                on_click="ignore",
                width="stretch",
            )
    with st.popover(
        t("cards.link"), icon=":material/link:", on_change="rerun", key=f"link.{card.key}"
    ) as menu:
        if menu.open:
            st.caption(t("cards.link_help"))
            st.code(state.address(), language=None, wrap_lines=True)


def draw_table_downloads(
    t: Language, key: str, title: str, unit: str, table: Table, datasets: tuple[str, ...]
) -> None:
    """Table files alone, for views without a picture."""
    with st.container(horizontal=True, gap="small", key=f"files-{key}"):
        _table_buttons(t, key, title, unit, table, datasets)


def _table_buttons(
    t: Language, key: str, title: str, unit: str, table: Table, datasets: tuple[str, ...]
) -> None:
    refused = refusal(t, table, datasets)
    if refused:
        st.caption(refused)
        return
    # The address and the words are fixed now: the file is made later, outside the page's run.
    meta = file_meta(t, title, unit, table, datasets)
    columns = [FileColumn(column.name, column.title) for column in table.columns]
    for kind, write, mime in (("csv", write_csv, "text/csv"), ("xlsx", write_workbook, _XLSX)):
        st.download_button(
            t(f"cards.{kind}"),
            lambda write=write: write(table.exact(), meta, columns),  # type: ignore[misc]
            file_name=f"{key}.{kind}",
            mime=mime,
            key=f"{kind}.{key}",
            on_click="ignore",
            width="stretch",
        )


def file_meta(t: Language, title: str, unit: str, table: Table, datasets: tuple[str, ...]) -> FileMeta:
    """The facts that travel with a file of these datasets."""
    meanings = _statuses(t, table)
    return FileMeta(
        title=title,
        unit=unit,
        sources=citations(datasets),
        licence=licence_line(t, datasets),
        vintage=vintage(datasets),
        obs_status=meanings,
        url=state.address(),
        language=t.code,
        labels=dict(t.section("export")),
        created=datetime.now(UTC).date().isoformat(),
        notes=(t("cards.estimated_help"),) if "E" in meanings else (),
    )


def _statuses(t: Language, table: Table) -> dict[str, str]:
    """The observation statuses that occur in a table, with their meaning."""
    codes = sorted(set(table.frame["obs_status"].astype(str))) if "obs_status" in table.frame else []
    return {code: t.code_label("obs_status", code) for code in codes}


def _picture(t: Language, card: Card, url: str, theme: str, fmt: Format) -> bytes:
    said = [t("cards.made_on", day=t.day(datetime.now(UTC).date().isoformat()))]
    meanings = _statuses(t, card.table)
    if meanings:
        said.insert(0, f"{t('export.status')}: {t.listing(meanings.values())}.")
    return render_image(
        card.spec,
        card.frame,
        title=card.title,
        subtitle=card.unit,
        source=source_line(t, card.datasets),
        date=" ".join(said),
        url=url,
        language=t.code,
        theme=theme,
        fmt=fmt,
    )
