"""Key figures of a country, each with its rank among the members and in its region."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from components.export.country_words import figure_value, place_text
from components.i18n import Language
from components.views.cards import Metric, draw_metrics
from components.views.country import known
from components.views.country.choice import Choice
from data.analysis.country.figures import FIGURES
from data.analysis.country.standing import Standing


def draw_key_figures(t: Language, choice: Choice) -> None:
    """Draw the figures that are known; one that is unknown is no figure."""
    held = known.summary(choice)
    region = t.code_label("region", held.region)
    metrics = [_metric(t, name, one, region) for name, one in held.standings.items() if one is not None]
    draw_metrics(t, metrics, key="country")
    st.caption(" ".join([t("country.figures.note"), *_missing(t, held.standings)]))


def _metric(t: Language, name: str, one: Standing, region: str) -> Metric:
    return Metric(
        label=t(f"country.figures.{name}.label"),
        value=figure_value(t, known.desk(), name, one.value),
        change=" · ".join(ranks(t, one, region)),
        note=" · ".join(filter(None, (str(one.year or ""), t("country.estimate") if one.estimated else ""))),
        help=t(f"country.figures.{name}.help"),
    )


def ranks(t: Language, one: Standing, region: str) -> list[str]:
    """Rank among all and in the region, as far as there are any."""
    if one.figure == "measures":
        return [t("country.unranked")]
    if one.among_all is None:
        return [t("country.few")]
    said = [t("country.rank", place=place_text(t, one.among_all))]
    if one.in_region is not None:
        said.append(t("country.rank_region", place=place_text(t, one.in_region), region=region))
    return said


def _missing(t: Language, held: Mapping[str, Standing | None]) -> list[str]:
    unknown = [t(f"country.figures.{name}.label") for name in FIGURES if held.get(name) is None]
    return [t("country.figures.missing", names=t.listing(unknown))] if unknown else []
