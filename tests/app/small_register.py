"""A page with a small register of made-up entries, drawn with the kit."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from components import shell, state
from components.i18n import Language
from components.kept import kept
from components.markup import plain
from components.views.cards import Column, Table
from components.views.labels import area_name
from components.views.register import (
    FacetView,
    Order,
    Register,
    Result,
    Row,
    draw_back,
    draw_register,
    opened,
)
from data.analysis.facets import Facet, FacetedRows
from data.store.search import SearchIndex

EVIL = "<img src=x onerror=alert(1)> [law](https://evil.example) :red[*x*] =1+1"


def entries() -> pd.DataFrame:
    """Forty-five entries: Peru has forty, Chile four, Japan one whose title is markup."""
    areas = ["PER"] * 40 + ["CHL"] * 4 + ["JPN"]
    return pd.DataFrame(
        {
            "entry": [f"e{place}" for place in range(45)],
            "ref_area": areas,
            "title": [f"Ley número {place}" for place in range(44)] + [EVIL],
            "text": ["Protección de datos" if place % 2 else "Firma electrónica" for place in range(45)],
            "note": ["hidden needle" if place == 7 else "" for place in range(45)],
            "target": ["women;rural" if place % 3 else "women" for place in range(45)],
            "year": pd.array([None if place == 5 else 1980 + place for place in range(45)], dtype="Int64"),
            "verification": ["sourced" if place % 5 else "unverified" for place in range(45)],
            "dataset": "law",
        }
    )


def result(t: Language, row: Row) -> Result:
    """An entry on a card."""
    return Result(
        str(row["title"]), "title", (area_name(t, row["ref_area"]),), row["text"], "text", "x", True
    )


def table(t: Language, rows: pd.DataFrame) -> Table:
    """Entries in a table."""
    names = ("entry", "title", "verification")
    return Table(rows, tuple(Column(name, name) for name in names))


@kept
def small() -> Register:
    """The register, made once."""
    rows = entries()
    facets = (
        FacetView(Facet("country", "ref_area"), "register.facets.country", area_name, place="bar"),
        FacetView(Facet("target", "target"), "register.facets.topic", lambda t, code: code),
        FacetView(Facet("years", "year", "years"), "register.facets.years"),
    )
    return Register(
        name="small",
        record="law",
        key="entry",
        rows=rows,
        index=SearchIndex(rows, key="entry", fields=("title", "text", "note")),
        faceted=FacetedRows(rows, [view.facet for view in facets]),
        facets=facets,
        orders=(
            Order("oldest", "register.orders.oldest", ("year",)),
            Order("newest", "register.orders.newest", ("year",), descending=("year",)),
        ),
        result=result,
        table=table,
        title="register.orders.name",
        unit="register.orders.name",
        quoted={"note": "columns.note"},
    )


def draw() -> None:
    """The page."""
    state.begin()
    t = shell.language()
    register = small()
    entry = opened(register)
    if entry:
        draw_back(t, register)
        st.subheader(plain(entry))
    else:
        draw_register(t, register)
    for notice in state.notices():
        st.warning(f"{notice.key} {notice.value}")


draw()
