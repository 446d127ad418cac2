"""One topic across countries: numbers that may be compared, those that may not, and since when laws hold."""

from __future__ import annotations

import pandas as pd
import pytest

from data.analysis.regulation import topics
from data.analysis.regulation.topics import Measure

USD = Measure("de_minimis", "USD")
AREAS = ("AAA", "BBB", "CCC", "DDD", "EEE")
COLUMNS = (
    "law_id", "ref_area", "topic", "instrument_en", "status", "numeric_measure", "numeric_value",
    "numeric_unit", "numeric_scope", "verification", "year_enacted", "year_in_force", "year_repealed",
    "key_provision_en",
)  # fmt: skip


def law(*rows: dict) -> pd.DataFrame:
    usual = dict.fromkeys(COLUMNS) | {
        "topic": "de_minimis", "instrument_en": "Act", "status": "in_force", "numeric_measure": "de_minimis",
        "numeric_unit": "USD", "verification": "sourced",
    }  # fmt: skip
    made = [usual | {"law_id": f"l{at}"} | row for at, row in enumerate(rows)]
    years = dict.fromkeys(("year_enacted", "year_in_force", "year_repealed"), "Int64")
    return pd.DataFrame(made, columns=list(COLUMNS)).astype({"numeric_value": "float64", **years})


def standing(frame: pd.DataFrame, trust: str = "sourced") -> dict[str, tuple]:
    found = topics.standings(frame, "de_minimis", AREAS, trust, USD)
    return {row.ref_area: (row.standing, row.value) for row in found.itertuples()}


def test_every_country_stands_somewhere_and_nothing_known_is_not_none():
    found = standing(
        law(
            {"ref_area": "AAA", "numeric_value": 50},
            {"ref_area": "BBB", "status": "none", "numeric_measure": None, "instrument_en": "No threshold"},
            {"ref_area": "CCC", "numeric_measure": "tax_payable", "numeric_value": 50, "numeric_unit": "CNY"},
            {"ref_area": "DDD", "numeric_value": 10, "verification": "unverified"},
        )
    )
    assert [found[area][0] for area in AREAS] == ["number", "none", "other", "unverified", "unknown"]
    assert found["AAA"][1] == 50


def test_of_two_numbers_the_one_that_holds_for_more_stands_for_the_country():
    rows = law(
        {"ref_area": "AAA", "numeric_value": 400, "numeric_scope": "duty_only"},
        {"ref_area": "AAA", "numeric_value": 50},
        {"ref_area": "BBB", "numeric_value": 90, "numeric_scope": "duty_only"},
        {"ref_area": "BBB", "numeric_value": 80, "numeric_scope": "approximate"},
    )
    assert standing(rows)["AAA"] == ("number", 50)
    assert standing(rows)["BBB"] == ("number", 80)
    numbers = topics.topic_numbers(topics.topic_laws(rows, "de_minimis", AREAS, "sourced"), USD)
    assert list(numbers["numeric_value"]) == [400, 90, 80, 50]
    assert list(numbers["firmness"]) == ["limited", "limited", "limited", "firm"]


def test_an_allowance_per_year_and_a_draft_are_told_but_not_compared():
    rows = law(
        {"ref_area": "AAA", "numeric_value": 800, "numeric_scope": "per_year_duty_only"},
        {"ref_area": "BBB", "numeric_value": 20, "status": "draft"},
        {"ref_area": "CCC", "numeric_value": 30, "status": "unknown"},
    )
    numbers = topics.topic_numbers(topics.topic_laws(rows, "de_minimis", AREAS, "sourced"), USD)
    assert len(numbers) == 3 and not numbers["comparable"].any()
    assert dict(zip(numbers["ref_area"], numbers["firmness"], strict=True)) == {
        "AAA": "limited", "BBB": "loose", "CCC": "loose"
    }  # fmt: skip
    found = standing(rows)
    assert [found[area][0] for area in ("AAA", "BBB", "CCC")] == ["other", "draft", "other"]


def test_what_nobody_verified_counts_only_when_asked_for_and_is_never_firm():
    rows = law({"ref_area": "AAA", "numeric_value": 10, "verification": "unverified"})
    assert standing(rows)["AAA"][0] == "unverified"
    assert standing(rows, "all")["AAA"] == ("number", 10)
    numbers = topics.topic_numbers(topics.topic_laws(rows, "de_minimis", AREAS, "all"), USD)
    assert list(numbers["firmness"]) == ["loose"]


def test_repealed_laws_and_rows_that_say_nothing_are_left_out():
    rows = law(
        {"ref_area": "AAA", "year_repealed": 2020},
        {"ref_area": "BBB", "instrument_en": None, "numeric_measure": None, "status": "unknown"},
        {"ref_area": "CCC", "instrument_en": None, "key_provision_en": "Goods below it are free."},
    )
    assert list(topics.topic_laws(rows, "de_minimis", AREAS, "all")["ref_area"]) == ["CCC"]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ({"numeric_measure": "equity_ceiling", "numeric_value": 100.0, "status": "in_force"}, "open"),
        ({"numeric_measure": "equity_ceiling", "numeric_value": 49.0, "status": "in_force"}, "ceiling"),
        ({"numeric_measure": "equity_ceiling", "numeric_value": 0.0, "status": "in_force"}, "reserved"),
        ({"numeric_measure": "minimum_capital", "numeric_value": 1e5, "status": "in_force"}, "conditions"),
        ({"numeric_measure": None, "numeric_value": float("nan"), "status": "in_force"}, "conditions"),
        ({"numeric_measure": None, "numeric_value": float("nan"), "status": "none"}, "open"),
    ],
)
def test_a_rule_on_equity_has_a_class(row, expected):
    assert topics.equity_class(row) == expected


def test_the_strictest_class_stands_for_a_country():
    classes = pd.DataFrame(
        {"ref_area": ["A", "A", "B", "C"], "code": ["free", "local", "free", None], "law_id": list("1234")}
    )
    found = topics.strictest(classes, ("free", "local"))
    assert dict(zip(found["ref_area"], found["law_id"], strict=True)) == {"A": "2", "B": "3"}


def test_laws_add_up_over_the_years_and_undated_ones_are_told_apart():
    rows = law(
        {"ref_area": "AAA", "year_in_force": 2003},
        {"ref_area": "AAA", "year_in_force": 2001},
        {"ref_area": "BBB", "year_enacted": 2002},
        {"ref_area": "CCC"},
        {"ref_area": "DDD", "year_in_force": 2000, "status": "draft"},
    )
    first = topics.first_years(rows)
    assert first.set_index("ref_area")["year"].isna().to_dict() == {"AAA": False, "BBB": False, "CCC": True}
    regions = {"AAA": "east", "BBB": "west", "CCC": "west"}
    grown = topics.adoption(first, regions, 2003)
    east = grown[grown["region"] == "east"].set_index("year")
    assert east["countries"].to_dict() == {2000: 0, 2001: 1, 2002: 1, 2003: 1}
    assert grown[(grown["region"] == "west") & (grown["year"] == 2002)]["joined"].item() == "BBB"


def test_no_dated_law_gives_no_line():
    first = topics.first_years(law({"ref_area": "CCC"}))
    assert topics.adoption(first, {"CCC": "west"}, 2020).empty
