"""A gap needs a sourced lack, nothing that speaks against it, and half of at least three known peers."""

from __future__ import annotations

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from data.analysis.country.gaps import (
    LEAST_PEERS,
    NEUTRAL,
    Example,
    Gap,
    biggest,
    determinant_gaps,
    measure_gaps,
    rule_gaps,
)

OWN, PEERS = "PER", ("CHL", "COL", "MEX", "BRA")
FAR = pd.Series({"PER": 0.0, "CHL": 2.0, "COL": 1.0, "MEX": 4.0, "BRA": 3.0})
SCORE = {"in_force": 1.0, "partially_in_force": 0.5, "draft": 0.25, "none": 0.0, "not_party": 0.0}


def answers(said: dict[str, dict[str, str | None]], layer: str = "framework", group: str = "transactions"):
    """Item -> country -> answer, as a frame of answers."""
    rows = [
        (area, layer, item, group, answer, SCORE.get(str(answer)), "sourced", 2010, f"{area}-{item}-1")
        for item, by in said.items()
        for area, answer in by.items()
    ]
    columns = ["ref_area", "layer", "item", "group", "answer", "score", "verification", "valid_from",
               "evidence"]  # fmt: skip
    return pd.DataFrame(rows, columns=columns).astype({"valid_from": "Int64"})


def gaps_in(said, everything=None, **more):
    frame = answers(said)
    held = frame if everything is None else answers(everything)
    return rule_gaps(frame, held, OWN, PEERS, FAR, **more)


def all_have(item: str, own: str | None) -> dict[str, dict[str, str | None]]:
    return {item: {OWN: own, **dict.fromkeys(PEERS, "in_force")}}


def test_a_lack_that_all_peers_have_closed_is_a_gap_with_the_nearest_as_example():
    (gap,) = gaps_in(all_have("data_protection", "none"))
    assert (gap.having, gap.peers, gap.own) == (4, 4, "none")
    assert gap.example == Example("framework", "data_protection", "COL", "COL-data_protection-1", year=2010)


def test_what_is_not_known_is_no_gap():
    assert gaps_in(all_have("data_protection", None)) == []


def test_an_unverified_law_speaks_against_a_gap():
    said = all_have("data_protection", "none")
    assert gaps_in(said, all_have("data_protection", "in_force")) == []


def test_the_tracker_speaks_against_the_register_and_the_other_way_round():
    said = all_have("data_protection", "none") | all_have("tracker_data_protection", "in_force")
    assert gaps_in(said) == []


def test_no_rule_is_no_gap_where_having_none_may_be_the_better_choice():
    for topic in NEUTRAL:
        assert gaps_in(all_have(topic, "none")) == [], topic
        assert gaps_in(all_have(f"tracker_{topic}", "none")) == [], topic


def test_peers_of_whom_nothing_is_known_do_not_count():
    said = {"e_payments": {OWN: "none", "CHL": "in_force", "COL": "in_force", "MEX": None, "BRA": None}}
    assert gaps_in(said) == []
    said["e_payments"]["MEX"] = "draft"
    (gap,) = gaps_in(said)
    assert (gap.having, gap.peers) == (2, 3)


def test_a_treaty_is_a_gap_only_where_the_country_may_join():
    frame = answers({"uncitral_mlec": {OWN: "not_party", **dict.fromkeys(PEERS, "in_force")}}, "treaties")
    assert rule_gaps(frame, frame, OWN, PEERS, FAR, open_to={}) == []
    assert len(rule_gaps(frame, frame, OWN, PEERS, FAR, open_to={"uncitral_mlec": [OWN]})) == 1
    frame["group"] = "agreements"
    assert rule_gaps(frame, frame, OWN, PEERS, FAR, open_to={"uncitral_mlec": [OWN]}) == []


def placed(values: dict[str, float]) -> pd.DataFrame:
    """Places of countries on one indicator, as correlation.positions gives them."""
    held = pd.Series(values)
    n = len(held)
    rank = [int((held > value).sum()) + 1 for value in held]
    place = [(int((held < v).sum()) + (int((held == v).sum()) - 1) / 2) / (n - 1) for v in held]
    return pd.DataFrame(
        {"indicator": "internet_use", "ref_area": held.index, "value": held.to_numpy(), "year": 2023,
         "n": n, "rank": rank, "place": place}
    )  # fmt: skip


MORE = {f"X{at}": 50.0 + at for at in range(8)}


def test_an_indicator_is_a_gap_in_the_lower_half_with_half_of_the_peers_ahead():
    frame = placed({OWN: 10.0, "CHL": 90.0, "COL": 20.0, "MEX": 5.0, "BRA": 80.0, **MORE})
    (gap,) = determinant_gaps(frame, OWN, PEERS, ["internet_use"], FAR)
    assert (gap.having, gap.peers, gap.value, gap.year) == (3, 4, 10.0, 2023)
    # Colombia is nearer and ahead, but itself in the lower half: no good example.
    assert gap.example is not None and gap.example.area == "CHL"


def test_a_tie_is_not_behind():
    frame = placed({OWN: 10.0, "CHL": 10.0, "COL": 10.0, "MEX": 10.0, "BRA": 10.0, **MORE})
    assert determinant_gaps(frame, OWN, PEERS, ["internet_use"], FAR) == []


def test_an_indicator_that_is_not_known_is_no_gap():
    frame = placed({"CHL": 90.0, "COL": 20.0, "MEX": 5.0, "BRA": 80.0, **MORE})
    assert determinant_gaps(frame, OWN, PEERS, ["internet_use", "account"], FAR) == []


def measures(**row: object) -> pd.DataFrame:
    usual = {"instrument": "tax_relief", "target_group": "women", "own": "none", "having": 3, "peers": 4,
             "donor_id": "chl-01", "donor_area": "CHL"}  # fmt: skip
    return pd.DataFrame([usual | row])


def test_a_measure_that_may_exist_in_another_form_is_no_gap():
    assert len(measure_gaps(measures(), {"chl-01": None})) == 1
    for own in ("unverified", "ended", "general"):
        assert measure_gaps(measures(own=own), {}) == [], own
    assert measure_gaps(measures(donor_id=""), {}) == []
    assert measure_gaps(measures(having=1), {}) == []


def test_of_equal_gaps_the_law_comes_first_and_without_any_there_is_none():
    law = Gap("framework", "e_payments", "none", 3, 4, None)
    measure = Gap("measures", "tax_relief.women", "none", 3, 4, None)
    larger = Gap("measures", "tax_relief.youth", "none", 4, 4, None)
    assert biggest([measure, law]) == law
    assert biggest([law, larger]) == larger
    assert biggest([]) is None


ANSWER = st.sampled_from(["in_force", "partially_in_force", "draft", "none", None])
ITEMS = ("data_protection", "tracker_data_protection", "e_payments", "de_minimis")
ROW = st.fixed_dictionaries(dict.fromkeys((OWN, *PEERS), ANSWER))
TABLE = st.fixed_dictionaries(dict.fromkeys(ITEMS, ROW))


@given(TABLE, TABLE)
def test_no_gap_states_what_the_answers_do_not(sourced, more):
    # What is verified is known to whoever also counts what is not.
    everything = {
        item: {area: sourced[item][area] or more[item][area] for area in by} for item, by in sourced.items()
    }
    for gap in gaps_in(sourced, everything):
        by = sourced[gap.item]
        assert by[OWN] == gap.own and gap.own in ("none", "draft")
        topic = gap.item.removeprefix("tracker_")
        assert topic not in NEUTRAL
        same = [item for item in (topic, f"tracker_{topic}") if item in everything]
        assert not {everything[item][OWN] for item in same} & {"in_force", "partially_in_force"}
        known = [area for area in PEERS if by[area] is not None]
        having = [area for area in known if by[area] == "in_force"]
        assert (gap.having, gap.peers) == (len(having), len(known))
        assert gap.peers >= LEAST_PEERS and gap.share >= 0.5
        assert gap.example is not None and gap.example.area == min(having, key=FAR.get)


@given(st.lists(st.sampled_from([1.0, 2.0, 3.0, float("nan")]), min_size=14, max_size=14))
def test_no_indicator_gap_states_what_the_values_do_not(values):
    areas = (OWN, *PEERS, *(f"X{at}" for at in range(9)))
    held = {area: value for area, value in zip(areas, values, strict=True) if value == value}
    if len(held) < 2:
        return
    for gap in determinant_gaps(placed(held), OWN, PEERS, ["internet_use"], FAR):
        known = [held[area] for area in PEERS if area in held]
        assert gap.value == held[OWN]
        assert (gap.having, gap.peers) == (sum(value > held[OWN] for value in known), len(known))
        assert gap.peers >= LEAST_PEERS and gap.share >= 0.5
        assert gap.example is None or held[gap.example.area] > held[OWN]
