"""Downloads are a cross-section or a time series within the limits of the dataset and of its tier."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from components.export.citation import Citation, bibtex, cite
from components.export.limits import MAX_SERIES_AREAS, check_download, shape_of
from components.i18n import Language
from data.catalog import load_catalog

CATALOG = load_catalog()
MONTHLY = CATALOG.datasets["visits_monthly"]
OPEN = CATALOG.tiers["open"]


def table(areas: int, periods: int) -> pd.DataFrame:
    return pd.DataFrame(
        [{"ref_area": f"A{a:02}", "time_period": f"{2000 + p}"} for a in range(areas) for p in range(periods)]
    )


@pytest.mark.parametrize(("areas", "periods", "shape"), [
    (36, 1, "cross_section"), (1, 1, "cross_section"), (1, 84, "time_series"),
    (MAX_SERIES_AREAS, 84, "time_series"), (MAX_SERIES_AREAS + 1, 2, "full"),
])  # fmt: skip
def test_shape_follows_from_areas_and_periods(areas, periods, shape):
    assert shape_of(table(areas, periods)) == shape


def test_a_cross_section_and_a_time_series_may_leave():
    assert check_download(table(36, 1), MONTHLY, OPEN).allowed
    assert check_download(table(3, 84), MONTHLY, OPEN).allowed


def test_all_reasons_are_given():
    large = check_download(table(36, 84), MONTHLY, OPEN)
    assert not large.allowed
    assert large.reasons == ("shape_not_allowed", "too_many_rows")
    assert large.rows == 36 * 84 and large.max_rows == MONTHLY.download.max_rows


@pytest.mark.parametrize(("tier", "aggregated", "reasons"), [
    ("build_only", True, ("not_shown", "not_downloadable")),
    ("non_commercial", False, ("single_rows_not_allowed",)),
    ("non_commercial", True, ()),
    ("attribution", False, ()),
])  # fmt: skip
def test_the_tier_is_obeyed(tier, aggregated, reasons):
    assert check_download(table(5, 1), MONTHLY, CATALOG.tiers[tier], aggregated=aggregated).reasons == reasons


def test_an_empty_table_is_refused():
    assert check_download(table(0, 0), MONTHLY, OPEN).reasons == ("empty",)


@pytest.mark.parametrize("language", ["en", "es", "pt"])
def test_every_reason_has_its_words(language):
    said = dict(Language(language).section("export"))
    for reason in ("empty", "not_shown", "not_downloadable", "shape_not_allowed", "too_many_rows",
                   "single_rows_not_allowed"):  # fmt: skip
        words = said[f"refused.{reason}"].format(rows=3, max_rows=2, max_areas=1)
        assert words.endswith(".")


def test_a_view_is_cited_with_address_and_date_of_access():
    pattern = dict(Language("es").section("export"))["citation"]
    url, day = "https://example.org/?a=1", date(2026, 11, 23)
    about = Citation("FEALAC", "Visits & visitors in \u00c1sia", "2026", url, day, pattern)
    assert cite(about, "23 de noviembre de 2026") == (
        f"FEALAC (2026). Visits & visitors in \u00c1sia. {url} (consultado el 23 de noviembre de 2026)."
    )
    entry = bibtex(about)
    assert entry.startswith("@misc{fealac2026visits,")
    assert "Visits \\& visitors" in entry and "urldate = {2026-11-23}" in entry
