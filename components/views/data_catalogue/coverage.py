"""What exists of a dataset, by country and year, as a grid."""

from __future__ import annotations

from components import loaders
from components.charts.coverage import build_coverage_chart
from components.i18n import Language
from components.kept import kept
from components.views import labels
from components.views.cards import Card, Column, Table, draw_card, draw_empty
from data.analysis.coverage import coverage


def draw_coverage(t: Language, dataset: str) -> None:
    """Draw the section."""
    card = coverage_card(t, dataset, labels.theme())
    if isinstance(card, str):
        draw_empty(t, card)
    else:
        draw_card(t, card)


@kept
def coverage_card(t: Language, dataset: str, theme: str) -> Card | str:
    """The grid of a dataset, or why there is none."""
    names = loaders.country_names(t.code)
    areas = tuple(sorted(names, key=lambda area: (loaders.region_of()[area], names[area])))
    counts = coverage(loaders.leaving(dataset), areas)
    if counts is None:
        return t("data_catalogue.coverage.none")
    counts = counts.assign(
        country_label=counts["ref_area"].map(names),
        count_text=[
            t.number(count) if count else t("data_catalogue.coverage.empty") for count in counts["count"]
        ],
    )
    totals = counts.groupby("ref_area", sort=False)["count"].sum()
    without = [names[area] for area in totals.index[totals == 0]]
    most = str(totals.idxmax())
    missing = t("data_catalogue.coverage.missing", countries=t.listing(without)) if without else None
    if (counts["count"] > 0).all():
        missing = t("data_catalogue.coverage.none_missing")
    return Card(
        key="coverage",
        title=t("data_catalogue.coverage.title", dataset=t(loaders.catalog().datasets[dataset].title_key)),
        unit=t("data_catalogue.coverage.unit"),
        reading=t(
            "data_catalogue.coverage.reading",
            held=t.number(int((totals > 0).sum())),
            members=t.number(len(areas)),
            first=counts["year"].min(),
            last=counts["year"].max(),
            most=names[most],
            count=t.number(int(totals[most])),
        ),
        note=missing,
        spec=build_coverage_chart(
            language=t.code,
            theme=theme,
            labels=labels.chart(t) | {"values": t("data_catalogue.coverage.count")},
            rows=len(areas),
        ),
        frame=counts[["country_label", "year", "count", "count_text"]],
        table=Table(
            counts,
            (
                Column("ref_area", t("columns.ref_area")),
                Column("country_label", t("columns.country")),
                Column("year", t("columns.year")),
                Column("count", t("data_catalogue.coverage.count"), "number"),
            ),
        ),
        datasets=(dataset,),
        variant=dataset,
    )
