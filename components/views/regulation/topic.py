"""One topic of law across the members: its numbers, classes or status, and the laws behind them."""

from __future__ import annotations

import streamlit as st

from components.faults import guarded
from components.i18n import Language
from components.kept import kept
from components.views import labels
from components.views.cards import Metric, draw_card, draw_metrics
from components.views.regulation import topic_known as known
from components.views.regulation.choice import Choice
from components.views.regulation.topic_choice import (
    CLASSES,
    STRATEGY,
    TopicChoice,
    draw_pickers,
    read_topic,
)
from components.views.regulation.topic_laws import draw_classes, draw_topic_laws
from components.views.regulation.topic_maps import class_map, status_map
from components.views.regulation.topic_number_map import numbers_map
from components.views.regulation.topic_numbers import numbers_card
from components.views.regulation.topic_years import adoption_card, timeline_card
from data.analysis.regulation import topics


def draw_topic(t: Language, choice: Choice) -> None:
    """Draw the section: pickers, figures, the pictures that suit the topic, and its laws."""
    chosen = read_topic(choice)
    draw_pickers(t, chosen)
    if choice.year is not None:
        st.caption(t("regulation_topic.today", year=choice.year))
    with guarded(t):
        draw_metrics(t, _figures(t, chosen), "topic")
    for draw in _PICTURES.get(picture_of(chosen), ()):
        with guarded(t):
            draw(t, chosen)
    with guarded(t):
        draw_topic_laws(t, chosen)


def picture_of(choice: TopicChoice) -> str:
    """Which pictures suit the topic: numbers, classes, strategy or status."""
    if choice.topic in topics.MEASURES:
        return "numbers"
    if choice.topic in CLASSES:
        return "classes"
    return "strategy" if choice.topic == STRATEGY else "status"


_PICTURES = {
    "numbers": (
        lambda t, choice: draw_card(t, numbers_map(t, choice, labels.theme())),
        lambda t, choice: draw_card(t, numbers_card(t, choice, labels.theme())),
    ),
    "classes": (lambda t, choice: draw_card(t, class_map(t, choice, labels.theme())), draw_classes),
    "strategy": (lambda t, choice: draw_card(t, timeline_card(t, choice, labels.theme())),),
    "status": (
        lambda t, choice: draw_card(t, status_map(t, choice, labels.theme())),
        lambda t, choice: draw_card(t, adoption_card(t, choice, labels.theme())),
    ),
}


@kept
def _figures(t: Language, choice: TopicChoice) -> tuple[Metric, ...]:
    """How many members stand where, by the register of laws."""
    counted = known.answers(choice)["answer"].value_counts()
    members = len(choice.areas)
    rows = known.laws(t, choice)
    of = t("regulation_topic.of", members=t.number(members))
    unknown = members - int(counted.sum())
    return (
        Metric(t("codes.law_status.in_force"), t.number(int(counted.get("in_force", 0))), note=of),
        Metric(
            t("regulation_topic.figures.partly_or_draft"),
            t.number(int(counted.get("partially_in_force", 0) + counted.get("draft", 0))),
            note=of,
        ),
        Metric(t("codes.law_status.none"), t.number(int(counted.get("none", 0))), note=of),
        Metric(
            t("codes.law_status.unknown"),
            t.number(unknown),
            note=of,
            help=t("regulation_topic.figures.unknown_help"),
        ),
        Metric(
            t("regulation_topic.figures.laws"),
            t.number(len(rows)),
            note=t("regulation_topic.figures.sourced", count=t.number(int(rows["sourced"].sum()))),
        ),
    )
