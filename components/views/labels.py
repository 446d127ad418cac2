"""Words that all views share: theme in use, chart labels, values, status and measure columns."""

from __future__ import annotations

from functools import cache

import streamlit as st

from components import loaders
from components.i18n import Language
from components.views.cards import Column

# States whose area is too small to be seen or clicked on a map of their region.
SMALL_STATES = frozenset({"SGP", "BRN"})
# How the map's colours are to be understood for each metric.
KIND = {"visits": "amount", "per_user": "rate", "yoy": "change", "index": "index", "rank": "rank"}
_WRITTEN = {"visits": "amount", "per_user": "decimal", "yoy": "change", "index": "decimal", "rank": "number"}


def theme() -> str:
    """The theme the reader sees: light or dark."""
    return st.context.theme.type or "light"


@cache
def chart(t: Language) -> dict[str, str]:
    """The words that charts need."""
    return dict(t.section("charts"))


def area_name(t: Language, area: str) -> str:
    """The name of a member, of another country that the texts know, or of the rest of the world."""
    return loaders.country_names(t.code).get(area) or t.code_label("area", area)


def value(t: Language, metric: str, amount: float | None) -> str:
    """A value of a metric for reading."""
    if amount is None or amount != amount:
        return t("cards.missing_mark")
    if metric == "visits":
        return t.compact(amount)
    if metric == "yoy":
        return t.change(amount)
    return t.number(amount, 0 if metric == "rank" else 1)


def status(t: Language, code: object) -> str:
    """The reader's word for an observation status; missing when there is no observation."""
    known = str(code) if code == code and str(code) in "AEPOMQ" else "O"
    return t.code_label("obs_status", known)


def measure_columns(t: Language, metric: str) -> tuple[Column, ...]:
    """The value of a metric with its interval and status, as columns of a table."""
    interval = metric in ("visits", "per_user")
    columns = [Column("value", t(f"metrics.{metric}.name"), _WRITTEN[metric])]
    if interval:
        columns += [
            Column("value_low", t("columns.low"), _WRITTEN[metric]),
            Column("value_high", t("columns.high"), _WRITTEN[metric]),
        ]
    return (*columns, Column("obs_status", t("columns.obs_status")))
