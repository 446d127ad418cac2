"""Sex and age of the visitors from a country: its internet users and adults, tilted by online buying."""

from __future__ import annotations

import numpy as np
import pandas as pd

from data.analysis.estimates.origin import REST
from data.analysis.estimates.parameters import People

BANDS = {
    "Y18T24": (18, 25),
    "Y25T34": (25, 35),
    "Y35T44": (35, 45),
    "Y45T54": (45, 55),
    "Y55T64": (55, 65),
    "Y_GE65": (65, None),
}
SEXES = ("F", "M")


def people_shares(
    population: pd.DataFrame,
    age_shares: pd.DataFrame,
    internet: pd.DataFrame,
    buying: pd.DataFrame,
    regions: pd.Series,
    years: range,
    people: People,
) -> pd.DataFrame:
    """Share of each sex and age group in the visits from a country and year; the same for all storefronts.

    population: ref_area, year, sex, value (persons); age_shares: ref_area, year, sex, age, value (% of that
    sex); internet: ref_area, year, sex, value (% of that sex); buying: ref_area, year, sex, age, value (% of
    adults who bought online); regions: region by ref_area. Adults from 18. share = adults x internet use of
    the sex x (buyers per user of the sex x buyers of the age over all) ^ tilt, scaled to 1. `_O` takes the
    plain mean of the members. Returns ref_area, year, sex, age, share.
    """
    adults = _adults(population, age_shares, years, people)
    use = _by_sex(internet, regions, people.earliest_by_sex)
    sex_tilt = _by_sex(buying[buying["age"] == "_T"], regions, 0)
    age_tilt = _by_age(buying[buying["sex"] == "_T"], regions)
    frame = adults.merge(use.rename(columns={"value": "use"}), on=["ref_area", "sex"])
    frame = frame.merge(sex_tilt.rename(columns={"value": "buy"}), on=["ref_area", "sex"])
    frame = frame.merge(age_tilt, on="ref_area")
    by_age = np.where(frame["age"] == "Y18T24", frame["young"], frame["older"])
    tilt = (frame["buy"] / frame["use"] * by_age) ** people.tilt
    frame["share"] = frame["persons"] * frame["use"] * tilt
    keys = ["ref_area", "year"]
    frame["share"] = frame["share"] / frame.groupby(keys)["share"].transform("sum")
    rest = frame.groupby(["year", "sex", "age"], as_index=False)["share"].mean().assign(ref_area=REST)
    columns = ["ref_area", "year", "sex", "age", "share"]
    return pd.concat([frame[columns], rest[columns]]).sort_values(columns[:-1], ignore_index=True)


def _adults(population: pd.DataFrame, age_shares: pd.DataFrame, years: range, people: People) -> pd.DataFrame:
    """Persons by sex and band.

    The published groups (15-19, 20-39, 40-59, 60+, 65+, 70+) are cut by a monotone cubic through the
    cumulated population (Fritsch and Carlson 1980), which is smooth within wide groups.
    """
    wide = age_shares.pivot_table(index=["ref_area", "year", "sex"], columns="age", values="value") / 100
    persons = population.set_index(["ref_area", "year", "sex"])["value"]
    knots = np.array([0, 5, 10, 15, 20, 40, 60, 65, 70, people.oldest_age], dtype=float)
    edges = np.array([18, 25, 35, 45, 55, 65, people.oldest_age], dtype=float)
    rows = []
    for row in wide.reset_index().to_dict("records"):
        area, year, sex = row["ref_area"], row["year"], row["sex"]
        if sex not in SEXES or year not in years:
            continue
        upto = np.cumsum(
            [0.0, row["Y0T4"], row["Y5T9"], row["Y10T14"], row["Y15T19"], row["Y20T39"], row["Y40T59"]]
        )
        cumulated = np.append(upto, [1 - row["Y_GE65"], 1 - row["Y_GE70"], 1.0])
        share = np.diff(monotone_cubic(knots, cumulated, edges))
        rows += [
            (area, year, sex, age, float(part) * float(persons.loc[(area, year, sex)]))
            for age, part in zip(BANDS, share, strict=True)
        ]
    return pd.DataFrame(rows, columns=["ref_area", "year", "sex", "age", "persons"])


def _by_sex(values: pd.DataFrame, regions: pd.Series, earliest: int) -> pd.DataFrame:
    """Newest value by country for women and men; where missing, the region's median ratio to men around 1."""
    usable = values[values["sex"].isin(SEXES) & (values["year"] >= earliest) & (values["value"] > 0)]
    newest = usable.sort_values("year").drop_duplicates(["ref_area", "sex"], keep="last")
    wide = newest.pivot(index="ref_area", columns="sex", values="value").reindex(regions.index)
    ratio = wide["F"] / wide["M"]
    typical = ratio.groupby(regions).transform("median")
    wide["M"] = wide["M"].fillna(100.0)
    wide["F"] = wide["F"].fillna(wide["M"] * typical)
    return wide.rename_axis("ref_area").reset_index().melt("ref_area", var_name="sex", value_name="value")


def _by_age(buying: pd.DataFrame, regions: pd.Series) -> pd.DataFrame:
    """Buyers among 15 to 24 (`young`) and 25 and over (`older`) against all adults; else the region's."""
    newest = buying.sort_values("year").drop_duplicates(["ref_area", "age"], keep="last")
    wide = newest.pivot(index="ref_area", columns="age", values="value").reindex(regions.index)
    ratios = pd.DataFrame({"young": wide["Y15T24"] / wide["_T"], "older": wide["Y_GE25"] / wide["_T"]})
    filled = ratios.fillna(ratios.groupby(regions).transform("median"))
    return filled.rename_axis("ref_area").reset_index()


def monotone_cubic(x: np.ndarray, y: np.ndarray, at: np.ndarray) -> np.ndarray:
    """Piecewise cubic through rising points that never falls (Fritsch and Carlson 1980, harmonic slopes)."""
    width, slope = np.diff(x), np.diff(y) / np.diff(x)
    w1, w2 = 2 * width[1:] + width[:-1], width[1:] + 2 * width[:-1]
    rising = (slope[:-1] > 0) & (slope[1:] > 0)
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
