"""Adults by single year of age, cut from the published age groups of a population."""

from __future__ import annotations

import numpy as np
import pandas as pd

AGES = np.arange(18, 100)
BANDS = {
    "Y18T24": (18, 25),
    "Y25T34": (25, 35),
    "Y35T44": (35, 45),
    "Y45T54": (45, 55),
    "Y55T64": (55, 65),
    "Y_GE65": (65, 100),
}
SEXES = ("F", "M")
KNOTS = np.array([0, 5, 10, 15, 20, 40, 60, 65, 70, 100], dtype=float)  # nobody is held to be older


def adults_by_age(population: pd.DataFrame, age_shares: pd.DataFrame, years: range) -> pd.DataFrame:
    """Persons by single year of age: index ref_area, year, sex; columns 18 to 99.

    population: ref_area, year, sex, value (persons); age_shares: ref_area, year, sex, age, value (% of that
    sex). The published groups (15-19, 20-39, 40-59, 60+, 65+, 70+) are cut by a monotone cubic through the
    cumulated population (Fritsch and Carlson 1980), which is smooth within wide groups.
    """
    wide = age_shares.pivot_table(index=["ref_area", "year", "sex"], columns="age", values="value") / 100
    persons = population.set_index(["ref_area", "year", "sex"])["value"]
    edges = np.append(AGES, AGES[-1] + 1).astype(float)
    rows = {}
    for row in wide.reset_index().to_dict("records"):
        key = (row["ref_area"], row["year"], row["sex"])
        if key[2] not in SEXES or key[1] not in years:
            continue
        upto = np.cumsum(
            [0.0, row["Y0T4"], row["Y5T9"], row["Y10T14"], row["Y15T19"], row["Y20T39"], row["Y40T59"]]
        )
        cumulated = np.append(upto, [1 - row["Y_GE65"], 1 - row["Y_GE70"], 1.0])
        rows[key] = np.diff(monotone_cubic(KNOTS, cumulated, edges)) * float(persons.loc[key])
    index = pd.MultiIndex.from_tuples(rows, names=["ref_area", "year", "sex"])
    return pd.DataFrame(np.array(list(rows.values())), index=index, columns=AGES)


def by_band(ages: pd.DataFrame) -> pd.DataFrame:
    """Sums of single years of age (columns) over the age groups of the visitors."""
    return pd.DataFrame(
        {name: ages.loc[:, first : last - 1].sum(axis=1) for name, (first, last) in BANDS.items()}
    ).rename_axis(columns="age")


def monotone_cubic(x: np.ndarray, y: np.ndarray, at: np.ndarray) -> np.ndarray:
    """Piecewise cubic through rising points that never falls (Fritsch and Carlson 1980, harmonic slopes)."""
    width, slope = np.diff(x), np.diff(y) / np.diff(x)
    w1, w2 = 2 * width[1:] + width[:-1], width[1:] + 2 * width[:-1]
    flat = np.finfo(float).eps  # a slope below cannot be divided by
    rising = (slope[:-1] > flat) & (slope[1:] > flat)
    safe_left, safe_right = np.where(rising, slope[:-1], 1.0), np.where(rising, slope[1:], 1.0)
    inner = np.where(rising, (w1 + w2) / (w1 / safe_left + w2 / safe_right), 0.0)
    tangent = np.concatenate([[slope[0]], inner, [0.0]])  # nobody is older than the last point
    k = np.clip(np.searchsorted(x, at, side="right") - 1, 0, len(x) - 2)
    t = (at - x[k]) / width[k]
    return (
        (1 + 2 * t) * (1 - t) ** 2 * y[k]
        + t * (1 - t) ** 2 * width[k] * tangent[k]
        + t**2 * (3 - 2 * t) * y[k + 1]
        + t**2 * (t - 1) * width[k] * tangent[k + 1]
    )
