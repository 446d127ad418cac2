"""A fault in an outside file is told with file, column, row, what was found and what was expected."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.importers import alexa_audience, radar_country_top100, un_wpp
from data.importers.problem import ImportProblem
from data.importers.published_traffic import read_published_traffic
from tests.unit.described import read

FIXTURES = Path(__file__).parent / "fixtures"
YEARS = (2015, 2025)
INTERNET = "wdi_gapminder.csv"


def internet_use(path, *, years):
    return read("internet_use", path, years=years)


def bought_online(path, *, years):
    return read("bought_online", path, years=years)


def spoiled(tmp_path, name, old, new):
    text = (FIXTURES / name).read_text(encoding="utf-8")
    assert old in text
    path = tmp_path / name
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return path


def problem(reader, path, **arguments):
    with pytest.raises(ImportProblem) as caught:
        reader(path, **arguments)
    assert str(path) in str(caught.value)
    return caught.value


def test_a_missing_column_is_named_with_the_columns_found(tmp_path):
    fault = problem(internet_use, spoiled(tmp_path, INTERNET, ",year,", ",jahr,"), years=YEARS)
    assert fault.column == "year"
    assert "jahr" in fault.found


def test_a_wrong_type_is_placed_like_in_a_spreadsheet(tmp_path):
    fault = problem(internet_use, spoiled(tmp_path, INTERNET, "68.0431", "68,0431 %"), years=YEARS)
    # The comma makes one field too many: the file as a whole cannot be read.
    assert "comma-separated" in fault.expected
    fault = problem(internet_use, spoiled(tmp_path, INTERNET, "68.0431", "about 68"), years=YEARS)
    assert (fault.column, fault.row, fault.found) == ("value", 3, "'about 68'")
    assert "number" in fault.expected


@pytest.mark.parametrize("value", ["inf", "nan", ""])
def test_a_value_that_is_no_number_is_refused(tmp_path, value):
    fault = problem(internet_use, spoiled(tmp_path, INTERNET, "68.0431", value), years=YEARS)
    assert (fault.column, fault.row) == ("value", 3)


def test_an_unknown_country_is_refused(tmp_path):
    fault = problem(internet_use, spoiled(tmp_path, INTERNET, "VNM", "VIE"), years=YEARS)
    assert (fault.column, fault.row, fault.found) == ("iso3", 4, "'VIE'")


def test_a_series_that_is_not_there_is_named(tmp_path):
    path = spoiled(tmp_path, INTERNET, "ARG,internet_users,2014", "ARG,other,2014")
    path.write_text(path.read_text(encoding="utf-8").replace("internet_users", "other"), encoding="utf-8")
    assert "internet_users" in problem(internet_use, path, years=YEARS).expected


def test_a_value_outside_its_range_is_refused(tmp_path):
    fault = problem(internet_use, spoiled(tmp_path, INTERNET, "84.15", "184.15"), years=YEARS)
    assert (fault.column, fault.row, fault.found) == ("value", 4, "184.15")
    assert fault.expected == "internet_users at least 0 and at most 100"


def test_a_year_in_the_future_is_refused(tmp_path):
    fault = problem(internet_use, spoiled(tmp_path, INTERNET, "users,2024", "users,2042"), years=YEARS)
    assert (fault.column, fault.row) == ("year", 4)
    assert fault.found == "2042, a year in the future"


def test_two_values_for_one_cell_are_refused(tmp_path):
    path = spoiled(tmp_path, INTERNET, "VNM,internet_users,2024", "ARG,internet_users,2015")
    fault = problem(internet_use, path, years=YEARS)
    assert (fault.row, fault.found) == (4, "a second one")


def test_an_age_group_nobody_described_is_refused(tmp_path):
    path = spoiled(tmp_path, "findex.csv", "all,25+,all", "all,25-44,all")
    fault = problem(bought_online, path, years=YEARS)
    assert (fault.column, fault.found) == ("age", "'25-44'")


def test_age_groups_that_do_not_add_up_are_refused(tmp_path):
    path = spoiled(tmp_path, "un_wpp.csv", "30.0,female", "40.0,female")
    fault = problem(un_wpp.read_population, path, years=YEARS)
    assert "SGP 2023 (F)" in fault.expected
    assert fault.found == "110.000 %"


def test_a_month_that_is_no_month_is_refused(tmp_path):
    path = spoiled(tmp_path, "radar_country_top100.csv", "2024-06", "2024-13")
    fault = problem(radar_country_top100.read_country_top100, path)
    assert (fault.column, fault.row) == ("month", 2)


def test_shares_above_the_whole_are_refused(tmp_path):
    path = spoiled(tmp_path, "alexa_audience.csv", "JP,93.4", "JP,97.4")
    assert "amazon.co.jp" in problem(alexa_audience.read_audience_geography, path).found


@pytest.mark.parametrize(
    ("old", "new", "column"),
    [
        ("2022-06-30", "2022-03-31", "period_end"),
        ("https://example.org/ranking", "example.org", "source_url"),
        ("131300000", "-5", "value"),
        ("KOR", "REG:ASIA", "country_iso3"),
        ("2022-04-01", "2022-04-31", "period_start"),
    ],
)
def test_a_published_figure_that_cannot_be_is_refused(tmp_path, old, new, column):
    fault = problem(read_published_traffic, spoiled(tmp_path, "published_traffic.csv", old, new))
    assert fault.column == column


def test_the_same_figure_twice_is_refused(tmp_path):
    text = (FIXTURES / "published_traffic.csv").read_text(encoding="utf-8")
    path = tmp_path / "twice.csv"
    path.write_text(text + text.splitlines()[1] + "\n", encoding="utf-8")
    assert problem(read_published_traffic, path).row == 5


def test_a_file_that_is_not_there_says_where_to_look(tmp_path):
    fault = problem(read_published_traffic, tmp_path / "observations.csv")
    assert "--sources" in str(fault)


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00garbage"])
def test_a_file_that_is_no_text_table_is_refused(tmp_path, content):
    path = tmp_path / "broken.csv"
    path.write_bytes(content)
    assert "UTF-8" in problem(read_published_traffic, path).expected
