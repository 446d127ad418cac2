"""Internet users of each country and year, smoothed: the yardstick and the trend of all estimates."""

from __future__ import annotations

import numpy as np
import pandas as pd

from data.analysis.estimates.parameters import Time


def internet_users(use: pd.DataFrame, population: pd.DataFrame, time: Time) -> pd.DataFrame:
    """Persons using the Internet by country and year.

    use: ref_area, year, value (% of population); population: ref_area, year, value (persons).
    Survey breaks (China 2022 to 2023: +15 points) are no change in traffic, so use follows a straight line
    through the years since `smoothing_from`; where the series ends early (Venezuela 2017) the last value
    holds. Returns ref_area, year, users for every country and every year of the estimates.
    """
    years = np.arange(int(time.first_month[:4]), int(time.last_month[:4]) + 1)
    rows = []
    for area, people in population.groupby("ref_area", sort=True):
        series = use[(use["ref_area"] == area) & (use["year"] >= time.smoothing_from)].dropna(
            subset=["value"]
        )
        if series.empty:
            raise ValueError(f"internet_users: no internet use for {area} since {time.smoothing_from}")
        rate = _line(series["year"].to_numpy(float), series["value"].to_numpy(float) / 100, years)
        persons = np.interp(years, *people.sort_values("year")[["year", "value"]].to_numpy(float).T)
        rows.append(
            pd.DataFrame(
                {
                    "ref_area": area,
                    "year": years,
                    "users": np.clip(rate, 0.01, time.highest_internet_use) * persons,
                }
            )
        )
    return pd.concat(rows, ignore_index=True)


def _line(x: np.ndarray, y: np.ndarray, years: np.ndarray) -> np.ndarray:
    last = x.max()
    if len(x) < 3 or last < years[0] + 2:
        return np.full(len(years), y[x.argmax()])
    slope, intercept = np.polyfit(x - last, y, 1)
    return intercept + slope * (years - last)
