"""Prepares lines for drawing: colours, which of them step back, and end labels that do not overlap."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from components.charts.theme import COUNTRY_COLORS, SERIES_COLORS, palette, region_color

MAX_LINES = 7
# More than three bands on top of each other hide the lines: then only highlighted series keep theirs.
MAX_BANDS = 3
_LABEL_PIXELS = 15


def prepare_series(
    frame: pd.DataFrame, *, theme: str, height: int = 380, free_scale: bool = False
) -> pd.DataFrame:
    """`frame` with when, color, faded, banded, end_label and label_y; faded lines first, to lie below.

    Needs columns series_id, label, time_period, value, value_low, value_high, highlighted, kind.
    Series that are countries or regions keep their fixed colour;
    others take the colours of SERIES_COLORS in order of their last value.
    With more than seven series all but the highlighted ones (at most seven; the largest where none is
    highlighted) are faded to grey. `height` is the drawing height in pixels; `free_scale` says that the
    axis does not start at zero.
    """
    out = frame.copy()
    lines = out[out["kind"] != "published"].dropna(subset=["value"])
    last = lines.sort_values("time_period").groupby("series_id", sort=False, observed=True).tail(1)
    ranked = last.sort_values("value", ascending=False)["series_id"].astype(str).tolist()
    shown = _foreground(out, ranked)
    colors = series_colors(ranked, shown, theme)
    keys = out["series_id"].astype(str)
    grey = palette(theme).grey
    out["faded"] = ~keys.isin(shown)
    out["color"] = keys.map(colors).where(~out["faded"], grey).fillna(grey)
    crowded = len(shown) > MAX_BANDS and lines["time_period"].nunique() > 1
    marked = out["highlighted"].astype(bool) if crowded else True
    out["banded"] = ~out["faded"] & (out["kind"] != "published") & marked & out["value_low"].notna()
    # Bounds that are not drawn must not stretch the axis.
    out.loc[~out["banded"], ["value_low", "value_high"]] = float("nan")
    out["when"] = out["time_period"].astype(str).map(_starts(out["time_period"]))
    out["end_label"], out["label_y"] = None, float("nan")
    if not lines.empty:
        # The axis reaches as far as the widest band that is drawn.
        highest = out[["value", "value_high"]].max().max()
        peak = max(float(highest), 0.0) or 1.0
        floor = float(lines["value"].min()) if free_scale else 0.0
        room = (peak - floor or 1.0) * _LABEL_PIXELS / height
        ends = last[last["series_id"].astype(str).isin(shown)].sort_values("value", ascending=False)
        for row, place in zip(ends.index, _spread(ends["value"].tolist(), room, floor), strict=True):
            out.loc[row, "end_label"] = out.loc[row, "label"]
            out.loc[row, "label_y"] = place
    order = ["faded", "series_id", "time_period"]
    return out.sort_values(order, ascending=[False, True, True], ignore_index=True)


def series_colors(ranked: Sequence[str], shown: Sequence[str], theme: str) -> dict[str, str]:
    """The colour of each series id: fixed for countries and regions, by order for the shown others."""
    colors: dict[str, str] = {}
    free = iter(SERIES_COLORS)
    for key in ranked:
        if key in COUNTRY_COLORS:
            colors[key] = COUNTRY_COLORS[key]
        elif key in ("east_asia", "latin_america"):
            colors[key] = region_color(key, theme)
        elif key in shown:
            colors[key] = next(free, palette(theme).grey)
    return colors


def _starts(periods: pd.Series) -> dict[str, float]:
    """First day of each period in milliseconds of UTC: no time zone of a reader moves a month."""
    known = {str(period) for period in periods.unique()}
    return {period: pd.Period(period.replace("-Q", "Q")).start_time.timestamp() * 1000 for period in known}


def _foreground(frame: pd.DataFrame, ranked: Sequence[str]) -> list[str]:
    if len(ranked) <= MAX_LINES:
        return list(ranked)
    marked = set(frame.loc[frame["highlighted"].astype(bool), "series_id"].astype(str))
    return [key for key in ranked if key in marked or not marked][:MAX_LINES]


def _spread(values: Sequence[float], room: float, floor: float) -> list[float]:
    """Label heights near `values` (descending) that are at least `room` apart and not below `floor`."""
    places: list[float] = []
    for value in values:
        places.append(min(value, places[-1] - room) if places else value)
    lowest = floor
    for i in range(len(places) - 1, -1, -1):
        places[i] = max(places[i], lowest)
        lowest = places[i] + room
    return places
