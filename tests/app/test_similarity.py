"""Regulatory similarity: each section answers, similar is never called better, missing is never zero."""

from __future__ import annotations

import io
import re

import numpy as np
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from components import loaders, state
from components.i18n import Language
from components.views.similarity import (
    board_table,
    choice,
    convergence,
    frames,
    matrix,
    moves,
    over_time,
    partners,
    regions,
)
from components.views.similarity.board_table import changes_table
from components.views.similarity.choice import SECTIONS, Choice
from data.analysis.regulation.panel import Change
from data.analysis.regulation.similarity import compare
from tests.app.url import address
from tests.app.visit import cards, open_page, spoken, wrong_with
from tests.architecture.texts import LANGUAGES, texts

PAGE = "regulatory_similarity"
CARDS = {
    "matrix": {"similarity-matrix"},
    "network": {"similarity-network"},
    "nearest": {"similarity-ranks", "similarity-moves"},
    "time": {"similarity-time", "similarity-levels"},
    "reforms": {"similarity-reforms", "similarity-moves"},
    "joint": {"similarity-joint"},
    "board": {"similarity-moves"},
    "regions": {"similarity-regions"},
}
LAYERS = ("framework", "treaties", "rdtii")
KEYS = (
    "layer", "group", "by", "trust", "year", "country", "partner", "count", "direction", "set", "w",
    "section", "members", "least", "board", "reform",
)  # fmt: skip
T = Language("en")


def read(**query: str | list[str]) -> Choice:
    with address({key: [value] if isinstance(value, str) else value for key, value in query.items()}):
        return choice.read()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("section", SECTIONS)
def test_every_section_answers_in_every_language(section, language):
    app = open_page(PAGE, section=section, lang=language, country="PER")
    assert wrong_with(app) == []
    assert cards(app) == CARDS[section]
    warned = texts(language)["similarity.not_better"]
    assert any(warned in said.replace("\\", "") for said in spoken(app, "caption"))


@pytest.mark.parametrize("layer", LAYERS[1:])
@pytest.mark.parametrize("section", SECTIONS)
def test_every_section_answers_or_says_why_not_in_every_layer(section, layer):
    app = open_page(PAGE, section=section, layer=layer, by="answer")
    assert wrong_with(app) == []
    assert cards(app) or spoken(app, "caption")


def test_members_without_scores_are_missing_and_not_drawn_as_zero():
    found = read(layer="rdtii")
    gone = frames.missing(found.plain)
    assert len(gone) == 28 and set(loaders.members("latin_america")) <= set(gone)
    card = matrix.matrix_card(T, found.plain, "light")
    assert card.frame["row"].nunique() == 8 and "28 members" in card.note
    assert "Latin America" in regions.regions_card(T, found.plain, "light"), "says why instead of drawing"


def test_a_pair_of_which_too_little_is_known_says_so():
    groups = ("all", *loaders.catalog().regulation.layers["framework"].groups)
    made = [matrix.matrix_card(T, read(group=group).plain, "light") for group in groups]
    cells = pd.concat([card.frame for card in made if not isinstance(card, str)])
    hidden = cells[~cells["known"]]
    assert not hidden.empty and hidden["value"].isna().all()
    assert set(hidden["value_text"]) == {texts("en")["similarity.too_little"]}


def test_the_matrix_says_what_the_analysis_says():
    found = read().plain
    pairs, table = frames.pairs(found), matrix.matrix_card(T, found, "light").table.frame
    names = {name: area for area, name in loaders.country_names("en").items()}
    for row in table.head(40).itertuples():
        one, other = (pairs.areas.index(names[name]) for name in (row.country, row.other))
        assert row.value == pairs.similarity[one, other] and row.common == pairs.common[one, other]


def test_own_weights_change_rdtii_and_are_said():
    equal, own = read(layer="rdtii"), read(layer="rdtii", w="6:5")
    assert not np.allclose(
        frames.pairs(equal.plain).similarity, frames.pairs(own.plain).similarity, equal_nan=True
    )
    said = matrix.matrix_card(T, own.plain, "light").unit
    assert said != matrix.matrix_card(T, equal.plain, "light").unit and "as you chose" in said


def test_partners_are_countries_regions_and_members_of_agreements():
    assert partners.members("rcep") and "JPN" in partners.members("rcep")
    assert partners.expand(("east_asia", "PER"), "framework", "JPN") == (
        *(area for area in loaders.members("east_asia") if area != "JPN"), "PER"
    )  # fmt: skip
    assert len(partners.expand((), "framework", "JPN")) == 35
    assert set(partners.expand((), "rdtii")) <= set(loaders.members("east_asia"))


@pytest.mark.parametrize("layer", LAYERS)
def test_reforms_lead_only_where_a_partner_is_and_treaties_can_be_joined(layer):
    country = "THA" if layer == "rdtii" else "PER"
    found = read(layer=layer, country=country, partner="east_asia")
    listed = frames.ranked(found)
    goals = loaders.catalog().regulation.layers[layer].goals
    assert listed and all(reform.peers for reform in listed)
    assert all(not goals or reform.new in goals for reform in listed)
    if layer == "treaties":
        assert all(country in frames.may_join()[reform.item] for reform in listed)


def test_towards_open_only_never_regulates_more():
    found = read(layer="rdtii", country="AUS", direction="down")
    assert frames.ranked(found) and all(reform.level < 0 for reform in frames.ranked(found))


def test_the_plan_is_told_with_its_way_to_the_board():
    app = open_page(PAGE, section="reforms", country="PER", count="2")
    plan = frames.planned(read(country="PER", count="2"))
    assert len(plan.reforms) == 2 and plan.exact
    assert any(said.startswith("1. ") and "\n2. " in said for said in spoken(app, "markdown"))


def test_a_group_of_one_layer_has_a_joint_plan_that_says_how_it_was_found():
    app = open_page(PAGE, section="joint", members="latin_america", count="10")
    assert wrong_with(app) == [] and cards(app) == {"similarity-joint"}
    found = frames.joint(read(count="10").plain, "latin_america")
    assert not found.steps, "a plan of no reforms is empty"
    shown = " ".join(str(element.value) for element in app.get("html"))
    assert "step by step" in shown or "no better plan" in shown


def test_a_toggle_moves_similarity_and_level_and_is_in_the_address():
    app = open_page(PAGE, section="board", country="PER")
    row = next(one for one in app.get("button_group") if one.key == "url.set.e_transactions")
    assert row.value == "in_force"
    row.set_value("none").run()
    assert app.query_params["set"] in ("PER:e_transactions:none", ["PER:e_transactions:none"])
    assert wrong_with(app) == []
    shown = " ".join(str(element.value) for element in app.get("html"))
    assert re.search(r"\u2212\d", shown), "something falls"


def test_what_is_supposed_is_what_the_analysis_finds():
    change = Change("PER", "e_transactions", "none")
    found = read(country="PER", set=":".join(change))
    assert found.changes == (change,)
    shown = moves.stands(found, found.changes).set_index("ref_area")
    after = compare(frames.panel(found).changed([change]), frames.measure(found))
    row = after.areas.index("PER")
    for area in ("JPN", "CHL"):
        assert shown.loc[area, "after"] == after.similarity[row, after.areas.index(area)]
        assert shown.loc[area, "before"] != shown.loc[area, "after"]


def test_the_board_leaves_as_workbook_and_picture():
    from components.export.image import render_image
    from components.export.metadata import FileColumn
    from components.export.workbook import write_workbook
    from components.views.cards.download_menu import file_meta

    found = read(country="PER", set=["PER:e_transactions:none", "PER:cybercrime:draft"])
    table = changes_table(T, found)
    assert len(table.frame) == 3, "each change and all together"
    with address({}):
        meta = file_meta(T, "Changes", "unit", table, ("law",))
    made = write_workbook(table.exact(), meta, [FileColumn(one.name, one.title) for one in table.columns])
    assert load_workbook(io.BytesIO(made)).worksheets[0].max_row == 4
    card = moves.moves_card(T, found, found.changes, "light")
    picture = render_image(
        card.spec, card.frame, title=card.title, subtitle=card.unit, source="Source.", date="Today.",
        url="https://explorer.example", language="en", theme="light", fmt="svg",
    )  # fmt: skip
    assert b"Supposed: Peru" in picture


@pytest.mark.parametrize(
    "value",
    [
        "PER",
        "PER:nowhere:none",
        "XXX:cybercrime:none",
        "PER:cybercrime:maybe",
        "PER:cybercrime:none:more",
        "::",
    ],
)
def test_a_change_that_cannot_be_is_ignored_with_a_notice(value):
    with address({"set": [value]}):
        assert choice.read().changes == ()
        assert [notice.key for notice in state.notices()] == ["set"]


def test_an_unknown_item_cannot_be_switched():
    found = read()
    table = frames.panel(found)
    row, column = next(iter(np.argwhere(~table.known)))
    cell = f"{table.areas[row]}:{table.item_codes[column]}:in_force"
    with address({"set": [cell]}):
        assert choice.read().changes == () and state.notices()


def test_the_past_is_told_over_the_same_pairs():
    found = over_time._means(read().plain)
    assert (found.groupby("series")["pairs"].nunique() == 1).all()
    assert sorted(found["year"].unique())[0] == 2000
    levels = over_time._levels(read().plain)
    assert levels.loc[levels["year"] == 2000, "value"].max() < levels["value"].max()


def test_a_year_before_the_laws_is_compared_without_the_tracker():
    app = open_page(PAGE, year="2010", trust="all")
    assert wrong_with(app) == []
    assert not [item for item in frames.panel(read(year="2010")).item_codes if item.startswith("tracker_")]


def test_the_ends_of_an_axis_leave_room_for_words():
    assert convergence.ends(pd.Series([2.0, 0.5])) == (0.0, 3.0)
    low, high = convergence.ends(pd.Series([1.0, -2.0]))
    assert low < -2.5 and high > 1.5


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    query=st.dictionaries(
        st.sampled_from(KEYS),
        st.lists(
            st.text(st.characters(exclude_categories=["Cs"]), max_size=25)
            | st.sampled_from(
                ["rdtii", "treaties", "PER", "rcep", "all", "2010", "answer", "6:2", "down", "data"]
            )
            | st.sampled_from(["PER:cybercrime:none", "THA:6.1:1", "PER:rcep:in_force"]),
            max_size=3,
        ),
    )
)
def test_any_address_is_read_without_a_fault(query):
    with address(query):
        found = choice.read()
        assert len(state.notices()) <= 5
    assert found.layer in LAYERS and found.country in frames.panel(found).areas
    frames.pairs(found.plain)
    board_table.changes_table(T, found)


def test_a_country_without_scores_is_said_to_have_none():
    app = open_page(PAGE, layer="rdtii", section="nearest", country="PER")
    assert wrong_with(app) == []
    assert any("Peru has no scores" in said.replace("\\", "") for said in spoken(app, "caption"))


def test_partners_that_cannot_be_compared_are_not_counted():
    found = read(layer="rdtii", country="THA", partner=["CHN", "PER", "JPN"])
    card = convergence.reforms_card(T, found, "light")
    assert "Counted: 1 of 3 partners" in card.note
