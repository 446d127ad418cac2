"""Whether a table may leave, judged by the policy and the licence tier of every dataset it rests on."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from components import loaders
from components.export.limits import MAX_SERIES_AREAS, Verdict, check_download
from components.i18n import Language
from components.views.cards.table import Table

# Columns that say what is compared, most telling first.
_COMPARED = ("marketplace_id", "ref_area")
_DATASET = "dataset"


def verdicts(table: Table, datasets: Sequence[str]) -> list[Verdict]:
    """One verdict per dataset; where rows name the dataset they are from, each is judged by its own rows."""
    catalog = loaders.catalog()
    area = next((name for name in _COMPARED if name in table.frame), _COMPARED[0])
    described = [loaders.described(name) for name in datasets]
    return [
        check_download(_own(table, dataset.id), dataset, catalog.tiers[dataset.licence.tier], area=area)
        for dataset in described
    ]


def _own(table: Table, dataset: str) -> pd.DataFrame:
    frame = table.frame
    return frame[frame[_DATASET] == dataset] if _DATASET in frame else frame


def refusal(t: Language, table: Table, datasets: Sequence[str]) -> str:
    """Why the table may not leave and what to do; empty when it may."""
    said: dict[str, None] = {}
    for verdict in verdicts(table, datasets):
        bounds = {
            "rows": t.number(verdict.rows),
            "max_rows": t.number(verdict.max_rows),
            "max_areas": t.number(MAX_SERIES_AREAS),
        }
        said |= dict.fromkeys(t(f"export.refused.{reason}", **bounds) for reason in verdict.reasons)
    return " ".join(said)
