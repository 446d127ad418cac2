"""What derive makes: the same bytes each time, those that are committed, and numbers that add up."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from data.build import derive
from data.store import read_dataset, read_register

COMMITTED = derive.ROOT / "data" / "precomputed"
LIMIT = 25_000_000  # bytes of all committed data files together

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def twice(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    first, second = (tmp_path_factory.mktemp(name) for name in ("first", "second"))
    derive.run(output=first, progress=False)
    derive.run(output=second, progress=False)
    return first, second


@pytest.fixture(scope="module")
def monthly() -> pd.DataFrame:
    frame = read_dataset("visits_monthly")
    return frame.assign(year=frame["time_period"].astype(str).str[:4])


@pytest.fixture(scope="module")
def origin() -> pd.DataFrame:
    return read_dataset("visits_annual_origin")


@pytest.fixture(scope="module")
def register() -> pd.DataFrame:
    return read_register("marketplace").set_index("marketplace_id")


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir()) if path.is_file()}


def test_two_runs_give_the_same_bytes(twice):
    first, second = map(contents, twice)
    assert first.keys() == second.keys()
    assert [name for name in first if first[name] != second[name]] == []


def test_the_committed_files_are_what_derive_makes(twice):
    made, kept = contents(twice[0]), contents(COMMITTED)
    assert [name for name in made if made[name] != kept.get(name)] == [], "run `make data` and commit"


def test_the_committed_files_keep_their_descriptions():
    assert derive.check() == []


def test_all_committed_data_is_small():
    assert sum(path.stat().st_size for path in COMMITTED.rglob("*") if path.is_file()) < LIMIT


def test_build_only_tables_are_not_handed_on(twice):
    assert not {name for name in contents(twice[0]) if "audience" in name or "panel" in name}
    assert not [path for path in COMMITTED.rglob("*audience*")]


def test_every_storefront_has_every_month(monthly, register):
    assert set(monthly["marketplace_id"]) == set(register.index)
    assert monthly.groupby("marketplace_id", observed=True).size().eq(84).all()


def test_months_outside_a_storefronts_life_are_not_applicable(monthly, register):
    years = monthly["year"].astype(int)
    launched = monthly["marketplace_id"].astype(str).map(register["launched_year"])
    closed = monthly["marketplace_id"].astype(str).map(register["closed_year"])
    outside = (years < launched) | (years > closed)
    assert outside.any() and (monthly.loc[outside, "obs_status"] == "M").all()
    void = monthly["obs_status"] == "M"
    assert monthly.loc[void, "visits"].isna().all() and monthly.loc[~void, "visits"].gt(0).all()


def test_the_estimate_lies_in_its_interval_and_a_published_figure_has_none(monthly):
    valued = monthly[monthly["obs_status"] != "M"]
    estimated, published = (valued[valued["obs_status"] == status] for status in ("E", "A"))
    assert (estimated["visits_low"] < estimated["visits"]).all()
    assert (estimated["visits"] < estimated["visits_high"]).all()
    assert len(published) and published["visits"].eq(published["visits_low"]).all()
    assert published["visits"].eq(published["visits_high"]).all()
    assert estimated["provider"].eq("explorer_estimate").all()
    assert not published["provider"].eq("explorer_estimate").any()


def test_a_published_figure_stands_in_its_months(monthly):
    tokopedia = monthly[monthly["marketplace_id"] == "tokopedia-id"].set_index("time_period")
    quarter = tokopedia.loc[["2022-04", "2022-05", "2022-06"]]
    assert quarter["visits"].tolist() == [158_300_000.0] * 3 and quarter["provider"].eq("iprice").all()


def test_origins_sexes_and_ages_add_up_to_the_storefront(monthly, origin):
    total = monthly.groupby(["marketplace_id", "year"], observed=True)["visits"].sum()
    parts = origin.astype({"visits": float}).groupby(["marketplace_id", "time_period"], observed=True)
    summed = parts["visits"].sum().rename_axis(["marketplace_id", "year"])
    total = total[total > 0]
    assert len(total) == len(summed)
    assert (summed.reindex(total.index) / total - 1).abs().max() < 1e-5


def test_each_origin_has_all_sexes_and_ages_and_no_zero(origin):
    keys = ["marketplace_id", "time_period", "counterpart_area"]
    assert origin.groupby(keys, observed=True).size().eq(12).all()
    assert origin["visits"].gt(0).all()


def test_foreign_sites_are_visited_from_their_country_alone(origin, register):
    foreign = register[register["storefront"] == "foreign_used"]
    rows = origin[origin["marketplace_id"].isin(foreign.index)]
    home = rows["marketplace_id"].astype(str).map(foreign["ref_area"])
    assert len(rows) and rows["counterpart_area"].astype(str).eq(home).all()


def test_intervals_are_honest_on_held_out_figures():
    table = read_dataset("traffic_validation").set_index("evidence_class")
    rows = read_dataset("traffic_residuals")
    inside = rows["held_out"].between(rows["low"], rows["high"])
    large = table[table["n"] >= 5]
    assert large["coverage_80"].between(0.7, 0.9).all()
    assert table.loc["_T", "coverage_80"] == pytest.approx(inside.mean())
    assert table.loc["_T", "n"] == len(rows)


def test_every_storefront_says_what_its_level_rests_on(register):
    evidence = read_dataset("traffic_evidence").set_index("marketplace_id")
    assert set(evidence.index) == set(register.index)
    best = evidence[evidence["evidence_class"] == "A"]
    assert len(best) > 50 and best["source_url"].notna().all() and best["provider"].notna().all()
    assert (evidence["log10_sigma"] > 0).all()


@pytest.mark.parametrize(
    ("marketplace_id", "low", "high"),
    [
        ("mercado-libre-bra", 150e6, 500e6),
        ("shopee-id", 80e6, 300e6),
        ("coupang-kr", 80e6, 400e6),
        ("amazon-jp", 300e6, 800e6),
        ("rakuten-jp", 200e6, 700e6),
        ("taobao-cn", 80e6, 800e6),
    ],
)
def test_the_largest_storefronts_have_the_size_the_public_record_gives(monthly, marketplace_id, low, high):
    rows = monthly[(monthly["marketplace_id"] == marketplace_id) & (monthly["year"] == "2025")]
    assert low < rows["visits"].mean() < high


def test_figures_nobody_verified_are_never_shown_as_measured(monthly):
    assert "top_websites_list" in set(read_dataset("traffic_evidence")["provider"].dropna())
    measured = monthly[monthly["obs_status"] == "A"]
    assert "top_websites_list" not in set(measured["provider"])


def test_the_oldest_visit_less_than_their_part_of_the_adults(origin):
    shares = origin.astype({"visits": float}).groupby("age", observed=True)["visits"].sum()
    assert shares["Y_GE65"] < shares.drop("Y_GE65").max()
    assert (shares / shares.sum()).between(0.05, 0.35).all()
