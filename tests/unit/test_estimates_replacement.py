"""Licensed before published before estimated, storefront by storefront and month by month."""

from __future__ import annotations

import numpy as np
import pandas as pd

from data.analysis.estimates.replacement import published_months, replace_months


def layer(provider: str, visits: float, months: tuple[str, ...], status: str = "A") -> pd.DataFrame:
    return pd.DataFrame(
        {
            "marketplace_id": "a-bra",
            "time_period": list(months),
            "visits": visits,
            "visits_low": visits if status == "A" else visits / 2,
            "visits_high": visits if status == "A" else visits * 2,
            "obs_status": status,
            "provider": provider,
        }
    )


ESTIMATED = layer("explorer_estimate", 10.0, ("2023-01", "2023-02", "2023-03"), "E")


def figures(*rows: dict[str, object]) -> pd.DataFrame:
    usual = {"marketplace_id": "a-bra", "visits": 7.0, "month_stated": True, "provider_code": "iprice"}
    frame = pd.DataFrame([{**usual, **row} for row in rows])
    frame["first"] = pd.PeriodIndex(frame["first"], freq="M")
    frame["last"] = pd.PeriodIndex(frame["last"], freq="M")
    frame["months"] = [
        (last - first).n + 1 for first, last in zip(frame["first"], frame["last"], strict=True)
    ]
    return frame.assign(when=np.arange(len(frame), dtype=float))


def test_a_published_figure_wins_in_the_months_it_covers_and_only_there():
    published = published_months(figures({"first": "2023-02", "last": "2023-02"}))
    result = replace_months({"published": published, "estimated": ESTIMATED}).set_index("time_period")
    assert result["visits"].tolist() == [10.0, 7.0, 10.0]
    assert result["obs_status"].tolist() == ["E", "A", "E"]
    assert result.loc["2023-02", ["visits_low", "visits_high", "provider"]].tolist() == [7.0, 7.0, "iprice"]


def test_licensed_wins_over_published():
    published = published_months(figures({"first": "2023-01", "last": "2023-03"}))
    licensed = layer("similarweb_licensed", 8.0, ("2023-03",))
    layers = {"licensed": licensed, "published": published, "estimated": ESTIMATED}
    assert replace_months(layers)["visits"].tolist() == [7.0, 7.0, 8.0]


def test_the_figure_of_the_shorter_period_wins():
    rows = [{"first": "2023-01", "last": "2023-01", "visits": 5.0}, {"first": "2023-01", "last": "2023-03"}]
    result = published_months(figures(*rows)).set_index("time_period")["visits"]
    assert result["2023-01"] == 5.0 and result["2023-02"] == 7.0


def test_a_figure_without_a_stated_month_stands_for_no_month():
    assert published_months(figures({"first": "2023-01", "last": "2023-01", "month_stated": False})).empty


def test_a_month_that_is_not_applicable_stays_so():
    void = layer("explorer_estimate", np.nan, ("2023-01",), "M")
    published = published_months(figures({"first": "2023-01", "last": "2023-01"}))
    result = replace_months({"published": published, "estimated": void})
    assert result["obs_status"].tolist() == ["M"] and result["visits"].isna().all()


def test_a_figure_outside_the_span_adds_no_month():
    published = published_months(figures({"first": "2017-01", "last": "2017-01"}))
    assert len(replace_months({"published": published, "estimated": ESTIMATED})) == 3
