"""The indicators as the page offers them: outcomes, determinants by theme, breakdowns, and their rules."""

from __future__ import annotations

import numpy as np

from components import loaders
from components.i18n import Language
from components.kept import kept
from components.views import frames as explorer_frames
from data.analysis import traffic
from data.analysis.correlation.guard_rails import Facts
from data.analysis.correlation.panel import Panel, Series, default_series, panel
from data.analysis.selection import Selection
from data.catalog import Indicator, all_components

# The one outcome that is not an indicator of the table: our estimate.
VISITS = "visits_per_user"
_CONTROL = "gdp_per_capita"
# What a reader looks for first, before the other outcomes of the descriptions.
_FIRST = ("bought_online", "b2c_index", "digital_services_exports", VISITS)


def described() -> dict[str, Indicator]:
    """The descriptions of all indicators."""
    return dict(loaders.catalog().indicators)


@kept
def last_year() -> int:
    """The year after which values are projections."""
    return int(loaders.catalog().app.data_span.end[:4])


@kept
def _known() -> frozenset[str]:
    return frozenset(one.indicator for one in values(None).series)


@kept
def outcomes() -> tuple[str, ...]:
    """Outcomes with data, the usual ones first."""
    known = _known()
    found = [name for name, about in described().items() if about.role == "outcome" and name in known]
    first = [name for name in _FIRST if name in found or name == VISITS]
    return (*first, *(name for name in found if name not in first))


@kept
def determinants() -> tuple[str, ...]:
    """Everything that an outcome can be set against, theme by theme, in the order of the descriptions."""
    known = _known()
    return tuple(name for name in described() if name in known)


@kept
def variants(indicator: str) -> tuple[Series, ...]:
    """The breakdowns of an indicator, its total first."""
    found = [one for one in values(None).series if one.indicator == indicator]
    first = default_series(found)
    return tuple(sorted(found, key=lambda one: (one not in first.values(), one)))


@kept
def defaults() -> tuple[Series, ...]:
    """The total of each determinant; those known by sex or age alone are compared one by one."""
    known = set(values(None).series)
    return tuple(one for one in map(Series, determinants()) if one in known)


@kept
def values(year: int | None) -> Panel:
    """Values of all series in all members: of a year, or the latest."""
    areas = tuple(loaders.region_of())
    return panel(loaders.indicators(), areas, year=year, until=last_year())


@kept
def outcome(name: str, year: int | None) -> tuple[np.ndarray, np.ndarray]:
    """Values and years of an outcome in all members."""
    if name == VISITS:
        return _visits(year)
    return values(year).column(default_series(values(None).series)[name])


def _visits(year: int | None) -> tuple[np.ndarray, np.ndarray]:
    """Estimated visits per internet user in the last complete year, or in `year`."""
    found = traffic.apply_metric(
        traffic.visits_by(
            loaders.monthly(),
            explorer_frames.selected(Selection(countries=tuple(loaders.region_of()))),
            by="ref_area",
            freq="A",
        ),
        "per_user",
        by="ref_area",
        internet_users=loaders.internet_users(),
        storefronts=loaders.storefronts(),
    )
    whole = found[found["complete"] & found["value"].notna()]
    wanted = str(year) if year is not None else str(whole["time_period"].astype(str).max())
    rows = whole[whole["time_period"].astype(str) == wanted]
    by_area = dict(zip(rows["ref_area"].astype(str), rows["value"], strict=True))
    held = np.array([by_area.get(area, np.nan) for area in loaders.region_of()], dtype=np.float64)
    return held, np.where(np.isfinite(held), float(wanted), np.nan)


@kept
def control(year: int | None) -> np.ndarray:
    """GDP per capita in all members."""
    return values(year).column(Series(_CONTROL))[0]


@kept
def facts() -> dict[str, Facts]:
    """What decides whether two indicators may be compared, by indicator."""
    about = described()
    found = {
        name: Facts(
            name,
            components=all_components(name, about) - {name},
            series=one.series.state,
            since=one.series.since,
            family=one.editions,
            input_of_estimates=one.input_of_estimates,
        )
        for name, one in about.items()
    }
    return {**found, VISITS: Facts(VISITS, estimated=True)}


def name(t: Language, indicator: str) -> str:
    """The reader's name of an indicator."""
    if indicator == VISITS:
        return t("determinants.visits_per_user.name")
    return described()[indicator].name_in(t.code)


def unit(t: Language, indicator: str) -> str:
    """The reader's word for its unit."""
    if indicator == VISITS:
        return t("determinants.visits_per_user.unit")
    return t.code_label("unit", described()[indicator].unit)


def theme(indicator: str) -> str:
    """The theme of an indicator; that of online buying for our own estimate."""
    return "online_buying" if indicator == VISITS else described()[indicator].theme


def direction() -> dict[str, str]:
    """Indicator -> which way is better."""
    return {name: one.direction for name, one in described().items()}


def variant(t: Language, one: Series) -> str:
    """The breakdown in words; empty for the total."""
    lists = zip(("sex", "age", "urbanisation"), one.variant, strict=True)
    return " · ".join(t.code_label(codes, code) for codes, code in lists if code != "_T")


def full_name(t: Language, one: Series) -> str:
    """Name and breakdown."""
    said = variant(t, one)
    return f"{name(t, one.indicator)} ({said})" if said else name(t, one.indicator)


def written(t: Language, value: float) -> str:
    """A value for reading: short when large, two digits when below ten."""
    size = abs(value)
    if size >= 1e5:
        return t.compact(value)
    return t.number(value, 0 if size >= 1000 else 1 if size >= 10 else 2)
