"""Critical path, slack and totals against cases worked out by hand."""

from __future__ import annotations

import pytest

from data.analysis.processes.schedule import critical_path, elapsed, schedule
from data.analysis.processes.series import time_procedure
from data.analysis.processes.totals import handovers, totals
from tests.unit.process_cases import baskets, steps_of

# A textbook network: two ways from a to g; b-d-f takes 3 + 4 + 3, c-e takes 2 + 5.
#   a(2) -> b(3) -> d(4) -> f(3) -> g(1);  a -> c(2) -> e(5) -> g;  b -> e
NETWORK = {
    "a": ((1, 2, 3), ()),
    "b": ((2, 3, 5), ("a",)),
    "c": ((1, 2, 4), ("a",)),
    "d": ((3, 4, 4), ("b",)),
    "e": ((4, 5, 20), ("c", "b")),
    "f": ((2, 3, 3), ("d",)),
    "g": ((1, 1, 1), ("e", "f")),
}


def test_the_critical_path_and_slack_by_hand():
    table = schedule(steps_of(NETWORK)).set_index("step")
    assert table["start"].to_dict() == {"a": 0, "b": 2, "c": 2, "d": 5, "e": 5, "f": 9, "g": 12}
    assert table["finish"].to_dict() == {"a": 2, "b": 5, "c": 4, "d": 9, "e": 10, "f": 12, "g": 13}
    assert table["slack"].to_dict() == {"a": 0, "b": 0, "c": 3, "d": 0, "e": 2, "f": 0, "g": 0}
    assert set(table.index[table["critical"]]) == {"a", "b", "d", "f", "g"}
    assert table.loc["e", ["latest_start", "latest_finish"]].tolist() == [7, 12]


def test_each_case_has_a_path_of_its_own():
    steps = steps_of(NETWORK)
    assert [elapsed(steps, case) for case in ("min", "typical", "max")] == [9, 13, 29]
    assert critical_path(steps) == ("a", "b", "d", "f", "g")
    assert critical_path(steps, "max") == ("a", "b", "e", "g")


def test_a_chain_takes_the_sum_and_steps_side_by_side_the_longest():
    chain = {"a": ((1, 2, 3), ()), "b": ((1, 5, 7), ("a",)), "c": ((0, 0, 1), ("b",))}
    assert elapsed(steps_of(chain)) == 7
    fan = {"a": ((1, 2, 3), ()), "b": ((1, 5, 7), ("a",)), "c": ((0, 9, 10), ("a",))}
    assert elapsed(steps_of(fan)) == 11


def test_no_step_takes_no_time():
    assert elapsed({}) == 0
    assert critical_path({}) == ()
    assert schedule({}).empty


def test_a_circle_and_an_unknown_case_are_refused():
    with pytest.raises(ValueError, match="expected no circle, got a -> b -> a"):
        elapsed(steps_of({"a": ((1, 1, 1), ("b",)), "b": ((1, 1, 1), ("a",))}))
    with pytest.raises(ValueError, match="expected one of min, typical, max, got 'mean'"):
        schedule(steps_of(NETWORK), "mean")


def test_totals_by_hand():
    process = baskets()
    table = totals(process.steps, process.items, process.product.value_usd).set_index("measure")
    assert table.loc["elapsed_hours"].tolist() == [5, 8, 15]
    assert table.loc["delivery_hours"].tolist() == [5, 8, 15]
    assert table.loc["work_hours"].tolist() == [7, 12, 24]
    assert table.loc["cost_usd"].tolist() == [22, 30, 38]
    assert table.loc["tax_usd"].tolist() == [0, 10, 10]
    assert table.loc["cost_share"].tolist() == pytest.approx([0.22, 0.30, 0.38])
    assert table.loc["burden_share", "typical"] == pytest.approx(0.40)
    counted = ("documents", "paper_documents", "actors", "steps", "handovers", "rekeyed")
    assert [table.loc[name, "typical"] for name in counted] == [2, 1, 2, 4, 2, 10]
    assert table.loc["automatic_share", "typical"] == 0.25
    assert table.loc["manual_share", "typical"] == 0.5


def test_a_handover_that_others_imply_is_not_counted_again():
    process = baskets()
    steps = dict(process.steps)
    steps["hand_over"] = steps["hand_over"].model_copy(update={"after": ("pack", "declare", "order")})
    assert handovers(steps) == handovers(process.steps) == 2


def test_the_time_procedure_chart_adds_up():
    table = time_procedure(baskets().steps)
    assert table["step"].tolist() == ["order", "pack", "declare", "hand_over"]
    assert table["position"].tolist() == [1, 2, 3, 4]
    assert table["finish_typical"].tolist() == [1, 5, 7, 8]
    assert table["cost_typical"].tolist() == [0, 0, 5, 40]
    assert table["finish_max"].iloc[-1] == 15
    assert table["cost_max"].iloc[-1] == 48
