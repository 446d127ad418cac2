"""Internet users of each country and year, smoothed: the yardstick and the trend of all estimates."""

from __future__ import annotations

import numpy as np
import pandas as pd

from data.analysis.estimates.parameters import Time


def internet_users(use: pd.DataFrame, population: pd.DataFrame, time: Time) -> pd.DataFrame:
    """Persons using the Internet by country and year.

    use: ref_area, year, value (% of population); population: ref_area, year, value (persons).
    Survey breaks (China 2022 to 2023: +15 points) are no change in traffic, so use is smoothed over the years
    around each year (since `smoothing_from`), in log-odds: it flattens out before everybody is online. Where
    the series ends early (Venezuela 2017) the last value holds. Returns ref_area, year, users for every
    country and every year of the estimates.
    """
    years = np.arange(int(time.first_month[:4]), int(time.last_month[:4]) + 1)
    rows = []
    for area, people in population.groupby("ref_area", sort=True):
        series = use[(use["ref_area"] == area) & (use["year"] >= time.smoothing_from)].dropna(
            subset=["value"]
        )
        if series.empty:
            raise ValueError(f"internet_users: no internet use for {area} since {time.smoothing_from}")
        rate = _smooth(series["year"].to_numpy(float), series["value"].to_numpy(float) / 100, years, time)
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


def _smooth(x: np.ndarray, y: np.ndarray, years: np.ndarray, time: Time) -> np.ndarray:
    """Local straight line through the log-odds of shares y at years x (Cleveland 1979, tricube weights)."""
    if len(x) < 3 or x.max() < years[0] + 2:
        return np.full(len(years), y[x.argmax()])
    held = np.clip(y, 1 - time.highest_internet_use, time.highest_internet_use)
    odds, found = np.log(held / (1 - held)), []
    for year in years:
        # Beyond the ends of the series the window widens, so that it always holds as many years.
        reach = max(time.smoothing_years, float(np.sort(np.abs(x - year))[2]) + 1.0)
        weight = np.sqrt(np.clip(1 - (np.abs(x - year) / reach) ** 3, 0.0, 1.0) ** 3)
        inside = weight > 0
        _, level = np.polyfit(x[inside] - year, odds[inside], 1, w=weight[inside])
        found.append(level)
    return 1 / (1 + np.exp(-np.array(found)))
