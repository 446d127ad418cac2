"""Ecosystem profile: where one country stands on every determinant, its strongest and weakest five."""

from __future__ import annotations

from functools import partial

import pandas as pd
import streamlit as st

from components import loaders, state
from components.charts.correlation.strips import build_strips_chart
from components.i18n import Language
from components.kept import kept
from components.views import labels
from components.views.cards import Card, Column, Table, draw_card
from components.views.determinants import frames, series
from components.views.determinants.choice import Choice, chosen, everyone
from components.views.determinants.comparison import themes
from data.analysis.correlation.positions import extremes

_ENDS = ("strongest", "weakest")


def draw_profile(t: Language, choice: Choice) -> None:
    """Draw the section for the country picked here, else the first of those chosen for the page.

    It has a key of its own: the other sections go on comparing many countries.
    """
    area = state.one("profile", everyone(), (chosen() or everyone())[0])
    names = loaders.country_names(t.code)
    st.selectbox(
        t("columns.country"),
        sorted(everyone(), key=names.__getitem__),
        format_func=names.__getitem__,
        width=360,
        **state.bound("profile", area, str),
    )
    st.caption(t("determinants.profile.lead"))
    look = labels.theme()
    left, right = st.columns(2, gap="medium")
    for place, end in zip((left, right), _ENDS, strict=True):
        with place:
            draw_card(t, end_card(t, area, end, look))
    options = themes()[1:]
    theme = state.one("theme", themes(), options[0])
    draw_card(t, theme_card(t, area, theme if theme in options else options[0], look))


@kept
def end_card(t: Language, area: str, end: str, look: str) -> Card | str:
    """The five determinants on which the country stands best, or worst."""
    strong, weak = extremes(frames.placed(), area, series.direction())
    rows = strong if end == "strongest" else weak
    country = loaders.country_names(t.code)[area]
    if rows.empty:
        return t(f"determinants.profile.no_{end}", country=country)
    first = rows.iloc[0]
    return _card(
        t,
        area,
        end,
        tuple(int(at) for at in rows["series"]),
        look,
        title=t(f"determinants.profile.{end}", country=country),
        reading=t(
            "determinants.profile.reading",
            country=country,
            indicator=series.name(t, first["indicator"]),
            rank=t.number(int(first["rank"])),
            n=t.number(int(first["n"])),
        ),
    )


@kept
def theme_card(t: Language, area: str, theme: str, look: str) -> Card | str:
    """All determinants of a theme."""
    found = frames.placed()
    own = found[
        (found["ref_area"] == area) & found["indicator"].map(lambda name: series.theme(name) == theme)
    ]
    country, subject = loaders.country_names(t.code)[area], t.code_label("theme", theme)
    controls = partial(_pick_theme, t, theme)
    if own.empty:
        return t("determinants.profile.none", country=country, theme=subject)
    upper = int((own["place"] > 0.5).sum())
    return _card(
        t,
        area,
        "theme",
        tuple(int(at) for at in own["series"]),
        look,
        title=t("determinants.profile.theme", country=country, theme=subject),
        reading=t(
            "determinants.profile.reading_theme",
            country=country,
            upper=t.number(upper),
            total=t.number(len(own)),
        ),
        controls=controls,
    )


def _pick_theme(t: Language, current: str) -> None:
    options = themes()[1:]
    st.selectbox(
        t("determinants.controls.theme"),
        options,
        format_func=lambda code: t.code_label("theme", code),
        width=280,
        **state.tie("url.theme.profile", "theme", current, str),
    )


def _card(
    t: Language,
    area: str,
    key: str,
    columns: tuple[int, ...],
    look: str,
    title: str,
    reading: str,
    **more: object,
) -> Card:
    found = frames.placed()
    order = {at: place for place, at in enumerate(columns)}
    rows = found[found["series"].isin(columns)]
    rows = rows.sort_values("series", key=lambda held: held.map(order), kind="stable")
    own = rows[rows["ref_area"] == area]
    return Card(
        key=f"profile-{key}",
        title=title,
        unit=t("determinants.profile.unit"),
        reading=reading,
        spec=build_strips_chart(language=t.code, theme=look, labels=labels.chart(t), rows=len(columns)),
        frame=_drawn(t, rows, area),
        table=_table(t, own),
        datasets=("indicators",),
        note=t("determinants.profile.note"),
        **more,  # type: ignore[arg-type]
    )


def _drawn(t: Language, rows: pd.DataFrame, area: str) -> pd.DataFrame:
    names = loaders.country_names(t.code)
    own = rows["ref_area"] == area
    said = [
        t("determinants.dated", value=series.written(t, value), year=year)
        for value, year in zip(rows["value"], rows["year"], strict=True)
    ]
    return pd.DataFrame(
        {
            "label": [series.name(t, name) for name in rows["indicator"]],
            "place": rows["place"].to_numpy(),
            "region": rows["region"].to_numpy(),
            "own": own.to_numpy(),
            "country_label": rows["ref_area"].map(names).to_numpy(),
            "value_text": [
                t("determinants.with_unit", value=text, unit=series.unit(t, name))
                for text, name in zip(said, rows["indicator"], strict=True)
            ],
            "rank_text": [
                t("determinants.profile.rank", rank=t.number(int(rank)), n=t.number(int(n)))
                for rank, n in zip(rows["rank"], rows["n"], strict=True)
            ],
            "own_text": [text if mine else "" for text, mine in zip(said, own, strict=True)],
        }
    )


def _table(t: Language, own: pd.DataFrame) -> Table:
    return Table(
        own.assign(
            label=[series.name(t, name) for name in own["indicator"]],
            unit=[series.unit(t, name) for name in own["indicator"]],
        ),
        (
            Column("label", t("charts.determinant")),
            Column("value", t("columns.value"), "decimal"),
            Column("unit", t("determinants.unit")),
            Column("year", t("columns.year"), "year"),
            Column("rank", t("charts.position"), "number"),
            Column("n", t("determinants.n"), "number"),
            Column("region_median", t("determinants.region_median"), "decimal"),
        ),
    )
