"""Goods against services over the years."""

from __future__ import annotations

from components import loaders
from components.charts.characteristics import build_offering_trend_chart
from components.i18n import Language
from components.kept import kept
from components.views import frames, labels
from components.views.cards import Card, Column, Table
from components.views.choice import Choice
from data.analysis import traffic


@kept
def offerings_card(t: Language, choice: Choice, theme: str) -> Card | str:
    """Shares of visits to sellers of goods, of services and of both, by year."""
    visits = traffic.visits_by(loaders.monthly(), frames.selected(choice.everything), by="offering", freq="A")
    whole = visits[visits["complete"] & (visits["visits"] > 0)]
    if whole.empty:
        return t("explorer.empty.series")
    total = whole.groupby("time_period", observed=True)["visits"].transform("sum")
    told = whole.assign(
        time_period=whole["time_period"].astype(str),
        code=whole["offering"].astype(str),
        code_label=[t.code_label("offering", code) for code in whole["offering"]],
        share=whole["visits"] / total,
        visits_text=[t.compact(number) for number in whole["visits"]],
    )
    told["share_text"] = [t.percent(share) for share in told["share"]]
    last = told[told["time_period"] == told["time_period"].max()]
    parts = [
        t("explorer.named_value", name=row.code_label, value=row.share_text) for row in last.itertuples()
    ]
    return Card(
        key="offerings",
        title=t("features.offerings.title"),
        unit=t("features.unit.visits"),
        reading=t("features.offerings.reading", year=last["time_period"].iloc[0], parts=t.listing(parts)),
        spec=build_offering_trend_chart(language=t.code, theme=theme, labels=labels.chart(t)),
        frame=told,
        table=Table(
            told,
            (
                Column("time_period", t("columns.year")),
                Column("code_label", t("columns.offering")),
                Column("visits", t("columns.visits"), "amount"),
                Column("share", t("columns.share"), "percent"),
            ),
        ),
        datasets=("visits_monthly",),
    )
