"""Files of topics, comparison and scores: each can be made, says what it is, and runs nothing."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable

import openpyxl
import pytest

from components.views.regulation.known import LAYERS
from tests.app.visit import open_page, wrong_with

STARTERS = ("=", "+", "@", "\t", "\r", "|")


@pytest.fixture
def files(monkeypatch) -> dict[str, Callable[[], bytes]]:
    """File name -> what makes the file, for every download button that the section draws."""
    offered: dict[str, Callable[[], bytes]] = {}

    def offer(_label, data, file_name, **_):
        offered[file_name] = data

    monkeypatch.setattr("streamlit.download_button", offer)
    return offered


def rows_of(content: bytes) -> list[list[str]]:
    lines = csv.reader(io.StringIO(content.decode("utf-8-sig")))
    return [line for line in lines if line and not line[0].startswith("# ")]


@pytest.mark.parametrize("topic", ["de_minimis", "foreign_equity", "cybercrime"])
def test_the_laws_of_a_topic_can_be_taken_home(topic, files):
    app = open_page("regulatory_matrix", section="topic", topic=topic, lang="es", trust="all")
    assert wrong_with(app) == []
    rows = rows_of(files["topic-laws.csv"]())
    head, body = rows[0], rows[1:]
    assert {"title", "provision", "trust_text", "source_url", "checked_on"} <= set(head)
    assert len(body) > 30 and all(len(row) == len(head) for row in body)
    sheet = openpyxl.load_workbook(io.BytesIO(files["topic-laws.xlsx"]())).worksheets[0]
    assert sheet.max_row > len(body)


@pytest.mark.parametrize("layer", LAYERS)
def test_a_comparison_can_be_taken_home(layer, files):
    countries = ["SGP", "MYS", "THA", "CHN"]
    app = open_page("regulatory_matrix", section="compare", layer=layer, country=countries, lang="pt")
    assert wrong_with(app) == []
    rows = rows_of(files[f"compare-{layer}.csv"]())
    assert {row[2] for row in rows[1:]} == set(countries)
    assert not [cell for row in rows for cell in row if cell.startswith(STARTERS)]
    assert files[f"compare-{layer}.xlsx"]()
