"""Visitors by sex and age."""

from __future__ import annotations

import numpy as np
import pandas as pd

from data.analysis.coding import TOTAL, coded, group_axis, local_only, positions, share, tally, tidy

FEMALE = "F"


def pyramid(
    people: pd.DataFrame, storefronts: pd.DataFrame, year: str, *, include_foreign: bool = False
) -> pd.DataFrame:
    """Visits by sex and age in a year.

    `people`: marketplace_id, time_period (year), sex, age, visits (in the year); rows whose sex or age is the
    total (`_T`) have no place in a pyramid. `storefronts`: marketplace_id, storefront, already selected.
    Returns sex, age, visits, share (of all visits in the pyramid, sums to 1).
    """
    rows = people[positions(people["time_period"], [year]) == 0]
    where, groups = group_axis(
        rows, storefronts if include_foreign else local_only(storefronts, "storefront"), None
    )
    sex_at, sexes = _split(rows["sex"])
    age_at, ages = _split(rows["age"])
    cube = tally(rows["visits"], [(where, len(groups)), (sex_at, len(sexes)), (age_at, len(ages))])[0]
    frame = tidy(cube, sex=sexes, age=ages)
    frame["share"] = share(cube, cube.sum()).ravel()
    return frame


def female_share(people: pd.DataFrame, storefronts: pd.DataFrame, *, by: str | None = None) -> pd.DataFrame:
    """Share of women among visits whose visitors' sex is known, per year and, if asked, per `by`.

    Arguments as `pyramid`. Returns [by, if given], time_period, visits, female_share (NaN without visits).
    """
    where, groups = group_axis(people, local_only(storefronts, by or "storefront"), by)
    period_at, periods = coded(people["time_period"])
    sex_at, sexes = _split(people["sex"])
    cube = tally(people["visits"], [(where, len(groups)), (period_at, len(periods)), (sex_at, len(sexes))])
    frame = tidy(cube.sum(axis=2), **{by or TOTAL: groups}, time_period=periods)
    frame["female_share"] = share(cube[:, :, sexes == FEMALE].sum(axis=2), cube.sum(axis=2)).ravel()
    return frame if by else frame.drop(columns=TOTAL)


def age_profile(
    people: pd.DataFrame, storefronts: pd.DataFrame, year: str, *, by: str | None = None
) -> pd.DataFrame:
    """Visits by age in a year and, if asked, per `by`.

    Arguments as `pyramid`. Returns [by, if given], age, visits, share (sums to 1 within `by`).
    """
    rows = people[positions(people["time_period"], [year]) == 0]
    where, groups = group_axis(rows, local_only(storefronts, by or "storefront"), by)
    age_at, ages = _split(rows["age"])
    cube = tally(rows["visits"], [(where, len(groups)), (age_at, len(ages))])
    frame = tidy(cube, **{by or TOTAL: groups}, age=ages)
    frame["share"] = share(cube, cube.sum(axis=1, keepdims=True)).ravel()
    return frame if by else frame.drop(columns=TOTAL)


def _split(column: pd.Series) -> tuple[np.ndarray, pd.Index]:
    """Codes and labels without the total, which would count everyone twice."""
    codes, labels = coded(column)
    kept = labels != TOTAL
    return np.append(np.where(kept, np.cumsum(kept) - 1, -1), -1)[codes], labels[kept]
