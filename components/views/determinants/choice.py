"""What the reader of the Determinants page chose, read from the URL once per run."""

from __future__ import annotations

from dataclasses import dataclass, replace

from components import loaders, state
from components.kept import kept
from components.views.determinants import series
from data.analysis.correlation.coefficients import METHODS, MIN_N, Method
from data.analysis.correlation.panel import ALL, Series

SECTIONS = ("explore", "table", "heat_map", "profile")
LATEST = "latest"
LOGS = ("x", "y", "xy")
DEFAULT_OUTCOME, DEFAULT_DETERMINANT = "bought_online", "internet_use"
# The least number of countries can be asked to be higher than the rule's, never lower.
MIN_NS = tuple(str(n) for n in range(MIN_N, 36, 5))


@dataclass(frozen=True)
class Choice:
    """Everything that decides what the page shows; hashable, so it can key a cache.

    countries: those compared, all members when none is chosen; year: None for the latest.
    """

    outcome: str
    determinant: Series
    countries: tuple[str, ...]
    year: int | None = None
    log_x: bool = False
    log_y: bool = False
    method: Method = "spearman"

    def against(self, outcome: str) -> Choice:
        """The same choice for another outcome."""
        return replace(self, outcome=outcome)


def read(countries: tuple[str, ...] | None = None) -> Choice:
    """The choice that the URL holds; `countries` are taken when another page has chosen them already."""
    log = state.one("log", LOGS, "")
    year = state.one("year", (LATEST, *years()), LATEST)
    return Choice(
        outcome=state.one("outcome", series.outcomes(), DEFAULT_OUTCOME),
        determinant=determinant(),
        countries=countries if countries is not None else chosen() or everyone(),
        year=None if year == LATEST else int(year),
        log_x="x" in log,
        log_y="y" in log,
        method=state.one("method", METHODS, METHODS[0]),  # type: ignore[arg-type]
    )


def determinant() -> Series:
    """The indicator and breakdown of the URL."""
    indicator = state.one("indicator", series.determinants(), DEFAULT_DETERMINANT)
    known = {variant_code(one): one for one in series.variants(indicator)}
    first = next(iter(known.values()), Series(indicator))
    code = state.one("variant", tuple(known), variant_code(first))
    return known.get(code, first)


def variant_code(one: Series) -> str:
    """A breakdown as the URL holds it: `F`, `Y18T24`, `U`, several joined by a dot, `_T` for the total."""
    return ".".join(part for part in one.variant if part != ALL) or ALL


def chosen() -> tuple[str, ...]:
    """The countries that the URL names."""
    return state.many("country", everyone())


@kept
def everyone() -> tuple[str, ...]:
    """All members, region by region."""
    return tuple(area for region in loaders.catalog().app.regions for area in loaders.members(region))


@kept
def years() -> tuple[str, ...]:
    """The years of the table up to the last one of the data's span, newest first."""
    found = {str(year) for year in loaders.indicators()["time_period"].unique()}
    return tuple(sorted((year for year in found if int(year) <= series.last_year()), reverse=True))
