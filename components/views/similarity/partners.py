"""With whom a country wants to come closer: countries, a region, the members of an agreement, or all."""

from __future__ import annotations

from components import loaders
from components.i18n import Language
from components.kept import kept
from components.views.regulation import known

EVERYONE = "all"
# The group of the treaties that are agreements between countries.
_AGREEMENTS = "agreements"
_MEMBER = ("in_force", "enacted")


@kept
def codes() -> tuple[str, ...]:
    """Codes of all groups and countries that can be partners, groups first."""
    return (*groups(), *loaders.catalog().ref_areas)


@kept
def groups() -> tuple[str, ...]:
    """Everyone, the regions, and agreements with at least two members among the countries of the Forum."""
    regions = loaders.catalog().app.regions
    agreements = loaders.catalog().regulation.layers[known.TREATIES].groups[_AGREEMENTS]
    return (EVERYONE, *regions, *(code for code in agreements if len(members(code)) > 1))


@kept
def members(code: str) -> tuple[str, ...]:
    """The countries that a code stands for."""
    if code == EVERYONE:
        return loaders.catalog().ref_areas
    if code in loaders.catalog().app.regions:
        return loaders.members(code)
    if code in loaders.catalog().ref_areas:
        return (code,)
    status = loaders.treaty_status()
    rows = status[(status["treaty"] == code) & status["status"].isin(_MEMBER)]
    if rows.empty:
        rows = status[(status["treaty"] == code) & (status["status"] == "signed")]
    inside = set(rows["ref_area"])
    return tuple(area for area in loaders.catalog().ref_areas if area in inside)


def asked(chosen: tuple[str, ...], own: str = "") -> frozenset[str]:
    """The countries of the codes, everyone when there are none, without `own`."""
    return frozenset(area for code in chosen or (EVERYONE,) for area in members(code)) - {own}


def expand(chosen: tuple[str, ...], layer: str, own: str = "") -> tuple[str, ...]:
    """Those of the countries asked for that the layer knows, in the order of the settings."""
    inside = asked(chosen, own)
    return tuple(area for area in known.areas(layer) if area in inside)


def name(t: Language, code: str) -> str:
    """A group or country in the reader's words."""
    if code in loaders.catalog().ref_areas:
        return loaders.country_names(t.code)[code]
    if code == EVERYONE:
        return t("similarity.partners.all")
    if code in loaders.catalog().app.regions:
        return t.code_label("region", code)
    return t("similarity.partners.agreement", name=t.code_label("treaty", code))
