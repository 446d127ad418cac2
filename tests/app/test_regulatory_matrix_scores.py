"""RDTII scores: what they mean, whom they leave out, weights of the reader, and how each was reached."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from streamlit.testing.v1 import AppTest

from components import state
from components.i18n import Language
from components.views.regulation import known, scores_weights
from components.views.regulation import scores_known as scored
from components.views.regulation.scores_cards import levels_card
from components.views.regulation.scores_weights import Weights, pillars, presets, read_weights
from tests.app.url import address
from tests.app.visit import cards, open_page, spoken, wrong_with
from tests.architecture.texts import LANGUAGES, texts

EN = Language("en")
CARDS = {"scores-levels", "scores-pillars", "scores-indicators"}


def section(**state_: str | list[str]) -> AppTest:
    return open_page("regulatory_matrix", section="scores", **state_)


def badges(app: AppTest, code: str = "en") -> bool:
    return any(
        texts(code)["regulation_scores.own"] in said for said in spoken(app, "markdown") if "badge" in said
    )


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_section_answers_in_every_language_and_says_what_a_score_means(code):
    app = section(lang=code)
    assert wrong_with(app) == []
    assert cards(app) == CARDS
    assert texts(code)["regulation_scores.lead"] in spoken(app, "markdown")
    assert not badges(app, code)


@pytest.mark.parametrize("pillar", pillars())
def test_every_pillar_opens_with_its_indicators_and_the_way_to_each_score(pillar):
    app = section(pillar=pillar)
    assert wrong_with(app) == []
    html = " ".join(str(element.proto.body) for element in app.get("html"))
    items = [item for item in known.rules("rdtii").items if item.group == pillar]
    assert html.count('<section class="compared">') == len(items)


def test_members_without_scores_are_named_and_do_not_stand_at_zero():
    card = levels_card(EN, Weights(tuple(dict.fromkeys(pillars(), 1.0).items())), "light")
    assert len(card.frame) == 8 and "(28)" in card.note and "Brazil" in card.note
    assert len(scored.unscored()) == 28


def test_own_weights_are_marked_and_one_click_from_the_default():
    app = section(w=["6:3", "1:0"])
    assert wrong_with(app) == []
    assert badges(app)
    app.button(key="weights.default").click().run()
    assert wrong_with(app) == [] and not badges(app)
    assert "w" not in app.query_params


@pytest.mark.parametrize("w", [["6:-2"], [f"{pillar}:0" for pillar in pillars()], ["6:-2", "7:3"]])
def test_weights_that_make_no_mean_are_refused_and_the_default_is_used(w):
    app = section(w=w)
    assert wrong_with(app) == []
    assert texts("en")["regulation_scores.refused"] in spoken(app, "warning")
    assert cards(app) == CARDS and not badges(app)


@pytest.mark.parametrize("w", ["99:1", "6", "six:2", "6:inf", "6:1e9", "6:", ":2", "6:2:3", "6:nan"])
def test_what_is_no_weight_is_ignored_with_a_notice(w):
    with address({"w": [w]}):
        weights = read_weights()
        assert [notice.key for notice in state.notices()] == ["w"]
    assert not weights.own and not weights.refused


def test_weights_of_the_address_decide_the_level():
    with address({"w": ["6:1", *(f"{pillar}:0" for pillar in pillars() if pillar != "6")]}):
        weights = read_weights()
    found = scored.overall(weights).set_index("ref_area")["score"]
    alone = scored.by_pillar()
    alone = alone[alone["pillar"] == "6"].set_index("ref_area")["score"]
    assert (found - alone.reindex(found.index)).abs().max() < 1e-12
    assert weights.own


def test_equal_pillars_give_the_plain_mean_whatever_the_factor():
    plain = scored.by_pillar().groupby("ref_area")["score"].mean()
    for factor in (1.0, 4.0):
        weights = Weights(tuple(dict.fromkeys(pillars(), factor).items()))
        assert not weights.own
        found = scored.overall(weights).set_index("ref_area")["score"]
        assert (found - plain.reindex(found.index)).abs().max() < 1e-12


def test_presets_cover_every_pillar_and_have_names():
    for name, weights in presets().items():
        assert tuple(weights) == pillars() and sum(weights.values()) > 0
        assert f"regulation_scores.presets.{name}" in texts("en")


def test_places_follow_the_scores():
    found = scored.overall(Weights(tuple(dict.fromkeys(pillars(), 1.0).items())))
    assert found["score"].is_monotonic_decreasing
    assert found["place"].iloc[0] == 1 and found["place"].is_monotonic_increasing
    assert found["score"].between(0, 1).all()


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
        | st.builds("{}:{}".format, st.sampled_from(pillars()), st.floats(-5, 5).map(lambda x: round(x, 2))),
        max_size=14,
    )
)
def test_any_address_gives_weights_of_which_a_mean_can_be_made(w):
    with address({"w": w}):
        weights = read_weights()
    assert tuple(weights.by_pillar) == pillars()
    assert all(value >= 0 for value in weights.by_pillar.values()) and any(weights.by_pillar.values())


def test_writing_weights_leaves_out_those_that_are_usual(monkeypatch):
    written = {}
    monkeypatch.setattr(scores_weights.state, "write", lambda **values: written.update(values))
    scores_weights.write_weights({"1": 1.0, "6": 2.5, "7": 0.0})
    assert written == {"w": ["6:2.5", "7:0"]}
