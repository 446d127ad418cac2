"""What the reader of the regulatory matrix chose, read from the URL once per run."""

from __future__ import annotations

from dataclasses import dataclass

from components import loaders, state
from components.views.regulation import known
from components.views.regulation.known import LAYERS
from data.analysis.regulation.facts import TRUSTS, Trust

SECTIONS = ("matrix", "laws", "topic", "compare", "scores")
SORTS = ("name", "complete", "similar")
FIRST_YEAR = 2000
ALL = "all"


@dataclass(frozen=True)
class Choice:
    """Everything that the matrix obeys; hashable, so it can key a cache. `year` None: as it stands today."""

    layer: str
    group: str
    region: str
    year: int | None
    trust: Trust
    sort: str
    country: str
    countries: tuple[str, ...]

    @property
    def areas(self) -> tuple[str, ...]:
        """The members shown, in the order of the settings."""
        inside = known.areas(self.layer)
        if self.region == ALL:
            return inside
        return tuple(area for area in inside if area in loaders.members(self.region))


def years() -> tuple[str, ...]:
    """The years that can be looked back to, the present one last."""
    return tuple(str(year) for year in range(FIRST_YEAR, this_year() + 1))


def this_year() -> int:
    """The year of the registers; answers of this year are those of today."""
    return int(loaders.catalog().data_date[:4])


def read() -> Choice:
    """The choice that the URL holds."""
    layer = state.one("layer", LAYERS, LAYERS[0])
    regions = loaders.catalog().app.regions
    groups = tuple(dict.fromkeys(item.group for item in known.rules(layer).items))
    year = int(state.one("year", years(), years()[-1]))
    countries = state.many("country", loaders.catalog().ref_areas)
    return Choice(
        layer=layer,
        group=state.one("group", (ALL, *groups), ALL),
        region=state.one("region", (ALL, *regions), ALL),
        year=None if year == this_year() else year,
        trust="all" if state.one("trust", TRUSTS, TRUSTS[0]) == "all" else "sourced",
        sort=state.one("sort", SORTS, SORTS[0]),
        country=countries[0] if countries else known.areas(layer)[0],
        countries=countries[:4],
    )
