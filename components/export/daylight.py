"""A chart made for the dark theme in the colours of the light one: paper and slides are white."""

from __future__ import annotations

import re
from dataclasses import fields
from functools import cache
from typing import Any

import pandas as pd

from components.charts.theme import DARK, DIVERGING, LIGHT, SEQUENTIAL, Palette

_COLOR = re.compile(r"#[0-9a-fA-F]{6}\b")


def in_daylight(node: Any) -> Any:
    """A spec, or any part of one, with each colour of the dark theme replaced by its twin; a copy."""
    if isinstance(node, dict):
        return {key: in_daylight(child) for key, child in node.items()}
    if isinstance(node, (list, tuple)):
        return [in_daylight(child) for child in node]
    return _recolored(node) if isinstance(node, str) else node


def rows_in_daylight(frame: pd.DataFrame) -> pd.DataFrame:
    """A frame whose rows carry colours, with the twins of the light theme."""
    worded = [name for name in frame if "color" in str(name)]
    twins = {str(name): [in_daylight(value) for value in frame[name].astype(object)] for name in worded}
    return frame.assign(**twins)


def _recolored(text: str) -> str:
    return _COLOR.sub(lambda found: _twins().get(found.group().lower(), found.group()), text)


@cache
def _twins() -> dict[str, str]:
    pairs = {getattr(DARK, field.name): getattr(LIGHT, field.name) for field in fields(Palette)}
    for region in ("east_asia", "latin_america", "both"):
        scales = SEQUENTIAL[(region, "dark")], SEQUENTIAL[(region, "light")]
        pairs |= {dark: pairs.get(dark, light) for dark, light in zip(*scales, strict=True)}
    scales = DIVERGING["dark"], DIVERGING["light"]
    return pairs | {dark: pairs.get(dark, light) for dark, light in zip(*scales, strict=True)}
