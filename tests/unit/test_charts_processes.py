"""The pictures of processes: small specs without data, frames that fill them, drawn in every language."""

from __future__ import annotations

import json
import re

import pytest

from components.charts.theme import THEMES
from components.export.image import render_image
from components.i18n import Language
from components.views.cards import Card
from components.views.processes import change, diagrams, papers, routes, time, what_if
from components.views.processes.choice import Choice
from data.catalog.reader_change import ReaderChange
from tests.unit.test_charts_builders import MAX_BYTES, nodes

SUPPOSED = (ReaderChange("shorten", "settle"),)


def pictures(language: str, theme: str, process: str = "col_kor_coffee") -> list[Card]:
    """Every card of the page for one study."""
    t, choice = Language(language), Choice(process, "as_is", "settle")
    made = [
        diagrams.activity_card(t, choice, theme),
        diagrams.use_case_card(t, choice, theme),
        time.time_card(t, choice, theme),
        time.losses_card(t, choice, "actor", "cost", theme),
        papers.papers_card(t, choice, theme),
        change.before_after_card(t, process, theme),
        routes.routes_card(t, "burden_share", theme),
        what_if.chances_card(t, Choice(process, "as_is", "", SUPPOSED), theme),
        what_if.savings_card(t, Choice(process, "as_is", "", SUPPOSED), theme),
    ]
    assert all(isinstance(card, Card) for card in made)
    return made


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("language", ["en", "es", "pt"])
def test_a_spec_is_made_once_is_small_and_carries_no_data(language, theme):
    for card, again in zip(pictures(language, theme), pictures(language, theme), strict=True):
        assert card.spec is again.spec
        assert not {"data", "title", "datasets"} & set(card.spec), card.key
        size = len(json.dumps(card.spec, separators=(",", ":"), ensure_ascii=False).encode())
        assert size <= MAX_BYTES, f"{card.key}: {size} bytes"


def test_a_frame_has_every_column_the_spec_reads():
    for card in pictures("en", "light"):
        made = set(re.findall(r'"as": ?"(\w+)"', json.dumps(card.spec)))
        read = {node["field"] for node in nodes(card.spec) if isinstance(node.get("field"), str)}
        assert read - made - set(card.frame.columns) == set(), card.key


@pytest.mark.parametrize(("language", "theme"), [("en", "light"), ("pt", "dark")])
def test_every_picture_leaves_as_a_file_with_its_table(language, theme):
    for card in pictures(language, theme):
        drawn = render_image(
            card.spec, card.frame, title=card.title, subtitle=card.unit, source="s", date="d", url="u",
            language=language, theme=theme, fmt="svg",
        ).decode()  # fmt: skip
        assert "NaN" not in drawn and drawn.startswith("<svg")
        assert len(card.table.shown(Language(language))) > 0
        assert card.spoken.endswith(".") and "{" not in card.spoken


def test_what_is_critical_has_a_colour_a_thick_edge_and_a_sign():
    card = pictures("en", "light")[0]
    said = json.dumps(card.spec)
    assert said.count("datum.critical") >= 4 and "diamond" in said
    boxes = card.frame[card.frame["kind"] == "step"]
    assert 0 < int(boxes["critical"].sum()) < len(boxes)
