"""The nearest: whose rules are most like those of one country, and how level and distance stand."""

from __future__ import annotations

import numpy as np
import pandas as pd
import streamlit as st

from components import loaders
from components.charts.similarity.ranks import build_ranks_chart
from components.i18n import Language
from components.kept import kept
from components.views import labels
from components.views.cards import Card, Column, Table, draw_card, draw_table
from components.views.similarity import frames, moves, words
from components.views.similarity.choice import Choice
from components.views.similarity.controls import draw_country
from components.views.similarity.matrix import scale_start
from data.analysis.regulation.similarity import nearest

_NEAREST = 5


def draw_nearest(t: Language, choice: Choice) -> None:
    """Draw the section: ranks of one country, level beside distance, the nearest of all."""
    draw_country(t, choice, "nearest")
    draw_card(t, ranks_card(t, choice, labels.theme()))
    draw_card(t, moves.moves_card(t, choice, (), labels.theme()))
    with st.expander(t("similarity.nearest.all")):
        table = all_nearest(t, choice.plain)
        draw_table(t, table, t("similarity.nearest.all"))


@kept
def ranks_card(t: Language, choice: Choice, theme: str) -> Card | str:
    """The card of the ranks, or why there is none."""
    found = frames.pairs(choice.plain)
    near = nearest(found, choice.country)
    names, regions, level = loaders.country_names(t.code), loaders.region_of(), frames.level(choice.plain)
    if not near:
        return t("similarity.nearest.none", country=names[choice.country])
    frame = pd.DataFrame(
        {
            "ref_area": [one.area for one in near],
            "label": [names[one.area] for one in near],
            "region": [regions[one.area] for one in near],
            "value": [one.similarity for one in near],
            "near": [at < _NEAREST for at in range(len(near))],
            "common": [one.common for one in near],
            "level": [level[one.area] for one in near],
            "value_text": [words.share(t, one.similarity) for one in near],
            "common_text": [
                t("similarity.of_items", known=t.number(one.common), items=t.number(found.items))
                for one in near
            ],
            "level_text": [words.level(t, level[one.area]) for one in near],
        }
    )
    own = regions[choice.country]
    inside = int((frame["region"].head(_NEAREST) == own).sum())
    return Card(
        key="similarity-ranks",
        title=t("similarity.nearest.title", country=names[choice.country], what=words.about(t, choice)),
        unit=words.warned(t, words.unit(t, choice)),
        reading=t(
            "similarity.nearest.reading",
            country=names[choice.country],
            nearest=t.listing(frame["label"].head(_NEAREST)),
            inside=t.number(inside),
            count=t.number(min(_NEAREST, len(frame))),
        ),
        spec=build_ranks_chart(
            language=t.code,
            theme=theme,
            labels=labels.chart(t),
            rows=len(frame),
            low=scale_start(frame["value"].to_numpy()),
        ),  # fmt: skip
        frame=frame.drop(columns=["ref_area", "common", "level"]),
        table=Table(
            frame,
            (
                Column("ref_area", t("columns.ref_area")),
                Column("label", t("charts.country")),
                Column("value", t("charts.similarity"), "percent"),
                Column("common", t("charts.common_items"), "number"),
                Column("level", t("charts.level"), "decimal"),
            ),
        ),
        datasets=words.datasets(choice),
        note=words.notes(t, choice),
    )


@kept
def all_nearest(t: Language, choice: Choice) -> Table:
    """The nearest few of every country, one row per country."""
    found, names = frames.pairs(choice), loaders.country_names(t.code)
    rows: list[dict[str, object]] = []
    for area, shown in zip(found.areas, found.shown, strict=True):
        near = nearest(found, area, _NEAREST) if shown else ()
        row: dict[str, object] = {"ref_area": area, "country": names[area]}
        for place in range(_NEAREST):
            one = near[place] if place < len(near) else None
            row[f"n{place}"] = (
                t("similarity.nearest.one", country=names[one.area], value=words.share(t, one.similarity))
                if one
                else np.nan
            )
        rows.append(row)
    columns = [Column("country", t("charts.country"))]
    columns += [Column(f"n{place}", t.number(place + 1)) for place in range(_NEAREST)]
    return Table(pd.DataFrame(rows), tuple(columns))
