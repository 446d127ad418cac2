"""No country's people visit marketplaces more than those of the countries that are known best."""

from __future__ import annotations

import numpy as np
import pandas as pd


def below_ceiling(
    base: pd.Series, known: pd.Series, areas: pd.Series, is_open: pd.Series, known_share: float
) -> pd.Series:
    """Estimated levels, lowered together in each country whose total lies above the ceiling.

    base: log10 visits per internet user, estimated; known: the same ratio (not its logarithm) from a
    published figure, missing without one; areas: country; is_open: storefronts that count towards the total.
    The ceiling is the highest total of a country where figures carry at least `known_share` of it, or the
    highest total of figures alone. A country above it keeps its figures; its estimates share what is left.
    Without such a country nothing is lowered.
    """
    estimated = (10**base).where(known.isna() & is_open, 0.0)
    parts = pd.DataFrame({"known": known.where(is_open).fillna(0.0), "estimated": estimated})
    total = parts.groupby(areas).sum()
    whole = total.sum(axis=1)
    best = whole[total["known"] >= known_share * whole]
    if best.empty or not (best > 0).any():
        return base
    ceiling = max(float(best.max()), float(total["known"].max()))
    room = (ceiling - total["known"]) / total["estimated"].where(total["estimated"] > 0)
    factor = areas.map(room.where(whole > ceiling)).clip(lower=1e-3, upper=1.0).fillna(1.0)
    return base + np.log10(factor.where(known.isna(), 1.0))
