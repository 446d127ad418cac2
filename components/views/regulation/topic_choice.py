"""What the reader of one topic chose: topic, region and trust, read from the URL, and their pickers."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from components import loaders, state
from components.i18n import Language
from components.views.regulation.choice import ALL, Choice
from data.analysis.regulation.facts import Trust

USUAL = "de_minimis"
# Topics with a picture of their own, beside those with numbers.
CLASSES = ("cross_border_data", "foreign_equity")
STRATEGY = "ecommerce_strategy"


@dataclass(frozen=True)
class TopicChoice:
    """One topic as the section shows it; hashable, so it can key a cache."""

    topic: str
    region: str
    trust: Trust

    @property
    def areas(self) -> tuple[str, ...]:
        """The members shown."""
        return loaders.catalog().ref_areas if self.region == ALL else loaders.members(self.region)

    @property
    def map_region(self) -> str:
        """The window of the map."""
        return "both" if self.region == ALL else self.region


def topics() -> tuple[str, ...]:
    """The topics of the register of laws."""
    return tuple(loaders.catalog().codes["law_topic"])


def read_topic(choice: Choice) -> TopicChoice:
    """The topic of the URL."""
    return TopicChoice(state.one("topic", topics(), USUAL), choice.region, choice.trust)


def draw_pickers(t: Language, choice: TopicChoice) -> None:
    """The bar of the section."""
    with st.container(horizontal=True, vertical_alignment="bottom", key="topic-pickers", gap="small"):
        st.selectbox(
            t("regulation_topic.topic"),
            topics(),
            format_func=lambda code: t.code_label("law_topic", code),
            width=320,
            **state.tie(
                "url.topic.one", "topic", choice.topic, lambda code: None if code == USUAL else str(code)
            ),
        )
        st.selectbox(
            t("datasets.columns.region"),
            (ALL, *loaders.catalog().app.regions),
            format_func=lambda code: t("filters.all") if code == ALL else t.code_label("region", code),
            width=160,
            **state.tie(
                "url.region.topic", "region", choice.region, lambda code: None if code == ALL else str(code)
            ),
        )
        draw_trust(t, choice.trust, "topic")


def draw_trust(t: Language, trust: Trust, place: str) -> None:
    """Whether entries that nobody verified are shown."""
    st.segmented_control(
        t("regulation_topic.trust"),
        ("sourced", "all"),
        format_func=lambda code: t(f"regulation_topic.trusts.{code}"),
        required=True,
        **state.tie(
            f"url.trust.{place}", "trust", trust, lambda code: None if code == "sourced" else str(code)
        ),
    )
