"""Cuts out of a dataset what was asked for: countries, periods, marketplaces, indicators or measures."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

import numpy as np
import pandas as pd

from data.analysis.offer import AREA, INDICATOR, MARKETPLACE, PERIOD, STATUS, Offer, PeriodKind

# Digits of ASCII alone: `\d` would let those of other scripts through.
_MONTH = re.compile(r"([0-9]{4})(?:-(?:(0[1-9]|1[0-2])|Q([1-4])))?")
_YEAR = re.compile(r"[0-9]{4}")


class PeriodError(ValueError):
    """A period that does not parse; the message is the text that was given."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to cut out; empty or None stands for all. `period`: first and last, as the data write it."""

    countries: tuple[str, ...] = ()
    period: tuple[str, str] | None = None
    indicators: tuple[str, ...] = ()
    marketplaces: tuple[str, ...] = ()


def parse_period(text: str, kind: PeriodKind) -> tuple[str, str]:
    """First and last period of `2024`, `2024-Q3`, `2024-07` or a span `2019-01:2025-12`.

    Yearly data take years only. Raises PeriodError when the text is none of these or ends before it starts.
    """
    start, colon, end = text.partition(":")
    first, last = _bounds(start, kind), _bounds(end if colon else start, kind)
    if first is None or last is None or first[0] > last[1]:
        raise PeriodError(text)
    return first[0], last[1]


def _bounds(text: str, kind: PeriodKind) -> tuple[str, str] | None:
    """The first and the last period of the data that one written period holds; None when it is no period."""
    if kind == "year":
        return (text, text) if _YEAR.fullmatch(text) else None
    found = _MONTH.fullmatch(text)
    if found is None:
        return None
    year, month, quarter = found.groups()
    if month:
        return text, text
    if quarter:
        return f"{year}-{3 * int(quarter) - 2:02}", f"{year}-{3 * int(quarter):02}"
    return f"{year}-01", f"{year}-12"


def extract(frame: pd.DataFrame, offer: Offer, wanted: Wanted) -> pd.DataFrame:
    """The rows and columns of `frame` (the columns of `offer`) that are wanted, ordered by period and key."""
    kept = np.ones(len(frame), dtype=bool)
    if wanted.countries and offer.has_area:
        kept &= frame[AREA].isin(wanted.countries).to_numpy()
    if wanted.marketplaces and offer.has_marketplaces:
        kept &= frame[MARKETPLACE].isin(wanted.marketplaces).to_numpy()
    if wanted.period and offer.period:
        start, end = wanted.period
        # Each period judged once, not once in each row.
        known = frame[PERIOD].unique()
        within = [period for period in known if start <= str(period)[: len(start)] <= end]
        kept &= frame[PERIOD].isin(within).to_numpy()
    dropped: set[str] = set()
    if wanted.indicators:
        if offer.has_indicators:
            kept &= frame[INDICATOR].isin(wanted.indicators).to_numpy()
        else:
            dropped = set(offer.measures) - set(wanted.indicators)
    names = [name for name in offer.columns if name not in dropped]
    return frame.loc[kept, names].reset_index(drop=True)


def with_country(frame: pd.DataFrame, storefronts: pd.DataFrame) -> pd.DataFrame:
    """`frame` with the country of each marketplace in `ref_area`, where it has none yet."""
    if MARKETPLACE not in frame or AREA in frame:
        return frame
    of = storefronts.set_index(MARKETPLACE)[AREA].astype(str)
    return frame.assign(**{AREA: frame[MARKETPLACE].astype(str).map(of).astype("category")})


def summed_by(frame: pd.DataFrame, storefronts: pd.DataFrame, offer: Offer) -> pd.DataFrame:
    """Sums of `frame` (marketplace_id, keys, measures) over the marketplaces operated for each country.

    Foreign sites used by residents are left out: they are no marketplaces of the country. A country and
    period without any visits has had no marketplace: its values are missing and not applicable (M). All other
    sums are estimates (E), because every division by origin is one.
    """
    local = storefronts[storefronts["storefront"] == "local"]
    table = with_country(frame[frame[MARKETPLACE].isin(local[MARKETPLACE])], local)
    keys, measures = list(offer.keys), list(offer.measures)
    sums = table.groupby(keys, observed=True, sort=True)[measures].sum().reset_index()
    if STATUS in offer.columns:
        present = sums.groupby([AREA, PERIOD], observed=True)[measures[0]].transform("sum") > 0
        sums[measures] = sums[measures].where(present)
        sums[STATUS] = np.where(present, "E", "M")
    return sums[list(offer.columns)]


def withheld_sources(frame: pd.DataFrame, refused: Collection[str]) -> np.ndarray:
    """Which rows rest on a source that may not leave; none where rows name no source."""
    if "source" not in frame or not refused:
        return np.zeros(len(frame), dtype=bool)
    return np.asarray(frame["source"].isin(list(refused)))
