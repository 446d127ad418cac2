"""What all maps of a topic share: members with their places, the map itself, and words."""

from __future__ import annotations

import pandas as pd

from components import loaders
from components.charts.gaps import SIGNS
from components.charts.maps import build_region_map
from components.i18n import Language
from components.views import labels
from components.views.cards import Column
from components.views.regulation.topic_choice import TopicChoice
from data.analysis.regulation.facts import SOURCED, UNVERIFIED


def map_spec(
    t: Language,
    choice: TopicChoice,
    theme: str,
    *,
    signs: dict[str, str],
    rows: pd.DataFrame,
    kind: str = "amount",
    shades: tuple[str, ...] = (),
) -> dict[str, object]:
    """The map with the words of its signs; the key explains those that occur in `rows`."""
    zero = {"Z"} if (rows["value"] == 0).any() else set()
    found = tuple(code for code in SIGNS if code in {*rows["obs_status"], *zero})
    return build_region_map(
        region=choice.map_region,  # type: ignore[arg-type]
        language=t.code,
        theme=theme,
        labels={**labels.chart(t), **signs, "status": t("columns.trust")},
        kind=kind,
        shades=shades,
        gaps=bool(found),
        signs=found,
        doubtful=True,
    )


def places(t: Language, choice: TopicChoice) -> pd.DataFrame:
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


def map_title(t: Language, choice: TopicChoice) -> str:
    """The title of a map."""
    return t("regulation_topic.map_title", topic=t.code_label("law_topic", choice.topic))


def country_columns(t: Language) -> tuple[Column, ...]:
    """The columns that name a member."""
    return (Column("ref_area", t("columns.ref_area")), Column("country", t("columns.country")))


def trust_word(t: Language, code: object) -> str:
    """The reader\'s word for a level of verification; the mark of a gap where there is none."""
    return t.code_label("verification", code) if code in (SOURCED, UNVERIFIED) else t("cards.missing_mark")
