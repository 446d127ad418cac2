"""The page of measures: each section answers in every language, each measure and country has its answer."""

from __future__ import annotations

import random
from html import escape

import pytest
from streamlit.testing.v1 import AppTest

from components import loaders
from components.i18n import Language, language
from components.views.policies import compared, known
from components.views.policies.answers import MARKETS, OFFERINGS
from components.views.policies.benchmark import benchmark_card
from components.views.policies.choice import SECTIONS, BenchmarkChoice, everyone
from components.views.policies.gap_list import gap_table
from components.views.policies.laws import laws_on
from components.views.policies.printed import printed_page
from components.views.policies.programmes import rules, shops, suited
from data.analysis.policies.fitting import Enterprise
from data.analysis.policies.peers import PEER_KINDS
from tests.app.visit import cards, open_page, spoken, wrong_with
from tests.architecture.texts import LANGUAGES

EN = Language("en")
CATALOG = loaders.catalog()
MEASURES = known.by_id()
SOME = sorted(random.Random(5).sample(sorted(MEASURES), 20))
PICTURES = {"overview": {"measure-matrix", "measures-over-time", "after-the-pandemic", "composition",
                         "measures-map"}, "benchmark": {"benchmark"}}  # fmt: skip

HOSTILE = ('"', "a OR NOT", "'; DROP TABLE policy;--", "<script>alert(1)</script>", "x" * 5000, "*", "NEAR(",
           "muj\u00e9r   EXPORTA")  # fmt: skip


def section(name: str, **state: str | list[str]) -> AppTest:
    return open_page("msme_policies", section=name, **state)


def said(app: AppTest) -> str:
    html = [str(element.proto.body) for element in app.get("html")]
    return " ".join([*html, *spoken(app)])


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("name", SECTIONS)
def test_every_section_answers_in_every_language(name, code):
    app = section(name, lang=code)
    assert wrong_with(app) == []
    assert cards(app) == PICTURES.get(name, set())
    assert language(code)("policies.title") in spoken(app, "title")


@pytest.mark.parametrize("policy_id", SOME)
def test_a_measure_has_its_page_with_sources_and_laws(policy_id):
    code = LANGUAGES[SOME.index(policy_id) % len(LANGUAGES)]
    t, row = language(code), MEASURES[policy_id]
    app = open_page("msme_policies", lang=code, policy=policy_id)
    assert wrong_with(app) == []
    text = said(app)
    assert t("marketplace.sources") in text and t("policies.measure.similar") in text
    heading = "laws" if row["topics"] else "laws_of_kind"
    assert t(f"policies.measure.{heading}") in text


def test_a_measure_that_names_no_topic_meets_the_laws_of_its_kind_and_says_so():
    policy_id = next(one for one, row in MEASURES.items() if not row["topics"])
    row = MEASURES[policy_id]
    topics = CATALOG.policies.touches[row["instrument"]]
    said_of = EN.listing([EN.code_label("law_topic", topic) for topic in topics])
    text = said(open_page("msme_policies", lang="en", policy=policy_id))
    assert said_of in text and "as a rule" in text
    assert set(laws_on(row["ref_area"], topics)["topic"]) <= set(topics)


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_measure_leads_to_the_steps_of_processes_that_it_touches(code):
    studies = loaders.studies().found.values()
    named = {one for study in studies for step in study.steps.values() for one in step.policies}
    app = open_page("msme_policies", lang=code, policy=min(named))
    assert wrong_with(app) == []
    assert language(code)("processes.touched") in said(app)


def test_an_unknown_measure_is_told_and_the_inventory_shown():
    app = open_page("msme_policies", lang="en", policy="xxx-99")
    assert not app.exception and EN("policies.title") in spoken(app, "title")


def test_no_measure_of_unknown_status_is_counted_as_running():
    rows = loaders.policies()
    running, unknown = (rows["status"] == "running").mean(), (rows["phase"] == "in_place").mean()
    text = said(section("overview", lang="en"))
    assert f"{EN('policies.figures.running.label')}</dt><dd>{EN.percent(running, 0)}" in text
    assert EN.percent(unknown - running, 0) in text
    assert EN("policies.status_unknown", unknown="", entries="").split()[0] in text


@pytest.mark.parametrize("area", everyone())
def test_every_country_has_a_benchmark_by_every_rule(area):
    """Each has a comparison or a text that says why there is none; each gap a paragraph in every language."""
    for kind in PEER_KINDS:
        choice = BenchmarkChoice(area, kind, ("CHL", "JPN", "VNM"), "capital", "sourced", False, 3)
        for code in LANGUAGES:
            t = language(code)
            if not compared.peers(choice):
                continue
            assert benchmark_card(t, choice, "light")
            gaps = compared.gaps_with_donors(choice)
            table = gap_table(t, choice, gaps)
            for gap, text in zip(gaps.to_dict("records"), table.frame["brief"], strict=True):
                assert "{" not in text and loaders.country_names(code)[area] in text
                assert not gap["donor_id"] or known.by_id()[gap["donor_id"]]["source_url"] in text
                assert gap["donor_area"] != area


@pytest.mark.parametrize("state", [{"peers": "hand"}, {"peers": "hand", "partner": ["JPN", "CHL"]},
                                   {"near": "gdp", "ended": "yes", "rule": "6", "trust": "all"}])  # fmt: skip
def test_the_benchmark_says_what_it_needs_and_takes_every_choice(state):
    app = section("benchmark", lang="es", country="GTM", **state)
    assert wrong_with(app) == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_six_questions_lead_to_programmes_marketplaces_and_rules(code):
    app = section("programmes", lang=code, country="MEX", size="micro", branch="crafts", offering="goods",
                  sell="cross_border", who=["women", "rural"])  # fmt: skip
    assert wrong_with(app) == []
    t, text = language(code), said(app)
    for part in ("programmes", "marketplaces", "rules"):
        assert t(f"policies.programmes.{part}") in text


@pytest.mark.parametrize("area", everyone())
def test_a_page_to_print_can_be_made_for_every_country(area):
    answers = CATALOG.policies.answers
    pick = random.Random(area)
    enterprise = Enterprise(
        area, pick.choice(list(answers.size)), pick.choice(list(answers.branch)), pick.choice(OFFERINGS),
        pick.choice(MARKETS), tuple(pick.sample(list(answers.people), 2)),
    )  # fmt: skip
    fits = suited(enterprise, "all")
    page = printed_page(
        EN, enterprise, fits[fits["fits"]], shops(enterprise), rules(enterprise), "https://explorer.example/"
    ).decode()
    assert escape(loaders.country_names("en")[area]) in page
    assert "<script" not in page and "https://explorer.example/" in page


@pytest.mark.parametrize("words", HOSTILE)
def test_any_words_may_be_searched(words):
    app = open_page("msme_policies", lang="es", q=words)
    assert wrong_with(app) == []
    assert "<script>alert" not in " ".join(str(element.proto.body) for element in app.get("html"))


def test_facets_narrow_the_inventory_to_what_they_say():
    state = {"region": "latin_america", "target": "women", "scope": "cross_border", "verification": "sourced"}
    app = open_page("msme_policies", lang="en", **state)
    assert wrong_with(app) == []
    rows = loaders.policies()
    fits = (rows["region"] == "latin_america") & (rows["scope"] == "cross_border")
    fits &= rows["target_groups"].str.split(";").map(lambda groups: "women" in groups)
    fits &= rows["verification"] == "sourced"
    assert f"of {fits.sum()};" in said(app) or f"{fits.sum()}" in said(app)


def test_unknown_codes_are_told_and_left_out():
    app = open_page("msme_policies", lang="en", instrument="magic", section="inventory", country="XXX")
    assert not app.exception
    assert wrong_with(app) == []


def test_where_corrections_go_is_said_even_if_nobody_has_an_address():
    app = section("contribute", lang="en", correct=SOME[0])
    assert wrong_with(app) == []
    address = CATALOG.policies.corrections_to
    told = EN("policies.contribute.to", address=address) if address else EN("policies.contribute.no_address")
    assert told in spoken(app, "caption")
