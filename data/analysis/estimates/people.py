"""Sex and age of the visitors from a country: its internet users and adults, tilted by online buying."""

from __future__ import annotations

import pandas as pd

from data.analysis.estimates.adults import SEXES, by_band
from data.analysis.estimates.origin import REST
from data.analysis.estimates.parameters import People


def people_shares(
    adults: pd.DataFrame,
    rates: pd.DataFrame,
    internet: pd.DataFrame,
    buying: pd.DataFrame,
    regions: pd.Series,
    people: People,
) -> pd.DataFrame:
    """Share of each sex and age group in the visits from a country and year; the same for all storefronts.

    adults: persons by single year of age, index ref_area, year, sex; rates: internet use by single year of
    age, index ref_area, year; internet: ref_area, year, sex, value (% of that sex); buying: ref_area, year,
    sex, age, value (% of adults who bought online); regions: region by ref_area. share = internet users by
    age and sex x (buyers per user of the sex x buyers per user of the age) ^ tilt, scaled to 1. `_O` takes
    the plain mean of the members. Returns ref_area, year, sex, age, share.
    """
    both_sexes = pd.MultiIndex.from_arrays([adults.index.get_level_values(k) for k in ("ref_area", "year")])
    users = by_band(adults * rates.reindex(both_sexes).to_numpy())
    frame = users.reset_index().melt(["ref_area", "year", "sex"], var_name="age", value_name="users")
    use = _by_sex(internet, regions, people.earliest_by_sex)
    sex_tilt = _by_sex(buying[buying["age"] == "_T"], regions, 0)
    frame = frame.merge(use.rename(columns={"value": "use"}), on=["ref_area", "sex"])
    frame = frame.merge(sex_tilt.rename(columns={"value": "buy"}), on=["ref_area", "sex"])
    frame = frame.merge(_by_age(buying[buying["sex"] == "_T"], regions), on="ref_area")
    frame = frame.merge(_relative_use(adults, rates), on=["ref_area", "year"])
    young = frame["age"] == "Y18T24"
    by_age = (frame["older"] / frame["older_use"]).where(~young, frame["young"] / frame["young_use"])
    tilt = (frame["buy"] / frame["use"] * by_age) ** people.tilt
    frame["share"] = frame["users"] * frame["use"] * tilt
    keys = ["ref_area", "year"]
    frame["share"] = frame["share"] / frame.groupby(keys)["share"].transform("sum")
    rest = frame.groupby(["year", "sex", "age"], as_index=False)["share"].mean().assign(ref_area=REST)
    columns = ["ref_area", "year", "sex", "age", "share"]
    return pd.concat([frame[columns], rest[columns]]).sort_values(columns[:-1], ignore_index=True)


def _relative_use(adults: pd.DataFrame, rates: pd.DataFrame) -> pd.DataFrame:
    """Internet use of adults under 25 (`young_use`) and from 25 on (`older_use`) against all adults."""
    persons = adults.groupby(level=["ref_area", "year"]).sum()
    users = persons * rates.reindex(persons.index).to_numpy()

    def mean(first: int, last: int) -> pd.Series:
        return users.loc[:, first:last].sum(axis=1) / persons.loc[:, first:last].sum(axis=1)

    overall = mean(18, 99)
    both = {"young_use": mean(18, 24) / overall, "older_use": mean(25, 99) / overall}
    return pd.DataFrame(both).reset_index()


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
