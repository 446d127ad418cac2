"""Files of everything found, made when asked for: each row with its source, licence and trust level."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from components import loaders
from components.faults import guarded
from components.i18n import Language
from components.views.cards import Column, Table, draw_table_downloads
from components.views.register.definition import Register


@st.fragment
def draw_files(t: Language, register: Register, rows: pd.DataFrame) -> None:
    """A menu with CSV and XLSX; opening it reruns nothing else."""
    # Opened later, it runs without the page around it and has to catch its own faults.
    with (
        guarded(t),
        st.popover(
            t("cards.download"),
            icon=":material/download:",
            on_change="rerun",
            key=f"{register.name}.download",
        ) as menu,
    ):
        if menu.open:
            st.caption(t("register.download_help", count=t.number(len(rows))))
            draw_table_downloads(
                t,
                register.name,
                t(register.title),
                t(register.unit),
                with_provenance(t, (register.file or register.table)(t, rows), rows),
                tuple(pd.unique(rows["dataset"])),
            )


def with_provenance(t: Language, table: Table, rows: pd.DataFrame) -> Table:
    """The table with the citation and the licence of the dataset that each row is from."""
    described = loaders.catalog().datasets
    source = {name: described[name].origin.citation for name in pd.unique(rows["dataset"])}
    licence = {name: described[name].licence.name for name in source}
    frame = table.frame.assign(
        dataset_source=rows["dataset"].map(source).to_numpy(),
        dataset_licence=rows["dataset"].map(licence).to_numpy(),
    )
    columns = (
        Column("dataset_source", t("register.dataset_source")),
        Column("dataset_licence", t("register.dataset_licence")),
    )
    return Table(frame, (*table.columns, *columns))
