"""The addresses for programs: what is chosen under Download as curl, pandas and R read it."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from components import loaders
from components.export.examples import HIGHLIGHTED, example
from components.export.problems import Problem
from components.export.requested import PARAMETERS, allowed_values
from components.export.takeaway import check_tier, formats_of
from components.i18n import Language
from components.views.cards import Column, Table, draw_table
from components.views.data_catalogue.about import draw_addresses
from components.views.data_catalogue.addresses import base, file_address
from components.views.data_catalogue.picker import read_pick

_STATUSES = (200, 304, 400, 403, 404, 422, 503)


def draw_machines(t: Language, dataset: str) -> None:
    """Draw the section: an example that runs, then every address, parameter and answer."""
    doors = loaders.doors()
    offer = doors.offer(dataset)
    st.markdown(t("data_catalogue.machines.lead"))
    try:
        check_tier(dataset, doors)
    except Problem as problem:
        st.info(t("data_catalogue.picker.refused"), icon=":material/lock:")
        draw_addresses(problem.see)
    else:
        url = file_address(dataset, "csv", read_pick(dataset).query)
        for tool, highlighted in HIGHLIGHTED.items():
            st.caption(t(f"data_catalogue.machines.{tool}"))
            st.code(example(tool, url, f"{dataset}.csv"), language=highlighted, wrap_lines=True)
        st.caption(t("data_catalogue.machines.repeat"))
    st.markdown(f"#### {t('data_catalogue.machines.more')}")
    addresses = {file_address(dataset, fmt): t("data_catalogue.api.download") for fmt in formats_of(offer)}
    addresses |= {
        f"{base()}data/{dataset}/metadata.json": t("data_catalogue.api.metadata"),
        f"{base()}datapackage.json": t("data_catalogue.api.package"),
        f"{base()}data/openapi.json": t("data_catalogue.api.openapi"),
    }
    _pairs(t, "address", "what", {f"`{url}`": what for url, what in addresses.items()})
    st.markdown(f"#### {t('data_catalogue.machines.parameters')}")
    allowed = allowed_values(offer, loaders.catalog(), loaders.leaving(dataset))
    said = {f"`{name}`": t(f"data_catalogue.api.parameters.{name}") for name in PARAMETERS if name in allowed}
    _pairs(t, "parameter", "meaning", said)
    st.markdown(f"#### {t('data_catalogue.machines.statuses')}")
    answers = {str(status): t(f"data_catalogue.api.status.{status}") for status in _STATUSES}
    _pairs(t, "answer", "meaning", answers)


def _pairs(t: Language, left: str, right: str, rows: dict[str, str]) -> None:
    """A table of two columns named by texts of the section."""
    frame = pd.DataFrame({left: list(rows), right: list(rows.values())})
    columns = tuple(Column(name, t(f"data_catalogue.machines.{name}")) for name in (left, right))
    draw_table(t, Table(frame, columns), columns[0].title)
