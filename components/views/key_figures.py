"""Six key figures of a selection, each with its change on the year before."""

from __future__ import annotations

import streamlit as st

from components.i18n import Language
from components.views import frames
from components.views.cards import Metric, draw_metrics
from data.analysis.key_figures import KeyFigure
from data.analysis.selection import Selection


def draw_key_figures(t: Language, selection: Selection) -> None:
    """Draw the row: storefronts, visits, cross-border, other region, women, concentration."""
    known = frames.figures(selection)
    draw_metrics(
        t,
        [
            _amount(t, "active_storefronts", known.active_storefronts),
            _amount(t, "visits", known.visits),
            _share(t, "cross_border_share", known.cross_border_share),
            _share(t, "other_region_share", known.other_region_share),
            _share(t, "female_share", known.female_share),
            _concentration(t, known.hhi, known.top3_share),
        ],
        key="explorer",
    )
    said = [t("key_figures.year_before")]
    if known.visits.low < known.visits.high:
        said.append(_interval(t, known.visits))
    st.caption(" ".join(said))


def _interval(t: Language, figure: KeyFigure) -> str:
    return t("key_figures.interval", low=t.compact(figure.low), high=t.compact(figure.high))


def _amount(t: Language, name: str, figure: KeyFigure) -> Metric:
    return _metric(t, name, t.compact(figure.value), t.change(figure.change))


def _share(t: Language, name: str, figure: KeyFigure) -> Metric:
    return _metric(t, name, t.percent(figure.value), _points(t, figure.change))


def _concentration(t: Language, hhi: KeyFigure, top3: KeyFigure) -> Metric:
    extra = t("key_figures.top3", share=t.percent(top3.value))
    change = "" if hhi.change != hhi.change else _signed(t, round(hhi.change))
    return _metric(t, "hhi", t.number(hhi.value), change, extra)


def _points(t: Language, change: float) -> str:
    return "" if change != change else t("key_figures.points", change=_signed(t, change * 100, 1))


def _signed(t: Language, value: float, digits: int = 0) -> str:
    value = round(value, digits)
    sign = "+" if value > 0 else "\u2212" if value < 0 else ""
    return f"{sign}{t.number(abs(value), digits)}"


def _metric(t: Language, name: str, value: str, change: str, extra: str = "") -> Metric:
    known = change and change != t("cards.missing_mark")
    return Metric(
        label=t(f"key_figures.{name}.label"),
        value=value,
        change=change if known else None,
        help=" ".join(part for part in (t(f"key_figures.{name}.help"), extra) if part),
        note=extra,
    )
