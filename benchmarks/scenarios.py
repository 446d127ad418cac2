"""What is measured: one line per page, with the widget whose change is timed. New pages are added here."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import yaml

COUNTRIES = Path(__file__).resolve().parents[1] / "config" / "countries.yml"
BLANK_SCRIPT = Path(__file__).with_name("blank.py")


@dataclass(frozen=True)
class Scenario:
    """A page, the state it opens with, and the key of the row of buttons that is changed on it."""

    name: str
    page: str = ""
    query: str = ""
    widget: str | None = None  # None: the page has nothing to change, only its loading is measured
    # States that differ from each other: what is computed for one is of no use for the next.
    variants: tuple[str, ...] = ()

    @property
    def path(self) -> str:
        """The page's part of an address."""
        return f"/{self.page}" + (f"?{self.query}" if self.query else "")


def _countries(region: str) -> tuple[str, ...]:
    codes = yaml.safe_load(COUNTRIES.read_text(encoding="utf-8"))[region]
    return tuple(f"lang=en&country={code}" for code in codes)


def _years() -> tuple[str, ...]:
    span = yaml.safe_load(COUNTRIES.with_name("app.yml").read_text(encoding="utf-8"))["data_span"]
    first, last = (int(str(span[end])[:4]) for end in ("start", "end"))
    return tuple(f"lang=en&year={year}" for year in range(first, last + 1))


def _marketplace_explorer(region: str) -> Scenario:
    return Scenario(region, region, "lang=en", widget="url.offering.desk", variants=_countries(region))


# The page that everything is compared with: Streamlit's own cost, nothing of ours.
BLANK = Scenario("blank page", widget="next")

EXPLORER = (
    Scenario("overview", "overview", "lang=en"),
    _marketplace_explorer("east_asia"),
    _marketplace_explorer("latin_america"),
    Scenario("methods", "methods", "lang=en"),
    Scenario("cross_region", "cross_region", "lang=en", widget="url.offering.desk", variants=_years()),
    Scenario("determinants", "determinants", "lang=en"),
    Scenario(
        "determinants, heat map",
        "determinants",
        "lang=en&section=heat_map",
        widget="url.method.heat",
        variants=tuple(f"lang=en&section=heat_map&year={year}" for year in range(2015, 2024)),
    ),
    Scenario(
        "regulatory matrix",
        "regulatory_matrix",
        "lang=en",
        widget="url.trust.desk",
        variants=tuple(f"lang=en&year={year}" for year in range(2012, 2026)),
    ),
    Scenario(
        "measures for MSMEs",
        "msme_policies",
        "lang=en&section=overview",
        widget="url.by",
        variants=tuple(
            f"lang=en&section=overview&part={part}" for part in ("target_group", "scope", "sector", "status")
        ),
    ),
    Scenario(
        "what-if board",
        "regulatory_similarity",
        "lang=en&section=board&country=PER",
        widget="url.set.e_transactions",
        variants=tuple(
            f"lang=en&section=board&country={code}" for code in ("CHL", "JPN", "MEX", "THA", "URY")
        ),
    ),
)

# Loads and reruns that need one page only use the page that draws most.
HEAVIEST = EXPLORER[1]
