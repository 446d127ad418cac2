"""Every page and every section of the explorers runs in every language, by the navigation and by a link."""

from __future__ import annotations

import pytest

from components.views.choice import SECTIONS
from data.analysis.traffic import METRICS
from data.catalog import load_catalog
from data.store import read_dataset, read_register
from tests.app.visit import cards, open_page, spoken, wrong_with
from tests.architecture.texts import LANGUAGES, texts
from tests.pages import ROOT, page_names

EXPLORERS = ("east_asia", "latin_america")


def marketplaces() -> list[str]:
    """The first marketplace of each kind: by region, home or foreign site, open or closed, evidence;
    and those with a figure that does not say when its period began.
    """
    known = read_register("marketplace").merge(read_dataset("traffic_evidence"), on="marketplace_id")
    known["region"] = known["ref_area"].map({c.ref_area: c.region for c in load_catalog().countries})
    known["closed"] = known["closed_year"].notna()
    kinds = known.groupby(["region", "storefront", "closed", "evidence_class"], observed=True)
    figures = read_dataset("published_traffic").dropna(subset=["marketplace_id"])
    undated = figures.loc[figures["period_start"].isna(), "marketplace_id"].astype(str)
    return sorted({*kinds["marketplace_id"].first(), *undated})


def test_every_page_of_the_navigation_has_its_file():
    missing = [name for name in page_names() if not (ROOT / "pages" / f"{name}.py").exists()]
    assert not missing, f"config/app.yml calls these built: {missing}"


@pytest.mark.parametrize("door", ["home", "link"])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", page_names())
def test_a_page_runs_without_a_fault(name, language, door):
    app = open_page(name, door, lang=language)
    assert wrong_with(app) == []
    assert texts(language)["frame.map_disclaimer"] in spoken(app, "caption"), "the footer is missing"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("section", SECTIONS)
@pytest.mark.parametrize("name", EXPLORERS)
def test_a_section_runs_without_a_fault(name, section, language):
    app = open_page(name, lang=language, section=section)
    assert wrong_with(app) == []
    assert not app.warning


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("marketplace", marketplaces())
def test_a_marketplace_of_each_kind_opens_without_a_fault(marketplace, language):
    app = open_page("east_asia", lang=language, section="ranking", marketplace=marketplace)
    assert wrong_with(app) == []
    assert not app.warning
    assert any(button.label == texts(language)["marketplace.back"] for button in app.button)


@pytest.mark.parametrize("metric", METRICS)
@pytest.mark.parametrize("freq", ["M", "Q", "A"])
def test_every_metric_is_drawn_at_every_frequency(metric, freq):
    app = open_page("latin_america", metric=metric, freq=freq, by="marketplace")
    assert wrong_with(app) == []
    assert cards(app) == {"map", "development"}


@pytest.mark.parametrize("language", LANGUAGES[1:])
@pytest.mark.parametrize("name", page_names())
def test_a_page_speaks_one_language(name, language):
    shown = set(spoken(open_page(name, lang=language)))
    english = {
        value
        for key, value in texts("en").items()
        if texts(language).get(key) != value and len(value) > 12 and "{" not in value
    }
    assert not shown & english
