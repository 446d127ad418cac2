"""One topic across the members: every topic has its pictures and its laws, and says who is missing."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from components import loaders
from components.i18n import Language, language
from components.views.regulation import topic_known as known
from components.views.regulation.law_rows import page, told
from components.views.regulation.topic_choice import TopicChoice, topics
from components.views.regulation.topic_maps import class_map
from components.views.regulation.topic_number_map import numbers_map
from components.views.regulation.topic_numbers import numbers_card
from data.analysis.regulation.topics import MEASURES
from tests.app.visit import cards, open_page, spoken, wrong_with
from tests.architecture.texts import LANGUAGES

EN = Language("en")
PICTURES = {
    "cross_border_data": {"topic-map"},
    "foreign_equity": {"topic-map"},
    "ecommerce_strategy": {"topic-timeline"},
    **dict.fromkeys(MEASURES, {"topic-map", "topic-numbers"}),
}


def section(topic: str = "", **state: str | list[str]) -> AppTest:
    if topic:
        state["topic"] = topic
    return open_page("regulatory_matrix", section="topic", **state)


def html(app: AppTest) -> str:
    return " ".join(str(element.proto.body) for element in app.get("html"))


@pytest.mark.parametrize("topic", topics())
def test_every_topic_has_its_pictures_and_its_laws(topic):
    app = section(topic)
    assert wrong_with(app) == []
    assert cards(app) == PICTURES.get(topic, {"topic-map", "topic-adoption"})
    assert '<table class="laws">' in html(app)


@pytest.mark.parametrize("code", LANGUAGES[1:])
@pytest.mark.parametrize("topic", ["de_minimis", "cross_border_data", "ecommerce_strategy", "cybercrime"])
def test_a_topic_answers_in_every_language(topic, code):
    app = section(topic, lang=code, trust="all", region="latin_america", year="2010")
    assert wrong_with(app) == []
    assert language(code).code_label("law_topic", topic) in " ".join(spoken(app, "markdown"))
    assert "2010" in " ".join(spoken(app, "caption")), "says that the year holds for the matrix alone"


def test_thresholds_come_first_when_no_topic_is_chosen():
    app = section()
    assert cards(app) == {"topic-map", "topic-numbers"}


def test_a_topic_that_does_not_exist_is_ignored_with_a_notice():
    app = section("tobacco")
    assert cards(app) == {"topic-map", "topic-numbers"}
    assert any("tobacco" in text for text in spoken(app, "warning", "info", "caption"))


def choice(topic: str, trust: str = "sourced", region: str = "all") -> TopicChoice:
    return TopicChoice(topic, region, trust)  # type: ignore[arg-type]


@pytest.mark.parametrize("topic", MEASURES)
def test_each_member_is_on_the_map_once_and_in_numbers_only_with_the_unit_of_the_topic(topic):
    card = numbers_map(EN, choice(topic), "light")
    places = card.frame.dropna(subset=["ref_area"])
    assert sorted(places["ref_area"]) == sorted(loaders.catalog().ref_areas)
    ranked = numbers_card(EN, choice(topic), "light")
    assert set(ranked.table.frame["numeric_unit"]) == {MEASURES[topic].unit}
    assert ranked.frame["label"].is_unique
    assert ranked.frame["value"].is_monotonic_decreasing


def test_tax_below_which_nothing_is_due_is_no_threshold_and_is_said_so():
    card = numbers_card(EN, choice("de_minimis"), "light")
    assert "CHN" not in set(card.table.frame["ref_area"])
    assert "China" in card.note and "CNY" in card.note
    stands = known.standings(choice("de_minimis")).set_index("ref_area")
    assert stands.at["CHN", "standing"] == "other"


def test_an_allowance_per_year_is_told_and_not_compared():
    frame = numbers_card(EN, choice("de_minimis"), "light").table.frame
    yearly = frame[frame["numeric_scope"].fillna("").str.startswith("per_year")]
    assert len(yearly), "the register has one"
    stands = known.standings(choice("de_minimis")).set_index("ref_area")
    assert (stands.loc[yearly["ref_area"], "standing"] == "other").all()


@pytest.mark.parametrize("topic", topics())
def test_what_nobody_verified_is_shown_only_when_asked_for(topic):
    sourced, everything = (known.laws(EN, choice(topic, trust)) for trust in ("sourced", "all"))
    assert sourced["sourced"].all()
    assert set(sourced["law_id"]) <= set(everything["law_id"])
    without = set(known.unverified(choice(topic)))
    assert without == set(everything["ref_area"]) - set(sourced["ref_area"])
    assert known.unverified(choice(topic, "all")) == ()


def test_members_of_whom_nothing_is_known_are_counted_and_named():
    said = known.missing(EN, choice("de_minimis"), ["CUB", "CHL"])
    assert said and "(2)" in said[0] and "Chile and Cuba" in said[0]
    assert known.missing(EN, choice("de_minimis"), []) == []


def test_readers_of_a_countrys_language_get_its_own_title():
    law = loaders.laws()
    own = law[
        (law["ref_area"] == "CHL") & law["instrument_local"].notna() & law["instrument_en"].notna()
    ].head(1)
    assert told(Language("es"), own)["title"].item() == own["instrument_local"].item()
    for code in ("en", "pt"):
        assert told(Language(code), own)["title"].item() == own["instrument_en"].item()


@pytest.mark.parametrize("address", ["javascript:alert(1)", "", None, "ftp://a", "//a.b", "data:text/html,x"])
def test_only_addresses_of_the_web_become_links(address):
    assert page(address) == ""
    assert page("https://example.org/a?b=1") == "https://example.org/a?b=1"


@pytest.mark.parametrize("topic", ["cross_border_data", "foreign_equity"])
def test_a_member_has_a_class_or_no_rule_or_is_not_known(topic):
    held = set(known.classes(EN, choice(topic))["ref_area"])
    none = set(known.without_rule(EN, choice(topic)))
    assert not held & none
    card = class_map(EN, choice(topic), "light")
    places = card.frame.dropna(subset=["ref_area"]).set_index("ref_area")["obs_status"]
    assert set(places[places == "A"].index) == held
    assert set(places[places == "M"].index) == none
    assert set(places[places == "O"].index) == set(loaders.catalog().ref_areas) - held - none
