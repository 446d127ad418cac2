"""Ranked bars of the numbers that the laws of a topic set: thresholds in USD, rates in percent."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from components import loaders
from components.charts.regulation.topic import build_numbers_chart
from components.i18n import Language
from components.kept import kept
from components.views import labels
from components.views.cards import Card, Table
from components.views.regulation import topic_known as known
from components.views.regulation.known import said
from components.views.regulation.law_rows import laws_table
from components.views.regulation.topic_choice import TopicChoice
from data.analysis.regulation import topics


def amount(t: Language, value: float, unit: str) -> str:
    """A threshold or rate in words: USD 200, 16%."""
    whole = value == int(value)
    if unit == "percent":
        return t.percent(value / 100, 0 if whole else 1)
    return t("laws.amount", value=t.number(value, 0 if whole else 2), unit=unit)


@kept
def numbers_card(t: Language, choice: TopicChoice, theme: str) -> Card | str:
    """The card of ranked bars, or why there is none."""
    measure = topics.MEASURES[choice.topic]
    found = topics.topic_numbers(known.laws(t, choice), measure)
    if found.empty:
        return t("regulation_topic.no_numbers")
    rows = found.to_dict("records")
    several = found["ref_area"].duplicated(keep=False)
    frame = pd.DataFrame(
        {
            "label": _unique(
                [
                    f"{row['country']} ({t.code_label('numeric_scope', scope)})"
                    if twice and (scope := said(row["numeric_scope"]))
                    else str(row["country"])
                    for row, twice in zip(rows, several, strict=True)
                ]
            ),
            "value": found["numeric_value"].to_numpy(),
            "value_text": [_ending(t, row) for row in rows],
            "region": [loaders.region_of()[str(row["ref_area"])] for row in rows],
            "firmness": found["firmness"].to_numpy(),
            "country_label": found["country"].to_numpy(),
            "instrument_text": found["title"].to_numpy(),
            "status_text": found["status_text"].to_numpy(),
            "trust_text": found["trust_text"].to_numpy(),
        }
    )
    table = laws_table(t, found)
    wanted = {"ref_area", "country", "title", "numeric_value", "numeric_unit", "scope_text", "status_text",
              "year_in_force", "trust_text", "source_url"}  # fmt: skip
    return Card(
        key="topic-numbers",
        variant=choice.topic,
        title=t(f"regulation_topic.ranked.{measure.code}", topic=t.code_label("law_topic", choice.topic)),
        unit=t(f"regulation_topic.unit.{measure.code}"),
        reading=_reading(t, found),
        spec=build_numbers_chart(language=t.code, theme=theme, labels=labels.chart(t), rows=len(frame)),
        frame=frame,
        table=Table(table.frame, tuple(column for column in table.columns if column.name in wanted)),
        datasets=known.DATASETS,
        note=" ".join([t("regulation_topic.hollow"), *_others(t, choice)]),
    )


def _ending(t: Language, row: Mapping[Any, Any]) -> str:
    """The number with its scope and, where it does not simply hold, its status and trust."""
    parts = [str(row["amount_text"])]
    if row["status"] in (topics.DRAFT, "unknown"):
        parts.append(str(row["status_text"]))
    elif row["status"] == topics.NONE:
        parts.append(t("regulation_topic.standing.none"))
    if not row["sourced"]:
        parts.append(str(row["trust_text"]))
    return " · ".join(parts)


def _reading(t: Language, found: pd.DataFrame) -> str:
    counted = found["firmness"].value_counts()
    return t(
        "regulation_topic.reading.ranked",
        rows=t.number(len(found)),
        countries=t.number(found["ref_area"].nunique()),
        firm=t.number(int(counted.get(topics.FIRM, 0))),
        limited=t.number(int(counted.get(topics.LIMITED, 0))),
        loose=t.number(int(counted.get(topics.LOOSE, 0))),
    )


def _others(t: Language, choice: TopicChoice) -> list[str]:
    """Numbers of laws on the topic that are of another kind, each said in words."""
    rows, measure = known.laws(t, choice), topics.MEASURES[choice.topic]
    ranked = (rows["numeric_measure"] == measure.code) & (rows["numeric_unit"] == measure.unit)
    other = rows[rows["numeric_value"].notna() & ~ranked]
    return [
        t(
            "regulation_topic.other_number",
            country=row["country"],
            measure=t.code_label("numeric_measure", row["numeric_measure"]),
            amount=row["amount_text"],
        )
        for row in other.to_dict("records")
    ]


def _unique(names: list[str]) -> list[str]:
    """Names made different where two are the same: bars of one name would lie on each other."""
    seen: dict[str, int] = {}
    made = []
    for name in names:
        seen[name] = seen.get(name, 0) + 1
        made.append(name if seen[name] == 1 else f"{name} {seen[name]}")
    return made
