"""A mistake in config/ or in the code: the reader is told, the operator reads where, the frame stands."""

from __future__ import annotations

import pytest

from components import i18n
from tests.app.broken import config_copy
from tests.app.visit import cards, open_page, spoken
from tests.architecture.texts import texts
from tests.pages import page_names

pytestmark = pytest.mark.usefixtures("cold_caches")

MONTHLY = "config/datasets/visits_monthly.yml"
# File, what is changed in it, and what the operator reads.
MISTAKES = {
    "no YAML": ("config/app.yml", "regions: [", "regions: [[", "expected valid YAML, got a fault at line "),
    "unknown key": (MONTHLY, "vintage:", "vintag:", "vintag: expected one of the keys "),
    "wrong unit": (MONTHLY, "unit: visits", "unit: visit", "columns.visits.unit: expected one of "),
    "a country twice": ("config/countries.yml", "CHN", "JPN", "ref_area: expected each code once"),
}


@pytest.mark.parametrize("language", ["en", "es", "pt"])
@pytest.mark.parametrize("kind", MISTAKES)
def test_a_mistake_in_a_description_is_told_by_its_file(tmp_path, monkeypatch, caplog, kind, language):
    file, old, new, logged = MISTAKES[kind]
    monkeypatch.setattr("data.catalog.loading.PROJECT", config_copy(tmp_path, file, old, new))
    app = open_page("east_asia", lang=language)
    assert not app.exception
    assert set(spoken(app, "error")) == {texts(language)["errors.settings"].format(what=file)}
    assert texts(language)["frame.map_disclaimer"] in spoken(app, "caption")
    assert f"{file}: {logged}" in caplog.text


@pytest.mark.parametrize("name", page_names())
def test_every_page_stands_when_the_descriptions_do_not(tmp_path, monkeypatch, name):
    file, old, new, _ = MISTAKES["no YAML"]
    monkeypatch.setattr("data.catalog.loading.PROJECT", config_copy(tmp_path, file, old, new))
    app = open_page(name, "home", lang="es")
    assert not app.exception
    assert texts("es")["errors.unexpected"] not in spoken(app, "error")
    assert texts("es")["frame.map_disclaimer"] in spoken(app, "caption")


@pytest.fixture
def forgotten_texts():
    """Texts are read once per process: forget them before and after."""
    for step in (0, 1):
        for remembered in (i18n._texts, i18n.languages, i18n.language):
            remembered.cache_clear()
        if not step:
            yield


@pytest.mark.usefixtures("forgotten_texts")
@pytest.mark.parametrize("content", [b"errors: [", b"\xff\xfe\x00", b""])
def test_a_language_whose_texts_are_broken_is_left_out(tmp_path, monkeypatch, caplog, content):
    texts_of = config_copy(tmp_path, "config/app.yml", "regions", "regions") / "config" / "texts"
    (texts_of / "es.yml").write_bytes(content)
    monkeypatch.setattr("components.i18n.TEXTS", texts_of)
    app = open_page("overview", lang="es")
    assert not app.exception and not app.error
    assert app.title[0].value == texts("en")["overview.title"]
    assert texts("en")["errors.ignored_value"].format(key="lang", value="`es`") in spoken(app, "warning")
    assert app.button_group(key="url.lang").options == ["English", "Português"]
    assert not content or "config/texts/es.yml: expected valid YAML, found " in caplog.text


def fail(*_, **__):
    raise RuntimeError("a secret of the server")


@pytest.mark.parametrize("language", ["en", "es", "pt"])
def test_a_fault_of_ours_shows_no_traceback_and_spares_its_neighbours(monkeypatch, caplog, language):
    monkeypatch.setattr("components.views.region_map.draw_map", fail)
    app = open_page("latin_america", lang=language)
    assert not app.exception
    assert spoken(app, "error") == [texts(language)["errors.unexpected"]]
    assert cards(app) == {"development"}
    assert "a secret of the server" not in " ".join(spoken(app))
    assert "RuntimeError: a secret of the server" in caplog.text


def test_a_fault_in_what_is_opened_later_stays_in_its_card(monkeypatch):
    app = open_page("latin_america")
    monkeypatch.setattr("components.views.cards.chart_card.draw_table", fail)
    app.toggle(key="table.map").set_value(True).run()
    assert not app.exception
    assert spoken(app, "error") == [texts("en")["errors.unexpected"]]
    assert cards(app) == {"map", "development"}
