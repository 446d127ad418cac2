"""The data catalogue: every section of every dataset, the limits before the choice, refusals with a link."""

from __future__ import annotations

import pytest

from components.export.described import shown_datasets
from components.views.data_catalogue import SECTIONS
from data.catalog import load_catalog
from tests.app.visit import cards, open_page, spoken, wrong_with
from tests.architecture.texts import LANGUAGES, texts

CATALOG = load_catalog()
DATASETS = shown_datasets(CATALOG)
PAGE = "data_catalogue"


@pytest.mark.parametrize("section", SECTIONS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_section_runs_without_a_fault(section, language):
    app = open_page(PAGE, lang=language, section=section)
    assert wrong_with(app) == []
    assert not app.warning


@pytest.mark.parametrize("section", SECTIONS)
@pytest.mark.parametrize("dataset", DATASETS)
def test_every_dataset_is_described(dataset, section):
    app = open_page(PAGE, dataset=dataset, section=section)
    assert wrong_with(app) == []
    assert app.selectbox(key="url.dataset").value == dataset


def test_a_dataset_that_does_not_exist_is_told_and_the_first_is_shown():
    app = open_page(PAGE, dataset="<b>secret</b>")
    assert len(app.warning) == 1
    assert wrong_with(app) == []


def test_the_coverage_is_a_grid_or_says_why_not():
    assert cards(open_page(PAGE, dataset="visits_monthly", section="coverage")) == {"coverage"}
    app = open_page(PAGE, dataset="source", section="coverage")
    assert any(
        said.startswith(texts("en")["data_catalogue.coverage.none"]) for said in spoken(app, "caption")
    )


def test_the_limit_stands_before_the_choice_and_nothing_is_refused_at_first():
    app = open_page(PAGE, dataset="visits_monthly", section="download")
    assert any("2,000" in said for said in spoken(app, "caption"))
    assert len(app.get("download_button")) == 4


def test_a_time_series_of_too_many_is_refused_before_any_file_is_made():
    app = open_page(PAGE, dataset="visits_monthly", section="download", period="2019-01:2025-12")
    assert [said for said in spoken(app, "warning") if "7" in said]
    assert not app.get("download_button")
    one = open_page(
        PAGE, dataset="visits_monthly", section="download", period="2019-01:2025-12", marketplace="58-cn"
    )
    assert len(one.get("download_button")) == 4


def test_what_may_not_leave_leads_to_its_producer():
    for section in ("download", "machines"):
        app = open_page(PAGE, dataset="popularity_rank", section=section)
        assert wrong_with(app) == []
        assert not app.get("download_button")
        links = [button.proto.url for button in app.get("link_button")]
        assert any(link.startswith("https://radar.cloudflare.com") for link in links)


def test_the_example_fetches_what_was_chosen():
    app = open_page(PAGE, dataset="visits_monthly", section="machines", country="CHL", period="2025-11")
    for block in app.code[:3]:
        assert "data/visits_monthly.csv?country=CHL&period=2025-11" in block.value


def test_another_dataset_forgets_what_was_chosen_of_the_first():
    app = open_page(PAGE, dataset="visits_monthly", section="download", period="2025-11", country="CHL")
    app.selectbox(key="url.dataset").set_value("seasonality").run()
    assert wrong_with(app) == []
    assert not app.warning
    assert "period" not in app.query_params
