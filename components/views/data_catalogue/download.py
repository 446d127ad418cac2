"""Takes a cross-section or a time series home: the limit first, then the choice, a preview and the files."""

from __future__ import annotations

from datetime import UTC, datetime

import streamlit as st

from components import loaders, state
from components.export.described import limit_words
from components.export.problems import Problem
from components.export.takeaway import FORMATS, Format, Takeaway, check_tier, formats_of, take, write
from components.i18n import Language
from components.markup import plain
from components.views.cards import Column, Table, draw_table
from components.views.data_catalogue.about import draw_addresses
from components.views.data_catalogue.picker import draw_picker, read_pick

_PREVIEW_ROWS = 8
_KINDS = {"visits": "amount", "persons": "amount", "count": "number", "year": "year", "month": "number"}


def draw_download(t: Language, dataset: str) -> None:
    """Draw the section."""
    doors = loaders.doors()
    offer = doors.offer(dataset)
    try:
        check_tier(dataset, doors)
    except Problem as problem:
        st.info(t("data_catalogue.picker.refused"), icon=":material/lock:")
        draw_addresses(problem.see)
        return
    if offer.period:
        st.markdown(t("data_catalogue.picker.lead"))
    st.caption(limit_words(t, offer))
    pick = read_pick(dataset)
    draw_picker(t, dataset, pick)
    try:
        taken = take(
            t, offer, pick.wanted, doors, url=state.address(), created=datetime.now(UTC).date().isoformat()
        )
    except Problem as problem:
        st.warning(plain(problem.sentence(t)), icon=":material/info:")
        draw_addresses(problem.see)
        return
    _draw_preview(t, taken)
    _draw_files(t, taken)


def _draw_preview(t: Language, taken: Takeaway) -> None:
    rows, most = len(taken.frame), taken.offer.dataset.download.max_rows
    st.caption(t("data_catalogue.picker.ready", rows=t.number(rows), max_rows=t.number(most)))
    head = taken.frame.head(_PREVIEW_ROWS)
    caption = t("data_catalogue.picker.preview", shown=t.number(len(head)), rows=t.number(rows))
    st.markdown(f"**{caption}**")
    columns = tuple(Column(c.name, c.title, _kind(taken, c.name)) for c in taken.columns)
    draw_table(t, Table(head, columns), caption)


def _kind(taken: Takeaway, name: str) -> str:
    column = taken.offer.columns[name]
    if column.unit is None:
        return "text"
    return _KINDS.get(column.unit, "decimal")


def _draw_files(t: Language, taken: Takeaway) -> None:
    """A button per format; each file is made when it is asked for."""
    dataset = taken.offer.dataset.id
    with st.container(horizontal=True, gap="small", key="files-catalogue"):
        for fmt in formats_of(taken.offer):
            st.download_button(
                t(f"data_catalogue.picker.{fmt.partition('.')[0]}"),
                lambda fmt=fmt: _file(taken, fmt),  # type: ignore[misc]
                file_name=f"{dataset}.{fmt}",
                mime=FORMATS[fmt].partition(";")[0],
                icon=":material/download:",
                key=f"file.{fmt}",
                on_click="ignore",
            )
    st.caption(t("data_catalogue.picker.formats"))


def _file(taken: Takeaway, fmt: Format) -> bytes:
    return write(taken, fmt)
