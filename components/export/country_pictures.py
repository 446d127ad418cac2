"""The two charts of a country brief: how well the country is known, and its most visited marketplaces."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from components.charts.characteristics import build_counts_chart
from components.charts.country import PARTS, build_support_chart
from components.export.brief import Picture, PictureFormat
from components.export.country_brief import counted
from components.export.image import render_chart
from components.i18n import Language
from data.analysis.country.coverage import OPEN, Coverage
from data.analysis.country.summary import CountrySummary

_THEME = "light"
_TOP, _FIRST = 8, 3
# Dots across that a projector can show.
_FINEST = 2000


def support_reading(t: Language, known: CountrySummary) -> str:
    """The best and the least known layer in a sentence."""
    # Of an open register nobody knows how much is missing: it is neither best nor worst.
    closed = [one for one in known.coverage if one.total and one.layer not in OPEN]
    ranked = sorted(closed, key=lambda one: -one.sourced / one.total)
    best, worst = (
        t("country.value_year", value=_layer(t, one), year=counted(t, one)) for one in (ranked[0], ranked[-1])
    )
    return t("country.coverage.reading", best=best, worst=worst)


def support_picture(t: Language, known: CountrySummary) -> Picture:
    """Bars of supported, weaker and missing entries by layer."""
    found = [one for one in known.coverage if one.total]
    words = dict(t.section("charts")) | {f"support_{part}": t(f"country.coverage.{part}") for part in PARTS}
    words |= {
        "layer": t("country.brief.layer"),
        "support": t("country.coverage.support"),
        "entries": t("country.coverage.entries"),
    }
    spec = build_support_chart(language=t.code, theme=_THEME, labels=words, rows=len(found))
    alt = f"{t('country.coverage.title')} {support_reading(t, known)}"
    return _picture(spec, support_rows(t, found), alt)


def support_rows(t: Language, found: list[Coverage]) -> pd.DataFrame:
    """A row per layer and part, as the chart wants them."""
    return pd.DataFrame(
        {
            "label": _layer(t, one),
            "code": part,
            "code_label": t(f"country.coverage.{part}"),
            "share": getattr(one, part) / one.total,
            "share_text": t.number(getattr(one, part)),
            "count_text": t(
                "country.coverage.count", part=t.number(getattr(one, part)), whole=t.number(one.total)
            ),
        }
        for one in found
        for part in PARTS
    )


def _layer(t: Language, one: Coverage) -> str:
    return t(f"country.coverage.layers.{one.layer}")


def top_rows(t: Language, known: CountrySummary) -> pd.DataFrame:
    """The most visited marketplaces and foreign sites: label, value, value_text, obs_status."""
    shops = known.marketplaces[known.marketplaces["visits"] > 0]
    top = shops.sort_values("visits", ascending=False, kind="stable").head(_TOP)
    return pd.DataFrame(
        {
            "label": top["name"].astype(str).to_numpy(),
            "value": top["visits"].to_numpy(dtype=float),
            "value_text": [t.compact(visits) for visits in top["visits"]],
            "obs_status": top["obs_status"].astype(str).to_numpy(),
        }
    )


def top_reading(t: Language, rows: pd.DataFrame) -> str:
    """The first of `top_rows` with their visits in a sentence."""
    head = rows.head(_FIRST)
    named = [
        t("explorer.named_value", name=name, value=value)
        for name, value in zip(head["label"], head["value_text"], strict=True)
    ]
    return t("country.marketplaces.reading", first=t.listing(named))


def top_picture(t: Language, known: CountrySummary, rows: pd.DataFrame, title: str) -> Picture:
    """Bars of `top_rows`."""
    spec = build_counts_chart(
        region=known.region, language=t.code, theme=_THEME, labels=dict(t.section("charts")), rows=len(rows)
    )
    return _picture(spec, rows, f"{title}. {top_reading(t, rows)}")


def _picture(spec: Mapping[str, Any], frame: pd.DataFrame, alt: str) -> Picture:
    def draw(width: int, fmt: PictureFormat) -> bytes:
        return render_chart(spec, frame, width=width, fmt=fmt, fineness=max(2.0, _FINEST / width))

    return Picture(alt, draw)
