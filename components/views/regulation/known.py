"""What is known of the rules: the answers of a layer, and the reader's words for them."""

from __future__ import annotations

from functools import cache

import pandas as pd

from components import loaders
from components.i18n import Language
from components.kept import kept
from data.analysis.regulation.answers import TRACKER, datable, framework_answers, treaty_answers
from data.analysis.regulation.facts import Rules, Trust
from data.analysis.regulation.panel import Item
from data.analysis.regulation.rdtii_answers import rdtii_answers, rdtii_rules
from data.analysis.regulation.scores import CountRules

FRAMEWORK, TREATIES, RDTII = "framework", "treaties", "rdtii"
LAYERS = (FRAMEWORK, TREATIES, RDTII)
# How answers look in the matrix, in the order of its key.
KINDS = {
    FRAMEWORK: ("full", "part", "draft", "before", "none", "unknown"),
    TREATIES: ("full", "enacted", "part", "before", "none", "unknown", "not_applicable"),
    RDTII: ("0", "0.25", "0.5", "0.75", "0.8", "1", "unknown"),
}
DATASETS = {
    FRAMEWORK: ("law", "cyberlaw_status"),
    TREATIES: ("treaty_status",),
    RDTII: ("rdtii_measure", "rdtii_indicator"),
}
# Kinds that are no answers, and are said in words of their own.
SAID = ("before", "not_applicable")


@kept
def rules(layer: str, year: int | None = None) -> Rules:
    """Items, scores and groups of a layer; for a year without the items that have no past."""
    about = loaders.catalog().regulation.layers[layer]
    if layer == RDTII:
        return rdtii_rules(loaders.rdtii_indicators(), about.before)
    items = tuple(Item(item, group) for group, inside in about.groups.items() for item in inside)
    return Rules(layer, items if year is None else datable(items), about.scores, about.before)


@cache
def count_rules() -> CountRules:
    """Which RDTII indicators add up their measures."""
    about = loaders.catalog().regulation.rdtii
    return CountRules(about.halves_add_up, about.quarters_add_up)


@cache
def areas(layer: str) -> tuple[str, ...]:
    """The members that a layer knows anything of, East Asia first, in the order of the settings."""
    members = loaders.catalog().ref_areas
    if layer != RDTII:
        return members
    scored = set(loaders.rdtii_measures()["ref_area"])
    return tuple(area for area in members if area in scored)


@kept
def answers(layer: str, year: int | None, trust: Trust) -> pd.DataFrame:
    """The answers of a layer (shape: data/analysis/regulation/answers.py), today or at the end of `year`."""
    by, who = rules(layer, year), areas(layer)
    if layer == FRAMEWORK:
        laws, tracker = loaders.laws(), loaders.cyberlaw_status()
        return framework_answers(laws, tracker, by, who, year=year, trust=trust)
    if layer == TREATIES:
        return treaty_answers(loaders.treaty_status(), by, who, year=year, trust=trust)
    measures, indicators = loaders.rdtii_measures(), loaders.rdtii_indicators()
    return rdtii_answers(measures, indicators, count_rules(), by, who, year=year)


@cache
def _indicator_titles(language: str) -> dict[str, str]:
    frame = loaders.rdtii_indicators()
    return dict(zip(frame["indicator"], frame[f"title_{language}"], strict=True))


def item_name(t: Language, layer: str, item: str) -> str:
    """The reader's words for an item of a layer."""
    if layer == FRAMEWORK:
        if item.startswith(TRACKER):
            area = t.code_label("cyberlaw_area", item.removeprefix(TRACKER))
            return t("regulation.tracker_item", area=area)
        return t.code_label("law_topic", item)
    if layer == TREATIES:
        return t.code_label("treaty", item)
    return f"{item} {_indicator_titles(t.code)[item]}"


def group_name(t: Language, layer: str, group: str) -> str:
    """The reader's words for a group of items."""
    if layer == RDTII:
        return f"{group} {t.code_label('pillar', group)}"
    return t(f"regulation.groups.{layer}.{group}")


def answer_name(t: Language, layer: str, answer: str | None) -> str:
    """The reader's words for an answer; a score is written as the language writes numbers."""
    if answer is None or answer != answer:
        return t("codes.law_status.unknown")
    if layer == RDTII:
        return t.number(float(answer), len(answer.partition(".")[2]))
    return t.code_label("law_status" if layer == FRAMEWORK else "treaty_status", answer)


def letter(t: Language, layer: str, kind: str, answer: str | None) -> str:
    """The sign of an answer in a cell: a letter, or the score itself."""
    if kind in ("unknown", *SAID):
        return t(f"regulation.letters.{kind}")
    if layer == RDTII:
        return answer_name(t, layer, answer)
    return t(f"regulation.letters.{answer}")


def trust_name(t: Language, verification: str | None) -> str:
    """The reader's words for the verification of an answer; the mark of a gap where there is none."""
    if verification is None or verification != verification:
        return t("cards.missing_mark")
    return t.code_label("verification", verification)


def key_text(t: Language, layer: str, kind: str, answer: str | None) -> str:
    """How the key of a matrix explains a kind: its sign and its word; a score is its own sign."""
    sign, word = (
        letter(t, layer, kind, answer),
        cell_text(t, layer, kind, None if kind == "unknown" else answer),
    )
    return word if layer == RDTII and kind != "unknown" and kind not in SAID else f"{sign}  {word}"


def cell_text(t: Language, layer: str, kind: str, answer: str | None) -> str:
    """What a cell says: that it does not apply or not yet hold, else its answer."""
    return t(f"regulation.{kind}") if kind in SAID else answer_name(t, layer, answer)


def year_text(t: Language, year: object) -> str:
    """A year; the mark of a gap where it is not known."""
    return str(int(said(year))) if said(year) else t("cards.missing_mark")


def said(value: object) -> str:
    """A cell of a register as text; empty where it is missing."""
    return "" if value is None or value is pd.NA or value != value else str(value)
