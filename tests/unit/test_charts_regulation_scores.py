"""The pictures of RDTII scores draw every frame they are given; names of columns stand in lines."""

from __future__ import annotations

import json

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.charts.regulation.scores import (
    BREAK,
    build_levels_chart,
    build_score_heat,
    depth_of,
    lines,
)
from components.charts.theme import THEMES
from tests.unit.chart_cases import Case
from tests.unit.test_charts_builders import MAX_BYTES, draw, nodes


def heat(columns: int) -> pd.DataFrame:
    rows = [
        {
            "row": f"{area} Name", "column": lines(str(at), "Data across borders", columns), "part": str(at),
            "score": None if at == 1 else 0.5, "score_text": ".." if at == 1 else "0.50",
            "country_label": "x", "part_label": "x", "known_text": "3 of 4", "chosen": at == 0,
        }
        for area in ("THA", "SGP")
        for at in range(columns)
    ]  # fmt: skip
    return pd.DataFrame(rows)


def levels() -> pd.DataFrame:
    return pd.DataFrame(
        {
            "label": ["Thailand", "Singapore"], "score": [0.6, 0.3], "score_text": ["0.60", "0.30"],
            "equal": [0.5, 0.35], "equal_text": ["0.50", "0.35"], "end": [0.6, 0.35], "place_text": "1 of 2",
        }
    )  # fmt: skip


CASES = (
    Case("pillars", build_score_heat, heat(12), {"rows": 2, "columns": 12, "depth": 4}),
    Case("indicators", build_score_heat, heat(15), {"rows": 2, "columns": 15, "depth": 4}),
    Case("one", build_score_heat, heat(2), {"rows": 2, "columns": 2, "depth": 2}),
    Case("levels", build_levels_chart, levels(), {"rows": 2, "own": False}),
    Case("own levels", build_levels_chart, levels(), {"rows": 2, "own": True}),
)
every_case = pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)


@every_case
@pytest.mark.parametrize("theme", THEMES)
def test_a_spec_is_made_once_is_small_and_carries_no_data(case: Case, theme):
    spec = case.spec("pt", theme)
    assert case.spec("pt", theme) is spec
    assert not {"data", "title", "datasets"} & set(spec)
    assert len(json.dumps(spec, separators=(",", ":"), ensure_ascii=False).encode()) <= MAX_BYTES


@every_case
def test_a_frame_has_every_column_the_spec_reads(case: Case):
    read = {node["field"] for node in nodes(case.spec()) if isinstance(node.get("field"), str)}
    assert read - set(case.frame.columns) == set()


@every_case
@pytest.mark.parametrize(("language", "theme", "width"), [("en", "light", 1100), ("es", "dark", 340)])
def test_a_spec_draws_its_frame_without_a_warning(case: Case, language, theme, width, capfd):
    svg = draw(case, language, theme, width)
    assert svg.startswith("<svg") and "NaN" not in svg
    assert capfd.readouterr().err == ""


def test_own_weights_are_seen_against_equal_pillars():
    own, equal = (spec for spec in (CASES[4].spec(), CASES[3].spec()))
    assert len(own["layer"]) == len(equal["layer"]) + 1
    assert any(layer["mark"]["type"] == "tick" for layer in own["layer"])


@given(st.text("abcdefg -", min_size=1, max_size=60), st.integers(1, 20))
def test_a_name_keeps_its_number_in_front_and_all_its_words(name, columns):
    said = lines("4.10", name, columns)
    number, *rest = said.split(BREAK)
    assert number == "4.10"
    assert "".join(rest).replace(" ", "") == name.replace(" ", "")
    assert depth_of([said]) == len(rest) + 1
