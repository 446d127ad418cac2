"""Changes by hand: what is left of steps, time and cost; savings, ranking and addresses."""

from __future__ import annotations

import pytest

from data.analysis.processes.comparison import across, burden, by_area, savings
from data.analysis.processes.evidence import evidence, evidence_counts
from data.analysis.processes.layout import arrows, place_steps
from data.analysis.processes.links import links
from data.analysis.processes.links import steps_of as steps_behind
from data.analysis.processes.papers import handled, matrix, use_cases
from data.analysis.processes.schedule import elapsed
from data.analysis.processes.table import step_table, value_table
from data.analysis.processes.what_if import apply_all, possible, rank_changes, read_all
from data.catalog.process_changes import apply_change, variant_items, variant_steps, without
from data.catalog.reader_change import ReaderChange, as_change, read_change
from tests.unit.process_cases import RULES, baskets, content, step, steps_of, words

CHAIN = {
    "a": ((1, 2, 3), ()),
    "b": ((2, 3, 5), ("a",)),
    "c": ((3, 4, 6), ("b",)),
    "d": ((1, 1, 1), ("c",)),
}


def changed(steps, kind, name, kept=None):
    return apply_change(steps, as_change(ReaderChange(kind, name, kept)), RULES)


def test_a_removed_step_hands_its_predecessors_on():
    left = without(steps_of(CHAIN), "b")
    assert {name: one.after for name, one in left.items()} == {"a": (), "c": ("a",), "d": ("c",)}
    assert elapsed(left) == 7


def test_a_step_beside_its_predecessor_saves_the_shorter_of_the_two():
    left = changed(steps_of(CHAIN), "parallelise", "c")
    assert left["c"].after == ("a",)
    assert set(left["d"].after) == {"c", "b"}
    assert elapsed(left) == 2 + 4 + 1


def test_a_shortened_step_keeps_the_share_asked_for():
    assert elapsed(changed(steps_of(CHAIN), "shorten", "c")) == 10 - 4 * (
        1 - RULES.what_if.kept["shorten"].hours
    )
    assert elapsed(changed(steps_of(CHAIN), "shorten", "c", 0.25)) == 7


def test_a_digitised_step_is_done_by_a_system_and_types_nothing_again():
    process = baskets()
    declared = changed(process.steps, "digitise", "declare")["declare"]
    kept = RULES.what_if.kept["digitise"]
    assert (declared.mode, declared.rekeyed) == ("automatic", None)
    assert declared.hours.typical == pytest.approx(6 * kept.hours)
    assert declared.cost_usd.typical == pytest.approx(5 * kept.cost_usd)
    assert declared.hours.evidence == "assumption"


def test_the_to_be_follows_from_the_as_is_by_its_changes():
    study = content()
    study["changes"] = {
        "scan": {
            "kind": "add",
            "step": "scan",
            "before": ["hand_over"],
            "reason": words("Why"),
            "values": step("Scan", (1, 2, 3), "pack"),
        },
        "faster": {
            "kind": "replace",
            "step": "declare",
            "reason": words("Why"),
            "values": {"mode": "automatic", "after": ["order"], "policies": ["vnm-p01"]},
        },
        "gone": {"kind": "remove", "step": "pack", "reason": words("Why")},
    }
    study["steps"]["hand_over"]["inputs"] = ["label"]
    study["steps"]["pack"]["outputs"] = []
    study["items"].pop("basket")
    process = baskets(study)
    to_be = variant_steps(process, "to_be", RULES)
    assert list(to_be) == ["order", "scan", "declare", "hand_over"]
    assert to_be["scan"].after == ("order",)
    assert set(to_be["hand_over"].after) == {"order", "declare", "scan"}
    assert to_be["declare"].policies == ("vnm-p01",)
    assert list(process.steps) == ["order", "pack", "declare", "hand_over"]
    with pytest.raises(ValueError, match="expected as_is or to_be, got 'future'"):
        variant_steps(process, "future", RULES)


def test_a_change_may_take_documents_off_paper():
    study = content()
    study["changes"]["by_machine"]["forms"] = {"invoice": "electronic"}
    process = baskets(study)
    assert variant_items(process, "as_is")["invoice"].form == "paper"
    assert variant_items(process, "to_be")["invoice"].form == "electronic"
    table = across({"baskets": process}, RULES).set_index(["variant", "measure"])["typical"]
    assert table["as_is", "paper_documents"] == 1
    assert table["to_be", "paper_documents"] == 0


def test_savings_tell_better_from_worse_and_from_the_same():
    process = baskets()
    table = savings(
        process.steps, variant_steps(process, "to_be", RULES), process.items, process.product.value_usd
    )
    typical = table[table["case"] == "typical"].set_index("measure")
    assert typical.loc["rekeyed", ["before", "after", "saving", "saving_share"]].tolist() == [10, 0, 10, 1]
    assert typical.loc["automatic_share", "saving"] == 0.25
    assert typical.loc["automatic_share", "better"]
    # The declaration shrinks to 3.96 hours: packing, 4 hours, is now the longest way.
    assert typical.loc["elapsed_hours", "saving"] == pytest.approx(2)
    assert typical["better"].isna()["documents"]


def test_one_scale_for_all_processes():
    table = across({"baskets": baskets()}, RULES)
    assert set(table["variant"]) == {"as_is", "to_be"}
    assert len(table) == 2 * 15


def test_where_time_and_money_go():
    steps = baskets().steps
    by_step = burden(steps, "step")
    assert by_step["step"].tolist() == ["declare", "hand_over", "order", "pack"]
    assert by_step["time_share"].tolist() == pytest.approx([0.75, 0.125, 0.125, 0])
    assert by_step.loc[1, "cost_share"] == pytest.approx(35 / 40)
    areas = by_area(steps, ("buy", "ship", "pay")).set_index("area")
    assert areas["critical_hours"].to_dict() == {"buy": 1, "ship": 7, "pay": 0}


def test_only_changes_that_make_sense_are_offered():
    steps = baskets().steps
    assert possible(steps, "order", RULES) == ("remove", "shorten")
    assert possible(steps, "pack", RULES) == ("shorten",)
    assert possible(steps, "declare", RULES) == ("remove", "digitise", "shorten")
    assert possible(steps, "hand_over", RULES) == ("shorten",)


def test_the_change_that_saves_most_comes_first():
    process = baskets()
    table = rank_changes(process.steps, process.items, RULES)
    # Without the declaration 8 hours become 6, by packing.
    assert table.loc[0, ["kind", "step", "saved_hours"]].tolist() == ["remove", "declare", 2]
    assert table.loc[0, "elapsed_hours"] == 6
    assert table["saved_hours"].is_monotonic_decreasing
    assert table.loc[0, "saved_documents"] == 0
    only = rank_changes(process.steps, process.items, RULES, kinds=("shorten",))
    assert set(only["kind"]) == {"shorten"}


def test_changes_of_an_address_are_read_and_written():
    found, wrong = read_all(
        ["remove:pack", "shorten:declare:0.25", "remove:pack", "burn:pack", "shorten:", "x"]
    )
    assert [change.text for change in found] == ["remove:pack", "shorten:declare:0.25"]
    assert wrong == ("burn:pack", "shorten:", "x")
    assert read_change("remove:pack:0.5") is None
    assert read_change("shorten:pack:1.5") is None


def test_changes_are_made_one_after_the_other_and_the_impossible_told():
    asked = [
        ReaderChange("remove", "declare"),
        ReaderChange("shorten", "declare"),
        ReaderChange("remove", "x"),
    ]
    left, refused = apply_all(baskets().steps, asked, RULES)
    assert list(left) == ["order", "pack", "hand_over"]
    assert refused == tuple(asked[1:])


def test_documents_by_steps():
    process = baskets()
    table = matrix(process.steps, process.items)
    assert table[["item", "step", "role"]].values.tolist() == [
        ["invoice", "order", "out"],
        ["invoice", "declare", "in"],
        ["label", "declare", "out"],
        ["label", "hand_over", "in"],
    ]
    assert handled(process.steps, process.items)["actors"].tolist() == [1, 2]
    assert len(use_cases(process.steps)) == 5
    assert use_cases(process.steps)["leads"].sum() == 4


def test_links_lead_from_steps_to_rules_and_back():
    table = links({"baskets": baskets()}, RULES)
    assert set(table["id"]) == {"jpn-de_minimis-1", "wto_tfa"}
    back = steps_behind(table, "rule", "wto_tfa")
    assert back.values.tolist() == [["baskets", "as_is", "declare"], ["baskets", "to_be", "declare"]]


def test_evidence_is_counted_by_kind():
    table = evidence_counts(baskets().steps, ("published", "interview", "assumption")).set_index("evidence")
    assert table["values"].to_dict() == {"published": 1, "interview": 0, "assumption": 9}
    assert table["share"].sum() == pytest.approx(1)


def test_no_two_boxes_share_a_place_and_arrows_go_right():
    steps = baskets().steps
    places = place_steps(steps)
    assert not places.duplicated(["lane", "column", "row"]).any()
    assert places.set_index("step")["lane"].to_dict() == {"order": 0, "pack": 0, "declare": 0, "hand_over": 1}
    column = places.set_index("step")["column"]
    assert all(column[a] < column[b] for a, b in arrows(steps).itertuples(index=False))


def test_the_table_of_steps_speaks_the_language_of_the_reader():
    table = step_table(baskets(), "as_is", RULES, "es").set_index("step")
    assert list(table["position"]) == [1, 2, 3, 4]
    assert table.loc["hand_over", "name"] == "Hand over (es)"
    assert table.loc["hand_over", "after"] == "Pack (es); Declare (es)"
    assert table.loc["hand_over", "documents"] == "Label (es)"
    assert table.loc["declare", "rules"] == "jpn-de_minimis-1; wto_tfa"
    assert table.loc["declare", "rekeyed"] == 10


def test_each_value_stands_with_what_it_rests_on():
    table = value_table(baskets(), "as_is", RULES, "en").set_index(["step", "field"])
    cost = table.loc[("hand_over", "cost_usd")]
    assert cost[["min", "typical", "max"]].tolist() == [20, 25, 30]
    assert cost[["evidence", "urls", "checked_on"]].tolist() == [
        "published", "https://example.org/rates", "2026-11-24",
    ]  # fmt: skip
    assert table.loc[("declare", "rekeyed"), "max"] == 10
    assert len(table) == len(evidence(baskets().steps))
