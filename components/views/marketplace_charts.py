"""The charts of one marketplace: visits per month, origins of its visitors, their sex and age."""

from __future__ import annotations

from components import loaders
from components.charts.origins import build_top_origins_chart
from components.charts.timeseries import build_timeseries_chart
from components.i18n import Language
from components.views import labels
from components.views.cards import Card, Column, Table, draw_card
from components.views.lines import line_rows, published_rows
from components.views.people import people_card
from data.analysis.profile import MarketplaceProfile

_TOP = 10


def draw_series(t: Language, profile: MarketplaceProfile) -> None:
    """Visits per month with interval and the published figures."""
    known = profile.series[profile.series["visits"].notna()]
    series = known.assign(
        marketplace_id=profile.marketplace_id,
        value=known["visits"],
        value_low=known["visits_low"],
        value_high=known["visits_high"],
        complete=True,
    )
    names = {profile.marketplace_id: str(profile.storefront["name"])}
    published = published_rows(t, loaders.published(), {profile.marketplace_id}, names)
    rows = line_rows(
        t, series, "marketplace_id", names, "visits", {profile.marketplace_id}, labels.theme(), published
    )
    first, last = known.iloc[0], known.iloc[-1]
    draw_card(
        t,
        Card(
            key="marketplace-series",
            title=t("marketplace.series_title"),
            unit=t("marketplace.series_unit"),
            reading=t(
                "marketplace.series_reading",
                first=t.compact(first["visits"]),
                start=t.period(str(first["time_period"])),
                last=t.compact(last["visits"]),
                end=t.period(str(last["time_period"])),
            ),
            spec=build_timeseries_chart(
                language=t.code,
                theme=labels.theme(),
                labels=labels.chart(t),
                kind="amount",
                freq="M",
                band=bool(rows["banded"].any()),
                measured=bool((rows["obs_status"] != "E").any()),
                published=not published.empty,
            ),
            frame=rows,
            table=Table(
                series,
                (
                    Column("time_period", t("columns.period"), "period"),
                    *labels.measure_columns(t, "visits"),
                    Column("provider", t("columns.provider")),
                ),
            ),
            datasets=("visits_monthly", "published_traffic"),
            note=t("explorer.development.band"),
        ),
    )


def draw_origins(t: Language, profile: MarketplaceProfile) -> None:
    """The countries its visitors come from."""
    top = profile.origins.head(_TOP)
    areas = top["counterpart_area"].astype(str)
    told = top.assign(
        counterpart_area=areas,
        label=[labels.area_name(t, area) for area in areas],
        region=areas.map(loaders.region_of()).fillna("rest"),
        value=top["share"],
        value_text=[t.percent(share) for share in top["share"]],
        visits_text=[t.compact(visits) for visits in top["visits"]],
        obs_status="E",
    )
    national = told.loc[told["origin_group"] == "national", "share"].sum()
    away = told[(told["origin_group"] != "national") & (told["counterpart_area"] != "_O")]
    first = [
        t("explorer.named_value", name=row.label, value=row.value_text) for row in away.head(3).itertuples()
    ]
    reading = (
        t("marketplace.origins_reading", national=t.percent(national), first=t.listing(first))
        if first
        else t("marketplace.origins_reading_home", national=t.percent(national))
    )
    draw_card(
        t,
        Card(
            key="marketplace-origins",
            title=t("marketplace.origins_title", year=profile.year),
            unit=t("visitors.top.unit"),
            reading=reading,
            spec=build_top_origins_chart(
                language=t.code, theme=labels.theme(), labels=labels.chart(t), rows=len(told)
            ),
            frame=told,
            table=Table(
                told,
                (
                    Column("label", t("columns.origin")),
                    Column("visits", t("columns.visits"), "amount"),
                    Column("share", t("columns.share"), "percent"),
                ),
            ),
            datasets=("visits_annual_origin",),
        ),
    )


def draw_people(t: Language, profile: MarketplaceProfile) -> None:
    """Its visitors by sex and age."""
    title = t("marketplace.people_title", year=profile.year)
    draw_card(t, people_card(t, "marketplace-people", title, profile.people, labels.theme()))
