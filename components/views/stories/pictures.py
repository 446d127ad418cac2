"""Which pictures a view has: page and section to the cards that its page would draw for the same address."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from components import loaders, state
from components.i18n import Language
from components.views import choice as explorers
from components.views import (
    development,
    features,
    frames,
    landscape,
    overview_map,
    people,
    region_map,
    visitors,
)
from components.views.cards import Card
from components.views.categories import categories_card
from components.views.cross_region import choice as flow_choices
from components.views.cross_region import corridors, matrix, pair, region_flows, regions
from components.views.determinants import choice as pair_choices
from components.views.determinants.comparison import comparison_card, themes
from components.views.determinants.frames import without
from components.views.determinants.heat_map import heat_card
from components.views.determinants.profile import end_card, theme_card
from components.views.determinants.scatter import scatter_card
from components.views.foreign_demand import foreign_demand_card
from components.views.lifetimes import ages_card, flows_card
from components.views.offerings import offerings_card
from components.views.origin_matrix import origin_matrix_card
from components.views.stories.pictures_of_rules import (
    country_pictures,
    likeness_pictures,
    policy_pictures,
    rule_pictures,
)
from data.analysis.flows import SCOPES

# The cards of a view by their key, the main one first, each made when it is wanted.
Pictures = dict[str, Callable[[], Card | str]]


def pictures(t: Language, page: str, theme: str) -> Pictures:
    """The pictures of `page` for the address that is being read (see state.lent); none where it has none."""
    find = _PAGES.get(page)
    return find(t, theme) if find else {}


def _explorer(region: str, t: Language, theme: str) -> Pictures:
    choice = explorers.read(region)
    section = state.one("section", explorers.SECTIONS, explorers.SECTIONS[0])
    if frames.selected(choice.everything).empty:
        return {"": lambda: t("explorer.empty.selection")}
    if section == "development":
        by = state.one("by", explorers.BREAKDOWNS, explorers.BREAKDOWNS[0])
        return {
            "development": partial(development.development_card, t, choice, by, theme),
            "map": partial(region_map.map_card, t, choice, theme),
        }
    if section == "visitors":
        year = _year()
        return {
            "origin-groups": partial(visitors.groups_card, t, choice, year, theme),
            "people": partial(people.pyramid_card, t, choice.everything, year, theme),
            "top-origins": partial(visitors.top_card, t, choice, year, theme),
            "origin-matrix": partial(origin_matrix_card, t, choice, year, theme),
            "foreign-demand": partial(foreign_demand_card, t, choice, year, theme),
        }
    if section == "features":
        feature = state.one("feature", features.FEATURES, features.FEATURES[0])
        weight = state.one("weight", features.WEIGHTS, features.WEIGHTS[0])
        return {
            "features": partial(features.feature_card, t, choice, feature, weight, theme),
            "flows": partial(flows_card, t, choice, theme),
            "ages": partial(ages_card, t, choice, theme),
            "offerings": partial(offerings_card, t, choice, theme),
            "categories": partial(categories_card, t, choice, theme),
        }
    if section == "landscape":
        return {"landscape": partial(landscape.landscape_card, t, choice, theme)}
    if section == "determinants":
        return {"scatter": partial(scatter_card, t, pair_choices.read(choice.countries), theme)}
    return {}


def _year() -> str:
    known = frames.years()
    return state.one("year", known, known[-1])


def _cross_region(t: Language, theme: str) -> Pictures:
    choice = flow_choices.read()
    if frames.selected(choice.selection).empty:
        return {"": lambda: t("explorer.empty.selection")}
    sections = flow_choices.SECTIONS
    section = state.one("section", sections, sections[0]) if state.asked("section") else ""
    bands: Pictures = {"region-flows": partial(region_flows.region_flows_card, t, choice, theme)}
    if section == "matrix":
        part = state.one("part", tuple(matrix.PARTS), "all")
        return {"flow-matrix": partial(matrix.flow_matrix_card, t, choice, part, theme), **bands}
    if section == "map":
        # Bands instead of the map: they hold the same flows and are drawn in the theme of the room.
        return {"corridor-bands": partial(corridors.bands_card, t, choice, "between", theme), **bands}
    if section == "corridors":
        scope = next(one for one in SCOPES if one == state.one("scope", SCOPES, SCOPES[0]))
        return {
            "corridors": partial(corridors.corridors_card, t, choice, scope, theme),
            "corridor-bands": partial(corridors.bands_card, t, choice, scope, theme),
            **bands,
        }
    if section == "regions":
        shown = state.one("visits", regions.SHOWN, regions.SHOWN[0])
        return {"regions": partial(regions.regions_card, t, choice, shown, theme), **bands}
    if section == "pair":
        return {**_pair(t, choice, theme), **bands}
    return bands


def _pair(t: Language, choice: flow_choices.FlowChoice, theme: str) -> Pictures:
    members = tuple(loaders.region_of())
    one, other = (
        state.one(key, members, usual)
        for key, usual in zip(("country", "partner"), pair.usual_pair(), strict=True)
    )
    if one == other:
        return {"pair": lambda: t("cross_region.pair.same")}
    return {
        "pair": partial(pair.pair_card, t, choice, one, other, theme),
        **{
            f"carriers-{end[0]}-{end[1]}": partial(corridors.carriers_card, t, choice, *end, theme)
            for end in ((one, other), (other, one))
        },
    }


def _determinants(t: Language, theme: str) -> Pictures:
    sections = pair_choices.SECTIONS
    section = state.one("section", sections, sections[0])
    choice = pair_choices.read()
    subject = state.one("theme", themes(), themes()[0])
    if section == "table":
        least = int(state.one("min", pair_choices.MIN_NS, pair_choices.MIN_NS[0]))
        return {"comparison": partial(comparison_card, t, without(choice), subject, least, theme)}
    if section == "heat_map":
        return {"heat-map": partial(heat_card, t, without(choice), subject, theme)}
    if section == "profile":
        everyone = pair_choices.everyone()
        area = state.one("profile", everyone, (pair_choices.chosen() or everyone)[0])
        first = themes()[1]
        return {
            "profile-strongest": partial(end_card, t, area, "strongest", theme),
            "profile-weakest": partial(end_card, t, area, "weakest", theme),
            "profile-theme": partial(
                theme_card, t, area, subject if subject in themes()[1:] else first, theme
            ),
        }
    return {"scatter": partial(scatter_card, t, choice, theme)}


def _overview(t: Language, theme: str) -> Pictures:
    return {"overview": partial(overview_map.overview_card, t, overview_map.measure(), theme)}


_PAGES: dict[str, Callable[[Language, str], Pictures]] = {
    "overview": _overview,
    "east_asia": partial(_explorer, "east_asia"),
    "latin_america": partial(_explorer, "latin_america"),
    "cross_region": _cross_region,
    "determinants": _determinants,
    "regulatory_matrix": rule_pictures,
    "regulatory_similarity": likeness_pictures,
    "msme_policies": policy_pictures,
    "country_profile": country_pictures,
}
