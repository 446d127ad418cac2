"""What counts as evidence for a storefront, and what does not."""

from __future__ import annotations

import pandas as pd
import pytest

from data.analysis.estimates.evidence import (
    brand_of,
    classify,
    domain_figures,
    host_of,
    is_registrable,
    match_figures,
    visits_per_month,
)
from tests.unit.estimate_cases import NO_RANKS, NO_TOTALS, figure, storefronts

NO_FIGURES = pd.DataFrame({"marketplace_id": []})


def buckets(**sizes: float | None) -> pd.DataFrame:
    return pd.DataFrame(
        {"domain": [name.replace("_", ".") for name in sizes], "rank_bucket": list(sizes.values())}
    ).astype({"rank_bucket": float})


def test_a_host_has_no_path_and_a_brand_no_country():
    assert host_of(pd.Series(["temu.com/br"]))[0] == "temu.com"
    assert brand_of(pd.Series(["mercado-libre-arg"]))[0] == "mercado-libre"


@pytest.mark.parametrize(
    ("host", "expected"),
    [
        ("zozo.jp", True),
        ("rakuten.co.jp", True),
        ("shopping.yahoo.co.jp", False),
        ("shopping.naver.com", False),
        ("mercadolivre.com.br", True),
    ],
)
def test_sub_domains_are_told_from_domains(host, expected):
    assert is_registrable(pd.Series([host]))[0] == expected


def test_a_figure_is_matched_by_domain_and_country():
    register = storefronts({"marketplace_id": "some-bra", "domain": "some.com.br"})
    rows = [figure(), figure(ref_area="ARG", value=1e6)]
    found = match_figures(pd.DataFrame(rows), register)
    assert found["marketplace_id"].tolist() == ["some-bra", None]
    assert found["usable_as_visits"].tolist() == [True, False]


def test_a_country_sub_domain_takes_the_figure_of_its_brand():
    register = storefronts({"marketplace_id": "shein-bra", "domain": "br.shein.com"})
    found = match_figures(pd.DataFrame([figure(domain="shein.com")]), register)
    assert found["marketplace_id"][0] == "shein-bra"


@pytest.mark.parametrize(
    "metric", ["monthly_active_users_app", "monthly_unique_audience", "monthly_searches", "visits"]
)
def test_only_web_visits_are_used_as_visits(metric):
    register = storefronts({"marketplace_id": "some-bra", "domain": "some.com.br"})
    assert not match_figures(pd.DataFrame([figure(metric=metric)]), register)["usable_as_visits"][0]


def test_a_figure_whose_period_its_page_leaves_open_is_not_used():
    register = storefronts({"marketplace_id": "some-bra", "domain": "some.com.br"})
    doubtful = figure(note="high against later figures, may be a quarter total")
    assert not match_figures(pd.DataFrame([doubtful]), register)["usable_as_visits"][0]


def test_totals_become_visits_per_month():
    register = storefronts({"marketplace_id": "some-bra", "domain": "some.com.br"})
    year = figure(metric="annual_web_visits", value=900e6, period_start="2019-01-01", period_end="2019-12-31")
    monthly = visits_per_month(match_figures(pd.DataFrame([year]), register))
    assert monthly.loc[0, ["visits", "months", "when"]].tolist() == [75e6, 12, 2019.5]


def test_a_figure_without_a_stated_month_is_marked():
    register = storefronts({"marketplace_id": "some-bra", "domain": "some.com.br"})
    rows = [figure(), figure(note="measured month not stated", value=1e6)]
    stated = visits_per_month(match_figures(pd.DataFrame(rows), register)).set_index("visits")["month_stated"]
    assert stated[50e6] and not stated[1e6]


def test_whole_domain_figures_are_kept_apart_newest_first():
    rows = [
        figure(domain="temu.com", ref_area="WLD", value=7e8),
        figure(
            domain="temu.com", ref_area="WLD", value=6e8, period_start="2025-01-01", period_end="2025-01-31"
        ),
        figure(domain="temu.com", ref_area="COL", value=2e7),
        figure(domain="", ref_area="WLD", value=9e9),
    ]
    whole = domain_figures(pd.DataFrame(rows))
    assert whole[["domain", "visits"]].to_numpy().tolist() == [["temu.com", 6e8]]


def test_the_best_evidence_decides_the_class():
    register = storefronts(
        {"marketplace_id": "figure-bra", "domain": "figure.com.br"},
        {"marketplace_id": "class-bra", "domain": "class.com.br"},
        {"marketplace_id": "seen-bra", "domain": "seen.com.br"},
        {"marketplace_id": "nothing-bra", "domain": "nothing.com.br"},
    )
    known = buckets(figure_com_br=1000, class_com_br=10000, seen_com_br=None)
    top = pd.DataFrame({"domain": ["seen.com.br"], "ref_area": ["BRA"], "rank": [40.0]})
    found = classify(register, pd.DataFrame({"marketplace_id": ["figure-bra"]}), NO_TOTALS, known, top)
    assert found["evidence_class"].tolist() == ["A", "B", "C", "D"]
    assert found["class_without_figure"].tolist() == ["B", "B", "C", "D"]


def test_a_portal_lends_its_size_class_to_no_marketplace():
    register = storefronts({"marketplace_id": "yahoo-shopping-jp", "domain": "shopping.yahoo.co.jp"})
    found = classify(register, NO_FIGURES, NO_TOTALS, buckets(yahoo_co_jp=1000), NO_RANKS)
    assert found["evidence_class"][0] == "D"


def test_absence_counts_for_open_domains_only():
    register = storefronts(
        {"marketplace_id": "open-bra", "domain": "open.com"},
        {"marketplace_id": "closed-bra", "domain": "closed.com", "closed_year": 2022},
        {"marketplace_id": "part-bra", "domain": "part.portal.com"},
    )
    known = buckets(open_com=None, closed_com=None, part_portal_com=None)
    found = classify(register, NO_FIGURES, NO_TOTALS, known, NO_RANKS)
    assert found["absent"].tolist() == [True, False, False]


def test_top_100_presence_of_a_world_wide_domain_counts_for_nothing():
    register = storefronts({"marketplace_id": "a-bra", "domain": "a.com", "domain_scope": "multi_country"})
    top = pd.DataFrame({"domain": ["a.com"], "ref_area": ["BRA"], "rank": [5.0]})
    found = classify(register, NO_FIGURES, NO_TOTALS, buckets(), top)
    assert found["evidence_class"][0] == "D"


def test_a_figure_nobody_verified_states_no_month():
    register = storefronts({"marketplace_id": "some-bra", "domain": "some.com.br"})
    rows = [figure(value=1e6), figure(value=2e6, verification="unverified")]
    found = visits_per_month(match_figures(pd.DataFrame(rows), register)).set_index("visits")
    assert found["month_stated"].to_dict() == {1e6: True, 2e6: False}
    assert found["unverified"].to_dict() == {1e6: False, 2e6: True}
