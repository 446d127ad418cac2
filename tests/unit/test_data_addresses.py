"""Data by address: what may leave leaves with its headers, everything else is refused with its reason."""

from __future__ import annotations

import io
import json
from urllib.parse import urlencode

import pandas as pd
import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from components.export.answers import Desk
from components.export.takeaway import FORMATS
from data.catalog import CatalogError
from data.store import StoreError
from deploy.data_routes import routes
from tests.unit.data_desk import AREAS, MONTHS, SHOPS, client, doors

CROSS_SECTION = "/data/visits_monthly.csv?period=2025-12"
PROBLEM = "application/problem+json"


def get(path: str, *pairs: tuple[str, str], **headers: str):
    query = f"?{urlencode(pairs)}" if pairs else ""
    return client().get(path + query, headers=headers)


def read(answer) -> pd.DataFrame:
    return pd.read_csv(io.BytesIO(answer.content), comment="#", encoding="utf-8-sig")


def test_a_cross_section_holds_one_period_of_every_marketplace():
    answer = get(CROSS_SECTION)
    assert answer.status_code == 200
    table = read(answer)
    assert sorted(table["marketplace_id"]) == sorted(SHOPS)
    assert set(table["time_period"]) == {"2025-12"}
    assert (table["visits"] % 1 == 0).all(), "visits have digits that nobody knows"


def test_a_time_series_holds_all_periods_of_a_few():
    pairs = [("marketplace", shop) for shop in SHOPS[:7]] + [("indicator", "visits")]
    table = read(get("/data/visits_monthly.csv", *pairs))
    assert len(table) == 7 * len(MONTHS)
    assert {"visits", "obs_status"} <= set(table) and "visits_low" not in table


@pytest.mark.parametrize(
    ("period", "months"),
    [("2025", 12), ("2025-Q3", 3), ("2025-07", 1), ("2024-11:2025-02", 4), ("2024:2025-Q1", 15)],
)
def test_a_period_is_a_year_a_quarter_a_month_or_a_span(period, months):
    table = read(get("/data/visits_monthly.csv", ("period", period), ("country", AREAS[1])))
    assert table["time_period"].nunique() == months


def test_the_file_says_title_source_licence_status_and_its_own_address():
    head = [line for line in get(CROSS_SECTION).content.decode("utf-8-sig").splitlines() if line[0] == "#"]
    said = "\n".join(head)
    for part in ("Title:", "Source:", "Licence:", "Date of the data:", "Observation status:"):
        assert part in said
    assert "/data/visits_monthly.csv?period=2025-12" in said


def test_an_answer_may_be_kept_and_is_not_sent_twice():
    first = get(CROSS_SECTION)
    assert first.headers["cache-control"] == "public, max-age=3600"
    assert 'rel="describedby"' in first.headers["link"]
    again = get(CROSS_SECTION, **{"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    other = get("/data/visits_monthly.csv?period=2025-11", **{"If-None-Match": first.headers["etag"]})
    assert other.status_code == 200


@pytest.mark.parametrize("path", [CROSS_SECTION, "/data/openapi.json", "/datapackage.json", "/data/nope.csv"])
def test_head_says_what_get_would_without_the_body(path):
    with client() as asking:
        whole, head = asking.get(path), asking.head(path)
    assert (head.status_code, head.content) == (whole.status_code, b"")
    assert head.headers["content-length"] == str(len(whole.content))
    assert head.headers["content-type"] == whole.headers["content-type"]


@pytest.mark.parametrize("fmt", FORMATS)
def test_every_format_has_its_type_and_a_name_to_save_it_under(fmt):
    answer = get(f"/data/visits_monthly.{fmt}?period=2025-12")
    assert answer.status_code == 200
    assert answer.headers["content-type"].replace(" ", "") == FORMATS[fmt].replace(" ", "")
    assert f'filename="visits_monthly.{fmt}"' in answer.headers["content-disposition"]


@pytest.mark.parametrize(
    ("status", "reason", "parameter", "path", "pairs"),
    [
        (404, "unknown_dataset", "", "/data/nope.csv", []),
        (404, "unknown_dataset", "", "/data/<script>alert(1)</script>.csv", []),
        (404, "unknown_dataset", "", "/data/nope/metadata.json", []),
        (404, "unknown_format", "", "/data/visits_monthly.exe", []),
        (404, "unknown_format", "", "/data/country.sdmx.csv", []),
        (404, "empty", "", "/data/visits_monthly.csv", [("period", "2090")]),
        (400, "unknown_value", "country", "/data/visits_monthly.csv", [("country", "XXX")]),
        (400, "unknown_value", "country", "/data/visits_monthly.csv", [("country", "=HYPERLINK(1)")]),
        (400, "unknown_value", "country", "/data/visits_monthly.csv", [("country", "")]),
        (400, "unknown_value", "indicator", "/data/indicators.csv", [("indicator", "<img src=x>")]),
        (400, "unknown_value", "lang", "/data/indicators.csv", [("lang", "xx")]),
        (400, "unknown_parameter", "cmd", "/data/visits_monthly.csv", [("cmd", "1")]),
        (400, "not_offered", "period", "/data/country.csv", [("period", "2020")]),
        (400, "given_twice", "period", "/data/visits_monthly.csv", [("period", "2024"), ("period", "2025")]),
        (400, "monthly_period", "period", "/data/visits_monthly.csv", [("period", "yesterday")]),
        (400, "monthly_period", "period", "/data/visits_monthly.csv", [("period", "2024-13")]),
        (400, "monthly_period", "period", "/data/visits_monthly.csv", [("period", "2025:2024")]),
        (400, "monthly_period", "period", "/data/visits_monthly.csv", [("period", "2024:")]),
        (400, "yearly_period", "period", "/data/indicators.csv", [("period", "2020-01")]),
        (403, "tier_non_commercial", "", "/data/popularity_rank.csv", []),
        (403, "source_refused", "", "/data/indicators.csv", [("indicator", "b2c_index"), ("period", "2020")]),
        (422, "shape_not_allowed_marketplace_id", "", "/data/visits_monthly.csv", []),
        (422, "shape_not_allowed_ref_area", "", "/data/indicators.csv", []),
    ],
)
def test_what_cannot_be_answered_is_refused_with_its_reason(status, reason, parameter, path, pairs):
    answer = get(path, *pairs)
    assert (answer.status_code, answer.headers["content-type"]) == (status, PROBLEM)
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["x-content-type-options"] == "nosniff"
    told = answer.json()
    assert (told["status"], told["reason"], told.get("parameter", "")) == (status, reason, parameter)
    assert len(told["detail"]) > 20
    assert not set("<>") & set(told["detail"])


def test_the_row_limit_is_told_when_it_is_passed():
    policy = {"max_rows": 10, "shapes": ("cross_section",), "aggregate_only": False}
    made = doors()
    dataset = made.catalog.datasets["country"]
    small = dataset.model_copy(update={"download": dataset.download.model_copy(update=policy)})
    catalog = made.catalog.model_copy(update={"datasets": {**made.catalog.datasets, "country": small}})
    answer = client(doors(catalog=catalog)).get("/data/country.csv")
    assert (answer.status_code, answer.json()["reason"]) == (422, "too_many_rows")
    assert str(len(AREAS)) in answer.json()["detail"] and "10" in answer.json()["detail"]


def test_a_refusal_by_terms_leads_to_the_producer():
    assert "https://ranks.example/" in get("/data/popularity_rank.csv").json()["see"]
    pairs = [("indicator", "b2c_index"), ("period", "2020")]
    assert get("/data/indicators.csv", *pairs).json()["see"] == ["https://closed.example/"]


def test_rows_of_a_source_that_may_not_leave_stay_behind_and_the_file_says_so():
    answer = get("/data/indicators.csv", ("period", "2020"))
    assert set(read(answer)["source"]) == {"wdi-gapminder"}
    assert "Closed series" in answer.content.decode("utf-8-sig")


def test_no_cell_is_a_formula():
    for fmt in ("csv", "zip"):
        content = get(f"/data/country.{fmt}").content
        assert b'"=HYPERLINK' not in content
    assert "'=HYPERLINK" in get("/data/country.csv").text


def test_a_message_is_in_the_language_asked_for():
    said = {
        language: get("/data/visits_monthly.csv", ("country", "XXX"), ("lang", language)).json()["detail"]
        for language in ("en", "es", "pt")
    }
    assert len(set(said.values())) == 3


def test_only_reading_is_possible():
    for method in ("post", "put", "delete", "patch"):
        assert getattr(client(), method)(CROSS_SECTION).status_code == 405


def test_data_that_cannot_be_read_is_our_fault_and_told_without_details():
    def broken(name: str) -> pd.DataFrame:
        raise StoreError("missing", "secret/place", expected="a file", found="nothing", remedy="x")

    made = doors()
    answer = client(type(made)(made.catalog, broken, made.sources, made.names, made.manifest)).get(
        CROSS_SECTION
    )
    assert (answer.status_code, answer.json()["reason"]) == (503, "unavailable")
    assert "secret" not in answer.text


def test_a_mistake_in_the_descriptions_is_told_as_data_that_cannot_be_read():
    def broken() -> Desk:
        raise CatalogError("config/app.yml", "version", "expected a version, got none")

    made = TestClient(Starlette(routes=routes(broken)))
    answer = made.get(CROSS_SECTION)
    assert (answer.status_code, answer.json()["reason"]) == (503, "unavailable")


def test_metadata_names_columns_codes_limits_and_addresses():
    told = get("/data/visits_monthly/metadata.json").json()
    assert [column["name"] for column in told["columns"]][:3] == ["marketplace_id", "ref_area", "time_period"]
    assert told["download"]["max_rows"] == 2000
    assert told["download"]["parameters"] == ["country", "period", "indicator", "marketplace", "lang"]
    for address in told["download"]["addresses"].values():
        assert get(address.removeprefix("http://testserver") + "?period=2025-12").status_code == 200
    assert get("/data/popularity_rank/metadata.json").json()["download"]["allowed"] is False


def test_openapi_describes_every_route_that_exists_and_no_other():
    told = get("/data/openapi.json").json()
    assert told["openapi"].startswith("3.1")
    text = json.dumps(told)
    for reference in {part.split('"')[0] for part in text.split('"$ref": "')[1:]}:
        node = told
        for step in reference.removeprefix("#/").split("/"):
            node = node[step]
    for path in told["paths"]:
        assert get(path.replace("{dataset}", "country")).status_code in (200, 404), path
    assert {f"/data/{{dataset}}.{fmt}" for fmt in FORMATS} <= set(told["paths"])
