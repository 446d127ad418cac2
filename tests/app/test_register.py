"""A register is searched, narrowed, sorted, turned over and opened by address, and data stays text."""

from __future__ import annotations

from html import escape
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.app.small_register import EVIL
from tests.app.visit import PATIENCE, spoken
from tests.architecture.texts import LANGUAGES, texts

SCRIPT = Path(__file__).with_name("small_register.py")


def page(**query: str | list[str]) -> AppTest:
    app = AppTest.from_file(str(SCRIPT), default_timeout=PATIENCE)
    for key, value in {"lang": "en", **query}.items():
        app.query_params[key] = value
    app.run()
    assert not app.exception
    return app


def titles(app: AppTest) -> list[str]:
    return [button.label for button in app.button if str(button.key).startswith("small.open.")]


def html(app: AppTest) -> str:
    return " ".join(str(element.proto.body) for element in app.get("html"))


def query(app: AppTest) -> dict[str, str | list[str]]:
    return {key: value for key, value in app.query_params.items() if key != "lang"}


def test_the_first_page_has_twenty_and_says_how_many_there_are():
    app = page()
    assert len(titles(app)) == 20
    assert "Entries 1–20 of 45; the register holds 45." in html(app)
    app.button(key="small.next").click().run()
    assert query(app) == {"p": "2"} and "Entries 21–40 of 45" in html(app)
    app.button(key="small.previous").click().run()
    assert query(app) == {}


def test_a_search_marks_its_words_and_offers_the_best_match_first():
    app = page(q="proteccion 43")
    assert titles(app) == [r"Ley número :gray-background[43]"]
    assert "<mark>Protección</mark> de datos" in html(app)
    assert app.selectbox(key="small.order").value == "relevance"
    app.text_input(key="small.q").set_value("").run()
    assert query(app) == {} and len(titles(app)) == 20


def test_a_word_that_stands_elsewhere_is_quoted():
    app = page(q="needle")
    assert len(titles(app)) == 1
    assert f"{texts('en')['columns.note']}" in html(app) and "hidden <mark>needle</mark>" in html(app)


def test_a_choice_goes_to_the_first_page_and_its_chip_takes_it_away():
    app = page(p="2")
    app.multiselect(key="small.country.desk").set_value(["CHL", "JPN"]).run()
    assert query(app) == {"country": ["CHL", "JPN"]} and len(titles(app)) == 5
    app.button(key="small.chip.country.JPN").click().run()
    assert query(app) == {"country": "CHL"} and len(titles(app)) == 4
    app.button(key="small.chip.reset").click().run()
    assert query(app) == {}


def test_options_carry_the_number_that_they_would_leave():
    app = page(target="rural", q="firma")
    options = app.multiselect(key="small.country.desk").options
    assert options == ["Chile (1)", "Japan (1)", "Peru (13)"]


def test_years_narrow_and_entries_without_one_are_told():
    app = page(years="1980:1990")
    assert "of 10;" in html(app) and "“Years” because no year is known: 1" in html(app)


def test_order_and_table_are_in_the_address():
    app = page()
    app.selectbox(key="small.order").set_value("newest").run()
    app.button_group(key="small.view").set_value("table").run()
    assert query(app) == {"order": "newest", "view": "table"}
    assert app.table[0].value.iloc[1, 0] == "e43" and not titles(app)


def test_an_entry_has_its_own_address():
    app = page(q="número", country="CHL")
    app.button(key="small.open.e41").click().run()
    assert query(app) == {"q": "número", "country": "CHL", "law": "e41"}
    assert app.subheader[0].value == "e41"
    app.button(key="small.back").click().run()
    assert query(app) == {"q": "número", "country": "CHL"}
    assert [box.value for box in page(law="gone").warning] == ["law `gone`"]


def test_nothing_found_offers_what_to_drop_with_the_number_it_brings_back():
    app = page(q="needle", country="CHL")
    said = [button.label for button in app.button if ".drop." in str(button.key)]
    assert said == ["Without “needle” \\(4\\)", "Without Countries\\: Chile \\(1\\)"]
    app.button(key="small.drop.country.").click().run()
    assert query(app) == {"q": "needle"} and len(titles(app)) == 1


def test_one_word_too_many_is_named():
    app = page(q="needle nowhere")
    [label] = [b.label for b in app.button if str(b.key) == "small.drop.q.needle"]
    assert label == "Without “nowhere” \\(1\\)"


def test_what_the_register_does_not_know_is_ignored_with_a_notice():
    app = page(country=["PER", "XXX"], years="1700:1800", order="wild", p="99", view="globe")
    assert len(titles(app)) == 20
    assert len(app.warning) == 5


@pytest.mark.parametrize(
    "words", ['"', "AND OR (", "*)", "<script>alert(1)</script>", "\x00", "𞤀" * 80, "'; DROP TABLE held;--"]
)
def test_no_words_break_the_page(words):
    page(q=words)


def test_markup_in_data_is_shown_as_text():
    app = page(country="JPN")
    [label] = titles(app)
    assert "<img" not in label.replace("\\<img", "") and "[law]" not in label
    for view in ("cards", "table"):
        app = page(country="JPN", view=view)
        assert "<img" not in html(app)
        assert not any("[law](" in said for said in spoken(app))
    assert "\\<img" in app.table[0].value.iloc[0, 1]
    assert escape(EVIL) not in html(app)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_kit_speaks_every_language(language):
    app = page(lang=language, q="ley", country="PER", years="1985:2000")
    assert app.text_input(key="small.q").label == texts(language)["register.search"]
    app.button_group(key="small.view").set_value("table").run()
    assert not app.exception and app.table
