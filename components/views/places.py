"""Rows for maps: one per member, with or without a value, as the map builder wants them."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pandas as pd

from components import loaders
from components.charts.maps import prepare_map
from components.i18n import Language
from components.views import labels


def map_rows(
    t: Language,
    members: Iterable[str],
    values: pd.DataFrame,
    written: Callable[[float], str],
    kind: str,
    chosen: Iterable[str] = (),
) -> pd.DataFrame:
    """Rows for `members` from `values` (ref_area, value, obs_status).

    `written` says a value in words, `kind` how the map shades it.
    """
    areas, marked = list(members), set(chosen)
    names, countries = loaders.country_names(t.code), loaders.countries().loc[areas]
    known = values.set_index(values["ref_area"].astype(str))
    value = known["value"].reindex(areas)
    status = known["obs_status"].astype(object).reindex(areas)
    return prepare_map(
        pd.DataFrame(
            {
                "ref_area": areas,
                "label": [names[area] for area in areas],
                "value": value.to_numpy(dtype=float),
                "value_text": [written(amount) for amount in value],
                "status_text": [labels.status(t, code) for code in status],
                "obs_status": status.where(status.notna(), "O").to_numpy(),
                "lon": countries["capital_lon"].to_numpy(),
                "lat": countries["capital_lat"].to_numpy(),
                "small": [area in labels.SMALL_STATES for area in areas],
                "selected": [area in marked for area in areas],
            }
        ),
        kind=kind,
        language=t.code,
    )
