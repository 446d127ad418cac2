"""Every address that README.md names exists, and its examples are those that the page shows."""

from __future__ import annotations

import re

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from components.export.examples import HIGHLIGHTED, example
from deploy.data_routes import routes
from deploy.server import ROOT, app

README = (ROOT / "README.md").read_text(encoding="utf-8")
HOST = "http://localhost:8501"
ADDRESSES = sorted(set(re.findall(rf'{HOST}(/data[^\s"`]*)', README)))


def test_some_addresses_are_documented():
    assert {"/datapackage.json", "/data/openapi.json"} <= set(ADDRESSES)


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_documented_address_answers(address):
    with TestClient(Starlette(routes=routes())) as client:
        answer = client.get(address)
    assert answer.status_code == 200, answer.text[:200]
    assert len(answer.content) > 100


@pytest.mark.parametrize("tool", HIGHLIGHTED)
def test_the_examples_are_those_of_the_page(tool):
    url = next(f"{HOST}{address}" for address in ADDRESSES if address.startswith("/data/visits_monthly.csv"))
    assert example(tool, url, "visits_monthly.csv") in README


def test_the_server_that_make_run_starts_has_the_addresses():
    assert {route.path for route in app._user_routes} == {route.path for route in routes()}
