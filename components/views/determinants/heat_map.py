"""Heat map: determinants against each other, so that those which tell the same story are seen."""

from __future__ import annotations

import numpy as np
import pandas as pd
import streamlit as st

from components import state
from components.charts.correlation.heat_map import build_coefficient_matrix
from components.i18n import Language
from components.kept import kept
from components.views import labels
from components.views.cards import Card, Column, Table, draw_card
from components.views.determinants import frames, series
from components.views.determinants.choice import Choice
from components.views.determinants.comparison import draw_theme, strongest, themes
from components.views.determinants.controls import draw_frame, draw_method, draw_outcome
from components.views.determinants.words import coefficient
from data.analysis.correlation.panel import Series

# As many columns as a desk has room for.
_MOST = 24
_ALL = "all"


def draw_heat_map(t: Language, choice: Choice) -> None:
    """Draw the section: the determinants of a theme, or those nearest to the outcome."""
    theme = state.one("theme", themes(), _ALL)
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small", key="heat"):
        draw_theme(t, theme, "heat")
        if theme == _ALL:
            draw_outcome(t, choice, "heat")
        draw_method(t, choice, "heat")
    draw_frame(t, choice, more=False)
    draw_card(t, heat_card(t, frames.without(choice), theme, labels.theme()))


def _columns(choice: Choice, theme: str) -> tuple[Series, ...]:
    """The determinants shown: of a theme with enough countries, or the strongest against the outcome."""
    known = {one.indicator: one for one in series.defaults()}
    if theme == _ALL:
        return tuple(known[name] for name in strongest(choice, _MOST))
    facts = series.facts()
    usable = [
        one
        for name, one in known.items()
        if series.theme(name) == theme and facts[name].series != "discontinued"
    ]
    return tuple(usable[:_MOST])


@kept
def heat_card(t: Language, choice: Choice, theme: str, look: str) -> Card | str:
    """The matrix card, or why there is none."""
    columns = _columns(choice, theme)
    if len(columns) < 2:
        return t("determinants.heat_map.none")
    value, n = frames.against_each_other(choice, columns)
    if not np.isfinite(value[~np.eye(len(columns), dtype=bool)]).any():
        return t("determinants.heat_map.none")
    names = [series.full_name(t, one) for one in columns]
    rows, cells = _cells(t, names, value, n)
    of_what = (
        t("determinants.heat_map.nearest", outcome=series.name(t, choice.outcome))
        if theme == _ALL
        else t.code_label("theme", theme)
    )
    return Card(
        key="heat-map",
        title=t("determinants.heat_map.title", theme=of_what),
        unit=t("determinants.table.unit", method=t(f"determinants.methods.{choice.method}")),
        reading=_reading(t, rows),
        spec=build_coefficient_matrix(language=t.code, theme=look, labels=labels.chart(t), rows=len(columns)),
        frame=cells,
        table=Table(
            rows,
            (
                Column("row_name", t("charts.determinant")),
                Column("column_label", t("charts.other_determinant")),
                Column("value", t("charts.coefficient"), "decimal"),
                Column("n", t("determinants.n"), "number"),
            ),
        ),
        datasets=("indicators",),
        note=t("determinants.heat_map.note"),
    )


def _cells(
    t: Language, names: list[str], value: np.ndarray, n: np.ndarray
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The pairs once each for the table, and all cells for the picture."""
    count = len(names)
    row, column = (side.ravel() for side in np.indices((count, count)))
    cells = pd.DataFrame(
        {
            "row_name": [names[at] for at in row],
            "row_label": [f"{at + 1}  {names[at]}" for at in row],
            "column_label": [names[at] for at in column],
            "column_mark": [str(at + 1) for at in column],
            "value": np.where(row == column, np.nan, value[row, column]),
            "n": n[row, column],
        }
    )
    cells["known"] = cells["value"].notna()
    cells["value_text"] = [coefficient(t, amount) for amount in cells["value"]]
    cells["n_text"] = [t.number(int(amount)) for amount in cells["n"]]
    pairs = cells[row < column].sort_values("value", ascending=False, kind="stable").reset_index(drop=True)
    return pairs, cells.drop(columns=["row_name", "n"])


def _reading(t: Language, pairs: pd.DataFrame) -> str:
    known = pairs.dropna(subset=["value"])
    most = known.iloc[int(known["value"].abs().to_numpy().argmax())]
    return t(
        "determinants.heat_map.reading",
        first=most["row_name"],
        second=most["column_label"],
        value=coefficient(t, most["value"]),
    )
