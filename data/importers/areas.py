"""The codes of countries and aggregates that outside files may use, from the registers."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import pandas as pd

REGISTERS = Path(__file__).resolve().parents[1] / "registers"
WORLD = "WLD"


@lru_cache(maxsize=1)
def members() -> tuple[str, ...]:
    """ISO 3166-1 alpha-3 codes of the FEALAC members, from countries.csv."""
    return tuple(sorted(_register("countries.csv")["ref_area"]))


@lru_cache(maxsize=1)
def known_areas() -> frozenset[str]:
    """Every country and aggregate code of areas.csv; any other code in a file is a fault."""
    return frozenset(_register("areas.csv")["code"])


@lru_cache(maxsize=1)
def iso3_by_iso2() -> dict[str, str]:
    """ISO alpha-3 by alpha-2, upper case."""
    areas = _register("areas.csv")
    return dict(areas.loc[areas["iso2"] != "", ["iso2", "code"]].to_numpy())


@lru_cache(maxsize=1)
def iso3_by_number() -> dict[int, str]:
    """ISO alpha-3 by ISO numeric code."""
    areas = _register("areas.csv")
    countries = areas[areas["numeric_code"] != ""]
    return dict(zip(countries["numeric_code"].astype(int), countries["code"], strict=True))


def _register(name: str) -> pd.DataFrame:
    return pd.read_csv(REGISTERS / name, dtype=str, keep_default_na=False)
