"""The order of the countries in the matrix: by region and name, by completeness, or by likeness to one."""

from __future__ import annotations

import pandas as pd

from components import loaders
from components.views.regulation import known
from components.views.regulation.choice import Choice
from data.analysis.regulation.panel import panel_of
from data.analysis.regulation.similarity import compare
from data.analysis.regulation.summary import SUM


def ordered(choice: Choice, sums: pd.DataFrame) -> list[str]:
    """The members shown, in the order that the reader chose; what is not known comes last."""
    areas = list(choice.areas)
    if choice.sort == "complete":
        share = sums[sums["item"] == SUM].set_index("ref_area")["share"]
        return sorted(areas, key=lambda area: -_or_last(share.get(area)))
    if choice.sort == "similar" and choice.country in areas:
        near = _likeness(choice)
        return sorted(areas, key=lambda area: (area != choice.country, -_or_last(near.get(area))))
    names = loaders.country_names("en")
    regions = loaders.catalog().app.regions
    return sorted(areas, key=lambda area: (regions.index(loaders.region_of()[area]), names[area]))


def _or_last(value: float | None) -> float:
    return -1.0 if value is None or value != value else float(value)


def _likeness(choice: Choice) -> dict[str, float]:
    """Likeness of each member to the chosen one in this layer, as the similarity page measures it."""
    answers = known.answers(choice.layer, choice.year, choice.trust)
    rules = known.rules(choice.layer, choice.year)
    panel = panel_of(answers, known.areas(choice.layer), rules.items, rules.scores)
    found = compare(panel).similarity[panel.row(choice.country)]
    return dict(zip(panel.areas, found.tolist(), strict=True))
