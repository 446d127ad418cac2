"""One marketplace: everything the register and the estimates know of it, and what that rests on."""

from __future__ import annotations

from urllib.parse import urlsplit

import pandas as pd
import streamlit as st

from components import loaders, state
from components.i18n import Language
from components.kept import kept
from components.markup import plain
from components.views import labels
from components.views.cards import Column, Metric, Table, draw_empty, draw_metrics, draw_table, source_line
from components.views.marketplace_charts import draw_origins, draw_people, draw_series
from data.analysis.profile import MarketplaceProfile, marketplace_profile

_CODED = {
    "offering", "market_type", "category", "transactional", "foreign_sellers", "own_logistics",
    "own_payments", "domain_scope", "storefront",
}  # fmt: skip
_AREAS = {"ref_area", "home_area"}
_YEARS = {"launched_year", "closed_year"}


@kept
def _profile(marketplace_id: str) -> MarketplaceProfile:
    return marketplace_profile(
        marketplace_id,
        storefronts=loaders.storefronts(),
        monthly=loaders.monthly(),
        origin=loaders.origin(),
        people=loaders.people(),
        evidence=loaders.evidence(),
        published=loaders.published(),
        ranks=loaders.popularity(),
        region_of=loaders.region_of(),
    )


def draw_marketplace(t: Language, marketplace_id: str) -> None:
    """Draw the marketplace with a way back to the ranking."""
    st.button(t("marketplace.back"), icon=":material/arrow_back:", type="tertiary", on_click=_close)
    profile = _profile(marketplace_id)
    row = profile.storefront
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.subheader(plain(str(row["name"])), width="content", anchor=False)
        st.badge(t.code_label("verification", row["verification"]), color="gray")
        st.badge(t(f"marketplace.evidence.{_evidence(profile)}"), color="gray")
    st.markdown(_sentence(t, profile))
    _figures(t, profile)
    if profile.series["visits"].notna().any():
        draw_series(t, profile)
        left, right = st.columns(2, gap="medium")
        with left:
            draw_origins(t, profile)
        with right:
            draw_people(t, profile)
    else:
        draw_empty(t, t("marketplace.no_visits"))
    _facts(t, profile)
    _published(t, profile)
    _ranks(t, profile)
    _sources(t, profile)
    st.caption(source_line(t, ("visits_monthly", "visits_annual_origin", "marketplace")))


def _close() -> None:
    state.write(marketplace=None)


def _evidence(profile: MarketplaceProfile) -> str:
    return str(profile.evidence["evidence_class"]) if profile.evidence else "none"


def _sentence(t: Language, profile: MarketplaceProfile) -> str:
    row, names = profile.storefront, loaders.country_names(t.code)
    return t(
        f"marketplace.sentence.{row['storefront']}",
        country=names[str(row["ref_area"])],
        offering=t.code_label("offering", row["offering"]).lower(),
        category=t.code_label("category", row["category"]).lower(),
    )


def _figures(t: Language, profile: MarketplaceProfile) -> None:
    year = profile.last_year
    metrics = []
    if year and not pd.isna(year["visits"]):  # type: ignore[call-overload]
        low, visits, high = (float(str(year[name])) for name in ("visits_low", "visits", "visits_high"))
        note = t("marketplace.between", start=t.compact(low), end=t.compact(high))
        metrics.append(Metric(t("key_figures.visits.label"), t.compact(visits), note=note))
    for within, place, among in profile.places[["within", "place", "of"]].itertuples(index=False, name=None):
        value = t("marketplace.place_of", place=t.number(place), of=t.number(among))
        metrics.append(Metric(t(f"marketplace.place.{within}"), value))
    if not profile.origins.empty:
        home = profile.origins.loc[profile.origins["origin_group"] != "national", "share"].sum()
        metrics.append(Metric(t("key_figures.cross_border_share.label"), t.percent(home)))
    if metrics:
        draw_metrics(t, metrics, key="marketplace")


def _facts(t: Language, profile: MarketplaceProfile) -> None:
    def told(name: str, value: object) -> str:
        if value is None or value != value:
            return t("cards.missing_mark")
        if name in _CODED:
            return t.code_label(name, value)
        if name in _AREAS:
            return labels.area_name(t, str(value))
        return str(int(float(str(value)))) if name in _YEARS else str(value)

    frame = profile.attributes
    shown = pd.DataFrame(
        {
            "attribute": [t(f"datasets.columns.{name}") for name in frame["attribute"]],
            "value": [
                told(name, value) for name, value in zip(frame["attribute"], frame["value"], strict=True)
            ],
            "trust": [t(f"marketplace.trust.{code}") for code in frame["trust"]],
        }
    )
    st.markdown(f"#### {t('marketplace.facts')}")
    columns = (
        Column("attribute", t("marketplace.attribute")),
        Column("value", t("columns.value")),
        Column("trust", t("columns.trust")),
    )
    draw_table(t, Table(shown, columns), t("marketplace.facts"))


def _published(t: Language, profile: MarketplaceProfile) -> None:
    if profile.published.empty:
        return
    frame = profile.published.assign(
        period=[
            t("marketplace.between", start=t.day(str(row.period_start)), end=t.day(str(row.period_end)))
            for row in profile.published.itertuples()
        ],
        said=[t.code_label("traffic_metric", code) for code in profile.published["metric"]],
    )
    st.markdown(f"#### {t('marketplace.published')}")
    columns = (
        Column("said", t("columns.metric")),
        Column("value", t("columns.value"), "amount"),
        Column("period", t("columns.period")),
        Column("provider", t("columns.provider")),
    )
    draw_table(t, Table(frame, columns), t("marketplace.published"))


def _bucket(t: Language, size: float) -> str:
    return t("cards.missing_mark") if pd.isna(size) else t("marketplace.bucket", bucket=t.number(size))


def _ranks(t: Language, profile: MarketplaceProfile) -> None:
    if profile.ranks.empty:
        return
    names = loaders.country_names(t.code)
    frame = profile.ranks.assign(
        where=[names.get(str(area), t("codes.area.WLD")) for area in profile.ranks["ref_area"]],
        bucket=[_bucket(t, size) for size in profile.ranks["rank_bucket"]],
        when=[t.period(str(month)[:7]) for month in profile.ranks["time_period"]],
    )
    st.markdown(f"#### {t('marketplace.ranks')}")
    columns = (
        Column("when", t("columns.period")),
        Column("where", t("columns.country")),
        Column("rank", t("columns.rank"), "number"),
        Column("bucket", t("marketplace.bucket_title")),
    )
    draw_table(
        t, Table(frame.drop_duplicates(["when", "where", "rank", "bucket"]), columns), t("marketplace.ranks")
    )
    st.caption(t("marketplace.ranks_note"))


def _sources(t: Language, profile: MarketplaceProfile) -> None:
    safe = [
        row
        for row in profile.sources.itertuples(index=False)
        if urlsplit(str(row.url)).scheme in ("http", "https")
    ]
    if not safe:
        return
    st.markdown(f"#### {t('marketplace.sources')}")
    for number, row in enumerate(safe):
        host = urlsplit(str(row.url)).netloc
        label = t(f"marketplace.source_part.{row.part}", host=host)
        st.link_button(
            label, str(row.url), type="tertiary", icon=":material/open_in_new:", key=f"source.{number}"
        )
