"""Share of adults of each age who use the internet: published where known, else along a common gradient."""

from __future__ import annotations

import numpy as np
import pandas as pd

from data.analysis.estimates.adults import AGES
from data.analysis.estimates.parameters import People

EDGE = 0.01  # shares are held off 0 and 1, where the log-odds are infinite


def use_by_age(
    surveys: pd.DataFrame, adults: pd.DataFrame, overall: pd.DataFrame, people: People
) -> pd.DataFrame:
    """Internet use by single year of age: index ref_area, year; columns 18 to 99; share of the adults.

    surveys: ref_area, year, producer, age_from, age_to (NaN: open), measure (internet_use: % of the group;
    share_of_users: % of all users), value; adults: persons by single year of age, index ref_area, year;
    overall: ref_area, year, users (persons), share (of the population).
    The log-odds of use are a level of the country and year, plus the common `gradient`, plus what published
    groups of the country say beyond it, interpolated between the mean ages of the groups and flat outside.
    The level makes the adults' total the country's internet use. Where published groups cover most adults
    they stand as they are, moved only by the change of use since their survey, unless the country would then
    have more users than it has.
    """
    rows = _prepared(surveys, adults, overall)
    common = gradient(rows, people.age_knee)
    by_area = dict(tuple(newest(rows, people.same_age).groupby("ref_area")))
    target = overall.set_index(["ref_area", "year"])["share"].reindex(adults.index).to_numpy(dtype=float)
    own_level = _levels(np.tile(common, (len(adults), 1)), adults, target)
    level_of = dict(zip(adults.index, own_level, strict=True))
    areas = adults.index.get_level_values("ref_area")
    beyond = {area: _beyond(by_area.get(area), common, level_of) for area in areas.unique()}
    covered = areas.map({area: _covered(rows) >= people.covered for area, rows in by_area.items()})
    shape = common + np.array([beyond[area] for area in areas])
    as_published = np.array([flag is True for flag in covered])
    level = _levels(shape, adults, target)
    level = np.where(as_published, np.minimum(own_level, level), level)
    rates = _share(level[:, None] + shape)
    return pd.DataFrame(rates, index=adults.index, columns=AGES)


def gradient(rows: pd.DataFrame, knee: float) -> np.ndarray:
    """Log-odds of use by age 18 to 99 against a common level: one slope up to `knee`, another beyond.

    rows: ref_area, year, producer, mean_age, odds (log). Least squares within surveys: a survey of one group
    says nothing on the slope.
    """
    survey = rows.groupby(["ref_area", "year", "producer"])
    terms = _terms(rows["mean_age"].to_numpy(dtype=float), knee)
    names = [f"term{number}" for number in range(terms.shape[1])]
    table = rows.assign(**dict(zip(names, terms.T, strict=True)))
    centred = table[[*names, "odds"]] - survey_means(table, [*names, "odds"])
    slopes = np.linalg.lstsq(centred[names].to_numpy(), centred["odds"].to_numpy(), rcond=None)[0]
    if survey.size().max() < 2:
        raise ValueError("gradient: no survey of internet use tells two age groups apart")
    return _terms(AGES.astype(float), knee) @ slopes


def survey_means(table: pd.DataFrame, columns: list[str]) -> pd.DataFrame:
    """Means of `columns` over the groups of each survey, one row per row of `table`."""
    return table.groupby(["ref_area", "year", "producer"])[columns].transform("mean")


def newest(rows: pd.DataFrame, same_age: float) -> pd.DataFrame:
    """The groups that count for each country: its office with the newest survey (then with most groups), and
    of it the newest figure among groups whose mean ages lie within `same_age` years.
    """
    kept = []
    for _, part in rows.groupby("ref_area", sort=True):
        office = part["producer"].str.split(",").str[0]
        size = part.groupby(["year", office]).size().reset_index(name="groups")
        best = size.sort_values(["year", "groups", "producer"])["producer"].iloc[-1]
        part = part[office == best].sort_values(["year", "mean_age"], ascending=[False, True])
        found: list[tuple[int, float]] = []
        for index, year, age in part[["year", "mean_age"]].itertuples():
            if all(year == other or abs(age - mean) > same_age for other, mean in found):
                found.append((year, age))
                kept.append(index)
    return rows.loc[kept].sort_values(["ref_area", "mean_age"])


def _prepared(surveys: pd.DataFrame, adults: pd.DataFrame, overall: pd.DataFrame) -> pd.DataFrame:
    """Adds near (year), persons (of the group, by age), weights (their shares), adults, mean_age, odds."""
    years = adults.index.get_level_values("year")
    users = overall.set_index(["ref_area", "year"])["users"]
    rows = surveys[surveys["age_to"].isna() | (surveys["age_to"] > AGES[0])].copy()
    # Surveys before the first year are set against its population: groups change slowly.
    rows["near"] = rows["year"].clip(years.min(), years.max())
    weights, value, held = [], [], []
    for row in rows.to_dict("records"):
        key = (row["ref_area"], row["near"])
        last = AGES[-1] if np.isnan(row["age_to"]) else row["age_to"]
        persons = adults.loc[key].to_numpy() * ((row["age_from"] <= AGES) & (last >= AGES))
        of_users = row["measure"] == "share_of_users"
        share = row["value"] / 100 * (users[key] / persons.sum() if of_users else 1.0)
        held.append(persons)
        weights.append(persons / persons.sum())
        value.append(share)
    rows["persons"], rows["weights"] = held, weights
    rows["adults"] = [
        float(adults.loc[key].sum()) for key in zip(rows["ref_area"], rows["near"], strict=True)
    ]
    rows["mean_age"] = [float(weight @ AGES) for weight in weights]
    rows["odds"] = _odds(np.array(value))
    return rows.reset_index(drop=True)


def _beyond(
    rows: pd.DataFrame | None, common: np.ndarray, levels: dict[tuple[str, int], float]
) -> np.ndarray:
    """What a country's published groups say beyond the gradient, by age (log-odds)."""
    if rows is None:
        return np.zeros(len(AGES))
    expected = [
        float(weight @ _share(levels[(area, year)] + common))
        for weight, area, year in zip(rows["weights"], rows["ref_area"], rows["near"], strict=True)
    ]
    return np.interp(AGES, rows["mean_age"], rows["odds"] - _odds(np.array(expected)))


def _covered(rows: pd.DataFrame) -> float:
    """Part of a country's adults that the published groups hold together."""
    largest = np.max(np.stack(rows["persons"].to_list()) / rows["adults"].to_numpy()[:, None], axis=0)
    return float(largest.sum())


def _levels(shape: np.ndarray, adults: pd.DataFrame, target: np.ndarray) -> np.ndarray:
    """Level of each row of log-odds `shape` that makes the adults' mean use `target`, by bisection."""
    weight = adults.to_numpy() / adults.to_numpy().sum(axis=1, keepdims=True)
    goal = np.clip(target, EDGE, 1 - EDGE)
    low, high = np.full(len(shape), -30.0), np.full(len(shape), 30.0)
    for _ in range(60):
        middle = (low + high) / 2
        over = (weight * _share(middle[:, None] + shape)).sum(axis=1) > goal
        low, high = np.where(over, low, middle), np.where(over, middle, high)
    return (low + high) / 2


def _terms(age: np.ndarray, knee: float) -> np.ndarray:
    return np.column_stack([np.minimum(age, knee), np.maximum(age - knee, 0.0)])


def _odds(share: np.ndarray) -> np.ndarray:
    held = np.clip(share, EDGE, 1 - EDGE)
    return np.log(held / (1 - held))


def _share(odds: np.ndarray) -> np.ndarray:
    return 1 / (1 + np.exp(-odds))
