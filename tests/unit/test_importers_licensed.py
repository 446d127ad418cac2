"""A deployer's licensed or downloaded files are read in the layout in which their providers hand them out."""

from __future__ import annotations

import gzip
import json
import zipfile
from pathlib import Path

import pytest

from data.importers import cloudflare_radar, crux, similarweb, tranco
from data.importers.problem import ImportProblem

FIXTURES = Path(__file__).parent / "fixtures"
SITES = FIXTURES / "similarweb"


def rows(frame, *columns):
    return [tuple(row) for row in frame[list(columns)].to_numpy().tolist()]


def changed(tmp_path, name, **changes):
    reply = json.loads((SITES / name).read_text(encoding="utf-8"))
    for place, value in changes.items():
        *steps, last = place.split("__")
        inside = reply
        for step in steps:
            inside = inside[int(step)] if step.isdigit() else inside[step]
        inside[last] = value
    path = tmp_path / name
    path.write_text(json.dumps(reply), encoding="utf-8")
    return path


def test_similarweb_visits_belong_to_the_visitors_country():
    frame = similarweb.read_visits(SITES / "visits.json")
    assert rows(frame, "domain", "counterpart_area", "time_period", "visits", "obs_status", "provider") == [
        ("tokopedia.com", "IDN", "2024-01", 100.5, "A", "similarweb"),
        ("tokopedia.com", "IDN", "2024-02", 90.0, "A", "similarweb"),
        ("tokopedia.com", "IDN", "2024-03", 110.25, "A", "similarweb"),
    ]


@pytest.mark.parametrize(
    ("changes", "column"),
    [
        ({"meta__request__granularity": "Weekly"}, "meta.request.granularity"),
        ({"meta__request__country": "xx"}, "meta.request.country"),
        ({"visits__1__visits": "many"}, "visits"),
        ({"visits__1__visits": -1}, "visits"),
        ({"visits__1__date": "2024-02-15"}, "date"),
        ({"visits": None}, "visits"),
    ],
)
def test_similarweb_visits_of_another_kind_are_refused(tmp_path, changes, column):
    with pytest.raises(ImportProblem) as caught:
        similarweb.read_visits(changed(tmp_path, "visits.json", **changes))
    assert caught.value.column == column


def test_similarweb_origin_has_country_share_and_period():
    frame = similarweb.read_geography(SITES / "geography.json")
    assert rows(frame, "counterpart_area", "period_start", "period_end", "share", "visits") == [
        ("IDN", "2024-01", "2024-03", 0.95, 950.0),
        ("SGP", "2024-01", "2024-03", 0.02, 20.0),
    ]


def test_similarweb_origin_refuses_an_unknown_country_number(tmp_path):
    with pytest.raises(ImportProblem, match="numeric code, found 1"):
        similarweb.read_geography(changed(tmp_path, "geography.json", records__0__country=1))


def test_similarweb_age_and_sex_are_shares_of_all_visitors():
    age = similarweb.read_demographics(SITES / "age.json")
    assert set(age["sex"]) == {"_T"}
    assert age["age"].tolist() == ["Y18T24", "Y25T34", "Y35T44", "Y45T54", "Y55T64", "Y_GE65"]
    assert age["share"].sum() == pytest.approx(1)
    sex = similarweb.read_demographics(SITES / "gender.json")
    assert rows(sex, "counterpart_area", "sex", "age", "share") == [
        ("WLD", "F", "_T", 0.52),
        ("WLD", "M", "_T", 0.48),
    ]


def test_similarweb_shares_that_miss_the_whole_are_refused(tmp_path):
    with pytest.raises(ImportProblem, match="add up to 1"):
        similarweb.read_demographics(changed(tmp_path, "gender.json", male=0.38))


def test_a_refusal_of_the_service_is_passed_on():
    with pytest.raises(ImportProblem, match="Data not found"):
        similarweb.read_visits(SITES / "refused.json")


def test_a_reply_that_is_no_json_is_refused(tmp_path):
    path = tmp_path / "reply.json"
    path.write_text("<html>", encoding="utf-8")
    with pytest.raises(ImportProblem, match="expected JSON"):
        similarweb.read_visits(path)


def test_similarweb_batch_keeps_a_thin_panel_as_missing():
    frame = similarweb.read_batch(SITES / "batch.csv")
    assert rows(frame, "domain", "counterpart_area", "time_period", "obs_status") == [
        ("tokopedia.com", "IDN", "2024-01", "A"),
        ("tokopedia.com", "WLD", "2024-01", "A"),
        ("zary.mn", "MNG", "2024-01", "O"),
    ]
    assert frame["visits"].isna().tolist() == [False, False, True]


def test_crux_takes_the_best_class_of_a_sites_origins():
    frame = crux.read_country_month(
        FIXTURES / "crux" / "id" / "202507.csv.gz", domains={"tokopedia.com", "bukalapak.com", "blibli.com"}
    )
    assert rows(frame, "domain", "ref_area", "time_period", "provider", "rank_bucket") == [
        ("bukalapak.com", "IDN", "2025-07", "crux", 50000),
        ("tokopedia.com", "IDN", "2025-07", "crux", 1000),
    ]
    assert frame["rank"].isna().all()


def test_crux_wants_to_know_country_and_month(tmp_path):
    path = tmp_path / "july.csv.gz"
    path.write_bytes(gzip.compress(b"origin,rank\nhttps://a.example,1000\n"))
    with pytest.raises(ImportProblem, match="id/202507.csv.gz"):
        crux.read_country_month(path, domains=set())


def test_crux_refuses_a_truncated_file(tmp_path):
    whole = (FIXTURES / "crux" / "id" / "202507.csv.gz").read_bytes()
    path = tmp_path / "id" / "202507.csv.gz"
    path.parent.mkdir()
    path.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(ImportProblem):
        crux.read_country_month(path, domains=set())


def test_radar_ranking_gives_ranks_of_the_wanted_domains():
    frame = cloudflare_radar.read_ranking_top(
        FIXTURES / "radar_ranking_top.json", ref_area="IDN", domains={"shopee.co.id", "tokopedia.com"}
    )
    assert rows(frame, "domain", "ref_area", "time_period", "rank") == [
        ("shopee.co.id", "IDN", "2026-04-27", 2.0)
    ]


def test_radar_ranking_refuses_a_country_it_does_not_know():
    with pytest.raises(ImportProblem, match="ISO alpha-3"):
        cloudflare_radar.read_ranking_top(FIXTURES / "radar_ranking_top.json", ref_area="ID", domains=set())


def test_radar_buckets_give_the_smallest_list():
    frame = cloudflare_radar.read_buckets(
        [FIXTURES / "ranking_top_10000.csv", FIXTURES / "ranking_top_1000.csv"],
        day="2026-04-27",
        domains={"mercadolivre.com.br", "zozo.jp", "zary.mn"},
    ).set_index("domain")["rank_bucket"]
    assert frame["mercadolivre.com.br"] == 1000
    assert frame["zozo.jp"] == 10000
    assert frame.isna()["zary.mn"]


@pytest.mark.parametrize("form", ["csv", "csv.gz", "zip"])
def test_tranco_lists_are_read_in_every_form(tmp_path, form):
    content = (FIXTURES / "tranco.csv").read_bytes()
    path = tmp_path / f"top-1m.{form}"
    if form == "zip":
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("top-1m.csv", content)
    else:
        path.write_bytes(gzip.compress(content) if form == "csv.gz" else content)
    frame = tranco.read_list(path, day="2026-05-01", domains={"mercadolibre.com", "zary.mn"})
    assert rows(frame, "domain", "ref_area", "rank") == [("mercadolibre.com", "WLD", 95.0)]


def test_tranco_counts_rows_from_the_first_line(tmp_path):
    path = tmp_path / "list.csv"
    path.write_text("1,a.example\ntwo,b.example\n", encoding="utf-8")
    with pytest.raises(ImportProblem) as caught:
        tranco.read_list(path, day="2026-05-01", domains=set())
    assert (caught.value.column, caught.value.row) == ("rank", 2)
