"""Every chart builder with its options and a small frame it can draw."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from components.charts.characteristics import (
    FEATURES,
    build_age_histogram,
    build_counts_chart,
    build_entries_exits_chart,
    build_feature_shares_chart,
    build_offering_trend_chart,
)
from components.charts.landscape import build_landscape_chart, prepare_landscape
from components.charts.maps import build_region_map, prepare_map
from components.charts.origins import (
    ORIGIN_GROUPS,
    build_origin_matrix,
    build_origin_shares_chart,
    build_top_origins_chart,
)
from components.charts.people import build_age_pyramid
from components.charts.quantities import KINDS
from components.charts.series import prepare_series
from components.charts.theme import code_colors
from components.charts.timeseries import build_single_period_chart, build_timeseries_chart
from components.i18n import Language

STATUSES = ["E", "A", "O", "M", "Q", "A"]
MEMBERS = ["THA", "VNM", "MNG", "LAO", "KHM", "SGP"]


@dataclass(frozen=True)
class Case:
    """A builder, the options of one call, and a frame that has its columns."""

    name: str
    build: Callable[..., dict[str, Any]]
    frame: pd.DataFrame
    options: dict[str, Any] = field(default_factory=dict)

    def spec(self, language: str = "en", theme: str = "light") -> dict[str, Any]:
        labels = dict(Language(language).section("charts"))
        return self.build(language=language, theme=theme, labels=labels, **self.options)


def map_frame() -> pd.DataFrame:
    return pd.DataFrame(
        {
            "ref_area": MEMBERS,
            "label": MEMBERS,
            "value": [5.0, 20.0, None, None, None, 0.0],
            "value_text": ["5", "20", "..", "-", "", "0"],
            "status_text": STATUSES,
            "obs_status": STATUSES,
            "lon": [100.5, 105.8, 106.9, 102.6, 104.9, 103.8],
            "lat": [13.7, 21.0, 47.9, 18.0, 11.6, 1.3],
            "small": [False] * 5 + [True],
            "selected": [True] + [False] * 5,
        }
    )


def series_frame(ids: list[str], periods: list[str], *, status: str = "E") -> pd.DataFrame:
    rows = [
        {
            "time_period": period, "series_id": name, "label": name, "value": 10.0 + 3 * i + j,
            "value_low": 5.0 + i, "value_high": 30.0 + i, "value_text": "10", "interval_text": "5 to 30",
            "period_text": period, "status_text": "estimated", "obs_status": status,
            "complete": period != periods[-1], "highlighted": i == 1, "kind": "series",
            "provider": None, "href": None,
        }
        for i, name in enumerate(ids)
        for j, period in enumerate(periods)
    ]  # fmt: skip
    return pd.DataFrame(rows)


def with_published(frame: pd.DataFrame) -> pd.DataFrame:
    point = frame.iloc[[0]].assign(
        kind="published", obs_status="A", provider="similarweb", href="https://example.org/"
    )
    return pd.concat([frame, point], ignore_index=True)


def _shares(along: str, places: list[str], codes: list[str], **texts: str) -> pd.DataFrame:
    part = 1 / len(codes)
    rows = [
        {along: place, "code": code, "origin_group": code, "share": part, "share_text": f"{part:.0%}"}
        for place in places
        for code in codes
    ]
    return pd.DataFrame(rows).assign(
        code_label="x", group_label="x", count_text="3", visits_text="1M", **texts
    )


def _landscape() -> pd.DataFrame:
    return prepare_landscape(
        pd.DataFrame(
            {
                "marketplace_id": list("abcdef"), "label": list("abcdef"), "place_label": "Chile",
                "age_years": [1, 5, 9, 14, 20, 3], "value": [1e3, 1e5, 2e6, 4e4, 9e7, 0.0],
                "value_text": "1", "interval_text": "1", "status_text": "x", "evidence_text": "A",
                "offering": ["goods", "services", "both"] * 2, "obs_status": list("EAEAEA"),
                "selected": [True] + [False] * 5,
            }
        )
    )  # fmt: skip


def _matrix() -> pd.DataFrame:
    pairs = [(origin, target) for origin in MEMBERS[:3] for target in MEMBERS[:2]]
    frame = pd.DataFrame(pairs, columns=["counterpart_area", "ref_area"])
    return frame.assign(
        origin_label=frame["counterpart_area"], destination_label=frame["ref_area"],
        value=[0.8, 0.1, None, None, None, 0.0], value_text="x", status_text="y", obs_status=STATUSES,
    )  # fmt: skip


def _bars() -> pd.DataFrame:
    return pd.DataFrame(
        {
            "counterpart_area": ["CHN", "BRA", "_O"], "label": ["China", "Brazil", "Rest"],
            "region": ["east_asia", "latin_america", "rest"], "value": [0.5, 0.3, 0.2],
            "value_text": ["50%", "30%", "20%"], "visits_text": "1M", "obs_status": "E",
        }
    )  # fmt: skip


def cases() -> list[Case]:
    """One case or more per builder."""
    months = ["2024-11", "2024-12", "2025-01"]
    lines = series_frame(["CHN", "JPN"], months)
    ages = [f"Y{a}" for a in ("18T24", "25T34", "_GE65")]
    pyramid = pd.DataFrame(
        [{"age": a, "age_label": a, "sex": s, "share": 0.16} for a in ages for s in "FM"]
    ).assign(sex_label="x", share_text="16%", visits_text="1M")
    flows = pd.DataFrame(
        [{"time_period": y, "flow": f, "count": 3} for y in ("2020", "2021") for f in ("entry", "exit")]
    ).assign(flow_label="x", count_text="3")
    found = [
        Case(
            f"map-{region}-{kind}", build_region_map,
            prepare_map(map_frame(), kind=kind, language="en"), {"region": region, "kind": kind},
        )
        for region, kind in (("east_asia", "amount"), ("latin_america", "index"), ("both", "share"))
    ] + [
        Case(
            f"lines-{kind}", build_timeseries_chart, prepare_series(with_published(lines), theme="light"),
            {"kind": kind},
        )
        for kind in KINDS
    ] + [
        Case(
            f"lines-{freq}", build_timeseries_chart,
            prepare_series(series_frame(["BRA"], periods), theme="light"),
            {"freq": freq, "band": False, "published": False},
        )
        for freq, periods in (("Q", ["2024-Q3", "2024-Q4"]), ("A", ["2023", "2024"]))
    ] + [
        Case(
            f"features-{name}", build_feature_shares_chart,
            _shares("label", ["Chile", "Peru"], list(code_colors(name, "light"))),
            {"feature": name, "rows": 2},
        )
        for name in FEATURES
    ]  # fmt: skip
    one = prepare_series(series_frame(["CHN", "JPN"], ["2024"]), theme="light")
    return [
        *found,
        Case("one-period", build_single_period_chart, one, {"rows": 2}),
        Case("one-period-index", build_single_period_chart, one, {"rows": 2, "kind": "index"}),
        Case("origins", build_origin_shares_chart, _shares("time_period", ["2024"], list(ORIGIN_GROUPS)),
             {"region": "latin_america"}),
        Case("top-origins", build_top_origins_chart, _bars(), {"rows": 3}),
        Case("matrix", build_origin_matrix, _matrix(), {"region": "east_asia", "rows": 3}),
        Case("pyramid", build_age_pyramid, pyramid),
        Case("counts", build_counts_chart, _bars(), {"region": "east_asia", "rows": 3}),
        Case("ages", build_age_histogram,
             pd.DataFrame({"bin_label": ["0-4", "5-9"], "count": [3, 8], "count_text": ["3", "8"]}),
             {"region": "latin_america"}),
        Case("flows", build_entries_exits_chart, flows),
        Case("offerings", build_offering_trend_chart,
             _shares("time_period", ["2023", "2024"], ["goods", "both", "services"])),
        Case("landscape", build_landscape_chart, _landscape()),
    ]  # fmt: skip
