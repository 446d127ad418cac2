"""Determinants of a country: headline indicators against its peers, and its strongest and weakest five."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from components import loaders
from components.charts.correlation.strips import build_strips_chart
from components.export.country_words import indicator_value
from components.faults import guarded
from components.i18n import Language
from components.kept import kept
from components.links import draw_link
from components.views import labels
from components.views.cards import Card, Column, Table, draw_card
from components.views.country import known
from components.views.country.choice import Choice
from components.views.determinants import series
from components.views.determinants.profile import end_card
from data.analysis.country.figures import OUTCOMES
from data.analysis.country.sentences import HEADLINES

SHOWN = tuple(dict.fromkeys((*OUTCOMES, *HEADLINES)))


def draw_determinants(t: Language, choice: Choice) -> None:
    """Draw the section; the strongest and weakest only where at least half of the indicators are known."""
    short = known.summary(choice).weights["determinants"] != "full"
    if short:
        st.caption(t("country.short.determinants"))
    theme = labels.theme()
    with guarded(t):
        draw_card(t, headline_card(t, choice, theme))
    if not short:
        for column, end in zip(st.columns(2, gap="medium"), ("strongest", "weakest"), strict=True):
            with column, guarded(t):
                draw_card(t, end_card(t, choice.area, end, theme))
    draw_link(
        t,
        "determinants",
        t("country.determinants.more"),
        {"section": "profile", "profile": choice.area},
        icon=":material/arrow_forward:",
    )


@kept
def headline_card(t: Language, choice: Choice, theme: str) -> Card | str:
    """The country, its peers and partners on the headline indicators; places among all members."""
    placed = known.desk().positions
    mine = placed[(placed["ref_area"] == choice.area) & placed["indicator"].isin(SHOWN)]
    name = loaders.country_names(t.code)[choice.area]
    if mine.empty:
        return t("country.determinants.none")
    order = {indicator: at for at, indicator in enumerate(SHOWN)}
    shown = (choice.area, *known.summary(choice).peers, *choice.partners)
    rows = placed[placed["indicator"].isin(mine["indicator"]) & placed["ref_area"].isin(shown)]
    rows = rows.sort_values("indicator", key=lambda held: held.map(order), kind="stable")
    upper = int((mine["place"] > 0.5).sum())
    return Card(
        key="country-headlines",
        title=t("country.determinants.title", country=name),
        unit=t("country.determinants.unit"),
        reading=t(
            "country.determinants.reading", country=name, upper=t.number(upper), total=t.number(len(mine))
        ),
        spec=build_strips_chart(language=t.code, theme=theme, labels=labels.chart(t), rows=len(mine)),
        frame=_drawn(t, rows, choice.area),
        table=_table(t, rows),
        datasets=("indicators",),
        note=t("determinants.profile.note"),
    )


def _drawn(t: Language, rows: pd.DataFrame, area: str) -> pd.DataFrame:
    own = rows["ref_area"] == area
    said = _values(t, rows)
    return pd.DataFrame(
        {
            "label": [series.name(t, name) for name in rows["indicator"]],
            "place": rows["place"].to_numpy(),
            "region": rows["region"].to_numpy(),
            "own": own.to_numpy(),
            "country_label": rows["ref_area"].map(loaders.country_names(t.code)).to_numpy(),
            "value_text": said,
            "rank_text": [
                t("determinants.profile.rank", rank=t.number(rank), n=t.number(n))
                for rank, n in zip(rows["rank"], rows["n"], strict=True)
            ],
            "own_text": [text if mine else "" for text, mine in zip(_short(t, rows), own, strict=True)],
        }
    )


def _values(t: Language, rows: pd.DataFrame) -> list[str]:
    cells = zip(rows["indicator"], rows["value"], rows["year"], strict=True)
    return [indicator_value(t, known.desk(), name, value, int(year)) for name, value, year in cells]


def _short(t: Language, rows: pd.DataFrame) -> list[str]:
    """Value and year without the unit, as the other strips have them."""
    return [
        t("determinants.dated", value=series.written(t, value), year=year)
        for value, year in zip(rows["value"], rows["year"], strict=True)
    ]


def _table(t: Language, rows: pd.DataFrame) -> Table:
    frame = rows.assign(
        label=[series.name(t, name) for name in rows["indicator"]],
        country=rows["ref_area"].map(loaders.country_names(t.code)),
        unit=[series.unit(t, name) for name in rows["indicator"]],
    )
    return Table(
        frame,
        (
            Column("label", t("charts.determinant")),
            Column("ref_area", t("columns.ref_area")),
            Column("country", t("columns.country")),
            Column("value", t("columns.value"), "decimal"),
            Column("unit", t("determinants.unit")),
            Column("year", t("columns.year"), "year"),
            Column("rank", t("charts.position"), "number"),
            Column("n", t("determinants.n"), "number"),
        ),
    )
