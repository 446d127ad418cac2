"""The cross-region page: every section in every language, its address, its limits and what it leaves out."""

from __future__ import annotations

import pytest

from components import loaders
from components.views.cross_region.choice import COUNTS, SECTIONS
from data.analysis import flows
from tests.app.visit import cards, open_page, spoken, wrong_with
from tests.architecture.texts import LANGUAGES, texts

PAGE = "cross_region"
ALWAYS = "region-flows"
SHOWN = {
    "matrix": {"flow-matrix"},
    "map": {"corridor-bands"},
    "corridors": {"corridors", "corridor-bands", "carriers-MEX-CHN"},
    "regions": {"regions"},
    "pair": {"pair", "carriers-MEX-CHN", "carriers-CHN-MEX"},
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("section", SECTIONS)
def test_a_section_shows_its_cards_and_says_that_it_is_estimated(section, language):
    app = open_page(PAGE, lang=language, section=section, country="MEX", partner="CHN", corridor="MEX-CHN")
    assert wrong_with(app) == []
    assert not app.warning
    assert cards(app) == SHOWN[section] | {ALWAYS}
    assert any(texts(language)["cards.estimated"] in said for said in spoken(app, "markdown"))


def test_the_map_is_made_only_where_it_is_shown():
    for section in SECTIONS:
        app = open_page(PAGE, section=section)
        assert len(app.get("deck_gl_json_chart")) == (section == "map")


@pytest.mark.parametrize("offering", ["goods", "services"])
@pytest.mark.parametrize("market", ["B2C", "C2C"])
@pytest.mark.parametrize("year", ["2019", "2025"])
def test_every_filter_runs_in_every_section(offering, market, year):
    for section in SECTIONS:
        app = open_page(PAGE, section=section, offering=offering, market=market, year=year, top="10")
        assert wrong_with(app) == [] and not app.warning
        assert ALWAYS in cards(app)


def test_controls_write_codes_and_take_their_default_away():
    app = open_page(PAGE)
    app.selectbox(key="url.year").set_value("2022").run()
    app.button_group(key="url.offering.desk").set_value("goods").run()
    app.button_group(key="url.top.desk").set_value(COUNTS[0]).run()
    app.button_group(key="url.part").set_value("west_to_east").run()
    assert wrong_with(app) == []
    held = {key: value for key, value in app.query_params.items() if key != "lang"}
    assert held == {"year": "2022", "offering": "goods", "top": "10", "part": "west_to_east"}
    app.button(key="chip.offering").click().run()
    app.selectbox(key="url.year").set_value("2025").run()
    assert "offering" not in app.query_params and "year" not in app.query_params


@pytest.mark.parametrize(
    "state",
    [
        {"year": "1999"},
        {"top": "1000"},
        {"part": "x"},
        {"section": "pair", "country": "XXX"},
        {"market": "<b>"},
    ],
)
def test_a_value_that_is_no_code_is_ignored_with_a_word(state):
    app = open_page(PAGE, **state)
    assert wrong_with(app) == []
    assert len(app.warning) == 1


def test_a_corridor_of_another_choice_gives_way_to_the_first():
    app = open_page(PAGE, section="corridors", corridor="JPN-KOR")
    assert wrong_with(app) == []
    assert any(name.startswith("carriers-") and name != "carriers-JPN-KOR" for name in cards(app))


def test_two_countries_have_to_differ():
    app = open_page(PAGE, section="pair", country="JPN", partner="JPN", lang="en")
    assert wrong_with(app) == []
    assert texts("en")["cross_region.pair.same"] in spoken(app, "caption")


def test_a_pair_shows_what_the_flows_hold():
    known = flows.flows(loaders.origin(), loaders.storefronts(), loaders.region_of())
    both = flows.pair(known, "KOR", "PER")
    assert (both.groupby("counterpart_area")["visits"].sum() > 0).all()
    app = open_page(PAGE, section="pair", country="KOR", partner="PER")
    assert {"pair", "carriers-KOR-PER", "carriers-PER-KOR"} <= cards(app)
