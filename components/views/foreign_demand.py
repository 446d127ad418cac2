"""Foreign sites that residents use: demand that leaves the country, counted apart from its marketplaces."""

from __future__ import annotations

from components import loaders
from components.charts.characteristics import build_counts_chart
from components.i18n import Language
from components.kept import kept
from components.views import frames, labels
from components.views.cards import Card, Column, Table
from components.views.choice import Choice
from data.analysis.origins import foreign_demand


@kept
def foreign_demand_card(t: Language, choice: Choice, year: str, theme: str) -> Card | str:
    """Visits of residents to the foreign sites that the register knows, in a year."""
    stores = frames.selected(choice.everything)
    known = foreign_demand(loaders.monthly(), stores, by="marketplace_id")
    known = known[(known["time_period"].astype(str) == year) & (known["visits"] > 0)]
    if known.empty:
        return t("visitors.foreign.none")
    names, facts = loaders.country_names(t.code), stores.set_index("marketplace_id")
    country = {identity: names[area] for identity, area in facts["ref_area"].items()}
    told = known.sort_values("visits", ascending=False, kind="stable")
    ids = told["marketplace_id"].astype(str)
    told = told.assign(
        label=[t("ranking.named", name=facts.at[i, "name"], country=country[i]) for i in ids],
        value=told["visits"],
        value_text=[t.compact(visits) for visits in told["visits"]],
        obs_status=told["obs_status"].astype(str),
    )
    first = [
        t("explorer.named_value", name=row.label, value=row.value_text) for row in told.head(3).itertuples()
    ]
    return Card(
        key="foreign-demand",
        title=t("visitors.foreign.title", year=year),
        unit=t("visitors.foreign.unit"),
        reading=t("visitors.foreign.reading", first=t.listing(first)),
        spec=build_counts_chart(
            region=choice.region, language=t.code, theme=theme, labels=labels.chart(t), rows=len(told)
        ),
        frame=told[["label", "value", "value_text", "obs_status"]],
        table=Table(
            told,
            (
                Column("marketplace_id", t("columns.marketplace")),
                Column("label", t("columns.series")),
                Column("visits", t("columns.visits"), "amount"),
                Column("visits_low", t("columns.low"), "amount"),
                Column("visits_high", t("columns.high"), "amount"),
                Column("obs_status", t("columns.obs_status")),
            ),
        ),
        datasets=("visits_monthly", "marketplace"),
        note=t("visitors.foreign.note"),
    )
