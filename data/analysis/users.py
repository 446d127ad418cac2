"""Persons who use the internet: what visits are set in relation to."""

from __future__ import annotations

import pandas as pd

PERCENT = 100.0


def users_online(indicators: pd.DataFrame) -> pd.DataFrame:
    """Internet users per country and year: share of users times population.

    `indicators`: ref_area, indicator, time_period (year), sex, age, urbanisation, value; taken are
    internet_use (percent of the population) and population (persons), both for all. Returns ref_area,
    time_period, users (persons); years in which either is missing are left out.
    """
    total = (indicators[["sex", "age", "urbanisation"]].astype(object) == "_T").all(axis="columns")
    use, population = (
        _series(indicators[total & (indicators["indicator"] == name)])
        for name in ("internet_use", "population")
    )
    users = (use / PERCENT * population).dropna()
    return users.rename("users").reset_index()


def _series(rows: pd.DataFrame) -> pd.Series:
    keys = [rows["ref_area"].astype(str), rows["time_period"].astype(str)]
    return rows["value"].groupby(keys).last().rename_axis(["ref_area", "time_period"])
