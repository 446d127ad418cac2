"""One topic of law across countries: its numbers, its classes, where each country stands, and since when."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import pandas as pd

from data.analysis.regulation.facts import SOURCED, UNKNOWN, Trust

IN_FORCE = ("in_force", "partially_in_force")
NONE, DRAFT = "none", "draft"
# What becomes of a country in a picture of numbers.
NUMBER, OTHER, UNVERIFIED = "number", "other", "unverified"
STANDINGS = (NUMBER, NONE, DRAFT, OTHER, UNVERIFIED, UNKNOWN)
# How firmly a number holds: for all, only in part or about so much, or not (draft, not known, not verified).
FIRM, LIMITED, LOOSE = "firm", "limited", "loose"
# An allowance per year is not a threshold per parcel.
_NOT_COMPARABLE = "per_year"
# Rules on foreign equity, from open to closed.
OPEN, CEILING, RESERVED, CONDITIONS = "open", "ceiling", "reserved", "conditions"
EQUITY = (OPEN, CONDITIONS, CEILING, RESERVED)


class Measure(NamedTuple):
    """What the number of a topic is, and its unit."""

    code: str
    unit: str


MEASURES: Mapping[str, Measure] = {
    "de_minimis": Measure("de_minimis", "USD"),
    "vat_low_value_goods": Measure("tax_rate", "percent"),
    "vat_digital_services": Measure("tax_rate", "percent"),
}


def topic_laws(law: pd.DataFrame, topic: str, areas: Sequence[str], trust: Trust) -> pd.DataFrame:
    """The rows of `law` on a topic that name a rule or its absence, countries in the order of `areas`.

    Rows without an instrument, a number or a provision say nothing and are left out, as are those that
    nobody verified unless `trust` is all, and instruments that were repealed.
    """
    rows = _on(law, topic, areas)
    says = rows["instrument_en"].notna() | rows["numeric_value"].notna() | rows["key_provision_en"].notna()
    says &= rows["year_repealed"].isna()
    if trust == SOURCED:
        says &= rows["verification"] == SOURCED
    place = {area: at for at, area in enumerate(areas)}
    return rows[says].sort_values("ref_area", key=lambda column: column.map(place), kind="stable")


def topic_numbers(rows: pd.DataFrame, measure: Measure) -> pd.DataFrame:
    """The rows of `topic_laws` that give the number of a topic, largest first, one row per rule.

    Adds firmness (FIRM, LIMITED by a scope, LOOSE: draft, status not known or not verified) and comparable
    (in force or known to be absent, per parcel or sale rather than per year).
    """
    found = rows[
        (rows["numeric_measure"] == measure.code)
        & (rows["numeric_unit"] == measure.unit)
        & rows["numeric_value"].notna()
    ]
    held = found["status"].isin((*IN_FORCE, NONE))
    scope = found["numeric_scope"].fillna("").astype(str)
    firmness = pd.Series(FIRM, index=found.index).mask(scope != "", LIMITED)
    firmness = firmness.mask(~held | (found["verification"] != SOURCED), LOOSE)
    found = found.assign(
        firmness=firmness, comparable=held & ~scope.str.startswith(_NOT_COMPARABLE), _scope=scope
    )
    ordered = found.sort_values(["numeric_value", "ref_area", "_scope"], ascending=[False, True, True])
    return ordered.drop(columns="_scope").reset_index(drop=True)


def standings(
    law: pd.DataFrame, topic: str, areas: Sequence[str], trust: Trust, measure: Measure
) -> pd.DataFrame:
    """One row per country: ref_area, standing (STANDINGS), value, law_id, verification.

    value: the number that holds for most: one without a scope before an approximate one, those before a
    number that holds for a duty or a trade only. Whoever has no comparable number stands at none, draft,
    other (a rule of another kind), unverified (something is known that nobody checked) or unknown.
    """
    rows = topic_laws(law, topic, areas, trust)
    numbers = topic_numbers(rows, measure)
    everything = topic_laws(law, topic, areas, "all")
    held: dict[str, dict[Any, Any]] = {}
    for row in numbers[numbers["comparable"]].to_dict("records"):
        before = held.get(row["ref_area"])
        if before is None or _narrowness(row) < _narrowness(before):
            held[row["ref_area"]] = row
    found = []
    for area in areas:
        number = held.get(area)
        if number is not None:
            found.append((area, NUMBER, number["numeric_value"], number["law_id"], number["verification"]))
            continue
        own = rows[rows["ref_area"] == area]
        found.append((area, _without(own, bool((everything["ref_area"] == area).any())), None, None, None))
    frame = pd.DataFrame(found, columns=["ref_area", "standing", "value", "law_id", "verification"])
    return frame.astype({"value": "float64"})


def _narrowness(row: Mapping[Any, Any]) -> tuple[bool, int]:
    scope = row["numeric_scope"]
    narrow = 0 if scope is None or scope != scope else 1 if scope == "approximate" else 2
    return row["verification"] != SOURCED, narrow


def _without(own: pd.DataFrame, something: bool) -> str:
    """Where a country without a comparable number stands, by what its rows say."""
    status = set(own["status"])
    if status & set(IN_FORCE):
        return OTHER
    for code in (DRAFT, NONE):
        if code in status:
            return code
    if UNKNOWN in status:
        return OTHER
    return UNVERIFIED if something else UNKNOWN


def equity_class(row: Mapping[Any, Any]) -> str:
    """Class of a rule on foreign equity: open, with a ceiling, reserved for nationals, other conditions."""
    value, given = row["numeric_value"], row["numeric_measure"] == "equity_ceiling"
    if not given or value is None or value != value:
        return OPEN if row["status"] == NONE else CONDITIONS
    ceiling = float(str(value))
    return OPEN if ceiling >= 100 else CEILING if ceiling > 0 else RESERVED


def strictest(classes: pd.DataFrame, order: Sequence[str]) -> pd.DataFrame:
    """One row per country of `classes` (ref_area, code, ...): the one whose code stands last in `order`."""
    place = {code: at for at, code in enumerate(order)}
    ranked = classes.assign(_place=classes["code"].map(place)).dropna(subset=["_place"])
    ranked = ranked.sort_values(["ref_area", "_place"], kind="stable")
    return ranked.drop_duplicates("ref_area", keep="last").drop(columns="_place").reset_index(drop=True)


def first_years(rows: pd.DataFrame) -> pd.DataFrame:
    """One row per country with a law in force among `rows`: ref_area, year (the first; missing if undated).

    The year of entry into force, or of adoption where only that is known.
    """
    held = rows[rows["status"].isin(IN_FORCE)]
    since = held["year_in_force"].fillna(held["year_enacted"])
    return held.assign(year=since).groupby("ref_area", sort=False)["year"].min().astype("Int64").reset_index()


def adoption(first: pd.DataFrame, region_of: Mapping[str, str], last: int) -> pd.DataFrame:
    """Countries with a law by the end of each year and region: year, region, countries, joined.

    `first`: ref_area, year. From the year before the first law to `last`; joined: the countries of that year
    joined by ';'. Countries without a year are in no row. Empty where no year is known.
    """
    dated = first.dropna(subset=["year"])
    dated = dated[dated["year"] <= last].assign(region=lambda frame: frame["ref_area"].map(region_of))
    if dated.empty:
        return pd.DataFrame({"year": [], "region": [], "countries": [], "joined": []})
    made = []
    for region in dict.fromkeys(region_of.values()):
        inside = dated[dated["region"] == region]
        for year in range(int(dated["year"].min()) - 1, last + 1):
            made.append(
                {
                    "year": year,
                    "region": region,
                    "countries": int((inside["year"] <= year).sum()),
                    "joined": ";".join(inside.loc[inside["year"] == year, "ref_area"]),
                }
            )
    return pd.DataFrame(made)


def _on(law: pd.DataFrame, topic: str, areas: Sequence[str]) -> pd.DataFrame:
    return law[(law["topic"] == topic) & law["ref_area"].isin(list(areas))]
