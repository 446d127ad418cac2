"""Development over time by country or by marketplace, with intervals and published figures."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from components import loaders, state
from components.charts.series import MAX_BANDS, MAX_LINES
from components.charts.timeseries import build_single_period_chart, build_timeseries_chart
from components.i18n import Language
from components.kept import kept
from components.views import frames, labels
from components.views.cards import Card, Column, Table, draw_card
from components.views.choice import BREAKDOWNS, Choice
from components.views.lines import line_rows, published_rows
from components.views.period import draw_period, draw_period_slider

# More marketplaces than this cannot be told apart in one picture; the ranking holds them all.
_MOST = 12
_HIGHLIGHTED = 5
# The sentence under the chart names as many, so they are to be seen.
_NAMED = 3


def draw_development(t: Language, choice: Choice) -> None:
    """Draw the card: breakdown, period and the lines."""
    by = state.one("by", BREAKDOWNS, BREAKDOWNS[0])
    draw_card(t, development_card(t, choice, by, labels.theme()))


@kept
def development_card(t: Language, choice: Choice, by: str, theme: str) -> Card | str:
    """The lines of the choice by country or by marketplace, or why there are none."""
    series = _series(choice, by)
    if frames.latest_complete(series) is None:
        return t("explorer.empty.series")
    rows = _rows(t, choice, by, theme)
    kind = labels.KIND[choice.metric]
    shared = {"language": t.code, "theme": theme, "labels": labels.chart(t), "kind": kind}
    if series["time_period"].nunique() == 1:
        spec = build_single_period_chart(rows=rows["series_id"].nunique(), **shared)  # type: ignore[arg-type]
    else:
        spec = build_timeseries_chart(
            freq=choice.freq,
            band=bool(rows["banded"].any()),
            measured=bool((rows["obs_status"] != "E").any()),
            published=bool((rows["kind"] == "published").any()),
            **shared,  # type: ignore[arg-type]
        )
    return Card(
        key="development",
        title=t("explorer.development.title", metric=t(f"metrics.{choice.metric}.name")),
        unit=t(f"metrics.{choice.metric}.unit"),
        reading=_reading(t, choice, series, by),
        spec=spec,
        frame=rows,
        # As many series as may leave and as the eye can tell apart: those in colour.
        table=_table(t, choice, series[series[_column(by)].astype(str).isin(_coloured(rows))], by),
        datasets=("visits_monthly", "published_traffic") if by == "marketplace" else ("visits_monthly",),
        note=_note(t, rows, series),
        controls=lambda: _controls(t, choice, by),
    )


def _controls(t: Language, choice: Choice, by: str) -> None:
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        st.segmented_control(
            t("explorer.development.by"),
            BREAKDOWNS,
            format_func=lambda code: t(f"explorer.development.by_{code}"),
            required=True,
            **state.bound("by", by, lambda code: None if code == BREAKDOWNS[0] else str(code)),
        )
        draw_period(t, choice, "development")
    draw_period_slider(t, choice)


def _series(choice: Choice, by: str) -> pd.DataFrame:
    """The lines of the choice: all its countries, or its most visited marketplaces."""
    if by == "country":
        return frames.series(choice, "ref_area")
    most = frames.ranked(choice.everything)["marketplace_id"].head(_MOST)
    known = frames.series(choice, "marketplace_id")
    return known[known["marketplace_id"].isin(most)]


def _column(by: str) -> str:
    return "ref_area" if by == "country" else "marketplace_id"


def _names(t: Language, choice: Choice, by: str) -> dict[str, str]:
    if by == "country":
        return loaders.country_names(t.code)
    stores, names = loaders.storefronts(), loaders.country_names(t.code)
    if len(choice.countries) == 1:
        return dict(zip(stores["marketplace_id"], stores["name"], strict=True))
    return {
        identity: t("ranking.named", name=name, country=names[area])
        for identity, name, area in zip(
            stores["marketplace_id"], stores["name"], stores["ref_area"], strict=True
        )
    }


def _rows(t: Language, choice: Choice, by: str, theme: str) -> pd.DataFrame:
    """The frame of the chart, with all words in it."""
    series, names = _series(choice, by), _names(t, choice, by)
    leaders = _leaders(series, by)
    chosen = set(choice.selection.countries) if by == "country" else set()
    marked = chosen if 0 < len(chosen) <= MAX_LINES else set(leaders)
    published = None
    if by == "marketplace" and choice.metric == "visits" and choice.freq == "M":
        published = published_rows(t, loaders.published(), set(series["marketplace_id"].astype(str)), names)
    return line_rows(t, series, _column(by), names, choice.metric, marked, theme, published)


def _leaders(series: pd.DataFrame, by: str) -> list[str]:
    """The series worth a colour: those highest in the measure, then those with most visits."""
    period = frames.latest_complete(series)
    last = series[(series["time_period"].astype(str) == period) & series["value"].notna()]
    names = last[_column(by)].astype(str)
    highest = names[last["value"].sort_values(ascending=False).index].head(_NAMED)
    visited = names[last["visits"].sort_values(ascending=False).index]
    return list(dict.fromkeys([*highest, *visited]))[:_HIGHLIGHTED]


def _coloured(rows: pd.DataFrame) -> set[str]:
    return set(rows.loc[~rows["faded"], "series_id"].astype(str))


def _reading(t: Language, choice: Choice, series: pd.DataFrame, by: str) -> str:
    names, column = _names(t, choice, by), _column(by)
    whole = series[series["complete"] & series["value"].notna()]
    end = str(whole["time_period"].astype(str).max())
    if whole[column].nunique() == 1:
        ordered = whole.sort_values("time_period")
        first, last = ordered.iloc[0], ordered.iloc[-1]
        return t(
            "explorer.development.reading_one",
            name=names[str(first[column])],
            first=labels.value(t, choice.metric, first["value"]),
            start=t.period(str(first["time_period"])),
            last=labels.value(t, choice.metric, last["value"]),
            end=t.period(str(last["time_period"])),
        )
    now = whole[whole["time_period"].astype(str) == end].sort_values(
        "value", ascending=choice.metric == "rank"
    )
    leaders = [
        t(
            "explorer.named_value",
            name=names[str(row[column])],
            value=labels.value(t, choice.metric, row["value"]),
        )
        for _, row in now.head(_NAMED).iterrows()
    ]
    return t("explorer.development.reading_many", end=t.period(end), leaders=t.listing(leaders))


def _note(t: Language, rows: pd.DataFrame, series: pd.DataFrame) -> str:
    lines = rows[rows["kind"] != "published"]
    total, shown = lines["series_id"].nunique(), lines.loc[~lines["faded"], "series_id"].nunique()
    said = []
    if shown < total:
        said.append(t("explorer.development.more", shown=t.number(shown), total=t.number(total)))
    if rows["banded"].any():
        said.append(t("explorer.development.band"))
    elif shown > MAX_BANDS and series["value_low"].notna().any():
        said.append(t("explorer.development.no_band"))
    if not series["complete"].all():
        said.append(t("explorer.development.partial"))
    return " ".join(said)


def _table(t: Language, choice: Choice, series: pd.DataFrame, by: str) -> Table:
    names, column = _names(t, choice, by), _column(by)
    frame = series.assign(series_name=series[column].astype(str).map(names))
    return Table(
        frame,
        (
            Column(column, t("columns.ref_area" if by == "country" else "columns.marketplace")),
            Column("series_name", t("columns.series")),
            Column("time_period", t("columns.period"), "period"),
            *labels.measure_columns(t, choice.metric),
        ),
    )
