"""Origin x destination: the countries that visitors come from by the country of the marketplace."""

from __future__ import annotations

import pandas as pd

from components.charts.origins import build_origin_matrix
from components.i18n import Language
from components.kept import kept
from components.views import frames, labels
from components.views.cards import Card, Column, Table
from components.views.choice import Choice

_DATASETS = ("visits_annual_origin",)
# More rows than this cannot be read on one screen; the table holds the same ones.
_MATRIX_ROWS = 20


def _pairs(t: Language, choice: Choice, year: str) -> pd.DataFrame:
    """Origins of the own region and the rest of the world by destination, in the order of their names."""
    matrix = frames.origin_matrix(choice.everything, year)
    pairs = matrix.astype({"counterpart_area": str, "ref_area": str})
    totals = pairs.groupby("counterpart_area")["visits"].sum().sort_values(ascending=False)
    most = [area for area in totals.index if totals[area] > 0][:_MATRIX_ROWS]
    pairs = pairs[pairs["counterpart_area"].isin(most)]
    place = {area: rank for rank, area in enumerate(most)}
    pairs = pairs.sort_values(
        ["counterpart_area", "ref_area"], key=lambda c: c.map(place) if c.name == "counterpart_area" else c
    )
    return pairs.assign(
        origin_label=[labels.area_name(t, area) for area in pairs["counterpart_area"]],
        destination_label=[labels.area_name(t, area) for area in pairs["ref_area"]],
        value=pairs["share"],
        value_text=[t.percent(share) for share in pairs["share"]],
        status_text=t.code_label("obs_status", "E"),
        obs_status="E",
    )


@kept
def origin_matrix_card(t: Language, choice: Choice, year: str, theme: str) -> Card | str:
    """The matrix of a selection in a year, or why there is none."""
    pairs = _pairs(t, choice, year)
    away = pairs[(pairs["counterpart_area"] != pairs["ref_area"]) & (pairs["counterpart_area"] != "_O")]
    if away.empty:
        return t("visitors.top.none")
    most = away.sort_values("visits", ascending=False).iloc[0]
    return Card(
        key="origin-matrix",
        title=t("visitors.matrix.title", year=year),
        unit=t("visitors.matrix.unit"),
        reading=t(
            "visitors.matrix.reading",
            origin=most["origin_label"],
            destination=most["destination_label"],
            visits=t.compact(most["visits"]),
        ),
        spec=build_origin_matrix(
            region=choice.region,  # type: ignore[arg-type]
            language=t.code,
            theme=theme,
            labels=labels.chart(t),
            rows=pairs["counterpart_area"].nunique(),
        ),
        frame=pairs,
        table=Table(
            pairs,
            (
                Column("origin_label", t("columns.origin")),
                Column("destination_label", t("columns.destination")),
                Column("visits", t("columns.visits"), "amount"),
                Column("share", t("columns.share"), "percent"),
            ),
        ),
        datasets=_DATASETS,
    )
