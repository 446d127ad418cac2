"""Small registers of support measures, made by hand, for tests of what is said about them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd

from data.analysis.policies.prepared import prepare_policies
from data.catalog import load_catalog

CATALOG = load_catalog()
COLUMNS = list(CATALOG.datasets["policy"].columns)
REGION = {country.ref_area: country.region for country in CATALOG.countries}
INSTRUMENTS, GROUPS = CATALOG.codes["instrument"], CATALOG.codes["target_group"]
YEAR = 2026


def measure(policy_id: str, **values: object) -> dict[str, object]:
    """A row of the register: sourced training for all MSMEs of the country in its id, running since 2020."""
    row: dict[str, object] = dict.fromkeys(COLUMNS)
    row |= {
        "policy_id": policy_id, "ref_area": policy_id[:3].upper(), "name_en": policy_id, "agency": "Agency",
        "start_year": 2020, "status": "running", "instrument": "training_advisory", "scope": "domestic",
        "target_groups": "all_msmes", "sector": "both", "pandemic": "no", "description_en": "Text.",
        "source_url": "https://example.org/", "verification": "sourced",
    }  # fmt: skip
    return row | values


def register(*rows: dict[str, object], shared: Mapping[str, Sequence[str]] | None = None) -> pd.DataFrame:
    """The register of these rows, prepared as the pages have it; `shared`: programmes of several lands."""
    frame = pd.DataFrame(list(rows), columns=COLUMNS)
    numbers = ["start_year", "end_year", "budget_year", "reach_year"]
    amounts = ["budget_value", "reach_value"]
    frame = frame.astype(dict.fromkeys(numbers, "Int64") | dict.fromkeys(amounts, "float64"))
    return prepare_policies(frame, REGION, YEAR, shared)


def facts(**columns: dict[str, object]) -> pd.DataFrame:
    """Facts of Argentina, Chile, Peru, Mexico and Japan: capitals on the equator, an hour or more apart."""
    areas = ["ARG", "CHL", "PER", "MEX", "JPN"]
    frame = pd.DataFrame(
        {
            "region": [REGION[area] for area in areas],
            "income_group": ["upper_middle", "high", "upper_middle", "upper_middle", "high"],
            "capital_lat": 0.0,
            "capital_lon": [0.0, 15.0, 30.0, 45.0, 150.0],
            "population": [45e6, 20e6, 34e6, 130e6, 124e6],
            "gdp": [12e3, 15e3, 7e3, 10e3, 36e3],
        },
        index=pd.Index(areas, name="ref_area"),
    )
    return frame.assign(**{name: pd.Series(values) for name, values in columns.items()})
