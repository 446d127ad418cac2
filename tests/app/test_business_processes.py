"""The page of business processes: every section answers, one step is marked everywhere, faults are told."""

from __future__ import annotations

import xml.etree.ElementTree as ET

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from components import loaders, state
from components.charts.processes.places import arrow_points, rows_of
from components.i18n import Language
from components.views.processes import choice as choices
from components.views.processes import diagrams, known, page, papers, take, time, what_if
from components.views.processes.choice import Choice
from data.analysis.processes.layout import arrows
from data.analysis.processes.schedule import elapsed
from data.catalog import process_loading
from tests.app.broken import config_copy
from tests.app.url import address
from tests.app.visit import cards, open_page, spoken, wrong_with
from tests.architecture.texts import LANGUAGES, texts

PAGE = "business_processes"
SECTIONS = {
    "process": {"process-lanes"},
    "time": {"process-time", "process-losses"},
    "papers": {"process-papers"},
    "change": {"process-change", "process-change-time", "process-change-cost"},
    "what_if": {"process-chances", "process-savings"},
    "routes": {"process-routes"},
    "own": set(),
}
STUDIES = ("col_kor_coffee", "per_chl_jersey", "vnm_jpn_basket")
KEYS = ("process", "variant", "step", "section", "view", "by", "amount", "measure", "change")
T = Language("en")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("section", SECTIONS)
def test_every_section_answers_in_every_language(section, language):
    app = open_page(PAGE, section=section, lang=language)
    assert wrong_with(app) == []
    assert cards(app) == SECTIONS[section]
    banner = texts(language)["processes.banner.title"]
    assert any(banner in said.replace("\\", "") for said in spoken(app, "warning"))


@pytest.mark.parametrize("variant", ["as_is", "to_be"])
@pytest.mark.parametrize("process", STUDIES)
def test_every_step_of_every_study_has_its_card(process, variant):
    for step in known.steps(process, variant):
        choice = Choice(process, variant, step)
        for frame in (
            diagrams.activity_card(T, choice, "light").frame.query("kind == 'step'"),
            diagrams.use_case_card(T, choice, "light").frame.query("kind == 'step'"),
            time.time_card(T, choice, "light").frame,
            papers.papers_card(T, choice, "light").frame,
        ):
            assert set(frame.loc[frame["chosen"] == True, "step"]) == {step}  # noqa: E712


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "asked",
    [
        {"step": "review"},
        {"step": "review", "variant": "to_be"},
        {"step": "print_sign", "variant": "to_be"},
        {"step": "fly", "view": "cases"},
        {"process": "col_kor_coffee", "step": "settle", "section": "time", "by": "actor", "amount": "cost"},
    ],
)
def test_a_step_opens_by_its_address(asked, language):
    app = open_page(PAGE, lang=language, **asked)
    assert wrong_with(app) == []
    if asked.get("step") == "print_sign":
        assert any(texts(language)["processes.card.gone"] in said.replace("\\", "") for said in spoken(app))


def test_a_step_leads_to_its_law_its_policy_and_its_marketplace():
    app = open_page(PAGE, step="declare")
    links = {link.proto.page: link.proto.query_string for link in app.get("page_link")}
    said = " ".join(str(value) for value in links.values()) + " ".join(links)
    assert "regulatory_matrix" in said and "msme_policies" in said


def test_what_is_supposed_shortens_the_path_and_what_cannot_be_is_told():
    app = open_page(PAGE, section="what_if", change=["remove:wait_minimum", "remove:nowhere", "fly:now"])
    assert wrong_with(app) == []
    assert any("nowhere" in said for said in spoken(app, "warning"))
    with address({"change": ["remove:wait_minimum"]}):
        choice = choices.read()
    steps, refused = what_if.changed(choice)
    before = elapsed(known.steps(choice.process, choice.variant))
    assert refused == () and before - elapsed(steps) == pytest.approx(336)
    card = what_if.chances_card(T, choice, "light")
    assert set(card.frame["series"]) == {"before", "after"}
    assert what_if.chances_card.__wrapped__(T, choice, "light").reading == card.reading, "seeded"


@pytest.mark.parametrize("process", STUDIES)
def test_arrows_end_above_their_targets_and_pass_no_box(process):
    places = known.places(process, "as_is")
    rows, lane = rows_of(places), dict(zip(places["step"], places["lane"], strict=True))
    taken = {(lane[step], row) for step, row in rows.items()}
    for (source, target), way in arrow_points(places, arrows(known.steps(process, "as_is"))).groupby(
        ["source", "target"]
    ):
        assert way["x"].iloc[0] == lane[source] and way["x"].iloc[-1] == lane[target]
        assert way["y"].iloc[-1] < rows[target]
        points = list(zip(way["x"], way["y"], strict=True))
        for (x1, y1), (x2, y2) in zip(points, points[1:], strict=False):
            assert x1 == x2 or y1 == y2, "in right angles"
            if x1 == x2:
                low, high = sorted((y1, y2))
                assert not any(
                    (x1, row) in taken for row in range(1 + int(low), int(high)) if low < row < high
                )


@pytest.mark.parametrize("language", LANGUAGES)
def test_files_of_a_study_hold_its_steps(language):
    t, choice = Language(language), Choice("vnm_jpn_basket", "to_be", "")
    root = ET.fromstring(take.bpmn_file(t, choice))
    tasks = {node.get("name") for node in root.iter() if node.tag.endswith("Task")}
    assert len(tasks) == len(known.steps("vnm_jpn_basket", "to_be"))
    page_of = take.brief(t, choice, "https://explorer.example/x").decode()
    assert "<h2>" in page_of and "{" not in page_of.split("</style>")[1]
    assert len(page_of) < 40_000


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_broken_study_is_told_by_file_and_step_and_the_others_stand(tmp_path, monkeypatch, language):
    file = "config/processes/per_chl_jersey.yml"
    root = config_copy(tmp_path, file, "    after: [review]\n", "    after: [reviw]\n")
    monkeypatch.setattr(process_loading, "PROJECT", root)
    loaders.studies.clear()
    try:
        app = open_page(PAGE, lang=language)
        assert not app.exception
        said = [text.replace("\\", "") for text in spoken(app, "error")]
        assert len(said) == 1 and file in said[0] and "steps.deliver.after" in said[0] and "reviw" in said[0]
        assert cards(app) == {"process-lanes"}
    finally:
        loaders.studies.clear()


def test_without_any_study_the_page_says_so_and_offers_the_template(monkeypatch):
    empty = loaders.studies().__class__({}, ())
    monkeypatch.setattr(page.loaders, "studies", lambda: empty)
    app = open_page(PAGE)
    assert not app.exception
    assert texts("en")["processes.nothing"] in spoken(app, "info")


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(
    query=st.dictionaries(
        st.sampled_from(KEYS),
        st.lists(
            st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
            | st.sampled_from(
                ["per_chl_jersey", "to_be", "fly", "remove:fly", "shorten:settle:0.2", "lanes"]
            ),
            max_size=3,
        ),
    )
)
def test_any_address_is_read_without_a_fault(query):
    with address(query):
        choice = choices.read()
        assert len(state.notices()) <= 5
    assert choice.process in STUDIES and choice.variant in ("as_is", "to_be")
