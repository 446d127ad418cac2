"""The studies that are shipped: complete, in three languages, honest about evidence, drawn as BPMN."""

from __future__ import annotations

import re

import pytest
from lxml import etree

from components.export.bpmn import Words, bpmn_xml
from data.analysis.processes.chances import simulate
from data.analysis.processes.comparison import savings
from data.analysis.processes.evidence import evidence
from data.analysis.processes.layout import arrows, place_steps
from data.analysis.processes.links import links
from data.analysis.processes.schedule import elapsed
from data.analysis.processes.what_if import rank_changes
from data.catalog import load_catalog
from data.catalog.indicator import Names
from data.catalog.process_changes import variant_items, variant_steps
from data.catalog.process_loading import load_process_rules, load_processes
from tests.unit.test_process_bpmn import SCHEMA

STUDIES = load_processes()
RULES = load_process_rules()
CATALOG = load_catalog()
VARIANTS = CATALOG.codes["process_variant"]
each_study = pytest.mark.parametrize("study", STUDIES)
each_variant = pytest.mark.parametrize("variant", VARIANTS)


def names_of(study):
    """Every text in three languages of a study, wherever it stands."""

    def walk(node):
        if isinstance(node, Names):
            yield node
        elif isinstance(node, dict):
            for child in node.values():
                yield from walk(child)
        elif hasattr(node, "model_fields_set"):
            for name in type(node).model_fields:
                yield from walk(getattr(node, name))

    return list(walk(STUDIES[study]))


def test_one_study_within_each_region_and_one_between_them():
    region = {country.ref_area: country.region for country in CATALOG.countries}
    ways = {(region[study.exporter], region[study.importer]) for study in STUDIES.values()}
    assert ("east_asia", "east_asia") in ways
    assert ("latin_america", "latin_america") in ways
    assert ways & {("latin_america", "east_asia"), ("east_asia", "latin_america")}


@each_study
def test_a_study_is_told_in_full(study):
    about = STUDIES[study]
    assert len(about.steps) >= 15
    assert {step.area for step in about.steps.values()} == {"buy", "ship", "pay"}
    assert about.changes
    assert len(variant_steps(about, "to_be", RULES)) < len(about.steps)
    assert sum(bool(step.rules) for step in about.steps.values()) >= 10
    assert any(step.policies for step in about.steps.values())
    assert any(step.marketplaces for step in about.steps.values())
    assert all(step.inputs or step.outputs for step in about.steps.values())


@each_study
def test_a_desk_study_says_so_and_nothing_in_it_comes_from_an_interview(study):
    about = STUDIES[study]
    assert about.basis == "desk"
    found = evidence(about.steps)
    assert "interview" not in set(found["evidence"])
    assert set(found["evidence"]) >= {"published", "partly_published", "assumption"}


@each_study
def test_what_is_assumed_of_time_is_a_range(study):
    for name, step in STUDIES[study].steps.items():
        if step.hours.evidence == "assumption":
            assert step.hours.max >= 1.5 * step.hours.typical > 0, name
            assert step.hours.min <= 0.75 * step.hours.typical, name


@each_study
def test_what_is_partly_published_says_which_part(study):
    for name, step in STUDIES[study].steps.items():
        for field in ("hours", "cost_usd", "tax_usd"):
            value = getattr(step, field)
            if value is not None and value.evidence == "partly_published":
                assert value.note is not None, f"{name}.{field}"


@each_study
def test_texts_are_written_in_each_language(study):
    for text in names_of(study):
        if len(text.en.split()) > 4:
            assert len({text.en, text.es, text.pt}) == 3, text.en
        for words in (text.en, text.es, text.pt):
            assert not re.search(r"[<>]|  |\s[.,;:]", words), words
        assert not re.search(r"\d%", text.es), text.es
        assert not re.search(r"\d\.\d(?!\d\d)", text.es + text.pt), text.es


@each_study
def test_the_to_be_is_better_in_every_measure_that_counts(study):
    about = STUDIES[study]
    before, after = (variant_steps(about, variant, RULES) for variant in VARIANTS)
    table = savings(
        before, after, about.items, about.product.value_usd, items_after=variant_items(about, "to_be")
    )
    typical = table[table["case"] == "typical"].set_index("measure")["better"]
    for measure in ("elapsed_hours", "delivery_hours", "cost_usd", "paper_documents", "rekeyed", "steps"):
        assert typical[measure], measure
    assert typical["automatic_share"]
    assert not (typical == False).reindex(["actors", "documents", "tax_usd"]).fillna(False).any()  # noqa: E712


@each_study
@each_variant
def test_a_study_can_be_questioned(study, variant):
    about = STUDIES[study]
    steps = variant_steps(about, variant, RULES)
    drawn = simulate(steps, runs=200, seed=1)
    assert elapsed(steps, "min") <= drawn.elapsed_hours.mean() <= elapsed(steps, "max")
    assert rank_changes(steps, about.items, RULES)["saved_hours"].iloc[0] > 0
    places = place_steps(steps).set_index("step")["column"]
    assert all(places[a] < places[b] for a, b in arrows(steps).itertuples(index=False))


@each_study
@each_variant
@pytest.mark.parametrize("language", CATALOG.app.language_codes)
def test_a_study_is_a_valid_bpmn_file_in_every_language(study, variant, language):
    about = STUDIES[study]
    steps = variant_steps(about, variant, RULES)
    words = Words(
        title=getattr(about.title, language),
        steps={name: getattr(step.name, language) for name, step in steps.items()},
        actors={name: getattr(actor.name, language) for name, actor in about.actors.items()},
        notes={name: getattr(step.exit, language) for name, step in steps.items()},
    )
    SCHEMA.assertValid(etree.fromstring(bpmn_xml(study, steps, words)))


def test_links_of_all_kinds_lead_back_to_steps():
    table = links(STUDIES, RULES)
    assert set(table["kind"]) == {"rule", "own_rule", "policy", "marketplace"}
    assert set(table["process"]) == set(STUDIES)
