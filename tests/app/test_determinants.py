"""The Determinants page: each section answers, each rule is told, and the address holds the choice."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from components import loaders, state
from components.views.determinants import choice as choices
from components.views.determinants import frames, series
from data.analysis.correlation.guard_rails import REFUSED
from tests.app.url import address
from tests.app.visit import cards, open_page, spoken, wrong_with
from tests.architecture.texts import LANGUAGES, texts

SECTIONS = {
    "explore": {"scatter"},
    "table": {"comparison"},
    "heat_map": {"heat-map"},
    "profile": {"profile-strongest", "profile-weakest", "profile-theme"},
}
KEYS = ("outcome", "indicator", "variant", "year", "country", "log", "method", "section", "theme", "min")


def said(app, rule: str, language: str = "en") -> bool:
    """Whether the page tells of a rule: the longest piece of its sentence without placeholders."""
    pieces = texts(language)[f"determinants.rules.{rule}"].replace("{", "}").split("}")[::2]
    longest = max(pieces, key=len).strip()
    return any(longest in text.replace("\\", "") for text in spoken(app, "warning", "info", "caption"))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("section", SECTIONS)
def test_every_section_answers_in_every_language(section, language):
    app = open_page("determinants", section=section, lang=language)
    assert wrong_with(app) == []
    assert cards(app) == SECTIONS[section]
    if section in ("explore", "table"):
        assert any(
            texts(language)["determinants.not_cause"] in text.replace("\\", "") for text in spoken(app)
        )


def test_every_outcome_has_a_scatter_or_says_why_not():
    for outcome in series.outcomes():
        app = open_page("determinants", outcome=outcome, indicator="gdp_per_capita")
        assert wrong_with(app) == [], outcome
        assert cards(app) == {"scatter"} or spoken(app, "caption"), outcome


def test_the_usual_outcomes_come_first():
    assert series.outcomes()[:4] == (
        "bought_online", "b2c_index", "digital_services_exports", series.VISITS
    )  # fmt: skip


@pytest.mark.parametrize(
    ("rule", "state"),
    [
        ("mixed_years", {}),
        ("same_series", {"outcome": "bought_online", "indicator": "bought_online"}),
        ("component", {"outcome": "b2c_index", "indicator": "account"}),
        ("chained", {"outcome": "bought_online", "indicator": "bought_online_2017"}),
        ("discontinued", {"indicator": "trading_across_borders"}),
        ("too_few", {"country": ["JPN", "CHN", "PER"]}),
        ("by_construction", {"outcome": "visits_per_user", "indicator": "internet_use"}),
        ("one_edition", {"outcome": "b2c_index", "indicator": "gdp_per_capita"}),
        ("left_out_by_log", {"indicator": "rule_of_law", "log": "x"}),
    ],
)
def test_each_rule_is_told(rule, state):
    app = open_page("determinants", **state)
    assert wrong_with(app) == []
    assert said(app, rule)
    assert ("scatter" in cards(app)) is (rule not in REFUSED)


def test_an_index_and_what_it_is_made_of_by_way_of_another_are_kept_apart():
    facts = series.facts()
    assert "mobile_subscriptions" in facts["egdi"].components, "by way of its telecommunication index"
    assert "egdi" not in facts["egdi"].components


def test_too_few_countries_have_points_but_no_coefficient():
    app = open_page("determinants", country=["JPN", "CHN", "PER"])
    assert cards(app) == {"scatter"}
    assert not app.get("html") or "Spearman" not in " ".join(str(e.value) for e in app.get("html"))


def test_a_refused_determinant_stands_in_the_table_with_its_reason():
    from components.i18n import Language
    from components.views.determinants.comparison import compared

    with address({}):
        choice = choices.read()
    rows = compared(Language("en"), choice, "all", 10)
    known, barred = rows[~rows["barred"]], rows[rows["barred"]]
    assert len(known) > 50 and known["value"].is_monotonic_decreasing and known["value"].notna().all()
    assert barred["value"].isna().all() and (barred["note"] != "").all()
    assert "component" in barred.set_index("indicator").loc["online_purchase_paid_digitally", "note"]
    fewer = compared(Language("en"), choice, "all", 30)
    assert (fewer.loc[~fewer["barred"], "n"] >= 30).all()


def test_leaving_countries_out_changes_the_coefficient():
    with address({}):
        whole = choices.read()
    with address({"country": list(loaders.members("latin_america"))}):
        part = choices.read()
    values = [float(frames.pair(choice).coefficients.value[0]) for choice in (whole, part)]
    assert values[0] != values[1] and frames.pair(part).coefficients.n[0] < 22


def test_a_profile_is_that_of_the_country_in_the_address():
    app = open_page("determinants", section="profile", country="PER")
    assert any("Peru" in text for text in spoken(app, "markdown"))
    strongest = frames.placed()
    assert strongest.loc[strongest["ref_area"] == "PER", "place"].between(0, 1).all()


@pytest.mark.parametrize("page", ["east_asia", "latin_america"])
def test_the_explorers_ask_what_may_explain_visits(page):
    app = open_page(page, section="determinants")
    assert wrong_with(app) == []
    assert cards(app) == {"scatter"}
    with address({}):
        choice = choices.read(loaders.members(page))
    assert set(frames.scatter(choice)["ref_area"]) == set(loaders.members(page))


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    query=st.dictionaries(
        st.sampled_from(KEYS),
        st.lists(
            st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
            | st.sampled_from(
                ["visits_per_user", "internet_use", "2020", "latest", "xy", "F", "pearson", "PER"]
            ),
            max_size=3,
        ),
    )
)
def test_any_address_is_read_without_a_fault(query):
    with address(query):
        choice = choices.read()
        assert len(state.notices()) <= 5
    assert choice.outcome in series.outcomes()
    assert choice.determinant in series.variants(choice.determinant.indicator)
    assert choice.countries and set(choice.countries) <= set(choices.everyone())
    assert choice.method in ("spearman", "pearson")
