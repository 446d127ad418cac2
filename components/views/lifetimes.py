"""When marketplaces opened and closed, and how old they are."""

from __future__ import annotations

from components.charts.characteristics import build_age_histogram, build_entries_exits_chart
from components.i18n import Language
from components.kept import kept
from components.views import frames, labels
from components.views.cards import Card, Column, Table
from components.views.choice import Choice
from data.analysis import characteristics

# The web shops that opened before are too few to make a year.
_FIRST_YEAR = 1995


@kept
def flows_card(t: Language, choice: Choice, theme: str) -> Card | str:
    """Storefronts that opened and closed by year."""
    known = characteristics.entries_exits(frames.selected(choice.everything))
    known = known[known["time_period"].astype(int) >= _FIRST_YEAR]
    if known.empty:
        return t("features.flows.none")
    told = known.melt("time_period", ["entries", "exits"], "flow", "count")
    told["flow"] = told["flow"].map({"entries": "entry", "exits": "exit"})
    told = told.assign(
        time_period=told["time_period"].astype(str),
        flow_label=[t(f"charts.flow_{code}") for code in told["flow"]],
        count_text=[t.number(count) for count in told["count"]],
    )
    most = known.sort_values("entries", ascending=False).iloc[0]
    return Card(
        key="flows",
        title=t("features.flows.title"),
        unit=t("features.flows.unit"),
        reading=t(
            "features.flows.reading",
            year=str(most["time_period"]),
            entries=t.number(most["entries"]),
            exits=t.number(known["exits"].sum()),
            since=str(known["time_period"].min()),
        ),
        spec=build_entries_exits_chart(language=t.code, theme=theme, labels=labels.chart(t)),
        frame=told,
        table=Table(
            known,
            (
                Column("time_period", t("columns.year")),
                Column("entries", t("columns.entries"), "number"),
                Column("exits", t("columns.exits"), "number"),
            ),
        ),
        datasets=("marketplace",),
        note=t("features.flows.note"),
    )


@kept
def ages_card(t: Language, choice: Choice, theme: str) -> Card | str:
    """Storefronts by age; those of unknown age are counted in the note."""
    year = int(frames.last_year()[-1][:4])
    known = characteristics.ages(frames.selected(choice.everything), year)
    dated = known[known["age_from"].notna()]
    if dated.empty:
        return t("features.ages.none")
    told = dated.assign(
        bin_label=[
            t("features.ages.bin", start=int(start), end=int(end))
            for start, end in zip(dated["age_from"], dated["age_to"], strict=True)
        ],
        count=dated["storefronts"],
        count_text=[t.number(count) for count in dated["storefronts"]],
    )
    most = told.sort_values("count", ascending=False).iloc[0]
    unknown = int(known.loc[known["age_from"].isna(), "storefronts"].sum())
    return Card(
        key="ages",
        title=t("features.ages.title", year=year),
        unit=t("features.ages.unit"),
        reading=t("features.ages.reading", bin=most["bin_label"], count=most["count_text"]),
        spec=build_age_histogram(region=choice.region, language=t.code, theme=theme, labels=labels.chart(t)),
        frame=told,
        table=Table(
            told,
            (
                Column("bin_label", t("features.ages.unit")),
                Column("storefronts", t("columns.storefronts"), "number"),
                Column("share_storefronts", t("columns.share_storefronts"), "percent"),
            ),
        ),
        datasets=("marketplace",),
        note=t("features.ages.unknown", count=t.number(unknown)),
    )
