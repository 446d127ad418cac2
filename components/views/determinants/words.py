"""Sentences of the page: coefficients, intervals, and a notice for each rule that fired."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import streamlit as st

from components.i18n import Language
from components.markup import plain
from components.views.determinants import series
from data.analysis.correlation.guard_rails import NO_COEFFICIENT, Notice

# Values of a notice that name an indicator.
_NAMES = ("index", "part", "indicator")
# Countable things are written as numbers, years are not.
_COUNTS = ("n", "least", "count")


def coefficient(t: Language, value: float) -> str:
    """A coefficient with two digits and a proper minus; the mark of a missing one when there is none."""
    if value != value:
        return t("cards.missing_mark")
    shown = round(value, 2)
    return f"{chr(0x2212)}{t.number(-shown, 2)}" if shown < 0 else t.number(shown, 2)


def between(t: Language, low: float, high: float) -> str:
    """An interval in words; the mark of a missing one when there is none."""
    if low != low or high != high:
        return t("cards.missing_mark")
    return t("determinants.between", low=coefficient(t, low), high=coefficient(t, high))


def notice(t: Language, fired: Notice) -> str:
    """The sentence about a rule that fired."""
    values = dict(fired.values)
    values |= {key: series.name(t, str(values[key])) for key in _NAMES if key in values}
    values |= {key: t.number(float(str(values[key]))) for key in _COUNTS if key in values}
    if fired.code == "mixed_years":
        values = {
            "outcome": _span(t, fired.values["outcome_first"], fired.values["outcome_last"]),
            "determinant": _span(t, fired.values["first"], fired.values["last"]),
        }
    values.pop("family", None)
    return t(f"determinants.rules.{fired.code}", **values)


def _span(t: Language, first: object, last: object) -> str:
    return str(first) if first == last else t("determinants.years", first=first, last=last)


def reasons(t: Language, fired: Iterable[Notice]) -> str:
    """Why there is no coefficient, or what has to be said beside it, in short words for a table."""
    said = [t(f"determinants.short.{one.code}") for one in fired]
    return " · ".join(said)


def without_coefficient(fired: Iterable[Notice]) -> bool:
    """Whether a rule takes the coefficient away."""
    return any(one.code in NO_COEFFICIENT for one in fired)


def draw_notices(t: Language, fired: Sequence[Notice]) -> None:
    """Show each rule that fired; a warning where it takes the coefficient away."""
    for one in fired:
        show = st.warning if one.code in NO_COEFFICIENT else st.info
        show(plain(notice(t, one)), icon=":material/rule:")
