"""The law database finds laws by words of any language and opens each by its address."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from components.i18n import language
from components.views.cards.leave import refusal
from components.views.register.files import with_provenance
from components.views.regulation.laws import law_register
from tests.app.visit import PATIENCE, wrong_with
from tests.architecture.texts import LANGUAGES, texts

SCRIPT = Path(__file__).with_name("law_database.py")


def page(**query: str | list[str]) -> AppTest:
    app = AppTest.from_file(str(SCRIPT), default_timeout=PATIENCE)
    for key, value in {"lang": "en", **query}.items():
        app.query_params[key] = value
    app.run()
    assert wrong_with(app) == []
    return app


def opened(app: AppTest) -> list[str]:
    return [str(b.key).removeprefix("laws.open.") for b in app.button if str(b.key).startswith("laws.open.")]


@pytest.mark.parametrize(
    "words", ["data protection Peru", "proteccion de datos perú", "proteção de dados Peru"]
)
def test_a_law_is_found_in_every_language(words):
    assert any(entry.startswith("per-data_protection") for entry in opened(page(q=words)))


def test_every_law_tracker_title_treaty_and_measure_is_listed_once():
    rows = law_register().rows
    assert rows["entry"].is_unique
    assert set(rows["layer"]) == {"framework", "treaties", "rdtii"}
    assert rows[["title_en", "title_es", "title_pt"]].map(bool).all().all()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("layer", ["framework", "treaties", "rdtii"])
@pytest.mark.parametrize("view", ["cards", "table"])
def test_every_layer_is_listed_in_every_language(language, layer, view):
    app = page(lang=language, layer=layer, view=view)
    assert opened(app) if view == "cards" else app.table
    assert not app.warning


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("entry", ["per-e_transactions-1", "arg-e_transactions-t1", "cptpp", "CHN-4.9-028"])
def test_every_kind_of_entry_has_its_own_address(language, entry):
    app = page(lang=language, law=entry)
    assert app.subheader and app.table
    assert not opened(app)


def test_every_entry_of_the_register_of_laws_can_be_opened():
    rows = law_register().rows
    for topic, inside in rows[rows["kind"] == "law"].groupby("topic"):
        # One with a number, where there is one: its amount is written out.
        first = inside.sort_values("numeric_value", na_position="last")["entry"].iloc[0]
        assert page(law=first, lang="es").subheader, topic


def test_readers_of_spanish_get_the_spanish_title_of_a_spanish_speaking_country():
    title = law_register().rows.set_index("entry").at["per-e_transactions-1", "title_local"]
    assert page(law="per-e_transactions-1", lang="es").subheader[0].value == title
    assert page(law="per-e_transactions-1", lang="en").subheader[0].value != title


def test_from_an_entry_to_the_others_of_its_topic():
    app = page(law="per-e_transactions-1", country="PER", q="firma")
    [way] = [b for b in app.button if b.key == "law.way.topic"]
    way.click().run()
    assert {k: v for k, v in app.query_params.items() if k != "lang"} == {"topic": "e_transactions"}


def test_a_download_of_a_selection_has_source_licence_and_level_of_verification():
    t, register = language("en"), law_register()
    rows = register.rows.head(3)
    assert register.file is not None
    table = with_provenance(t, register.file(t, rows), rows)
    names = [column.name for column in table.columns]
    assert {"verification", "source_url", "dataset_source", "dataset_licence"} <= set(names)
    assert table.frame["dataset_licence"].tolist() == ["CC BY 4.0"] * 3
    assert texts("en")["columns.trust"] in [column.title for column in table.columns]


def test_the_whole_database_may_leave_because_each_register_may():
    t, register = language("en"), law_register()
    assert register.file is not None
    table = register.file(t, register.rows)
    assert len(table.frame) > 1000
    assert refusal(t, table, tuple(register.rows["dataset"].unique())) == ""
