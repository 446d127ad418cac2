"""Maps of one topic: the number that each member sets, the class of its rule, or its status."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from components import loaders
from components.charts.maps import build_region_map, prepare_map
from components.charts.regulation.topic import prepare_classes_map, standing_shades, stricter_shades
from components.i18n import Language
from components.kept import kept
from components.views import labels
from components.views.cards import Card, Column, Table
from components.views.regulation import topic_known as known
from components.views.regulation.topic_choice import TopicChoice
from components.views.regulation.topic_numbers import amount
from data.analysis.regulation import topics
from data.analysis.regulation.facts import SOURCED, UNVERIFIED

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
    frame = _places(t, choice).assign(
        value=value.to_numpy(),
        value_text=[
            str(laws.at[law, "amount_text"])
            if isinstance(law, str)
            else t(f"regulation_topic.standing.{standing}")
            for law, standing in zip(found["law_id"], found["standing"], strict=True)
        ],
        status_text=[_trust(t, code) for code in found["verification"]],
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
        title=_title(t, choice),
        unit=t(f"regulation_topic.unit.{measure.code}"),
        reading=_numbers_reading(t, choice, held),
        spec=_spec(t, choice, theme, kind=kind, signs=signs, sign_codes=("O", "M", "Z")),
        frame=prepare_map(frame, kind=kind, language=t.code),
        table=Table(
            told,
            (
                *_country_columns(t),
                Column("standing", t("datasets.columns.law_status")),
                Column("value", t("datasets.columns.numeric_value"), "decimal"),
                Column("said", t("columns.note")),
                Column("trust", t("columns.trust")),
            ),
        ),
        datasets=known.DATASETS,
        note=" ".join(_numbers_notes(t, choice, found)),
    )


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
    frame = _places(t, choice).assign(
        code=known_codes.to_numpy(),
        value_text=[
            words.get(code, no_rule if area in none else t("regulation_topic.signs.unknown"))
            for area, code in zip(choice.areas, known_codes, strict=True)
        ],
        status_text=[_trust(t, code) for code in by_area["verification"]],
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
        title=_title(t, choice),
        unit=unit,
        reading=reading,
        spec=_spec(
            t, choice, theme,
            shades=shades, sign_codes=("O", "M") if none else ("O",),
            signs={"gap_missing": t("regulation_topic.signs.unknown"), "gap_not_applicable": no_rule},
        ),
        frame=prepare_classes_map(frame, names),
        table=Table(
            told.rename(columns={"label": "country"}),
            (
                *_country_columns(t),
                Column("region_label", t("datasets.columns.region")),
                Column("value_text", t("datasets.columns.law_status")),
                Column("status_text", t("columns.trust")),
            ),
        ),
        datasets=known.DATASETS,
        note=" ".join(note) or None,
    )  # fmt: skip


def _spec(
    t: Language,
    choice: TopicChoice,
    theme: str,
    *,
    signs: dict[str, str],
    sign_codes: tuple[str, ...],
    kind: str = "amount",
    shades: tuple[str, ...] = (),
) -> dict[str, object]:
    return build_region_map(
        region=choice.map_region,  # type: ignore[arg-type]
        language=t.code,
        theme=theme,
        labels={**labels.chart(t), **signs, "status": t("columns.trust")},
        kind=kind,
        shades=shades,
        signs=sign_codes,
        doubtful=True,
    )


def _places(t: Language, choice: TopicChoice) -> pd.DataFrame:
    """One row per member shown with what every map needs."""
    areas = list(choice.areas)
    names, countries = loaders.country_names(t.code), loaders.countries().loc[areas]
    return pd.DataFrame(
        {
            "ref_area": areas,
            "label": [names[area] for area in areas],
            "lon": countries["capital_lon"].to_numpy(),
            "lat": countries["capital_lat"].to_numpy(),
            "small": [area in labels.SMALL_STATES for area in areas],
            "selected": False,
        }
    )


def _title(t: Language, choice: TopicChoice) -> str:
    return t("regulation_topic.map_title", topic=t.code_label("law_topic", choice.topic))


def _country_columns(t: Language) -> tuple[Column, ...]:
    return (Column("ref_area", t("columns.ref_area")), Column("country", t("columns.country")))


def _trust(t: Language, code: object) -> str:
    return t.code_label("verification", code) if code in (SOURCED, UNVERIFIED) else t("cards.missing_mark")


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
