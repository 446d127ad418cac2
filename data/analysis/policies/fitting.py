"""Which measures of its country fit an enterprise, where it may sell, and which topics of law apply to it."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from data.analysis.policies.prepared import EVERYBODY
from data.catalog.policies import Policies

# Why a measure does not fit, the weightiest first.
MISFITS = ("group", "market", "offering", "planned", "ended")


@dataclass(frozen=True)
class Enterprise:
    """Six answers: country, size, branch, what it sells, where, and who runs it (none or several).

    offering: goods, services or both; market: domestic, cross_border or both; the others as in
    config/policies.yml.
    """

    area: str
    size: str
    branch: str
    offering: str
    market: str
    people: tuple[str, ...] = ()


def groups_of(enterprise: Enterprise, rules: Policies) -> tuple[str, ...]:
    """The target groups that an enterprise belongs to, all MSMEs first."""
    answers = rules.answers
    groups = [EVERYBODY, *answers.size[enterprise.size], *answers.branch[enterprise.branch]]
    for who in enterprise.people:
        groups += answers.people[who]
    for market in _both(enterprise.market, ("domestic", "cross_border")):
        groups += answers.market[market]
    return tuple(dict.fromkeys(groups))


def fitting(policies: pd.DataFrame, enterprise: Enterprise, rules: Policies) -> pd.DataFrame:
    """The measures of the enterprise's country plus fits (bool), misfits and matched, those that fit first.

    A measure fits when it names a group of the enterprise, serves a market and an offering of its, and is in
    place. misfits: the codes of MISFITS that speak against it; matched: its groups, those that are not all
    MSMEs before; both joined by ';'. Closer measures (more groups matched), then newer ones, come first.
    """
    rows = policies[policies["ref_area"] == enterprise.area]
    groups = groups_of(enterprise, rules)
    named = [[group for group in groups if group in text.split(";")] for text in rows["target_groups"]]
    against = pd.DataFrame(
        {
            "group": [not match for match in named],
            "market": ~rows["scope"].map(lambda scope: _meet(scope, enterprise.market)).to_numpy(dtype=bool),
            "offering": ~rows["sector"]
            .map(lambda sector: _meet(sector, enterprise.offering))
            .to_numpy(dtype=bool),
            "planned": (rows["phase"] == "planned").to_numpy(),
            "ended": (rows["phase"] == "ended").to_numpy(),
        },
        index=rows.index,
    )
    own = [[group for group in match if group != EVERYBODY] for match in named]
    out = rows.assign(
        fits=~against.any(axis="columns"),
        misfits=[";".join(code for code in MISFITS if line[code]) for line in against.to_dict("records")],
        matched=[";".join([*match, *([EVERYBODY] if EVERYBODY in both else [])])
                 for match, both in zip(own, named, strict=True)],
        closeness=[-len(match) for match in own],
        age=-rows["start_year"].astype("Float64").fillna(0).astype(float),
    )  # fmt: skip
    ranked = out.sort_values(
        ["fits", "closeness", "age", "policy_id"], ascending=[False, True, True, True], kind="stable"
    )
    return ranked.drop(columns=["closeness", "age"]).reset_index(drop=True)


def places_to_sell(storefronts: pd.DataFrame, visits: pd.Series, enterprise: Enterprise) -> pd.DataFrame:
    """Open marketplaces that take sellers of the country: rows of `storefronts` plus where and visits.

    At home (where `domestic`): those operated for the country. Abroad (`cross_border`): those operated for
    another member that say they take foreign sellers. Both only if they sell what the enterprise offers.
    `visits`: visits by marketplace_id; the most visited come first within each.
    """
    rows = storefronts[(storefronts["storefront"] == "local") & storefronts["closed_year"].isna()]
    rows = rows[rows["offering"].map(lambda offering: _meet(str(offering), enterprise.offering))]
    home = (rows["ref_area"] == enterprise.area).to_numpy(dtype=bool)
    abroad = ~home & (rows["foreign_sellers"] == "yes").to_numpy(dtype=bool)
    asked = _both(enterprise.market, ("domestic", "cross_border"))
    kept = (home & ("domestic" in asked)) | (abroad & ("cross_border" in asked))
    where = pd.Series("cross_border", index=rows.index).mask(home, "domestic")
    out = rows.assign(where=where, visits=rows["marketplace_id"].astype(str).map(visits).astype(float))[kept]
    return out.sort_values(
        ["where", "visits", "marketplace_id"], ascending=[False, False, True], kind="stable"
    ).reset_index(drop=True)


def topics_of(enterprise: Enterprise, rules: Policies) -> tuple[str, ...]:
    """Topics of law that apply to an enterprise, each once."""
    topics = list(rules.rules.all)
    if "cross_border" in _both(enterprise.market, ("domestic", "cross_border")):
        topics += rules.rules.cross_border
    for offering in _both(enterprise.offering, ("goods", "services")):
        topics += rules.rules.goods if offering == "goods" else rules.rules.services
    return tuple(dict.fromkeys(topics))


def _both(answer: str, parts: tuple[str, str]) -> tuple[str, ...]:
    return parts if answer == "both" else (answer,)


def _meet(one: str, other: str) -> bool:
    return "both" in (one, other) or one == other
