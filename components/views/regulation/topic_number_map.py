"""Map of the number that each member sets on a topic: a threshold in USD or a rate in percent."""

from __future__ import annotations

import pandas as pd

from components import loaders
from components.charts.maps import prepare_map
from components.i18n import Language
from components.kept import kept
from components.views.cards import Card, Column, Table
from components.views.regulation import topic_known as known
from components.views.regulation.topic_choice import TopicChoice
from components.views.regulation.topic_numbers import amount
from components.views.regulation.topic_places import country_columns, map_spec, map_title, places, trust_word
from data.analysis.regulation import topics
from data.analysis.regulation.facts import UNVERIFIED

# Signs on the map: not known; a rule of another kind or a draft; zero or no such rule.
_SIGN = {topics.OTHER: "M", topics.DRAFT: "M", topics.UNVERIFIED: "O", "unknown": "O"}


@kept
def numbers_map(t: Language, choice: TopicChoice, theme: str) -> Card | str:
    """The map of thresholds or rates, or why there is none."""
    found = known.standings(choice)
    held = found[found["standing"] == topics.NUMBER]
    if held.empty:
        return t("regulation_topic.no_numbers")
    measure = topics.MEASURES[choice.topic]
    percent = measure.unit == "percent"
    none = found["standing"] == topics.NONE
    laws = known.laws(t, choice).set_index("law_id")
    value = found["value"].mask(none, 0.0) / (100 if percent else 1)
    frame = places(t, choice).assign(
        value=value.to_numpy(),
        value_text=[
            str(laws.at[law, "amount_text"])
            if isinstance(law, str)
            else t(f"regulation_topic.standing.{standing}")
            for law, standing in zip(found["law_id"], found["standing"], strict=True)
        ],
        status_text=[trust_word(t, code) for code in found["verification"]],
        obs_status=[_SIGN.get(standing, "A") for standing in found["standing"]],
        doubtful=(found["verification"] == UNVERIFIED).to_numpy(),
    )
    kind = "share" if percent else "amount"
    signs = {
        "gap_missing": t("regulation_topic.signs.unknown"),
        "gap_not_applicable": t("regulation_topic.signs.other"),
        "gap_zero": t(f"regulation_topic.signs.zero_{measure.code}"),
    }
    told = found.assign(
        country=frame["label"].to_numpy(),
        said=frame["value_text"].to_numpy(),
        standing=[t(f"regulation_topic.standing.{standing}") for standing in found["standing"]],
        trust=frame["status_text"].to_numpy(),
    )
    return Card(
        key="topic-map",
        variant=f"{choice.topic}-{choice.region}",
        title=map_title(t, choice),
        unit=t(f"regulation_topic.unit.{measure.code}"),
        reading=_numbers_reading(t, choice, held),
        spec=map_spec(t, choice, theme, kind=kind, signs=signs, rows=frame),
        frame=prepare_map(frame, kind=kind, language=t.code),
        table=Table(
            told,
            (
                *country_columns(t),
                Column("standing", t("datasets.columns.law_status")),
                Column("value", t("datasets.columns.numeric_value"), "decimal"),
                Column("said", t("columns.note")),
                Column("trust", t("columns.trust")),
            ),
        ),
        datasets=known.DATASETS,
        note=" ".join(_numbers_notes(t, choice, found)),
    )


def _numbers_reading(t: Language, choice: TopicChoice, held: pd.DataFrame) -> str:
    names, unit = loaders.country_names(t.code), topics.MEASURES[choice.topic].unit
    above = held[held["value"] > 0].sort_values("value", kind="stable")
    if above.empty:
        return t("regulation_topic.reading.all_zero", known=t.number(len(held)))
    most = above.iloc[-1]
    return t(
        "regulation_topic.reading.numbers",
        known=t.number(len(held)),
        members=t.number(len(choice.areas)),
        zero=t.number(len(held) - len(above)),
        median=amount(t, float(held["value"].median()), unit),
        name=names[most["ref_area"]],
        value=amount(t, float(most["value"]), unit),
    )


def _numbers_notes(t: Language, choice: TopicChoice, found: pd.DataFrame) -> list[str]:
    """Who has no number on the map, and why."""
    said = [t(f"regulation_topic.about.{choice.topic}")]
    for standing in (topics.NONE, topics.DRAFT, topics.OTHER):
        areas = found.loc[found["standing"] == standing, "ref_area"]
        if len(areas):
            said.append(known.standing_note(t, standing, areas))
    without = found.loc[found["standing"].isin([topics.UNVERIFIED, "unknown"]), "ref_area"]
    said += known.missing(t, choice, without)
    if (found["verification"] == UNVERIFIED).any():
        said.append(t("regulation_topic.pale"))
    return said
