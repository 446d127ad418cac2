"""The network: countries as points, a line between every two whose rules are at least so much alike."""

from __future__ import annotations

import numpy as np
import pandas as pd
import streamlit as st

from components import loaders, state
from components.charts.similarity.network import build_similarity_network
from components.i18n import Language
from components.kept import kept
from components.views import labels
from components.views.cards import Card, Column, Table, draw_card
from components.views.similarity import frames, words
from components.views.similarity.choice import Choice
from data.analysis.regulation.layout import places

# Similarities, in per cent, from which on a line can be asked for; the usual one keeps a tenth of the pairs.
FROM = tuple(str(percent) for percent in range(50, 100, 1))
_USUAL_PART = 0.1


def draw_network(t: Language, choice: Choice) -> None:
    """Draw the section."""
    usual = usual_least(choice.plain)
    least = state.one("least", FROM, usual)
    st.select_slider(
        t("similarity.network.from"),
        FROM,
        format_func=lambda percent: t.percent(int(percent) / 100, 0),
        width=420,
        **state.bound("least", least, lambda percent: None if percent == usual else str(percent)),
    )
    draw_card(t, network_card(t, choice.plain, int(least) / 100, labels.theme()))


@kept
def usual_least(choice: Choice) -> str:
    """The least similarity, in percent, that is drawn unless the reader asks for another."""
    found = frames.pairs(choice)
    values = found.similarity[np.triu_indices(len(found.areas), k=1)]
    known = values[np.isfinite(values)]
    if not len(known):
        return FROM[0]
    percent = int(100 * np.quantile(known, 1 - _USUAL_PART))
    return str(min(max(percent, int(FROM[0])), int(FROM[-1])))


@kept
def _places(choice: Choice) -> tuple[tuple[str, ...], np.ndarray]:
    """The countries shown and their places, which do not move with the slider."""
    found = frames.pairs(choice)
    shown = np.flatnonzero(found.shown)
    return tuple(found.areas[row] for row in shown), places(found.similarity[np.ix_(shown, shown)])


@kept
def network_card(t: Language, choice: Choice, least: float, theme: str) -> Card | str:
    """The card of the network, or why there is none."""
    areas, where = _places(choice)
    if len(areas) < 2:
        return t("similarity.none")
    links = _links(t, choice, areas, where, least)
    countries = _countries(t, choice, areas, where, links)
    alone = tuple(countries.loc[countries["links"] == 0, "code"])
    return Card(
        key="similarity-network",
        title=t("similarity.network.title", what=words.about(t, choice), least=t.percent(least, 0)),
        unit=words.warned(t, words.unit(t, choice)),
        reading=_reading(t, countries, links),
        spec=build_similarity_network(language=t.code, theme=theme, labels=labels.chart(t), low=least),
        frame=pd.concat([links, countries], ignore_index=True).drop(
            columns=["country", "other", "common", "links"]
        ),
        table=Table(
            links.sort_values("value", ascending=False, kind="stable"),
            (
                Column("country", t("charts.country")),
                Column("other", t("charts.other_country")),
                Column("value", t("charts.similarity"), "percent"),
                Column("common", t("charts.common_items"), "number"),
            ),
        ),
        datasets=words.datasets(choice),
        note=words.notes(
            t,
            choice,
            t("similarity.network.note"),
            t("similarity.network.alone", countries=words.names(t, alone)),
        ),
    )


def _links(
    t: Language, choice: Choice, areas: tuple[str, ...], where: np.ndarray, least: float
) -> pd.DataFrame:
    found, names = frames.pairs(choice), loaders.country_names(t.code)
    place = [found.areas.index(area) for area in areas]
    similarity = found.similarity[np.ix_(place, place)]
    common = found.common[np.ix_(place, place)]
    with np.errstate(invalid="ignore"):
        row, column = np.nonzero(np.triu(similarity >= least, k=1))
    return pd.DataFrame(
        {
            "kind": "link",
            "x": where[row, 0], "y": where[row, 1], "x2": where[column, 0], "y2": where[column, 1],
            "value": similarity[row, column],
            "common": common[row, column],
            "ref_area": [areas[at] for at in row],
            "country": [names[areas[at]] for at in row],
            "other": [names[areas[at]] for at in column],
        }
    )  # fmt: skip


def _countries(
    t: Language, choice: Choice, areas: tuple[str, ...], where: np.ndarray, links: pd.DataFrame
) -> pd.DataFrame:
    names, regions, level = loaders.country_names(t.code), loaders.region_of(), frames.level(choice)
    ends = pd.concat([links["country"], links["other"]]).value_counts()
    counts = [int(ends.get(names[area], 0)) for area in areas]
    return pd.DataFrame(
        {
            "kind": "country",
            "x": where[:, 0], "y": where[:, 1],
            "code": areas,
            "label": [names[area] for area in areas],
            "region": [regions[area] for area in areas],
            "links": counts,
            "links_text": [t.number(count) for count in counts],
            "level_text": [words.level(t, level[area]) for area in areas],
        }
    )  # fmt: skip


def _reading(t: Language, countries: pd.DataFrame, links: pd.DataFrame) -> str:
    if links.empty:
        return t("similarity.network.no_links")
    names = loaders.country_names(t.code)
    region_of = {names[area]: region for area, region in loaders.region_of().items()}
    across = sum(
        region_of[one] != region_of[other]
        for one, other in zip(links["country"], links["other"], strict=True)
    )
    most = countries.iloc[int(countries["links"].to_numpy().argmax())]
    return t(
        "similarity.network.reading",
        links=t.number(len(links)),
        across=t.number(across),
        country=most["label"],
        count=t.number(int(most["links"])),
    )
