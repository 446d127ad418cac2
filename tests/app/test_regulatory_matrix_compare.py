"""Countries side by side: every layer, every language, any number of countries, and only what differs."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from components import loaders
from components.i18n import Language
from components.views.regulation.choice import Choice
from components.views.regulation.compare_choice import countries, usual
from components.views.regulation.compare_rows import compared
from components.views.regulation.known import LAYERS
from tests.app.visit import open_page, spoken, wrong_with
from tests.architecture.texts import LANGUAGES, texts

EN = Language("en")


def section(**state: str | list[str]) -> AppTest:
    return open_page("regulatory_matrix", section="compare", **state)


def html(app: AppTest) -> str:
    return " ".join(str(element.proto.body) for element in app.get("html"))


def sections_of(app: AppTest) -> int:
    return html(app).count('<section class="compared">')


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("layer", LAYERS)
def test_every_layer_compares_two_usual_countries_in_every_language(layer, code):
    app = section(layer=layer, lang=code)
    assert wrong_with(app) == []
    assert html(app).count('class="sides of2"') == sections_of(app) > 10
    assert texts(code)["regulation_compare.verdicts.alike"] in html(app)


def test_four_countries_stand_beside_each_other_and_a_fifth_does_not():
    app = section(country=["CHL", "SGP", "PER", "JPN", "BRA"])
    assert wrong_with(app) == []
    assert html(app).count('class="sides of4"') == sections_of(app)


def test_one_country_cannot_be_compared_and_the_reader_is_told():
    app = section(country="CHL")
    assert wrong_with(app) == []
    assert sections_of(app) == 0
    assert any(texts("en")["regulation_compare.too_few"] in said for said in spoken(app, "caption"))


def test_a_country_without_scores_is_named_and_not_scored():
    app = section(layer="rdtii", country=["SGP", "CHN", "CHL"])
    assert wrong_with(app) == []
    assert html(app).count('class="sides of2"') == sections_of(app)
    assert any("Chile" in said for said in spoken(app, "caption"))


def test_only_what_differs_leaves_out_the_rest():
    pair = ["CHL", "SGP"]
    whole, part = (sections_of(section(country=pair, **more)) for more in ({}, {"only": "different"}))
    rows = compared(EN, "framework", ("CHL", "SGP"), "sourced").drop_duplicates("item")
    assert whole == len(rows)
    assert part == int((rows["verdict"] == "different").sum()) < whole


def test_a_country_does_not_differ_from_itself():
    app = section(country=["CHL", "CHL"], only="different")
    assert wrong_with(app) == []


def test_a_group_narrows_what_is_compared_and_opens_the_measures_of_a_pillar():
    app = section(layer="rdtii", group="6")
    assert wrong_with(app) == []
    assert sections_of(app) == 4 and 'class="record"' in html(app)
    assert 'class="record"' not in html(section(layer="rdtii"))


def test_what_nobody_verified_is_behind_no_answer_unless_asked_for():
    law = loaders.laws()
    doubtful = law[(law["verification"] == "unverified") & law["instrument_en"].notna()].iloc[0]
    pair = (str(doubtful["ref_area"]), "SGP" if doubtful["ref_area"] != "SGP" else "CHL")
    sourced, everything = (compared(EN, "framework", pair, trust) for trust in ("sourced", "all"))
    assert (sourced.loc[sourced["record_trust"] != "", "sourced"] == True).all()  # noqa: E712
    assert (everything["sourced"] == False).any()  # noqa: E712


@pytest.mark.parametrize("layer", LAYERS)
def test_each_cell_of_the_comparison_has_a_row_to_take_home(layer):
    pair = usual(layer)
    rows = compared(EN, layer, pair, "sourced")
    assert set(rows["ref_area"]) == set(pair)
    cells = rows.drop_duplicates(["item", "ref_area"])
    assert len(cells) == rows["item"].nunique() * len(pair)
    assert (rows["answer_text"] != "").all() and len(rows) <= 1000


def test_the_countries_of_the_address_come_in_its_order():
    given = Choice("framework", "all", "all", None, "sourced", "name", "SGP", ("SGP", "CHL"))
    assert countries(given) == ("SGP", "CHL")
