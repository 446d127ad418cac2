"""Pictures of views on rules, on measures for MSMEs and on one country."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from components import loaders, state
from components.i18n import Language
from components.views import frames
from components.views.cards import Card
from components.views.country import choice as country_choices
from components.views.country import known as country_known
from components.views.country.coverage import coverage_card
from components.views.country.crossing import crossing_card
from components.views.country.determinants import headline_card
from components.views.country.marketplaces import top_card
from components.views.country.rules_row import rules_card
from components.views.determinants.profile import end_card
from components.views.people import pyramid_card
from components.views.policies import choice as policy_choices
from components.views.policies import composition, matrix
from components.views.policies.benchmark import benchmark_card
from components.views.policies.time import pandemic_card, timeline_card
from components.views.regulation import choice as rule_choices
from components.views.regulation import topic_years
from components.views.regulation.matrix import matrix_card
from components.views.regulation.scores_cards import indicators_card, levels_card, pillars_card
from components.views.regulation.scores_weights import pillars, read_weights
from components.views.regulation.topic import picture_of
from components.views.regulation.topic_choice import read_topic
from components.views.regulation.topic_maps import class_map, status_map
from components.views.regulation.topic_number_map import numbers_map
from components.views.regulation.topic_numbers import numbers_card
from components.views.similarity import choice as likeness_choices
from components.views.similarity import matrix as likeness_matrix
from components.views.similarity import nearest, network, over_time, regions
from components.views.similarity.convergence import reforms_card
from data.analysis.selection import Selection

Pictures = dict[str, Callable[[], Card | str]]


def rule_pictures(t: Language, theme: str) -> Pictures:
    """Of the page `regulatory_matrix`."""
    sections = rule_choices.SECTIONS
    section = state.one("section", sections, sections[0])
    if section == "matrix":
        return {"rules-matrix": partial(matrix_card, t, rule_choices.read(), theme)}
    if section == "topic":
        choice = read_topic(rule_choices.read())
        by_kind: dict[str, Pictures] = {
            "numbers": {
                "topic-map": partial(numbers_map, t, choice, theme),
                "topic-numbers": partial(numbers_card, t, choice, theme),
            },
            "classes": {"topic-map": partial(class_map, t, choice, theme)},
            "strategy": {"topic-timeline": partial(topic_years.timeline_card, t, choice, theme)},
            "status": {
                "topic-map": partial(status_map, t, choice, theme),
                "topic-adoption": partial(topic_years.adoption_card, t, choice, theme),
            },
        }
        return by_kind[picture_of(choice)]
    if section == "scores":
        weights, usual = read_weights(), loaders.catalog().regulation.rdtii.clusters["digital_governance"][0]
        pillar = state.one("pillar", pillars(), usual)
        return {
            "scores-levels": partial(levels_card, t, weights, theme),
            "scores-pillars": partial(pillars_card, t, weights, pillar, theme),
            "scores-indicators": partial(indicators_card, t, weights, pillar, theme),
        }
    return {}


def likeness_pictures(t: Language, theme: str) -> Pictures:
    """Of the page `regulatory_similarity`."""
    sections = likeness_choices.SECTIONS
    section = state.one("section", sections, sections[0])
    choice = likeness_choices.read()
    plain = choice.plain
    least = state.one("least", network.FROM, network.usual_least(plain))
    by_section: dict[str, Pictures] = {
        "matrix": {"similarity-matrix": partial(likeness_matrix.matrix_card, t, plain, theme)},
        "network": {"similarity-network": partial(network.network_card, t, plain, int(least) / 100, theme)},
        "nearest": {"similarity-ranks": partial(nearest.ranks_card, t, choice, theme)},
        "time": {
            "similarity-time": partial(over_time.time_card, t, plain, theme),
            "similarity-levels": partial(over_time.level_card, t, plain, theme),
        },
        "reforms": {"similarity-reforms": partial(reforms_card, t, choice, theme)},
        "regions": {"similarity-regions": partial(regions.regions_card, t, plain, theme)},
    }
    return by_section.get(section, {})


def policy_pictures(t: Language, theme: str) -> Pictures:
    """Of the page `msme_policies`."""
    sections = policy_choices.SECTIONS
    section = state.one("section", sections, sections[0])
    trust = policy_choices.trust()
    if section == "overview":
        by = state.one("by", matrix.BY, matrix.BY[0])
        shown = state.one("cells", matrix.SHOWN, matrix.SHOWN[0])
        named = state.many("region", loaders.catalog().app.regions)
        region = named[0] if len(named) == 1 else matrix.ALL
        part = state.one("part", composition.PARTS, composition.PARTS[0])
        return {
            "measure-matrix": partial(matrix.matrix_card, t, trust, by, shown, region, theme),
            "measures-over-time": partial(timeline_card, t, trust, theme),
            "after-the-pandemic": partial(pandemic_card, t, trust, theme),
            "composition": partial(composition.composition_card, t, trust, part, theme),
        }
    if section == "benchmark":
        return {"benchmark": partial(benchmark_card, t, policy_choices.read_benchmark(), theme)}
    return {}


def country_pictures(t: Language, theme: str) -> Pictures:
    """Of the page `country_profile`; none without a country."""
    choice = country_choices.read()
    if choice is None or not country_known.summary(choice).peers:
        return {}
    sections = (
        "overview",
        "marketplaces",
        "visitors",
        "determinants",
        "rules",
        "measures",
        "processes",
        "compare",
    )
    section = state.one("section", sections, sections[0])
    if section in ("marketplaces", "visitors") and country_known.summary(choice).weights[section] != "full":
        return {"": lambda: t(f"country.short.{section}")}
    year = frames.years()[-1]
    by_section: dict[str, Pictures] = {
        "overview": {"country-coverage": partial(coverage_card, t, choice, theme)},
        "marketplaces": {
            "country-marketplaces": partial(top_card, t, choice, theme),
            **{f"country-{way}": partial(crossing_card, t, choice, way, theme) for way in ("in", "out")},
        },
        "visitors": {"people": partial(pyramid_card, t, Selection(countries=(choice.area,)), year, theme)},
        "determinants": {
            "country-headlines": partial(headline_card, t, choice, theme),
            **{
                f"profile-{end}": partial(end_card, t, choice.area, end, theme)
                for end in ("strongest", "weakest")
            },
        },
        "rules": {
            f"country-{layer}": partial(rules_card, t, choice, layer, theme)
            for layer in ("framework", "treaties")
        },
    }
    return by_section.get(section, {})
