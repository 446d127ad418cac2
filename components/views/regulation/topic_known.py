"""What is known of one topic: its laws in words, where each member stands, and who is missing."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from components import loaders
from components.i18n import Language
from components.kept import kept
from components.views.regulation import known
from components.views.regulation.law_rows import told
from components.views.regulation.topic_choice import TopicChoice
from data.analysis.regulation import topics
from data.analysis.regulation.facts import UNKNOWN, UNVERIFIED

DATASETS = ("law",)


@kept
def laws(t: Language, choice: TopicChoice) -> pd.DataFrame:
    """The laws shown, in words (see `told`), countries in the order of the settings."""
    return told(t, topics.topic_laws(loaders.laws(), choice.topic, choice.areas, choice.trust))


@kept
def standings(choice: TopicChoice) -> pd.DataFrame:
    """Where each member stands on a topic with numbers."""
    measure = topics.MEASURES[choice.topic]
    return topics.standings(loaders.laws(), choice.topic, choice.areas, choice.trust, measure)


@kept
def answers(choice: TopicChoice) -> pd.DataFrame:
    """Status of the topic per member, as in the matrix, as of today."""
    cells = known.answers("framework", None, choice.trust)
    return cells[(cells["item"] == choice.topic) & cells["ref_area"].isin(choice.areas)].reset_index(
        drop=True
    )


@kept
def classes(t: Language, choice: TopicChoice) -> pd.DataFrame:
    """The strictest class of each member that has one: columns of `told` and code."""
    rows = laws(t, choice)
    rows = rows[rows["status"] != UNKNOWN]
    if choice.topic == "foreign_equity":
        codes = [topics.equity_class(row) for row in rows.to_dict("records")]
    else:
        codes = rows["rule_class"].fillna("").astype(str).tolist()
    return topics.strictest(rows.assign(code=codes), class_codes(choice.topic))


@kept
def without_rule(t: Language, choice: TopicChoice) -> tuple[str, ...]:
    """Members known to have no rule on a topic with classes, and so no class."""
    rows = laws(t, choice)
    none = set(rows.loc[rows["status"] == topics.NONE, "ref_area"])
    return tuple(area for area in choice.areas if area in none - set(classes(t, choice)["ref_area"]))


def class_codes(topic: str) -> tuple[str, ...]:
    """The classes of a topic from open to strict."""
    return topics.EQUITY if topic == "foreign_equity" else tuple(loaders.catalog().codes["rule_class"])


def class_name(t: Language, topic: str, code: str) -> str:
    """The reader's word for a class."""
    if topic == "foreign_equity":
        return t(f"regulation_topic.equity.{code}")
    return t.code_label("rule_class", code)


@kept
def unverified(choice: TopicChoice) -> tuple[str, ...]:
    """Members of which only something is known that nobody has verified; none when all trust is asked for."""
    if choice.trust == "all":
        return ()
    everything = topics.topic_laws(loaders.laws(), choice.topic, choice.areas, "all")
    sourced = topics.topic_laws(loaders.laws(), choice.topic, choice.areas, "sourced")
    doubtful = everything[everything["verification"] == UNVERIFIED]
    return tuple(
        area
        for area in choice.areas
        if area in set(doubtful["ref_area"]) and area not in set(sourced["ref_area"])
    )


def named(t: Language, areas: Iterable[str]) -> str:
    """Countries by name, in the order of the alphabet."""
    names = loaders.country_names(t.code)
    return t.listing(sorted(names[area] for area in areas))


def standing_note(t: Language, standing: str, areas: Iterable[str]) -> str:
    """A sentence that counts and names the members that stand somewhere else than at a number or class."""
    found = list(areas)
    return t(
        "regulation_topic.standing_note",
        what=t(f"regulation_topic.standing.{standing}"),
        count=t.number(len(found)),
        names=named(t, found),
    )


def missing(t: Language, choice: TopicChoice, without: Iterable[str]) -> list[str]:
    """Sentences that count and name the members of which nothing is shown: not known, and not verified."""
    doubtful = set(unverified(choice))
    absent = list(dict.fromkeys(without))
    nothing = [area for area in absent if area not in doubtful]
    left = [area for area in absent if area in doubtful]
    found = []
    if nothing:
        found.append(t("regulation_topic.nothing", count=t.number(len(nothing)), names=named(t, nothing)))
    if left:
        found.append(t("regulation_topic.left_out", count=t.number(len(left)), names=named(t, left)))
    return found
