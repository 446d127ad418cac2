"""Colour keys whose texts are the reader's words for codes."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import altair as alt

# The place the page gives, not the drawing area: that one changes while the picture is being fitted.
ON_PHONE = "(containerSize()[0]||width)<480"


def spoken(names: Mapping[str, str], value: str = "datum.value") -> str:
    """A Vega expression that turns the code in `value` into its text."""
    return f"{json.dumps(dict(names), ensure_ascii=False)}[{value}]"


def code_key(names: Mapping[str, str], *, narrow: int = 2, **properties: Any) -> alt.Legend:
    """A key without title in one row; on a phone in `narrow` columns (one for long texts)."""
    columns = alt.ExprRef(f"{ON_PHONE}?{narrow}:0")
    return alt.Legend(**({"title": None, "labelExpr": spoken(names), "columns": columns} | properties))
