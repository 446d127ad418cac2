"""The regulatory matrix: every layer, year and order, and the record behind any cell, in every language."""

from __future__ import annotations

import pytest

from components import loaders
from components.views.regulation import known
from components.views.regulation.choice import SORTS
from components.views.regulation.known import LAYERS
from tests.app.visit import cards, open_page, spoken, wrong_with
from tests.architecture.texts import LANGUAGES, texts

PAGE = "regulatory_matrix"
CARD = "rules-matrix"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("layer", LAYERS)
def test_a_layer_shows_its_matrix_and_a_cell(layer, language):
    app = open_page(PAGE, lang=language, layer=layer)
    assert wrong_with(app) == [] and not app.warning
    assert CARD in cards(app)
    assert texts(language)["regulation.cell.title"] in " ".join(spoken(app, "markdown"))


@pytest.mark.parametrize("layer", LAYERS)
def test_every_group_year_order_and_trust_runs(layer):
    groups = dict.fromkeys(item.group for item in known.rules(layer).items)
    for group in groups:
        app = open_page(PAGE, layer=layer, group=group, trust="all", year="2012", sort="complete")
        assert wrong_with(app) == [] and not app.warning, group
        assert CARD in cards(app)
    for sort in SORTS:
        for region in ("all", "latin_america") if layer != "rdtii" else ("all",):
            app = open_page(PAGE, layer=layer, sort=sort, region=region, country="PER" if region else "")
            assert wrong_with(app) == []


@pytest.mark.parametrize(
    ("layer", "cell", "said"),
    [
        ("framework", "PER:data_protection", "Ley"),
        ("framework", "PER:tracker_cybercrime", "Ley"),
        ("treaties", "CHL:depa", "2021"),
        ("rdtii", "CHN:6.1", "Ride"),
    ],
)
def test_a_cell_opens_what_lies_behind_it(layer, cell, said):
    app = open_page(PAGE, lang="es", layer=layer, cell=cell)
    assert wrong_with(app) == [] and not app.warning
    assert any(said in text for text in spoken(app))


def test_every_law_can_be_opened_from_its_cell():
    laws = loaders.laws().drop_duplicates(["ref_area", "topic"])
    for row in laws.sample(25, random_state=4).to_dict("records"):
        app = open_page(PAGE, lang="pt", cell=f"{row['ref_area']}:{row['topic']}")
        assert wrong_with(app) == [] and not app.warning


def test_a_cell_or_year_that_does_not_exist_is_said_and_the_first_cell_is_shown():
    app = open_page(PAGE, cell="XXX:nothing", year="1900", layer="framework")
    assert wrong_with(app) == []
    assert len(app.warning) == 2
    assert CARD in cards(app)


def test_a_country_that_was_not_scored_is_not_shown_as_zero():
    frame = known.answers("rdtii", None, "all")
    assert set(frame["ref_area"]) == set(loaders.rdtii_measures()["ref_area"])
    app = open_page(PAGE, layer="rdtii")
    assert any("28" in said for said in spoken(app, "caption"))


def test_only_the_layer_picker_forgets_the_group():
    app = open_page(PAGE, layer="framework", group="data")
    app.segmented_control(key="url.layer").set_value("treaties").run()
    assert app.query_params["layer"] == "treaties"
    assert "group" not in app.query_params
