"""Rows for line charts: values, intervals and periods in words, published figures as marked points."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pandas as pd

from components.charts.series import prepare_series
from components.i18n import Language
from components.views import labels

_REPEATED = (
    "series_id",
    "label",
    "time_period",
    "period_text",
    "status_text",
    "obs_status",
    "kind",
    "color",
    "provider",
    "href",
)


def line_rows(
    t: Language,
    series: pd.DataFrame,
    column: str,
    names: Mapping[str, str],
    metric: str,
    marked: set[str],
    theme: str,
    published: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """The frame of build_timeseries_chart from a series: `column`, time_period, value and its interval.

    `names`: id -> name for the reader; `marked`: ids to highlight; `published`: rows of `published_rows`.
    """
    ids = series[column].astype(str)
    low, high = series["value_low"], series["value_high"]
    rows = pd.DataFrame(
        {
            "series_id": ids.to_numpy(),
            "label": ids.map(dict(names)).to_numpy(),
            "time_period": series["time_period"].astype(str).to_numpy(),
            "value": series["value"].to_numpy(),
            "value_low": low.to_numpy(),
            "value_high": high.to_numpy(),
            # Kept in words where the band itself is not drawn.
            "low": low.to_numpy(),
            "high": high.to_numpy(),
            "period_text": [
                _period(t, period, whole)
                for period, whole in zip(series["time_period"].astype(str), series["complete"], strict=True)
            ],
            "status_text": [labels.status(t, code) for code in series["obs_status"]],
            "obs_status": series["obs_status"].astype(str).to_numpy(),
            "complete": series["complete"].to_numpy(),
            "highlighted": ids.isin(marked).to_numpy(),
            "kind": "series",
            "provider": None,
            "href": None,
        }
    )
    rows = rows[rows["value"].notna()]
    if published is not None and not published.empty:
        rows = pd.concat([rows, published], ignore_index=True)
    drawn = prepare_series(rows, theme=theme, free_scale=labels.KIND[metric] in ("index", "change", "rank"))
    # Lines that answer no pointer need no words; repeated words travel once.
    heard = ~drawn["faded"]
    drawn["value_text"] = _where(heard, drawn["value"], lambda value: labels.value(t, metric, value))
    pairs = pd.Series(list(zip(drawn["low"], drawn["high"], strict=True)), index=drawn.index)
    drawn["interval_text"] = _where(heard, pairs, lambda pair: _interval(t, metric, *pair))
    drawn = drawn.drop(columns=["low", "high"])
    return drawn.astype({name: "category" for name in _REPEATED})


def published_rows(
    t: Language, published: pd.DataFrame, ids: set[str], names: Mapping[str, str]
) -> pd.DataFrame:
    """Published web-visit figures per month of some marketplaces, placed in the middle of their period."""
    rows = published[
        published["usable_as_visits"].astype(bool)
        & published["marketplace_id"].astype(str).isin(ids)
        & published["unit"].isin(["visits/month"])
    ]
    middle = (
        pd.to_datetime(rows["period_start"])
        + (pd.to_datetime(rows["period_end"]) - pd.to_datetime(rows["period_start"])) / 2
    )
    owner = rows["marketplace_id"].astype(str)
    return pd.DataFrame(
        {
            "series_id": owner.to_numpy(),
            "label": owner.map(dict(names)).to_numpy(),
            "time_period": middle.dt.strftime("%Y-%m").to_numpy(),
            "value": rows["value"].to_numpy(),
            "value_low": float("nan"),
            "value_high": float("nan"),
            "low": float("nan"),
            "high": float("nan"),
            "period_text": [
                t("marketplace.between", start=t.day(str(a)), end=t.day(str(b)))
                for a, b in zip(rows["period_start"], rows["period_end"], strict=True)
            ],
            "status_text": t.code_label("obs_status", "A"),
            "obs_status": "A",
            "complete": True,
            "highlighted": False,
            "kind": "published",
            "provider": rows["provider"].astype(str).to_numpy(),
            "href": rows["source_url"].astype(str).to_numpy(),
        }
    )


def _where(heard: pd.Series, values: pd.Series, write: Callable[[Any], str]) -> list[str | None]:
    return [write(value) if wanted else None for wanted, value in zip(heard, values, strict=True)]


def _interval(t: Language, metric: str, low: float, high: float) -> str:
    if low != low or high != high:
        return t("cards.missing_mark")
    return t("marketplace.between", start=labels.value(t, metric, low), end=labels.value(t, metric, high))


def _period(t: Language, period: str, whole: bool) -> str:
    return t.period(period) if whole else t("periods.partial", period=t.period(period))
