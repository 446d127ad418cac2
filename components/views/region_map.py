"""Map of a region by the chosen metric; a click on a country filters the page."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from components import loaders, state
from components.charts.maps import build_region_map
from components.i18n import Language
from components.kept import kept
from components.views import frames, labels
from components.views.cards import Card, Column, Table, chart_key, draw_card
from components.views.choice import Choice
from components.views.places import map_rows
from data.analysis.traffic import cross_section

_KEY, _MARKS = "map", "country"


def draw_map(t: Language, choice: Choice) -> None:
    """Draw the map card for the newest complete period of the choice."""
    draw_card(t, map_card(t, choice, labels.theme()))


@kept
def map_card(t: Language, choice: Choice, theme: str) -> Card | str:
    """The map of the region in the newest complete period, or why there is none."""
    series = frames.series(choice, "ref_area", of_region=True)
    period = frames.latest_complete(series)
    if period is None:
        return t("explorer.empty.map")
    known = cross_section(series, period)
    return Card(
        key=_KEY,
        # A chart remembers what was marked in it: with another choice of countries it is another chart.
        variant=_variant(choice),
        title=t("explorer.map.title", metric=t(f"metrics.{choice.metric}.name"), period=t.period(period)),
        unit=t(f"metrics.{choice.metric}.unit"),
        reading=_reading(t, choice, known, period),
        spec=build_region_map(
            region=choice.region,  # type: ignore[arg-type]
            language=t.code,
            theme=theme,
            labels=labels.chart(t),
            kind=labels.KIND[choice.metric],
        ),
        frame=map_rows(
            t,
            loaders.members(choice.region),
            known,
            lambda amount: labels.value(t, choice.metric, amount),
            labels.KIND[choice.metric],
            choice.selection.countries,
        ),
        table=_table(t, choice, known),
        datasets=("visits_monthly",),
        note=t("explorer.map.hint"),
        marks=_MARKS,
        on_select=lambda: _clicked(choice),
    )


def _variant(choice: Choice) -> str:
    return "-".join(choice.selection.countries)


def _clicked(choice: Choice) -> None:
    """Add the country that was clicked to the choice, or take it away if it is chosen."""
    marked = st.session_state[chart_key(_KEY, _variant(choice))].selection.get(_MARKS, [])
    clicked = {str(point["ref_area"]) for point in marked if point.get("ref_area")}
    chosen = choice.selection.countries
    state.write(country=[area for area in chosen if area not in clicked] + sorted(clicked - set(chosen)))


def _reading(t: Language, choice: Choice, known: pd.DataFrame, period: str) -> str:
    names = loaders.country_names(t.code)
    ordered = known[known["value"].notna()]
    if choice.metric == "rank":
        ordered = ordered.sort_values("value")
    first = [
        t("explorer.named_value", name=names[area], value=labels.value(t, choice.metric, value))
        for area, value in zip(ordered["ref_area"].astype(str), ordered["value"], strict=True)
    ][:3]
    if not first:
        return t("explorer.empty.map")
    missing = len(loaders.members(choice.region)) - len(ordered)
    sentence = t("explorer.map.reading", period=t.period(period), first=t.listing(first))
    return f"{sentence} {t('explorer.map.missing', count=missing)}" if missing else sentence


def _table(t: Language, choice: Choice, known: pd.DataFrame) -> Table:
    names = loaders.country_names(t.code)
    frame = known.assign(country=known["ref_area"].astype(str).map(names))
    return Table(
        frame,
        (
            Column("ref_area", t("columns.ref_area")),
            Column("country", t("columns.country")),
            *labels.measure_columns(t, choice.metric),
        ),
    )
