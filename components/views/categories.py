"""How many marketplaces there are in each category."""

from __future__ import annotations

from components.charts.characteristics import build_counts_chart
from components.i18n import Language
from components.kept import kept
from components.views import frames, labels
from components.views.cards import Card, Column, Table
from components.views.choice import Choice


@kept
def categories_card(t: Language, choice: Choice, theme: str) -> Card | str:
    """Active storefronts by category, most first."""
    known = frames.feature_shares(choice.everything, "category", None)
    if known.empty:
        return t("explorer.empty.selection")
    told = known.sort_values("storefronts", ascending=False, kind="stable")
    told = told.assign(
        label=[t.code_label("category", code) for code in told["feature_value"]],
        value=told["storefronts"].astype(float),
        value_text=[t.number(count) for count in told["storefronts"]],
        obs_status="A",
    )
    first = [
        t("explorer.named_value", name=row.label, value=row.value_text) for row in told.head(3).itertuples()
    ]
    return Card(
        key="categories",
        title=t("features.categories.title"),
        unit=t("features.categories.unit"),
        reading=t("features.categories.reading", first=t.listing(first)),
        spec=build_counts_chart(
            region=choice.region, language=t.code, theme=theme, labels=labels.chart(t), rows=len(told)
        ),
        frame=told[["label", "value", "value_text", "obs_status"]],
        table=Table(
            told.drop(columns="obs_status"),
            (
                Column("label", t("columns.category")),
                Column("storefronts", t("columns.storefronts"), "number"),
                Column("share_storefronts", t("columns.share_storefronts"), "percent"),
                Column("visits", t("columns.visits"), "amount"),
                Column("share_visits", t("columns.share_visits"), "percent"),
            ),
        ),
        datasets=("marketplace",),
    )
