"""The pictures of the register of measures draw every frame they are given, in every language and theme."""

from __future__ import annotations

import json

import pandas as pd
import pytest

from components.charts.policies.axes import head_of
from components.charts.policies.benchmark import VERDICTS, build_benchmark_chart
from components.charts.policies.composition import STATUSES, build_composition_chart, build_status_chart
from components.charts.policies.matrix import build_measure_matrix
from components.charts.policies.timeline import build_measures_over_time
from components.charts.theme import THEMES
from tests.unit.chart_cases import Case
from tests.unit.test_charts_builders import MAX_BYTES, draw, nodes

REGIONS = ("east_asia", "latin_america")
HEADS = ("Training and advice", "Simplified rules", "Portal")


def matrix() -> pd.DataFrame:
    counts = {("CHL Chile", 0): (2, 2), ("CHL Chile", 1): (1, 0), ("PER Peru", 2): (7, 6)}
    rows = []
    for country in ("CHL Chile", "PER Peru"):
        for at, label in enumerate(HEADS):
            measures, sourced = counts.get((country, at), (0, 0))
            rows.append(
                {
                    "country": country, "head": head_of(label), "code_label": label, "measures": measures,
                    "sourced": sourced, "sourced_text": f"{sourced} of {measures}",
                }
            )  # fmt: skip
    return pd.DataFrame(rows)


def benchmark() -> pd.DataFrame:
    verdicts = [*VERDICTS, "", ""]
    return pd.DataFrame(
        {
            "instrument_label": ["Training"] * 3 + ["Credit"] * 3, "group_label": list(HEADS) * 2,
            "head": [head_of(label) for label in HEADS] * 2, "verdict": verdicts,
            "letter": ["=", "+", "!", ".", "", ""], "verdict_label": verdicts, "having_text": "2 of 5",
        }
    )  # fmt: skip


def over_time() -> pd.DataFrame:
    parts = {"begun": (3, 0, 2), "ended": (0, 1, 0), "in_place": (3, 2, 4)}
    rows = [
        {"time_period": str(2019 + at), "part": part, "part_label": part, "measures": count}
        for part, counts in parts.items()
        for at, count in enumerate(counts)
    ]
    return pd.DataFrame(rows)


def shares() -> pd.DataFrame:
    rows = [
        {"code_label": label, "region": region, "region_label": region, "share": 0.2, "share_text": "20%",
         "measures_text": "4"}
        for label in HEADS
        for region in REGIONS
    ]  # fmt: skip
    return pd.DataFrame(rows)


def standing() -> pd.DataFrame:
    rows = [
        {"label": region, "code": code, "code_label": code, "share": 0.2, "share_text": "20%",
         "measures_text": "4", "measures": 4}
        for region in REGIONS
        for code in STATUSES
    ]  # fmt: skip
    return pd.DataFrame(rows)


CASES = (
    Case("matrix", build_measure_matrix, matrix(), {"rows": 2, "counts": True}),
    Case("presence", build_measure_matrix, matrix(), {"rows": 2, "counts": False}),
    Case("benchmark", build_benchmark_chart, benchmark(), {"rows": 2}),
    Case("over-time", build_measures_over_time, over_time()),
    Case("composition", build_composition_chart, shares(), {"rows": 3}),
    Case("status", build_status_chart, standing(), {"rows": 2}),
)
every_case = pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)


@every_case
@pytest.mark.parametrize("theme", THEMES)
def test_a_spec_is_made_once_is_small_and_carries_no_data(case: Case, theme):
    spec = case.spec("es", theme)
    assert case.spec("es", theme) is spec
    assert not {"data", "title", "datasets"} & set(spec)
    assert len(json.dumps(spec, separators=(",", ":"), ensure_ascii=False).encode()) <= MAX_BYTES


@every_case
def test_a_frame_has_every_column_the_spec_reads(case: Case):
    read = {node["field"] for node in nodes(case.spec()) if isinstance(node.get("field"), str)}
    made = {node["as"] for node in nodes(case.spec()) if isinstance(node.get("as"), str)}
    assert read - made - set(case.frame.columns) == set()


@every_case
@pytest.mark.parametrize(("language", "theme", "width"), [("en", "light", 900), ("pt", "dark", 340)])
def test_a_spec_draws_its_frame_without_a_warning(case: Case, language, theme, width, capfd):
    svg = draw(case, language, theme, width)
    assert svg.startswith("<svg") and "NaN" not in svg
    assert capfd.readouterr().err == ""


def test_endings_are_drawn_below_the_line_but_written_as_counts():
    case = next(case for case in CASES if case.name == "over-time")
    assert "-datum.measures" in json.dumps(case.spec())
    assert ">\u22121<" not in draw(case, "en", "light", 900)


def test_a_country_is_named_on_a_desk_and_coded_on_a_phone():
    case = next(case for case in CASES if case.name == "matrix")
    assert ">Chile<" in draw(case, "en", "light", 900)
    assert ">CHL<" in draw(case, "en", "light", 340)


def test_a_long_head_stands_in_lines_and_no_word_is_broken():
    assert head_of("Training and advice") == "Training and\nadvice"
    assert head_of("Telecommunications") == "Telecommunications"
