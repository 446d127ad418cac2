"""Up to four countries side by side: the same figures with their ranks, and how well each is known."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from components import loaders
from components.export.country_brief import DATASETS, counted
from components.export.country_words import figure_value, place_text
from components.i18n import Language
from components.kept import kept
from components.links import draw_link
from components.markup import plain
from components.views.cards import Column, Table, draw_table, draw_table_downloads, source_line
from components.views.country import known
from components.views.country.choice import Choice
from data.analysis.country.coverage import coverage
from data.analysis.country.figures import FIGURES
from data.analysis.country.standing import Standing


def draw_compare(t: Language, choice: Choice) -> None:
    """Draw the table and the way to each partner's own profile."""
    if not choice.partners:
        st.caption(t("country.compare.none"))
        return
    table = comparison(t, (choice.area, *choice.partners))
    title = t("country.compare.title")
    draw_table(t, table, title)
    st.caption(source_line(t, DATASETS))
    names = loaders.country_names(t.code)
    with st.container(horizontal=True, gap="small", key="compare-foot"):
        for area in choice.partners:
            query = {"country": area, "partner": choice.area}
            draw_link(t, "country_profile", plain(names[area]), query, icon=":material/arrow_forward:")
    draw_table_downloads(t, f"compare-{choice.area}", title, t("country.figures.note"), table, DATASETS)


@kept
def comparison(t: Language, areas: tuple[str, ...]) -> Table:
    """One row per figure and layer, one column per country."""
    names = loaders.country_names(t.code)
    rows = [
        {"figure": t(f"country.figures.{name}.label")}
        | {area: _cell(t, known.standings_of(area)[name]) for area in areas}
        for name in FIGURES
    ]
    held = {area: coverage(known.desk(), area) for area in areas}
    for at, layer in enumerate(held[areas[0]]):
        title = t("country.compare.covered", layer=t(f"country.coverage.layers.{layer.layer}"))
        rows.append({"figure": title} | {area: counted(t, held[area][at]) for area in areas})
    columns = (Column("figure", t("country.compare.figure")), *(Column(area, names[area]) for area in areas))
    return Table(pd.DataFrame(rows), columns)


def _cell(t: Language, one: Standing | None) -> str:
    if one is None:
        return t("cards.missing_mark")
    said = [figure_value(t, known.desk(), one.figure, one.value)]
    if one.among_all is not None:
        said.append(t("country.rank", place=place_text(t, one.among_all)))
    if one.year is not None:
        said.append(str(one.year))
    if one.estimated:
        said.append(t("country.estimate"))
    return " · ".join(said)
