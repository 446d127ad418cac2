"""The frames all analyses take, made once from the tables as they are stored."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from data.analysis.coding import category, coded, plain, tally, tidy

LABELS = ("marketplace_id", "time_period", "obs_status", "provider")


def region_mapping(countries: pd.DataFrame) -> dict[str, str]:
    """ref_area -> region of the register of countries."""
    return dict(zip(countries["ref_area"].astype(str), countries["region"].astype(str), strict=True))


def prepare_storefronts(marketplaces: pd.DataFrame, region_of: Mapping[str, str]) -> pd.DataFrame:
    """The register of marketplaces with region (of ref_area) and home_region (missing outside FEALAC).

    Empty text becomes a missing value, launched_year and closed_year become Int64, rows are ordered by id.
    """
    out = marketplaces.sort_values("marketplace_id").reset_index(drop=True)
    for name in out.columns:
        if name in ("launched_year", "closed_year"):
            out[name] = pd.to_numeric(out[name]).astype("Int64")
        else:
            text = out[name].astype(object)
            out[name] = text.where(text.notna() & (text != ""), None)
    out["region"] = out["ref_area"].map(dict(region_of))
    out["home_region"] = out["home_area"].map(dict(region_of))
    return out


def prepare_monthly(visits_monthly: pd.DataFrame) -> pd.DataFrame:
    """visits_monthly with category labels in sorted order, so that sums run on codes."""
    out = visits_monthly.reset_index(drop=True)
    for name in LABELS:
        out[name] = _category(out[name])
    return out


def prepare_origin(annual: pd.DataFrame) -> pd.DataFrame:
    """visits_annual_origin summed over sex and age: marketplace_id, time_period, counterpart_area, visits."""
    return _summed(annual, ["marketplace_id", "time_period", "counterpart_area"])


def prepare_people(annual: pd.DataFrame) -> pd.DataFrame:
    """visits_annual_origin summed over origins: marketplace_id, time_period, sex, age, visits."""
    return _summed(annual, ["marketplace_id", "time_period", "sex", "age"])


def _summed(annual: pd.DataFrame, keys: Sequence[str]) -> pd.DataFrame:
    """Sums over all other dimensions; combinations that the table does not hold are left out."""
    axes = {name: coded(_category(annual[name])) for name in keys}
    sizes = [(codes, len(labels)) for codes, labels in axes.values()]
    cube = tally(annual["visits"], sizes)
    held = tally(np.ones(len(annual)), sizes) > 0
    frame = tidy(cube, **{name: labels for name, (_, labels) in axes.items()})
    return frame[held.ravel()].reset_index(drop=True)


def _category(column: pd.Series) -> pd.Series:
    """Category labels sorted by name, without unused ones, as plain objects: cheap to look up."""
    codes, labels = coded(column)
    used = np.bincount(codes[codes >= 0], minlength=len(labels)) > 0
    names = plain(labels[used])
    order = np.argsort(names)
    place = np.full(len(labels) + 1, -1, dtype=np.intp)
    place[np.flatnonzero(used)[order]] = np.arange(len(names))
    return pd.Series(category(place[codes], names[order]), index=column.index, name=column.name)
