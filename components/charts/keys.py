"""Colour keys whose texts are the reader's words for codes."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import altair as alt


def spoken(names: Mapping[str, str], value: str = "datum.value") -> str:
    """A Vega expression that turns the code in `value` into its text."""
    return f"{json.dumps(dict(names), ensure_ascii=False)}[{value}]"


def code_key(names: Mapping[str, str], **properties: Any) -> alt.Legend:
    """A key without title in one row; in two columns or one where the picture is narrow."""
    columns = alt.ExprRef("width<250?1:width<420?2:0")
    return alt.Legend(**({"title": None, "labelExpr": spoken(names), "columns": columns} | properties))
