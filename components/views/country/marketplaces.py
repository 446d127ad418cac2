"""The marketplaces of a country: by home, the most visited ones, and the visits across its border."""

from __future__ import annotations

import streamlit as st

from components import loaders
from components.charts.characteristics import build_counts_chart
from components.export.country_brief import group_label, visits_title
from components.faults import guarded
from components.i18n import Language
from components.kept import kept
from components.links import draw_link
from components.views import labels
from components.views.cards import Card, Column, Table, draw_card, draw_table, source_line
from components.views.country import crossing, known
from components.views.country.choice import Choice

_SHOWN, _FIRST = 12, 3
_DATASETS = ("visits_monthly", "marketplace")
_ARROW = ":material/arrow_forward:"


def draw_marketplaces(t: Language, choice: Choice) -> None:
    """Draw the section; where entries or visits rest on too little, tables and sentences, no pictures."""
    held = known.summary(choice)
    thin = [name for name in ("marketplaces", "visitors") if held.weights[name] != "full"]
    for name in thin:
        st.caption(t(f"country.short.{name}"))
    st.markdown(f"#### {t('country.marketplaces.groups')}")
    draw_table(t, _groups(t, choice), t("country.marketplaces.groups"))
    if thin:
        draw_table(t, _short(t, choice), t("country.sections.marketplaces"))
        crossing.draw_said(t, choice)
        st.caption(source_line(t, _DATASETS))
    else:
        with guarded(t):
            draw_card(t, top_card(t, choice, labels.theme()))
        crossing.draw_crossing(t, choice)
    with st.container(horizontal=True, gap="medium", key="country-marketplaces-more"):
        ranking = {"country": choice.area, "section": "ranking"}
        draw_link(t, held.region, t("country.marketplaces.more"), ranking, icon=_ARROW)
        flows = {"country": choice.area, "section": "pair"}
        draw_link(t, "cross_region", t("country.crossing.more"), flows, icon=_ARROW)


@kept
def _groups(t: Language, choice: Choice) -> Table:
    groups = known.summary(choice).groups
    return Table(
        groups.assign(
            label=[group_label(t, code) for code in groups["group"]],
            visits_text=[t.compact(visits) for visits in groups["visits"]],
        ),
        (
            Column("label", t("country.marketplaces.group")),
            Column("storefronts", t("columns.storefronts"), "number"),
            Column("visits_text", visits_title(t, known.summary(choice))),
            Column("share", t("columns.share_visits"), "percent"),
        ),
    )


@kept
def _listed(t: Language, choice: Choice) -> Table:
    """Every marketplace with what its entry rests on."""
    shops = known.summary(choice).marketplaces
    names = loaders.country_names(t.code)
    told = shops.assign(
        home=[group_label(t, code) for code in shops["group"]],
        sells=[t.code_label("category", code) for code in shops["category"]],
        visits_text=[t.compact(visits) for visits in shops["visits"]],
        status=[labels.status(t, code) for code in shops["obs_status"]],
        trust=[t.code_label("verification", code) for code in shops["verification"]],
        country=names[choice.area],
    )
    return Table(
        told,
        (
            Column("marketplace_id", t("columns.marketplace")),
            Column("name", t("columns.series")),
            Column("home", t("country.marketplaces.group")),
            Column("sells", t("columns.category")),
            Column("visits_text", visits_title(t, known.summary(choice))),
            Column("visits", t("columns.visits"), "amount"),
            Column("visits_low", t("columns.low"), "amount"),
            Column("visits_high", t("columns.high"), "amount"),
            Column("share", t("columns.share_visits"), "percent"),
            Column("obs_status", t("columns.obs_status")),
            Column("trust", t("columns.trust")),
        ),
    )


@kept
def _short(t: Language, choice: Choice) -> Table:
    """The columns of `_listed` that fit a screen."""
    table = _listed(t, choice)
    wanted = ("home", "sells", "visits_text", "trust")
    name = Column("name", t("columns.marketplace"))
    return Table(table.frame, (name, *(column for column in table.columns if column.name in wanted)))


@kept
def top_card(t: Language, choice: Choice, theme: str) -> Card | str:
    """The most visited marketplaces and foreign sites of a country."""
    table = _listed(t, choice)
    shops = table.frame[table.frame["visits"] > 0].sort_values("visits", ascending=False, kind="stable")
    if shops.empty:
        return t("country.marketplaces.none")
    top = shops.head(_SHOWN)
    name = loaders.country_names(t.code)[choice.area]
    told = top.assign(
        label=[t("ranking.named", name=row.name_, country=row.home) for row in _named(top)],
        value=top["visits"],
        value_text=top["visits_text"],
    )
    first = [
        t("explorer.named_value", name=row.name_, value=row.visits_text) for row in _named(top.head(_FIRST))
    ]
    return Card(
        key="country-marketplaces",
        title=t("country.marketplaces.top", country=name),
        unit=t("country.marketplaces.unit"),
        reading=t("country.marketplaces.reading", first=t.listing(first)),
        spec=build_counts_chart(
            region=known.summary(choice).region,
            language=t.code,
            theme=theme,
            labels=labels.chart(t),
            rows=len(told),
        ),
        frame=told[["label", "value", "value_text", "obs_status"]].astype({"obs_status": str}),
        table=table,
        datasets=_DATASETS,
        note=t("country.marketplaces.cut", shown=t.number(len(top)), total=t.number(len(table.frame))),
    )


def _named(frame):  # type: ignore[no-untyped-def]
    return frame.rename(columns={"name": "name_"}).itertuples()
