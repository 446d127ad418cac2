"""Reads the parameters of a data address; whatever cannot be meant is a problem that names the parameter."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

import pandas as pd

from components.export.problems import Problem
from components.i18n import DEFAULT, languages
from data.analysis.extract import PeriodError, Wanted, parse_period
from data.analysis.offer import AREA, INDICATOR, MARKETPLACE, Offer
from data.catalog import Catalog

PARAMETERS = ("country", "period", "indicator", "marketplace", "lang")
_ONCE = ("period", "lang")
# How much of a wrong value is repeated, and how many of the right ones are named.
_REPEATED, _NAMED = 40, 60


@dataclass(frozen=True, slots=True)
class Request:
    """What was asked for, checked."""

    wanted: Wanted
    language: str


def language_of(pairs: Sequence[tuple[str, str]]) -> str:
    """The language that an answer is written in: `lang` when it is one of ours, else English."""
    given = [value for name, value in pairs if name == "lang"]
    return given[-1] if given and given[-1] in languages() else DEFAULT


def read_request(
    pairs: Sequence[tuple[str, str]], offer: Offer, catalog: Catalog, frame: pd.DataFrame
) -> Request:
    """The parameters of an address for the table `frame` of `offer`. Raises Problem (400) naming the first
    that is unknown, given twice, not offered by this dataset, empty or none of its code list.
    """
    allowed = allowed_values(offer, catalog, frame)
    times = Counter(name for name, _ in pairs)
    for name, _ in pairs:
        if name not in PARAMETERS:
            raise _bad("unknown_parameter", name, allowed=", ".join(PARAMETERS))
        if name in _ONCE and times[name] > 1:
            raise _bad("given_twice", name)
        if name not in allowed:
            raise _bad("not_offered", name, dataset=offer.dataset.id)
    return Request(
        Wanted(
            countries=_codes("country", pairs, allowed),
            period=_period(pairs, offer),
            indicators=_codes("indicator", pairs, allowed),
            marketplaces=_codes("marketplace", pairs, allowed),
        ),
        next(iter(_codes("lang", pairs, allowed)), DEFAULT),
    )


def allowed_values(offer: Offer, catalog: Catalog, frame: pd.DataFrame) -> dict[str, Collection[str]]:
    """The parameters that this table takes, each with the values it may have (none for a period)."""
    allowed: dict[str, Collection[str]] = {"lang": languages()}
    if offer.has_area:
        listed = catalog.allowed_values(offer.columns[AREA])
        allowed["country"] = listed or catalog.ref_areas
    if offer.period:
        allowed["period"] = ()
    if offer.has_indicators:
        allowed["indicator"] = catalog.allowed_values(offer.columns[INDICATOR]) or tuple(catalog.indicators)
    elif len(offer.measures) > 0:
        allowed["indicator"] = offer.measures
    if offer.has_marketplaces:
        allowed["marketplace"] = frozenset(map(str, frame[MARKETPLACE].dropna().unique()))
    return allowed


def _codes(
    name: str, pairs: Sequence[tuple[str, str]], allowed: dict[str, Collection[str]]
) -> tuple[str, ...]:
    given = tuple(dict.fromkeys(value for key, value in pairs if key == name))
    for value in given:
        if value not in allowed[name]:
            named = sorted(allowed[name])
            more = ["\u2026"] if len(named) > _NAMED else []
            raise _bad(
                "unknown_value", name, value=value[:_REPEATED], allowed=", ".join(named[:_NAMED] + more)
            )
    return given


def _period(pairs: Sequence[tuple[str, str]], offer: Offer) -> tuple[str, str] | None:
    given = [value for name, value in pairs if name == "period"]
    if not given or offer.period is None:
        return None
    try:
        return parse_period(given[0], offer.period)
    except PeriodError:
        form = "yearly_period" if offer.period == "year" else "monthly_period"
        raise _bad(form, "period", value=given[0][:_REPEATED]) from None


def _bad(reason: str, parameter: str, **facts: object) -> Problem:
    return Problem(400, reason, parameter=parameter[:_REPEATED], see=(), **facts)
