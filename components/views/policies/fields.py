"""What each column of a register asks for, in the reader's words: meaning, need, allowed values."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from components import loaders
from components.i18n import Language
from data.catalog import Column


def field_frame(t: Language, columns: Sequence[str], dataset: str) -> pd.DataFrame:
    """One row per column: name, title, needed, allowed."""
    described = loaders.catalog().datasets[dataset].columns
    return pd.DataFrame(
        {
            "name": list(columns),
            "title": [t(described[name].title_key) for name in columns],
            "needed": [
                t("policies.contribute.yes")
                if described[name].constraints.required
                else t("policies.contribute.no")
                for name in columns
            ],
            "allowed": [_allowed(t, described[name]) for name in columns],
        }
    )


def _allowed(t: Language, column: Column) -> str:
    catalog, rules = loaders.catalog(), column.constraints
    if rules.parts:
        return t("policies.contribute.codes", codes=", ".join(catalog.codes[rules.parts]))
    codes = catalog.allowed_values(column)
    if codes:
        return t("policies.contribute.code", codes=", ".join(codes))
    known = {"integer": "whole", "number": "amount", "url": "url", "date": "date"}
    return t(f"policies.contribute.types.{known.get(column.type, 'text')}")
