"""Claims about the table of storefronts and the market landscape."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from data.analysis.landscape import landscape
from data.analysis.ranking import ranking, sparklines
from data.analysis.traffic import visits_in
from tests.unit import frames

MONTHLY = frames.monthly()
STOREFRONTS = frames.storefronts()


def table(**more):
    return ranking(MONTHLY, STOREFRONTS, frames.evidence(), **more)


def test_the_table_is_in_order_of_visits_with_the_closed_last():
    frame = table()
    assert frame["marketplace_id"].tolist() == [
        "alpha-jp", "delta-kr", "epsilon-br", "beta-jp", "eta-ar", "gamma-jp", "zeta-br",
    ]  # fmt: skip
    assert frame["rank"].tolist()[:6] == [1, 2, 3, 4, 5, 6]
    assert pd.isna(frame["rank"].iloc[-1])
    assert frame["obs_status"].tolist()[0] == "A"
    assert frame["obs_status"].tolist()[-1] == "M"


def test_a_row_holds_register_visits_change_and_evidence():
    frame = table().set_index("marketplace_id")
    beta = frame.loc["beta-jp"]
    assert beta["visits"] == 36 * 50
    assert beta["visits_before"] == 24 * 50
    assert beta["change"] == pytest.approx(0.5)
    assert (beta["visits_low"], beta["visits_high"]) == (18 * 50, 72 * 50)
    assert beta["share_of_country"] == pytest.approx(50 / 160)
    assert (beta["evidence_class"], beta["period"], beta["name"]) == ("D", "2021-01/2021-12", "Beta")
    assert np.isnan(frame.loc["zeta-br", "change"])
    assert set(STOREFRONTS) <= set(table())


def test_a_sparkline_has_a_value_per_quarter_and_none_where_not_open():
    frame = table().set_index("marketplace_id")
    assert frame.loc["gamma-jp", "sparkline"] == [None] * 4 + [60.0] * 4 + [90.0] * 4
    assert len(sparklines(MONTHLY, STOREFRONTS, "M")[0]) == len(frames.MONTHS)
    cut = frames.monthly(frames.MONTHS[:-1])
    assert len(sparklines(cut, STOREFRONTS)[0]) == 11  # the quarter that is not complete is left out


def test_a_foreign_site_has_no_rank_and_changes_none():
    everything = table(include_foreign=True).set_index("marketplace_id")
    assert pd.isna(everything.loc["foreign-ar", "rank"])
    assert np.isnan(everything.loc["foreign-ar", "share_of_country"])
    assert everything.loc["foreign-ar", "visits"] == 36 * 500
    columns = ["rank", "visits", "share_of_country"]
    pd.testing.assert_frame_equal(
        everything.drop("foreign-ar")[columns], table().set_index("marketplace_id")[columns]
    )


def test_a_storefront_that_the_data_do_not_know_is_missing_and_not_zero():
    known = MONTHLY[MONTHLY["marketplace_id"] != "beta-jp"]
    beta = ranking(known, STOREFRONTS, frames.evidence()).set_index("marketplace_id").loc["beta-jp"]
    assert (beta["obs_status"], bool(beta["complete"])) == ("O", False)
    assert np.isnan(beta["visits"])


def test_an_empty_selection_gives_an_empty_table():
    frame = ranking(MONTHLY, STOREFRONTS.iloc[:0], frames.evidence())
    assert frame.empty
    assert "sparkline" in frame


def test_the_landscape_places_storefronts_by_age_and_visits():
    visits = visits_in(MONTHLY, STOREFRONTS, frames.MONTHS[-12:])
    frame = landscape(STOREFRONTS, visits, 2021)
    ages = dict(zip(frame["marketplace_id"], frame["age"], strict=True))
    assert ages["alpha-jp"] == 21
    assert pd.isna(ages["delta-kr"])
    assert "foreign-ar" not in ages
    assert "zeta-br" not in ages
    assert frame["visits"].is_monotonic_decreasing
    assert frame.loc[0, "obs_status"] == "A"
