"""Every shipped format becomes a tidy frame with the codes, units and rows that its file holds."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.importers import (
    alexa_audience,
    itu,
    radar_country_top100,
    radar_global_buckets,
    un_wpp,
    wdi_population,
    whotracksme,
)
from data.importers.indicator_series import COLUMNS
from data.importers.published_traffic import read_published_traffic
from tests.unit.described import read

FIXTURES = Path(__file__).parent / "fixtures"
YEARS = (2015, 2025)


def rows(frame, *columns):
    return [tuple(row) for row in frame[list(columns)].to_numpy().tolist()]


def test_internet_use_keeps_its_series_and_the_years_asked_for():
    frame = read("internet_use", FIXTURES / "wdi_gapminder.csv", years=YEARS)
    assert list(frame.columns) == COLUMNS
    assert rows(frame, "ref_area", "indicator", "time_period", "value", "source") == [
        ("ARG", "internet_use", "2015", 68.0431, "wdi-gapminder"),
        ("VNM", "internet_use", "2024", 84.15, "wdi-gapminder"),
    ]


def test_internet_use_by_sex_has_women_and_men():
    frame = read("internet_use_by_sex", FIXTURES / "wdi_by_sex.csv", years=YEARS)
    assert rows(frame, "indicator", "sex", "value") == [
        ("internet_use_by_sex", "F", 84.9),
        ("internet_use_by_sex", "M", 83.4),
    ]


def test_population_of_countries_is_left_to_wpp():
    frame = wdi_population.read_world_population(FIXTURES / "wdi_population.csv", years=YEARS)
    assert rows(frame, "ref_area", "value") == [("WLD", 8141808945.0)]


def test_gdp_per_capita_is_the_one_in_constant_dollars():
    frame = read("gdp_per_capita", FIXTURES / "wdi_macro.csv", years=YEARS)
    assert rows(frame, "indicator", "value") == [("gdp_per_capita", 14089.5)]


def test_online_buying_comes_by_sex_age_and_area_and_without_groups_of_countries():
    frame = read("bought_online", FIXTURES / "findex.csv", years=YEARS)
    assert set(frame["ref_area"]) == {"ARG"}
    assert set(rows(frame, "sex", "age", "urbanisation")) == {
        ("_T", "_T", "_T"),
        ("_T", "Y15T24", "_T"),
        ("_T", "Y_GE25", "_T"),
        ("F", "_T", "_T"),
        ("M", "_T", "_T"),
        ("_T", "_T", "R"),
    }


def test_the_b2c_index_leaves_its_rank_behind():
    frame = read("b2c_index", FIXTURES / "unctad_b2c.csv", years=YEARS)
    assert rows(frame, "time_period", "value") == [("2016", 50.0), ("2020", 61.6)]


def test_editions_in_one_file_become_two_indicators(tmp_path):
    path = tmp_path / "lpi.csv"
    lines = ["iso3,indicator,year,value,sex,age,area"]
    lines += [f"CHL,lpi_overall,{year},{value},all,all,all" for year, value in ((2018, 3.32), (2023, 3.0))]
    path.write_text("\n".join(lines), encoding="utf-8")
    frame = read("lpi_overall", path, "lpi_overall_2023", years=YEARS)
    assert rows(frame, "indicator", "time_period", "value") == [
        ("lpi_overall", "2018", 3.32),
        ("lpi_overall_2023", "2023", 3.0),
    ]


def test_the_noise_of_single_precision_is_rounded_away(tmp_path):
    path = tmp_path / "wgi.csv"
    path.write_text(
        "iso3,indicator,year,value,sex,age,area\nCHL,wgi_rl,2023,1.0700000524520874,all,all,all\n",
        encoding="utf-8",
    )
    assert rows(read("rule_of_law", path, years=YEARS), "value") == [(1.07,)]


def test_itu_only_tells_where_the_open_series_differs():
    wdi = read("internet_use", FIXTURES / "wdi_gapminder.csv", years=YEARS)
    series = itu.read_internet_use(FIXTURES / "itu.csv", years=YEARS)
    assert rows(itu.disagreements(wdi, series, points=2.0), "ref_area", "time_period") == [("VNM", "2024")]


def test_population_has_the_sum_of_both_sexes_and_marks_projections():
    frame = un_wpp.read_population(FIXTURES / "un_wpp.csv", years=YEARS)
    people = frame[frame["indicator"] == "population"]
    assert rows(people, "time_period", "sex", "value", "obs_status") == [
        ("2023", "F", 3000000.0, "A"),
        ("2023", "M", 2800000.0, "A"),
        ("2023", "_T", 5800000.0, "A"),
        ("2024", "F", 3010000.0, "E"),
        ("2024", "M", 2820000.0, "E"),
        ("2024", "_T", 5830000.0, "E"),
    ]
    assert "Y_GE65" in set(frame.loc[frame["indicator"] == "population_age_share", "age"])


def test_country_ranks_are_monthly_medians():
    frame = radar_country_top100.read_country_top100(FIXTURES / "radar_country_top100.csv")
    assert rows(frame, "domain", "ref_area", "time_period", "rank", "rank_bucket") == [
        ("tokopedia.com", "IDN", "2024-05", 82.0, 100),
        ("tokopedia.com", "IDN", "2024-06", 85.5, 100),
    ]


def test_a_domain_in_no_list_is_kept_without_a_class():
    frame = radar_global_buckets.read_global_buckets(FIXTURES / "radar_global_buckets.csv").set_index(
        "domain"
    )
    assert frame.at["zozo.jp", "rank_bucket"] == 10000
    assert frame["rank_bucket"].isna().to_dict() == {"zary.mn": True, "zozo.jp": False}
    assert set(frame["ref_area"]) == {"WLD"}


def test_a_site_for_several_countries_has_no_home_area():
    frame = whotracksme.read_site_popularity(FIXTURES / "whotracksme.csv")
    assert rows(frame, "domain", "home_area") == [("ebay.com", ""), ("tokopedia.com", "IDN")]


def test_audience_shares_add_up_to_all_visitors_with_the_rest_named():
    frame = alexa_audience.read_audience_geography(FIXTURES / "alexa_audience.csv")
    assert rows(frame, "domain", "ref_area", "share") == [
        ("amazon.co.jp", "CHN", 3.9),
        ("amazon.co.jp", "JPN", 93.4),
        ("amazon.co.jp", "_O", 2.7),
        ("booking.com", "_O", 100.0),
    ]


def test_a_figure_of_several_sites_has_no_domain_to_be_matched_by():
    frame = read_published_traffic(FIXTURES / "published_traffic.csv").set_index("marketplace")
    assert sorted(frame["domain"]) == ["", "", "shopee.co.id"]
    assert frame.at["Gmarket + Auction", "domain"] == ""
    assert sorted(frame["ref_area"]) == ["IDN", "KOR", "REG_SEA6"]


def test_a_figure_keeps_its_id_when_rows_move(tmp_path):
    lines = (FIXTURES / "published_traffic.csv").read_text(encoding="utf-8").splitlines()
    moved = tmp_path / "moved.csv"
    moved.write_text("\n".join([lines[0], *reversed(lines[1:])]), encoding="utf-8")
    first = read_published_traffic(FIXTURES / "published_traffic.csv")
    assert read_published_traffic(moved)["figure_id"].tolist() == first["figure_id"].tolist()


@pytest.mark.parametrize("name", ["published_traffic.csv", "wdi_gapminder.csv", "un_wpp.csv"])
def test_reading_twice_gives_the_same_frame(name):
    readers = {
        "published_traffic.csv": read_published_traffic,
        "wdi_gapminder.csv": lambda path: read("internet_use", path, years=YEARS),
        "un_wpp.csv": lambda path: un_wpp.read_population(path, years=YEARS),
    }
    assert readers[name](FIXTURES / name).equals(readers[name](FIXTURES / name))
