"""Maps of one topic by words: the status of the law, or the class of its rule."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from components import loaders
from components.charts.regulation.topic import prepare_classes_map, standing_shades, stricter_shades
from components.i18n import Language
from components.kept import kept
from components.views.cards import Card, Column, Table
from components.views.regulation import topic_known as known
from components.views.regulation.topic_choice import TopicChoice
from components.views.regulation.topic_places import country_columns, map_spec, map_title, places, trust_word
from data.analysis.regulation import topics
from data.analysis.regulation.facts import UNVERIFIED


@kept
def status_map(t: Language, choice: TopicChoice, theme: str) -> Card | str:
    """The map of a topic's status, or why there is none."""
    cells = known.answers(choice)
    codes = [code for code in loaders.catalog().codes["law_status"] if code in set(cells["answer"].dropna())]
    if not codes:
        return t("regulation_topic.no_laws")
    names = [(code, t.code_label("law_status", code)) for code in codes]
    counted = cells["answer"].value_counts()
    reading = t(
        "regulation_topic.reading.status",
        known=t.number(int(counted.sum())),
        members=t.number(len(choice.areas)),
        in_force=t.number(int(counted.get("in_force", 0) + counted.get("partially_in_force", 0))),
        draft=t.number(int(counted.get("draft", 0))),
        none=t.number(int(counted.get("none", 0))),
    )
    return _classes_card(
        t,
        choice,
        theme,
        cells.assign(code=cells["answer"]),
        names,
        standing_shades(codes, theme),
        unit=t("regulation_topic.unit.status"),
        reading=reading,
    )


@kept
def class_map(t: Language, choice: TopicChoice, theme: str) -> Card | str:
    """The map of the classes of rules on a topic, or why there is none."""
    held = known.classes(t, choice)
    if held.empty:
        return t("regulation_topic.no_laws")
    names = [(code, known.class_name(t, choice.topic, code)) for code in known.class_codes(choice.topic)]
    counted = held["code"].value_counts()
    most = str(counted.index[0])
    reading = t(
        "regulation_topic.reading.classes",
        most=known.class_name(t, choice.topic, most),
        count=t.number(int(counted.iloc[0])),
        known=t.number(len(held)),
        members=t.number(len(choice.areas)),
    )
    return _classes_card(
        t,
        choice,
        theme,
        held,
        names,
        stricter_shades(len(names), theme),
        unit=t(f"regulation_topic.unit.{choice.topic}"),
        reading=reading,
        none=known.without_rule(t, choice),
    )


def _classes_card(
    t: Language,
    choice: TopicChoice,
    theme: str,
    held: pd.DataFrame,
    names: Sequence[tuple[str, str]],
    shades: tuple[str, ...],
    *,
    unit: str,
    reading: str,
    none: Sequence[str] = (),
) -> Card:
    """A map of classes from one row per member: ref_area, code (missing where unknown), verification.

    none: members known to have no rule and so no class.
    """
    words, no_rule = dict(names), t("regulation_topic.standing.none")
    by_area = held.set_index("ref_area").reindex(list(choice.areas))
    known_codes = by_area["code"].where(by_area["code"].notna(), None)
    frame = places(t, choice).assign(
        code=known_codes.to_numpy(),
        value_text=[
            words.get(code, no_rule if area in none else t("regulation_topic.signs.unknown"))
            for area, code in zip(choice.areas, known_codes, strict=True)
        ],
        status_text=[trust_word(t, code) for code in by_area["verification"]],
        obs_status=[
            "A" if code in words else "M" if area in none else "O"
            for area, code in zip(choice.areas, known_codes, strict=True)
        ],
        doubtful=(by_area["verification"] == UNVERIFIED).to_numpy(),
    )
    told = frame.assign(
        region_label=[t.code_label("region", loaders.region_of()[a]) for a in frame["ref_area"]]
    )
    without = [area for area, code in zip(choice.areas, known_codes, strict=True) if code not in words]
    note = known.missing(t, choice, [area for area in without if area not in none])
    if none:
        note.insert(0, known.standing_note(t, topics.NONE, none))
    if frame["doubtful"].any():
        note.append(t("regulation_topic.pale"))
    return Card(
        key="topic-map",
        variant=f"{choice.topic}-{choice.region}",
        title=map_title(t, choice),
        unit=unit,
        reading=reading,
        spec=map_spec(
            t, choice, theme,
            shades=shades, rows=frame.assign(value=1),
            signs={"gap_missing": t("regulation_topic.signs.unknown"), "gap_not_applicable": no_rule},
        ),
        frame=prepare_classes_map(frame, names),
        table=Table(
            told.rename(columns={"label": "country"}),
            (
                *country_columns(t),
                Column("region_label", t("datasets.columns.region")),
                Column("value_text", t("datasets.columns.law_status")),
                Column("status_text", t("columns.trust")),
            ),
        ),
        datasets=known.DATASETS,
        note=" ".join(note) or None,
    )  # fmt: skip
