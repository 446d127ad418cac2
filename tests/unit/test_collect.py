"""Collect reads outside files and writes all tables or none, always the same bytes, as derive reads them."""

from __future__ import annotations

import shutil
from pathlib import Path

import pandas as pd
import pytest

from data.build import base_tables, collect
from data.build.__main__ import main
from data.catalog import load_catalog
from data.importers.problem import ImportProblem

FIXTURES = Path(__file__).parent / "fixtures"
PLACES = {
    "wdi-gapminder/wdi_selected.csv": "wdi_gapminder.csv",
    "itu-internet-users/itu_individuals_using_internet.csv": "itu.csv",
    "wdi-open-numbers/wdi_secure_servers_internet_by_sex.csv": "wdi_by_sex.csv",
    "un-wpp/un_wpp_population_age_sex_2000_2035.csv": "un_wpp.csv",
    "wdi-files/wdi_trade_electricity_gdp_population.csv": "wdi_population.csv",
    "wb-cliaretl/wdi_macro.csv": "wdi_macro.csv",
    "wb-findex-2025/findex_2025_selected.csv": "findex.csv",
    "unctad-b2c-index/unctad_b2c_index.csv": "unctad_b2c.csv",
    "cloudflare-radar-country-top100/marketplace_rank_monthly.csv": "radar_country_top100.csv",
    "cloudflare-radar-global-buckets/marketplace_global_bucket.csv": "radar_global_buckets.csv",
    "published-traffic/observations.csv": "published_traffic.csv",
    "whotracksme-site-popularity/marketplace_popularity_monthly.csv": "whotracksme.csv",
    "alexa-audience-geography-2016/marketplace_visitor_country_share.csv": "alexa_audience.csv",
    "unctad-cyberlaw-tracker/status.csv": "regulation/cyberlaw_status.csv",
    "unctad-cyberlaw-tracker/laws.csv": "regulation/cyberlaw_laws.csv",
    "escap-rdtii-2.1/methodology.csv": "regulation/methodology.csv",
    "escap-rdtii-2.1/measures.csv": "regulation/measures.csv",
    "desta-manytrade/agreements.csv": "regulation/agreements.csv",
    "desta-manytrade/memberships.csv": "regulation/memberships.csv",
}


@pytest.fixture
def sources(tmp_path):
    folder = tmp_path / "sources"
    for place, fixture in PLACES.items():
        (folder / place).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(FIXTURES / fixture, folder / place)
    for about in load_catalog().indicators.values():
        for taken in about.taken_from:
            row = f"{taken.code},{taken.years[1]}" if taken.years else f"{taken.code},"
            add_series(folder / taken.file, row, about.minimum or 0)
    return folder


def add_series(path, begin, value):
    """Give the file one row of a series, or of its year, that it lacks; begin the file if there is none."""
    path.parent.mkdir(parents=True, exist_ok=True)
    text = path.read_text(encoding="utf-8") if path.is_file() else "iso3,indicator,year,value,sex,age,area\n"
    if f",{begin}" not in text:
        row = f"CHL,{begin}2016" if begin.endswith(",") else f"CHL,{begin}"
        path.write_text(f"{text.rstrip()}\n{row},{value:g},all,all,all\n", encoding="utf-8")


@pytest.fixture
def target(tmp_path):
    return tmp_path / "base"


def contents(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_every_file_with_an_importer_of_its_own_has_a_fixture():
    described = {taken.file for about in load_catalog().indicators.values() for taken in about.taken_from}
    assert {step.file for step in collect.steps(load_catalog())} - described <= set(PLACES)


def test_all_base_tables_are_written_and_can_be_read(sources, target):
    collect.run(sources, folder=target)
    frames = {name: base_tables.read_base(name, target) for name in base_tables.NAMES}
    assert all(len(frame) for frame in frames.values())
    described = load_catalog().indicators
    assert set(frames["indicators"]["indicator"]) == set(described)
    assert set(frames["indicators"]["source"]) == {
        name for about in described.values() for name in about.source
    }


def test_a_blank_becomes_null_and_text_stays_text(sources, target):
    collect.run(sources, folder=target)
    panel = base_tables.read_base("seasonality_panel", target).set_index("domain")["home_area"]
    assert panel["ebay.com"] is None
    assert panel["tokopedia.com"] == "IDN"


def test_running_twice_gives_the_same_bytes(sources, target):
    collect.run(sources, folder=target)
    first = contents(target)
    collect.run(sources, folder=target)
    assert contents(target) == first


def test_audiences_without_a_licence_reach_no_table(sources, target):
    collect.run(sources, folder=target)
    assert {path.stem for path in target.iterdir()} == set(base_tables.NAMES)
    assert not any("audience" in name for name in base_tables.NAMES)


def test_itu_figures_reach_no_table(sources, target, caplog):
    collect.run(sources, folder=target)
    use = base_tables.read_base("indicators", target).query("indicator == 'internet_use'")
    assert set(use["source"]) == {"wdi-gapminder"}
    assert use["value"].tolist() == [64.7, 68.0431, 84.15]
    assert "VNM 2024" in caplog.text


def test_missing_files_are_all_named_before_anything_is_written(sources, target):
    gone = ["un-wpp/un_wpp_population_age_sex_2000_2035.csv", "published-traffic/observations.csv"]
    for place in gone:
        (sources / place).unlink()
    with pytest.raises(collect.MissingSources) as caught:
        collect.run(sources, folder=target)
    assert all(place in str(caught.value) for place in gone)
    assert "--sources" in str(caught.value)
    assert not target.exists()


def test_a_fault_in_the_last_file_leaves_the_old_tables_alone(sources, target):
    collect.run(sources, folder=target)
    before = contents(target)
    last = sources / "alexa-audience-geography-2016/marketplace_visitor_country_share.csv"
    last.write_text("domain,visitor_country_iso2,share_percent\namazon.co.jp,ZZ,5\n", encoding="utf-8")
    with pytest.raises(ImportProblem):
        collect.run(sources, folder=target)
    assert contents(target) == before


def test_two_files_that_give_one_value_are_refused(monkeypatch, sources):
    steps = collect.steps(load_catalog())
    monkeypatch.setattr(collect, "steps", lambda catalog: (*steps, steps[0]))
    with pytest.raises(ValueError, match="two rows with one key"):
        collect.collect(sources)


def test_the_check_names_what_would_change_and_writes_nothing(sources, target):
    collect.run(sources, folder=target)
    assert collect.check(sources, folder=target) == []
    (target / "indicators.parquet").write_bytes(b"not what it was")
    before = contents(target)
    assert collect.check(sources, folder=target) == ["indicators"]
    assert contents(target) == before


@pytest.mark.parametrize("damage", ["missing", "truncated"])
def test_a_base_table_that_cannot_be_read_is_named_with_a_remedy(sources, target, damage):
    collect.run(sources, folder=target)
    path = target / "popularity_rank.parquet"
    if damage == "missing":
        path.unlink()
    else:
        path.write_bytes(path.read_bytes()[:200])
    with pytest.raises(base_tables.BaseTableError) as caught:
        base_tables.read_base("popularity_rank", target)
    assert str(path) in str(caught.value)
    assert "repository" in str(caught.value)


def test_the_command_tells_a_missing_folder_without_a_traceback(capsys, tmp_path):
    assert main(["collect", "--sources", str(tmp_path / "nowhere"), "--quiet"]) == 1
    assert "no such folder" in capsys.readouterr().err


def test_the_command_wants_sources_for_collect(capsys):
    with pytest.raises(SystemExit):
        main(["collect"])
    assert "--sources" in capsys.readouterr().err


def test_the_command_checks_against_the_committed_tables(capsys, sources):
    assert main(["collect", "--sources", str(sources), "--check", "--quiet"]) == 1
    assert "base table indicators differs" in capsys.readouterr().err


def test_the_committed_tables_are_complete():
    frames = {name: base_tables.read_base(name) for name in base_tables.NAMES}
    for name, frame in frames.items():
        assert not frame.duplicated(collect.GRAIN[name]).any()
    countries = pd.read_csv(base_tables.BASE.parents[1] / "registers" / "countries.csv")["ref_area"]
    for indicator in ("internet_use", "population", "population_age_share"):
        rows = frames["indicators"][frames["indicators"]["indicator"] == indicator]
        assert set(countries) <= set(rows["ref_area"])
