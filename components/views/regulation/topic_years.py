"""One topic over the years: members that have a law, region by region, and strategies as a timeline."""

from __future__ import annotations

import pandas as pd

from components import loaders
from components.charts.regulation.topic import build_adoption_chart, build_timeline_chart
from components.i18n import Language
from components.kept import kept
from components.views import labels
from components.views.cards import Card, Column, Table
from components.views.regulation import topic_known as known
from components.views.regulation.choice import this_year
from components.views.regulation.law_rows import laws_table
from components.views.regulation.topic_choice import TopicChoice
from data.analysis.regulation import topics


@kept
def adoption_card(t: Language, choice: TopicChoice, theme: str) -> Card | str:
    """The card of the steps, or why there is none."""
    first = topics.first_years(known.laws(t, choice))
    regions = {area: loaders.region_of()[area] for area in choice.areas}
    grown = topics.adoption(first, regions, this_year())
    if grown.empty:
        return t("regulation_topic.no_years")
    members = pd.Series(regions).value_counts()
    last = grown["year"] == grown["year"].max()
    of = grown["region"].map(members)
    share = [
        t("regulation_topic.of_members", count=t.number(int(count)), members=t.number(int(total)))
        for count, total in zip(grown["countries"], of, strict=True)
    ]
    told = grown.assign(
        members=of,
        region_label=[t.code_label("region", region) for region in grown["region"]],
        share_text=share,
        joined_text=[known.named(t, codes.split(";")) if codes else "" for codes in grown["joined"]],
    )
    told["end_label"] = told["share_text"].where(last, "")
    undated = first.loc[first["year"].isna(), "ref_area"]
    now = told[last].set_index("region")["share_text"]
    said = [
        t("regulation_topic.region_share", region=t.code_label("region", str(region)), share=amount)
        for region, amount in now.items()
    ]
    note = [t("regulation_topic.first_law")]
    if len(undated):
        note.append(
            t("regulation_topic.undated", count=t.number(len(undated)), names=known.named(t, undated))
        )
    return Card(
        key="topic-adoption",
        variant=f"{choice.topic}-{choice.region}",
        title=t("regulation_topic.adoption.title", topic=t.code_label("law_topic", choice.topic)),
        unit=t("regulation_topic.adoption.unit"),
        reading=t("regulation_topic.adoption.reading", year=this_year(), shares=t.listing(said)),
        spec=build_adoption_chart(language=t.code, theme=theme, labels=labels.chart(t)),
        frame=told.drop(columns=["joined", "members"]),
        table=Table(
            told,
            (
                Column("year", t("columns.year"), "year"),
                Column("region_label", t("datasets.columns.region")),
                Column("countries", t("charts.countries_with_law"), "number"),
                Column("members", t("regulation_topic.members"), "number"),
                Column("joined_text", t("charts.joined")),
            ),
        ),
        datasets=known.DATASETS,
        note=" ".join(note),
    )


@kept
def timeline_card(t: Language, choice: TopicChoice, theme: str) -> Card | str:
    """The card of strategies by year, or why there is none."""
    rows = known.laws(t, choice)
    year = rows["year_enacted"].fillna(rows["year_in_force"])
    dated = rows.assign(year=year).dropna(subset=["year"])
    dated = dated.astype({"year": int}).sort_values(
        ["year", "country"], ascending=[False, True], kind="stable"
    )
    if dated.empty:
        return t("regulation_topic.no_years")
    firm = (dated["status"].isin(topics.IN_FORCE) & dated["sourced"]).to_numpy(dtype=bool)
    frame = pd.DataFrame(
        {
            "label": [f"{row.year}  {row.country}" for row in dated.itertuples()],
            "year": dated["year"].to_numpy(),
            "region": [loaders.region_of()[str(area)] for area in dated["ref_area"]],
            "firm": firm,
            "country_label": dated["country"].to_numpy(),
            "instrument_text": dated["title"].to_numpy(),
            "status_text": dated["status_text"].to_numpy(),
            "trust_text": dated["trust_text"].to_numpy(),
        }
    )
    newest = dated.iloc[0]
    undated = rows[year.isna().to_numpy()]
    without = [area for area in choice.areas if area not in set(rows["ref_area"])]
    note = [t("regulation_topic.timeline.hollow"), *known.missing(t, choice, without)]
    if len(undated):
        names = known.named(t, undated["ref_area"].drop_duplicates())
        note.insert(1, t("regulation_topic.timeline.undated", count=t.number(len(undated)), names=names))
    return Card(
        key="topic-timeline",
        variant=choice.region,
        title=t("regulation_topic.timeline.title"),
        unit=t("regulation_topic.timeline.unit"),
        reading=t(
            "regulation_topic.timeline.reading",
            count=t.number(len(dated)),
            firm=t.number(int(firm.sum())),
            country=newest["country"],
            year=int(newest["year"]),
            title=newest["title"],
        ),
        spec=build_timeline_chart(language=t.code, theme=theme, labels=labels.chart(t), rows=len(frame)),
        frame=frame,
        table=_timeline_table(t, dated),
        datasets=known.DATASETS,
        note=" ".join(note),
    )


def _timeline_table(t: Language, dated: pd.DataFrame) -> Table:
    table = laws_table(t, dated)
    wanted = {"ref_area", "country", "title", "status_text", "year_enacted", "trust_text", "source_url"}
    return Table(table.frame, tuple(column for column in table.columns if column.name in wanted))
