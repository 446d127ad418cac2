"""The Methods page: each section in each language, with numbers that come from the data."""

from __future__ import annotations

import pandas as pd
import pytest

from components.i18n import Language
from components.views.methods.sections import SECTIONS
from data.store import read_dataset, read_register
from tests.app.visit import open_page, wrong_with
from tests.architecture.texts import LANGUAGES

every_language = pytest.mark.parametrize("language", LANGUAGES)


def open_section(language: str, section: str):
    return open_page("methods", lang=language, section=section)


@every_language
@pytest.mark.parametrize("section", SECTIONS)
def test_a_section_opens_from_its_address_without_a_fault(language, section):
    app = open_section(language, section)
    assert wrong_with(app) == []
    assert app.title[0].value == Language(language)("methods.title")
    assert not app.warning


@every_language
def test_the_test_of_the_estimates_is_shown_by_class(language):
    t, tested = Language(language), read_dataset("traffic_validation").set_index("evidence_class")
    shown = open_section(language, "quality").table[0].value.set_index(t("columns.evidence"))
    assert list(shown.index) == [t.code_label("evidence_class", code) for code in "BCD"] + [
        t("methods.quality.all")
    ]
    everything = shown.loc[t("methods.quality.all")]
    assert everything[t("methods.quality.held_out")] == t.number(tested.loc["_T", "n"])
    assert everything[t("methods.quality.coverage")] == t.percent(tested.loc["_T", "coverage_80"])


@every_language
def test_the_scatter_is_read_in_a_sentence_made_of_its_numbers(language):
    t, rows = Language(language), read_dataset("traffic_residuals")
    inside = int(rows["held_out"].between(rows["low"], rows["high"]).sum())
    said = " ".join(str(element.value) for element in open_section(language, "quality").markdown)
    assert t.number(inside) in said and t.number(len(rows)) in said


def test_storefronts_by_class_add_up_to_the_register():
    shown = open_section("en", "numbers").table[0].value
    counts = pd.to_numeric(shown[Language("en")("columns.storefronts")])
    assert counts.sum() == len(read_register("marketplace"))


@every_language
def test_every_source_is_listed_and_links_only_to_the_web(language):
    t, register = Language(language), read_register("source")
    shown = open_section(language, "sources").table[0].value
    assert len(shown) == len(register)
    links = shown[t("datasets.columns.title")].str.extract(r"\]\((.*)\)$")[0].dropna()
    assert links.str.match(r"https?://[^\s()]+$").all()
    assert len(links) == register["url"].str.startswith("http").sum()


@every_language
def test_the_glossary_is_in_alphabetical_order_of_its_language(language):
    t = Language(language)
    terms = [said for name, said in t.section("methods.glossary.terms") if name.endswith(".term")]
    shown = [element.value for element in open_section(language, "glossary").markdown]
    assert all(any(element.startswith(f"**{term}**") for element in shown) for term in terms)


def test_an_unknown_section_is_told_and_the_first_is_shown():
    app = open_section("en", "<script>")
    assert [str(box.value) for box in app.warning]
    assert wrong_with(app) == []


def test_a_way_to_another_section_changes_the_address():
    app = open_section("en", "exercises")
    app.button(key="to.sure").click().run()
    assert app.query_params["section"] in ("quality", ["quality"])
    assert wrong_with(app) == []
    assert app.table[0].value.shape[0] == len("BCD") + 1
