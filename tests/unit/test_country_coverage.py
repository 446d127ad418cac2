"""The meter of a profile counts what is supported, weaker and missing; sections follow what is known."""

from __future__ import annotations

from dataclasses import replace

import pytest

from components.charts.country import PARTS, build_support_chart
from components.export.country_brief import country_brief
from components.i18n import Language
from data.analysis.country.coverage import LAYERS, OPEN, coverage
from data.analysis.country.figures import FIGURES, figures
from data.analysis.country.marketplaces import FOREIGN_USED, crossing, crossing_shares
from data.analysis.country.summary import summarise
from tests.unit.country_cases import desk, summary_of, without

AREAS = desk().areas
EN = Language("en")


@pytest.mark.parametrize("area", AREAS)
def test_the_parts_of_a_layer_add_up_and_what_is_missing_is_named(area):
    known = desk()
    found = coverage(known, area)
    assert tuple(one.layer for one in found) == LAYERS
    for one in found:
        assert min(one.sourced, one.weak, one.missing) >= 0
        assert one.missing == 0 or one.layer not in OPEN
        if one.layer not in ("marketplaces", "measures", "visits"):
            assert len(one.lacking) == one.missing
    rules = {one.layer: one.total for one in found}
    for layer in ("framework", "treaties", "rdtii"):
        assert rules[layer] == len(known.rules(layer).items)


def test_a_law_that_nobody_verified_counts_as_weaker():
    known = desk()
    doubtful = replace(known, laws=known.laws.assign(verification="unverified"))
    before, after = (
        next(one for one in coverage(held, "PER") if one.layer == "framework") for held in (known, doubtful)
    )
    assert after.known == before.known and after.weak > before.weak


@pytest.mark.parametrize("table", ["storefronts", "policies", "laws", "treaty_status", "indicators"])
def test_a_country_without_a_layer_still_has_a_profile(table):
    poor = without(desk(), "SUR", table, *(("cyberlaw_status",) if table == "laws" else ()))
    found = summarise(poor, "SUR")
    section = {"storefronts": "marketplaces", "policies": "measures", "laws": "rules",
               "indicators": "determinants"}.get(table)  # fmt: skip
    if section:
        assert found.weights[section] == "none"
    for code in ("en", "es", "pt"):
        brief = country_brief(Language(code), poor, found)
        assert all(part.rows for part in brief.parts)


def test_little_known_gets_a_short_section():
    found = summary_of("SUR").weights
    assert found["visitors"] == "short" and found["rules"] == "full"


def test_a_count_of_what_was_found_is_not_ranked():
    found = figures(desk())
    assert not found["measures"].ranked and tuple(found) == FIGURES
    assert found["visits"].estimated.all()
    assert not found["internet_use"].estimated.any()


@pytest.mark.parametrize("area", ["PER", "JPN", "SUR"])
def test_visits_across_the_border_are_shares_of_a_whole(area):
    known = desk()
    rows = crossing(known, area)
    shares = crossing_shares(known, area, rows)
    assert area not in set(rows["counterpart_area"])
    for direction in ("in", "out"):
        assert 0 <= shares[f"{direction}_other"] <= shares[direction] <= 1
    # The share from abroad is that of the key figure, reached another way.
    expected = figures(known)["cross_border_share"].value[area]
    assert shares["in"] == pytest.approx(expected, rel=1e-4)


def test_foreign_sites_are_no_marketplaces_of_the_country():
    found = summary_of("SUR")
    groups = found.groups.set_index("group")
    assert FOREIGN_USED in groups.index
    assert groups.at[FOREIGN_USED, "share"] != groups.at[FOREIGN_USED, "share"]
    assert groups["share"].sum() == pytest.approx(1)
    own = found.standings["storefronts"]
    assert own is not None and own.value == groups.drop(index=FOREIGN_USED)["storefronts"].sum()


def test_an_unknown_country_is_refused_with_a_reason():
    with pytest.raises(KeyError, match="expected an ISO 3166-1 alpha-3 code of a member, got 'XXX'"):
        summarise(desk(), "XXX")


@pytest.mark.parametrize("code", ["en", "es", "pt"])
@pytest.mark.parametrize("area", AREAS)
def test_the_brief_of_every_country_is_complete(area, code):
    brief = country_brief(Language(code), desk(), summary_of(area))
    assert len(brief.sentences) == 3 and len(brief.figures.rows) == len(FIGURES)
    for part in (brief.figures, brief.coverage, *brief.parts):
        for row in part.rows:
            assert len(row) == len(part.head)
            assert not any("{" in cell or cell == "nan" for cell in row), row


def test_a_gap_that_a_measure_for_all_reaches_says_so():
    gaps = summary_of("VNM").gaps
    parts = country_brief(EN, desk(), summary_of("VNM")).parts
    (part,) = [one for one in parts if one.title == EN("country.measures.gaps")]
    for own, row in zip(gaps["own"], part.rows, strict=False):
        assert bool(row[-1]) == (own != "none"), row


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_meter_draws_three_parts_in_their_order(theme):
    labels = {f"support_{part}": part for part in PARTS} | {"layer": "l", "support": "s", "entries": "e"}
    spec = build_support_chart(language="en", theme=theme, labels=labels, rows=7)
    bars = spec["layer"][0]
    assert bars["encoding"]["color"]["scale"]["domain"] == list(PARTS)
    assert "data" not in spec and "datasets" not in spec
