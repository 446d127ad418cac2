"""When measures began and ended, and what became of those that began with the pandemic."""

from __future__ import annotations

from components import loaders
from components.charts.policies.composition import STATUSES, build_status_chart
from components.charts.policies.timeline import build_measures_over_time
from components.i18n import Language
from components.kept import kept
from components.views import labels
from components.views.cards import Card, Column, Table
from components.views.policies import known
from data.analysis.policies.timeline import after_the_pandemic, timeline, undated

# Years of the picture; the few measures that began before are in the table and in the line.
_YEARS = 22


@kept
def timeline_card(t: Language, trust: str, theme: str) -> Card | str:
    """Beginnings, endings and measures in place by year."""
    rows = known.counted(trust)
    table = timeline(rows, known.year())
    if table.empty:
        return t("policies.time.none")
    names = {"begun": t("charts.measures_begun"), "ended": t("charts.measures_ended"),
             "in_place": t("charts.in_place")}  # fmt: skip
    shown = table.tail(_YEARS)
    told = shown.rename(columns={"starts": "begun", "ends": "ended"}).melt(
        "time_period", list(names), "part", "measures"
    )
    told["part_label"] = told["part"].map(names)
    most = table.sort_values("starts", ascending=False, kind="stable").iloc[0]
    return Card(
        key="measures-over-time",
        title=t("policies.time.title"),
        unit=t("policies.time.unit"),
        reading=t(
            "policies.time.reading",
            year=str(most["time_period"]),
            starts=t.number(int(most["starts"])),
            last=str(table["time_period"].iloc[-1]),
            **{name: t.number(int(table[name].iloc[-1])) for name in ("in_place", "running", "unknown")},
        ),
        spec=build_measures_over_time(language=t.code, theme=theme, labels=labels.chart(t)),
        frame=told,
        table=Table(
            table,
            (
                Column("time_period", t("columns.year")),
                Column("starts", t("charts.measures_begun"), "number"),
                Column("ends", t("charts.measures_ended"), "number"),
                Column("in_place", t("charts.in_place"), "number"),
                Column("unknown", t("policies.time.unknown"), "number"),
            ),
        ),
        datasets=known.DATASETS,
        note=t("policies.time.note", undated=t.number(undated(rows)), measures=t.number(len(rows))),
    )


@kept
def pandemic_card(t: Language, trust: str, theme: str) -> Card | str:
    """What became of the measures begun as a response to the pandemic."""
    rows = known.counted(trust)
    table, begun = after_the_pandemic(rows), rows[rows["pandemic"] == "yes"]
    if table.empty:
        return t("policies.time.none")
    order = {code: place for place, code in enumerate(STATUSES)}
    regions = loaders.catalog().app.regions
    table = table.sort_values(
        ["region", "status"], key=lambda held: held.map(order | {code: at for at, code in enumerate(regions)})
    )
    told = table.assign(
        label=[t.code_label("region", code) for code in table["region"]],
        code=table["status"],
        code_label=[t.code_label("policy_status", code) for code in table["status"]],
        share_text=[t.percent(share, 0) for share in table["share"]],
        measures_text=[t.number(count) for count in table["measures"]],
    )
    total = table["measures"].sum()
    counts = table.groupby("status")["measures"].sum()
    return Card(
        key="after-the-pandemic",
        title=t("policies.pandemic.title"),
        unit=t("policies.pandemic.unit"),
        reading=t(
            "policies.pandemic.reading",
            total=t.number(total),
            running=t.number(counts.get("running", 0)),
            over=t.number(counts.get("ended", 0) + counts.get("superseded", 0)),
            unknown=t.number(counts.get("unknown", 0)),
        ),
        spec=build_status_chart(
            language=t.code, theme=theme, labels=labels.chart(t), rows=told["label"].nunique()
        ),
        frame=told,
        table=Table(
            told,
            (
                Column("label", t("charts.region")),
                Column("code_label", t("datasets.columns.policy_status")),
                Column("measures", t("charts.measures"), "number"),
                Column("share", t("columns.share"), "percent"),
            ),
        ),
        datasets=known.DATASETS,
        note=f"{known.repeats(t, begun)} {t('policies.pandemic.note')}",
    )
