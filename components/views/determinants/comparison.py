"""Correlation table: one outcome against all determinants, sorted, with n, intervals and what was refused."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from components import state
from components.charts.correlation.intervals import build_coefficients_chart
from components.i18n import Language
from components.kept import kept
from components.views import labels
from components.views.cards import Card, Column, Table, draw_card
from components.views.determinants import frames, series
from components.views.determinants.choice import MIN_NS, Choice
from components.views.determinants.controls import draw_frame, draw_outcome
from components.views.determinants.scatter import datasets
from components.views.determinants.words import between, coefficient, reasons, without_coefficient

_ALL = "all"
# More rows than this cannot be taken in at once; the table holds them all.
_MOST = 30


def draw_comparison(t: Language, choice: Choice) -> None:
    """Draw the section."""
    theme = state.one("theme", themes(), _ALL)
    least = state.one("min", MIN_NS, MIN_NS[0])
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small", key="comparison"):
        draw_outcome(t, choice, "comparison")
        draw_theme(t, theme, "comparison")
        st.select_slider(
            t("determinants.controls.min"),
            MIN_NS,
            width=200,
            **state.bound("min", least, lambda n: None if n == MIN_NS[0] else str(n)),
        )
    draw_frame(t, choice)
    draw_card(t, comparison_card(t, frames.without(choice), theme, int(least), labels.theme()))


def themes() -> tuple[str, ...]:
    """Themes that have determinants, and all of them."""
    return (_ALL, *dict.fromkeys(series.theme(name) for name in series.determinants()))


def draw_theme(t: Language, current: str, place: str) -> None:
    """The picker of a theme."""
    st.selectbox(
        t("determinants.controls.theme"),
        themes(),
        format_func=lambda code: (
            t("determinants.controls.all_themes") if code == _ALL else t.code_label("theme", code)
        ),
        width=230,
        **state.tie(f"url.theme.{place}", "theme", current, lambda code: None if code == _ALL else str(code)),
    )


def compared(t: Language, choice: Choice, theme: str, least: int) -> pd.DataFrame:
    """One row per determinant: first those with a coefficient, highest first, then the others."""
    pairs = frames.all_pairs(choice)
    found, partial = pairs.coefficients, pairs.partial
    rows = pd.DataFrame(
        {
            "indicator": [one.indicator for one in pairs.series],
            "label": [series.full_name(t, one) for one in pairs.series],
            "theme": [series.theme(one.indicator) for one in pairs.series],
            "n": found.n,
            "value": found.value,
            "low": found.low,
            "high": found.high,
            "without_low": found.without_low,
            "without_high": found.without_high,
            "partial": partial.value,
            "barred": [without_coefficient(fired) for fired in pairs.notices],
            "plain": [not any(one.code == "by_construction" for one in fired) for fired in pairs.notices],
            "note": [reasons(t, fired) for fired in pairs.notices],
        }
    )
    rows = rows[rows["theme"].isin(themes() if theme == _ALL else (theme,))]
    enough = rows["barred"] | (rows["n"] >= least)
    return (
        rows[enough]
        .sort_values(["barred", "value", "label"], ascending=[True, False, True], kind="stable")
        .reset_index(drop=True)
    )


@kept
def comparison_card(t: Language, choice: Choice, theme: str, least: int, look: str) -> Card | str:
    """The card of an outcome against all determinants of a theme, or why there is none."""
    rows = compared(t, choice, theme, least)
    known = rows[~rows["barred"]]
    outcome = series.name(t, choice.outcome)
    if known.empty:
        return t("determinants.table.none", outcome=outcome, refused=t.number(int(rows["barred"].sum())))
    strongest = known["value"].abs().sort_values(ascending=False, kind="stable").index[:_MOST]
    drawn = known[known.index.isin(strongest)]
    method = t(f"determinants.methods.{choice.method}")
    note = [t("determinants.table.chance", count=t.number(len(known)), expected=t.number(len(known) / 20))]
    if len(known) > _MOST:
        note.insert(0, t("determinants.table.cut", shown=t.number(_MOST), total=t.number(len(known))))
    if rows["barred"].any():
        note.append(t("determinants.table.refused", count=t.number(int(rows["barred"].sum()))))
    return Card(
        key="comparison",
        title=t("determinants.table.title", outcome=outcome),
        unit=t("determinants.table.unit", method=method),
        reading=_reading(t, known),
        spec=build_coefficients_chart(language=t.code, theme=look, labels=labels.chart(t), rows=len(drawn)),
        frame=_drawn(t, drawn),
        table=_table(t, rows, method),
        datasets=datasets(choice.outcome),
        note=" ".join([*note, t("determinants.not_cause")]),
    )


def _reading(t: Language, known: pd.DataFrame) -> str:
    sure = known[known["low"] * known["high"] > 0]
    first, last = known.iloc[0], known.iloc[-1]
    return t(
        "determinants.table.reading",
        first=first["label"],
        first_value=coefficient(t, first["value"]),
        last=last["label"],
        last_value=coefficient(t, last["value"]),
        sure=t.number(len(sure)),
        total=t.number(len(known)),
    )


def _drawn(t: Language, rows: pd.DataFrame) -> pd.DataFrame:
    columns = ["label", "value", "low", "high", "without_low", "without_high", "plain"]
    return rows[columns].assign(
        value_text=[coefficient(t, value) for value in rows["value"]],
        interval_text=[between(t, *ends) for ends in zip(rows["low"], rows["high"], strict=True)],
        without_text=[
            between(t, *ends) for ends in zip(rows["without_low"], rows["without_high"], strict=True)
        ],
        n_text=[t.number(int(n)) for n in rows["n"]],
        note_text=rows["note"],
    )


def _table(t: Language, rows: pd.DataFrame, method: str) -> Table:
    frame = rows.assign(theme=[t.code_label("theme", theme) for theme in rows["theme"]])
    return Table(
        frame.drop(columns=["barred", "plain"]),
        (
            Column("label", t("charts.determinant")),
            Column("theme", t("determinants.controls.theme")),
            Column("n", t("determinants.n"), "number"),
            Column("value", method, "decimal"),
            Column("low", t("determinants.low"), "decimal"),
            Column("high", t("determinants.high"), "decimal"),
            Column("without_low", t("determinants.without_low"), "decimal"),
            Column("without_high", t("determinants.without_high"), "decimal"),
            Column("partial", t("determinants.partial"), "decimal"),
            Column("note", t("columns.note")),
        ),
    )


def strongest(choice: Choice, count: int) -> tuple[str, ...]:
    """The determinants with the largest coefficients against the outcome, whatever their sign."""
    pairs = frames.all_pairs(choice)
    size = pd.Series(abs(pairs.coefficients.value), index=[one.indicator for one in pairs.series]).dropna()
    return tuple(size.sort_values(ascending=False, kind="stable").index[:count])
