"""Data that are missing, cut off or changed: the reader is told what is missing, the rest goes on."""

from __future__ import annotations

import pytest

from tests.app.broken import cut_off, data_copy, drop_table, remove, tamper
from tests.app.visit import cards, open_page, spoken
from tests.architecture.texts import texts

pytestmark = pytest.mark.usefixtures("cold_caches")


@pytest.fixture
def data(tmp_path, monkeypatch):
    """The folder that the app reads its data from in this test."""
    folder = data_copy(tmp_path)
    monkeypatch.setenv("EXPLORER_DATA_URL", str(folder))
    return folder


def message(language: str, dataset: str, kind: str) -> str:
    """What the reader is told when a dataset cannot be used."""
    said = texts(language)
    return said["errors.data"].format(
        what=said[f"datasets.{dataset}.title"], remedy=said[f"errors.remedy.{kind}"]
    )


def assert_told(app, *expected: str) -> None:
    """These messages and no other fault; the frame stands."""
    assert not app.exception
    assert set(spoken(app, "error")) == set(expected)
    language = str(app.session_state["language"])
    assert texts(language)["frame.map_disclaimer"] in spoken(app, "caption"), "the footer is missing"
    assert app.get("page_link"), "the way to the methods is missing"


@pytest.mark.parametrize(
    ("harm", "kind", "language", "found"),
    [
        (remove, "missing", "es", "expected a file, found nothing"),
        (cut_off, "damaged", "pt", "expected a whole Parquet file, found"),
        (tamper, "tampered", "en", "expected sha256 "),
    ],
)
def test_broken_monthly_visits_are_told_and_logged(data, caplog, harm, kind, language, found):
    file = data / "visits_monthly.parquet"
    harm(file)
    app = open_page("east_asia", lang=language)
    assert_told(app, message(language, "visits_monthly", kind))
    assert app.title[0].value == texts(language)["explorer.title.east_asia"]
    assert f"{file}: {found}" in caplog.text
    assert "Run `make data` or restore the file" in caplog.text
    assert str(data) not in " ".join(spoken(app)), "the reader needs no path of the server"

    app = open_page("east_asia", lang=language, section="visitors")
    assert cards(app) >= {"origin-groups", "people", "top-origins", "origin-matrix"}, "these need no months"


def test_without_the_origins_all_that_needs_none_goes_on(data):
    remove(data / "visits_annual_origin.parquet")
    told = message("en", "visits_annual_origin", "missing")
    assert_told(open_page("overview"), told)
    for section, expected in {
        "development": {"map", "development"},
        "features": {"features", "flows", "ages", "offerings"},
        "landscape": {"landscape"},
        "visitors": set(),
    }.items():
        app = open_page("latin_america", section=section)
        assert_told(app, told)
        assert cards(app) >= expected, section
    app = open_page("latin_america", section="ranking")
    assert_told(app, told)
    assert len(app.dataframe) == 1


def test_without_the_origins_a_marketplace_still_has_its_way_back(data):
    remove(data / "visits_annual_origin.parquet")
    app = open_page("latin_america", section="ranking", marketplace="mercado-libre-ury", lang="es")
    assert_told(app, message("es", "visits_annual_origin", "missing"))
    [back] = [button for button in app.button if button.label == texts("es")["marketplace.back"]]
    back.click().run()
    assert len(app.dataframe) == 1


@pytest.mark.parametrize(
    "dataset", ["traffic_evidence", "published_traffic", "indicators", "popularity_rank"]
)
def test_without_a_small_table_the_map_and_the_trend_go_on(data, dataset):
    remove(data / f"{dataset}.parquet")
    app = open_page("east_asia")
    assert not app.exception
    assert set(spoken(app, "error")) <= {message("en", dataset, "missing")}
    assert cards(app) == {"map", "development"}


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("name", ["overview", "east_asia", "latin_america"])
def test_without_the_registers_the_frame_stands(data, caplog, name, language):
    remove(data / "explorer.sqlite")
    app = open_page(name, lang=language)
    known = [message(language, register, "missing") for register in ("marketplace", "country")]
    assert not app.exception
    assert set(spoken(app, "error")) <= set(known) and app.error
    assert app.title
    assert texts(language)["frame.map_disclaimer"] in spoken(app, "caption")
    assert f"{data / 'explorer.sqlite'}: expected an SQLite file, found nothing." in caplog.text


def test_without_the_registers_the_methods_are_explained(data):
    remove(data / "explorer.sqlite")
    app = open_page("methods")
    assert not app.exception
    assert texts("en")["errors.unexpected"] not in spoken(app, "error")
    assert texts("en")["frame.map_disclaimer"] in spoken(app, "caption")


def test_a_register_without_its_table(data, caplog):
    drop_table(data / "explorer.sqlite", "marketplace")
    assert_told(open_page("east_asia", lang="pt"), message("pt", "marketplace", "table_missing"))
    assert "expected a table marketplace, found the tables agreement, " in caplog.text


def test_without_the_manifest_nothing_unproved_is_shown(data, caplog):
    remove(data / "MANIFEST.json")
    app = open_page("east_asia")
    assert not app.exception and app.error and cards(app) == set()
    assert texts("en")["errors.unexpected"] not in spoken(app, "error")
    assert f"{data / 'MANIFEST.json'}: expected a file, found nothing." in caplog.text


@pytest.mark.parametrize(
    "address",
    ["postgresql://reader:secret@localhost:1/explorer", "oracle://reader:secret@host/x", "no address"],
)
def test_a_database_that_does_not_answer(monkeypatch, caplog, address):
    monkeypatch.setenv("EXPLORER_DATABASE_URL", address)
    app = open_page("latin_america", lang="es")
    assert_told(app, message("es", "marketplace", "unreachable"))
    assert "EXPLORER_DATABASE_URL: expected an SQLAlchemy address" in caplog.text
    assert "secret" not in caplog.text + " ".join(spoken(app))


def test_a_folder_that_is_not_there(monkeypatch, tmp_path):
    monkeypatch.setenv("EXPLORER_DATA_URL", str(tmp_path / "nowhere"))
    app = open_page("overview", lang="pt")
    assert not app.exception and app.error
    assert texts("pt")["errors.unexpected"] not in spoken(app, "error")


def test_what_was_restored_is_shown_without_a_restart(data):
    file = data / "visits_monthly.parquet"
    original = file.readlink()
    remove(file)
    app = open_page("east_asia")
    assert cards(app) == set()
    file.symlink_to(original)
    assert cards(app.run()) == {"map", "development"}
    assert not app.error
