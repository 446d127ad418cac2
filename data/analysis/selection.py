"""Which storefronts a reader asked for."""

from __future__ import annotations

from dataclasses import dataclass, fields

import numpy as np
import pandas as pd

from data.analysis.coding import UNKNOWN

BOTH_OFFERINGS = "both"
BOTH_MARKETS = "B2C+C2C"
_COLUMN = {
    "countries": "ref_area",
    "offering": "offering",
    "market": "market_type",
    "category": "category",
    "transactional": "transactional",
    "foreign_sellers": "foreign_sellers",
}
# A storefront that does both answers a question for either; asking for `both` asks for those alone.
_ALSO = {"offering": BOTH_OFFERINGS, "market": BOTH_MARKETS}


@dataclass(frozen=True)
class Selection:
    """Filters of the explorers; each a tuple of codes, empty for no filter. Hashable, so it can key a cache.

    `unknown` may be asked for like any other code; it is matched only then.
    """

    countries: tuple[str, ...] = ()
    offering: tuple[str, ...] = ()
    market: tuple[str, ...] = ()
    category: tuple[str, ...] = ()
    transactional: tuple[str, ...] = ()
    foreign_sellers: tuple[str, ...] = ()

    @property
    def applied(self) -> tuple[str, ...]:
        """Names of the filters that are set."""
        return tuple(field.name for field in fields(self) if getattr(self, field.name))

    @property
    def asks_features(self) -> bool:
        """Whether anything but countries is filtered."""
        return any(name != "countries" for name in self.applied)


def select_storefronts(storefronts: pd.DataFrame, selection: Selection) -> pd.DataFrame:
    """The rows of `storefronts` that meet every filter, in their order.

    `storefronts`: ref_area, offering, market_type, category, transactional, foreign_sellers. Within a filter
    codes are alternatives; goods and services also match `both`, B2C and C2C also match `B2C+C2C`.
    """
    keep = np.ones(len(storefronts), dtype=bool)
    for name in selection.applied:
        keep &= _matches(storefronts, selection, name)
    return storefronts[keep]


def excluded_as_unknown(storefronts: pd.DataFrame, selection: Selection) -> dict[str, int]:
    """For each filter set: storefronts that meet all others and fall out because their value is unknown.

    Zero counts are left out, so an empty mapping says that nothing is hidden by ignorance.
    """
    counts: dict[str, int] = {}
    matches = {name: _matches(storefronts, selection, name) for name in selection.applied}
    for name, matched in matches.items():
        others = np.ones(len(storefronts), dtype=bool)
        for other, meets in matches.items():
            if other != name:
                others &= meets
        unknown = (_values(storefronts, name) == UNKNOWN).to_numpy()
        count = int((others & unknown & ~matched).sum())
        if count:
            counts[name] = count
    return counts


def _values(storefronts: pd.DataFrame, name: str) -> pd.Series:
    return storefronts[_COLUMN[name]].astype(object).fillna(UNKNOWN)


def _matches(storefronts: pd.DataFrame, selection: Selection, name: str) -> np.ndarray:
    asked = set(getattr(selection, name))
    if name in _ALSO and asked - {UNKNOWN}:
        asked.add(_ALSO[name])
    return _values(storefronts, name).isin(asked).to_numpy()
