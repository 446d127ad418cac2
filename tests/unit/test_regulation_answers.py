"""Answers: the best status decides, what is unverified counts on request, and the past is told honestly."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.analysis.regulation.answers import datable, framework_answers, treaty_answers
from data.analysis.regulation.facts import COLUMNS, Rules
from data.analysis.regulation.lock_in import joinable, locks, topics_of
from data.analysis.regulation.panel import Item
from data.catalog import CatalogError, load_catalog
from data.catalog.entry import build_entry
from data.catalog.regulation import Layer

ITEMS = (Item("data_protection", "data"), Item("tracker_data_protection", "data"))
SCORES = {"in_force": 1, "partially_in_force": 0.5, "draft": 0.25, "none": 0}
FRAMEWORK = Rules("framework", ITEMS, SCORES, "none")
TREATIES = Rules("treaties", (Item("rcep", "agreements"),), {"in_force": 1, "signed": 0.5, "not_party": 0},
                 "not_party")  # fmt: skip


def laws(*said: dict) -> pd.DataFrame:
    usual = {
        "ref_area": "PER", "topic": "data_protection", "status": "in_force", "verification": "sourced",
        "year_enacted": None, "year_in_force": None, "year_repealed": None,
    }  # fmt: skip
    frame = pd.DataFrame([usual | {"law_id": f"l{at}"} | one for at, one in enumerate(said)])
    years = ["year_enacted", "year_in_force", "year_repealed"]
    return frame.astype(dict.fromkeys(years, "Int64"))


TRACKER = pd.DataFrame({"ref_area": ["PER"], "area": ["data_protection"], "status": ["draft"]})


def answer(*said: dict, year=None, trust="sourced", item="data_protection") -> pd.Series:
    found = framework_answers(laws(*said), TRACKER, FRAMEWORK, ("PER", "JPN"), year=year, trust=trust)
    assert tuple(found.columns) == COLUMNS and len(found) == 4
    return found.set_index(["ref_area", "item"]).loc[("PER", item)]


def test_the_best_status_among_the_laws_of_a_topic_decides():
    row = answer({"status": "draft"}, {"status": "in_force", "year_in_force": 2011}, {"status": "none"})
    assert (row["answer"], row["score"], row["evidence"], row["valid_from"]) == ("in_force", 1, "l1", 2011)


def test_all_rows_that_decide_are_named_and_the_weakest_marks_them():
    row = answer({}, {"verification": "unverified"}, trust="all")
    assert (row["evidence"], row["verification"]) == ("l0;l1", "unverified")
    assert answer({}, {"verification": "unverified"})["evidence"] == "l0"


def test_what_nobody_checked_is_unknown_unless_asked_for():
    unchecked = {"verification": "unverified"}
    assert pd.isna(answer(unchecked)["answer"])
    assert answer(unchecked, trust="all")["answer"] == "in_force"


def test_unknown_is_never_none():
    row = answer({"status": "unknown"})
    assert pd.isna(row["answer"]) and pd.isna(row["score"])
    assert answer({"status": "unknown"}, {"status": "none"})["answer"] == "none"


@pytest.mark.parametrize(
    ("year", "said"), [(2010, "none"), (2011, "in_force"), (2019, "in_force"), (2020, "none")]
)
def test_a_law_answers_from_its_first_year_until_it_is_repealed(year, said):
    assert (
        answer({"year_enacted": 2009, "year_in_force": 2011, "year_repealed": 2020}, year=year)["answer"]
        == said
    )


def test_the_year_of_enactment_stands_in_for_that_of_entry_into_force():
    assert answer({"year_enacted": 2009}, year=2009)["answer"] == "in_force"


def test_a_law_that_was_repealed_does_not_answer_today():
    assert answer({"year_in_force": 2011, "year_repealed": 2020})["answer"] == "none"


def test_a_law_without_a_year_leaves_the_past_open():
    assert pd.isna(answer({}, year=2010)["answer"])
    assert answer({"status": "none"}, year=2010)["answer"] == "none"
    dated = {"year_in_force": 2020}
    assert pd.isna(answer({}, dated, year=2010)["answer"]), "the undated one may have been in force"
    assert answer({}, dated, year=2021)["answer"] == "in_force"
    assert answer({"status": "draft"}, dated, year=2021)["answer"] == "in_force"


def test_the_tracker_knows_only_today():
    assert answer({}, item="tracker_data_protection")["answer"] == "draft"
    assert answer({}, item="tracker_data_protection", year=2020)["score"] != 1
    assert datable(ITEMS) == ITEMS[:1]


@settings(deadline=None)
@given(first=st.integers(1990, 2025), year=st.integers(1990, 2030))
def test_what_is_in_force_stays_in_force(first, year):
    now = answer({"year_in_force": first}, year=year)["score"]
    assert now <= answer({"year_in_force": first}, year=year + 1)["score"]


def status(**said) -> pd.DataFrame:
    usual = {
        "ref_area": "PER", "treaty": "rcep", "status": "in_force", "year": 2022,
        "year_verification": "sourced", "verification": "sourced",
    }  # fmt: skip
    return pd.DataFrame([usual | said])


def joined(year=None, trust="sourced", **said) -> object:
    return treaty_answers(status(**said), TREATIES, ("PER",), year=year, trust=trust)["answer"].iloc[0]


def test_a_treaty_binds_from_its_year():
    assert (joined(), joined(2021), joined(2022)) == ("in_force", "not_party", "in_force")


def test_a_year_that_nobody_checked_counts_only_on_request():
    assert pd.isna(joined(2022, year_verification="unverified"))
    assert joined(2022, "all", year_verification="unverified") == "in_force"
    assert joined(2010, status="not_party", year_verification=None) == "not_party"


def test_answers_that_a_layer_does_not_have_are_named():
    with pytest.raises(ValueError, match="treaties: PER:rcep: answer: expected one of in_force, signed"):
        joined(status="enacted")
    with pytest.raises(ValueError, match="trust: expected one of sourced, all, got 'some'"):
        joined(trust="some")


@pytest.mark.parametrize("layer", ["framework", "treaties"])
def test_every_item_of_the_settings_is_answered_for_every_country(layer):
    about = load_catalog().regulation.layers[layer]
    items = tuple(Item(item, group) for group, inside in about.groups.items() for item in inside)
    rules = Rules(layer, items, about.scores, about.before)
    if layer == "framework":
        found = framework_answers(laws({}), TRACKER, rules, ("PER", "JPN"))
    else:
        found = treaty_answers(status(), rules, ("PER", "JPN"))
    assert len(found) == 2 * len(items) and set(found["layer"]) == {layer}
    assert found.loc[found["ref_area"] == "JPN", "answer"].isna().all()
    assert found["answer"].notna().sum() == (2 if layer == "framework" else 1)


TREATIES_OPEN = pd.DataFrame(
    {
        "treaty": ["a", "b", "c", "d"],
        "open_to": ["all", "east_asia", "members_of_body", "members_of_body"],
        "topics": ["cybercrime;data_protection", "data_protection", "data_protection", None],
    }
)
REGIONS = {"JPN": "east_asia", "PER": "latin_america"}


def test_who_may_join_follows_from_to_whom_a_treaty_is_open():
    assert joinable(TREATIES_OPEN, REGIONS, {"c": ("PER", "USA")}) == {
        "a": ("JPN", "PER"), "b": ("JPN",), "c": ("PER",), "d": ()
    }  # fmt: skip


def test_a_reform_is_locked_in_by_treaties_on_its_topic_that_can_be_joined():
    open_to = joinable(TREATIES_OPEN, REGIONS, {"c": ("PER",)})
    assert locks(TREATIES_OPEN, ("data_protection",), "PER", open_to, ()) == ("a", "c")
    assert locks(TREATIES_OPEN, ("data_protection",), "PER", open_to, ("a",)) == ("c",)
    assert locks(TREATIES_OPEN, ("cybercrime",), "JPN", open_to, ()) == ("a",)
    assert locks(TREATIES_OPEN, (), "JPN", open_to, ()) == ()


def test_items_of_each_layer_are_about_topics():
    pillars = {"6": ["cross_border_data"]}
    assert topics_of("framework", "tracker_cybercrime", "trust", pillars) == ("cybercrime",)
    assert topics_of("rdtii", "6.1", "6", pillars) == ("cross_border_data",)
    assert (
        topics_of("rdtii", "2.1", "2", pillars) == topics_of("treaties", "rcep", "agreements", pillars) == ()
    )


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"goals": ["maybe"]}, "expected goals among in_force, none, got 'maybe'"),
        ({"direction": "down"}, "expected one of 'any'"),
    ],
)
def test_goals_and_directions_that_do_not_exist_are_named(change, said):
    given = {"scores": {"in_force": 1, "none": 0}, "before": "none", **change}
    with pytest.raises(CatalogError, match=said):
        build_entry(Layer, given, file="config/regulation.yml", key="layers.framework")
