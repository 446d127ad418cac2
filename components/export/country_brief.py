"""A country profile as text: sentences, key figures and tables, for a page to print and for briefs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from components.export.country_words import (
    Said,
    country_name,
    figure_value,
    item_name,
    measure_title,
    own_note,
    place_text,
    said_sentences,
)
from components.export.printed import PrintedPart
from components.i18n import Language
from data.analysis.correlation.panel import Series
from data.analysis.country.coverage import OPEN, Coverage
from data.analysis.country.desk import LAYERS, Desk
from data.analysis.country.figures import INDICATORS
from data.analysis.country.marketplaces import FOREIGN_USED, crossing_shares
from data.analysis.country.standing import Standing
from data.analysis.country.summary import CountrySummary
from data.analysis.regulation.convergence import Reform
from data.analysis.regulation.similarity import Mean

DATASETS = (
    "visits_monthly", "visits_annual_origin", "marketplace", "indicators", "law", "cyberlaw_status",
    "treaty_status", "policy",
)  # fmt: skip
# Codes of what is missing that are named; the rest is counted.
_NAMED = 6
_GAPS, _CROSSING = 5, 5


@dataclass(frozen=True)
class CountryBrief:
    """One country in words.

    title: its name; facts: region, income group, population; question: what the brief answers; peers: who
    they are; estimate: what is to be said of estimates; datasets: what it rests on.
    """

    area: str
    title: str
    facts: str
    question: str
    sentences: tuple[Said, ...]
    peers: str
    estimate: str
    figures: PrintedPart
    coverage: PrintedPart
    parts: tuple[PrintedPart, ...]
    datasets: tuple[str, ...] = DATASETS


def country_brief(t: Language, desk: Desk, known: CountrySummary) -> CountryBrief:
    """The brief of a summary; parts of which nothing is known are left out."""
    name = country_name(t, desk, known.area)
    parts = (
        _marketplaces(t, known),
        *_crossing(t, desk, known, name),
        _likeness(t, desk, known),
        _reforms(t, desk, known),
        _gaps(t, desk, known),
    )
    return CountryBrief(
        area=known.area,
        title=name,
        facts=country_facts(t, desk, known.area),
        question=t("country.question", country=name),
        sentences=said_sentences(t, desk, known.area, known.sentences, known.kind),
        peers=peers_text(t, desk, known),
        estimate=t("country.banner"),
        figures=_figures(t, desk, known),
        coverage=_coverage(t, desk, known),
        parts=tuple(part for part in parts if part.rows),
    )


def country_facts(t: Language, desk: Desk, area: str) -> str:
    """Region, income group and population in a line, as far as they are known."""
    row = desk.countries.loc[area]
    said = [t.code_label("region", row["region"])]
    if isinstance(row["income_group"], str) and row["income_group"]:
        said.append(t.code_label("income_group", row["income_group"]))
    at = desk.totals.areas.index(area)
    persons, years = desk.totals.column(Series(desk.catalog.policies.similar.population))
    if np.isfinite(persons[at]):
        said.append(t("country.population", count=t.compact(persons[at]), year=int(years[at])))
    return " · ".join(said)


def peers_text(t: Language, desk: Desk, known: CountrySummary) -> str:
    """Who the peers are and how they were chosen."""
    names = t.listing([country_name(t, desk, area) for area in known.peers])
    return t("country.peers_are", names=names, how=t(f"policies.benchmark.peers_by.{known.kind}"))


def places(t: Language, desk: Desk, area: str, found: Standing | None) -> tuple[str, str]:
    """Rank among all members and in the region; the mark of a gap where there is none."""
    missing = t("cards.missing_mark")
    if found is None:
        return missing, missing
    held = (found.among_all, found.in_region)
    return tuple(missing if place is None else place_text(t, place) for place in held)  # type: ignore[return-value]


def _figures(t: Language, desk: Desk, known: CountrySummary) -> PrintedPart:
    rows = []
    for name, found in known.standings.items():
        value = t("cards.missing_mark") if found is None else figure_value(t, desk, name, found.value)
        if found is not None and found.year is not None:
            value = t("country.value_year", value=value, year=found.year)
        remark = t("country.estimate") if found is not None and found.estimated else ""
        label = t(f"country.figures.{name}.label")
        if name in INDICATORS:
            label = desk.catalog.indicators[name].name_in(t.code)
        rows.append((label, value, *places(t, desk, known.area, found), remark))
    head = ("figure", "value", "rank", "region_rank", "remark")
    return PrintedPart(
        t("country.figures.title"),
        (t("country.figures.note"),),
        tuple(t(f"country.brief.{name}") for name in head),
        tuple(rows),
    )


def lacking(t: Language, desk: Desk, one: Coverage, most: int = _NAMED) -> str:
    """What a layer lacks by name, the first `most`; empty where nothing is lacking or nobody can know."""
    codes = one.lacking if one.known else ()
    layer = one.layer
    names = [item_name(t, desk, layer, code) for code in codes[:most]]
    if len(codes) > most:
        return t("country.coverage.more", names=", ".join(names), count=t.number(len(codes) - most))
    return ", ".join(names)


def counted(t: Language, one: Coverage) -> str:
    """Supported entries of all; of an open register nobody knows of how many."""
    if one.layer in OPEN and not one.weak:
        return t.number(one.sourced)
    return t("country.coverage.count", part=t.number(one.sourced), whole=t.number(one.total))


def _coverage(t: Language, desk: Desk, known: CountrySummary) -> PrintedPart:
    rows = tuple(
        (t(f"country.coverage.layers.{one.layer}"), counted(t, one), t.number(one.weak),
         t.number(one.missing), lacking(t, desk, one))
        for one in known.coverage
    )  # fmt: skip
    head = (
        t("country.brief.layer"), t("country.coverage.sourced"), t("country.coverage.weak"),
        t("country.coverage.missing"), t("country.coverage.lacking"),
    )  # fmt: skip
    return PrintedPart(t("country.coverage.title"), (t("country.coverage.note"),), head, rows)


def group_label(t: Language, group: str) -> str:
    """The reader's word for the home of a marketplace seen from the country it serves."""
    return t.code_label("storefront" if group == FOREIGN_USED else "home_group", group)


def visits_title(t: Language, known: CountrySummary) -> str:
    """The heading of a column of visits, which says so when any of them is an estimate."""
    if (known.groups["obs_status"] == "E").any():
        return t("country.marketplaces.visits_estimated")
    return t("country.figures.visits.label")


def _marketplaces(t: Language, known: CountrySummary) -> PrintedPart:
    rows = tuple(
        (group_label(t, row["group"]), t.number(row["storefronts"]), t.compact(row["visits"]),
         t.percent(row["share"]))
        for row in known.groups.to_dict("records")
    )  # fmt: skip
    head = (
        t("country.marketplaces.group"), t("columns.storefronts"), visits_title(t, known),
        t("columns.share_visits"),
    )  # fmt: skip
    return PrintedPart(t("country.marketplaces.groups"), (), head, rows, "groups")


def area_name(t: Language, desk: Desk, area: str) -> str:
    """A member, or the rest of the world."""
    return country_name(t, desk, area) if area in desk.region_of else t.code_label("area", area)


def _crossing(t: Language, desk: Desk, known: CountrySummary, name: str) -> list[PrintedPart]:
    shares = crossing_shares(desk, known.area, known.crossing)
    parts = []
    for direction in ("in", "out"):
        mine = known.crossing[known.crossing["direction"] == direction]
        rows = tuple(
            (area_name(t, desk, row["counterpart_area"]), t.compact(row["visits"]), t.percent(row["share"]))
            for row in mine.head(_CROSSING).to_dict("records")
        )
        year = str(mine["year"].iloc[0]) if len(mine) else ""
        said = t(
            f"country.crossing.{direction}_reading",
            all=t.percent(shares[direction]),
            other=t.percent(shares[f"{direction}_other"]),
        )
        head = (t("columns.country"), t("columns.visits"), t("columns.share"))
        title = t(f"country.crossing.{direction}", country=name, year=year)
        parts.append(PrintedPart(title, (said,), head, rows, direction))
    return parts


def mean_text(t: Language, mean: Mean | None) -> str:
    """A mean similarity with the number of countries behind it."""
    if mean is None or not mean.known:
        return t("country.rules.too_little")
    return t("country.rules.mean", value=t.number(mean.value, 2), count=t.number(mean.known))


def _likeness(t: Language, desk: Desk, known: CountrySummary) -> PrintedPart:
    regions = desk.catalog.app.regions
    rows = tuple(
        (t(f"regulation.layers.{layer}"), *(mean_text(t, known.likeness[layer].get(at)) for at in regions))
        for layer in LAYERS
        if known.likeness[layer]
    )
    head = (t("country.rules.layer"), *(t.code_label("region", region) for region in regions))
    return PrintedPart(
        t("country.rules.likeness"), (t("country.rules.likeness_note"),), head, rows, "likeness"
    )


def reform_text(t: Language, desk: Desk, layer: str, reform: Reform) -> str:
    """A reform in words: from which answer to which."""
    codes = "law_status" if layer == LAYERS[0] else "treaty_status"
    old, new = (t.code_label(codes, code) for code in (reform.old, reform.new))
    return t("country.rules.reform", item=item_name(t, desk, layer, reform.item), old=old, new=new)


def gain_text(t: Language, desk: Desk, reform: Reform) -> str:
    """What a reform gains, and how many members have it already."""
    gain = t("country.rules.gain_value", gain=t.number(reform.gain, 3))
    return t("country.rules.gain", gain=gain, peers=t.number(len(reform.peers)))


def reforms_of(known: CountrySummary, most: int = 3) -> Sequence[tuple[str, Reform]]:
    """The best reforms of the legal framework, then of treaties, up to `most`; RDTII has no goals."""
    found = [(layer, one) for layer in LAYERS[:2] for one in known.reforms[layer]]
    return found[:most]


def _reforms(t: Language, desk: Desk, known: CountrySummary) -> PrintedPart:
    rows = tuple(
        (reform_text(t, desk, layer, one), gain_text(t, desk, one)) for layer, one in reforms_of(known)
    )
    head = (t("charts.topic"), t("country.brief.remark"))
    return PrintedPart(t("country.rules.reforms"), (t("country.rules.reforms_note"),), head, rows, "reforms")


def _gaps(t: Language, desk: Desk, known: CountrySummary) -> PrintedPart:
    rows = []
    for gap in known.gaps.head(_GAPS).to_dict("records"):
        cell = item_name(t, desk, "measures", f"{gap['instrument']}.{gap['target_group']}")
        donor = ""
        if gap["donor_id"]:
            name = measure_title(t, desk, str(gap["donor_id"]))
            donor = t(
                "country.measures.donor", country=country_name(t, desk, str(gap["donor_area"])), name=name
            )
        having = t("country.coverage.count", part=t.number(gap["having"]), whole=t.number(gap["peers"]))
        note = own_note(t, desk, str(gap["own"]), str(gap["own_ids"]))
        rows.append((cell, having, donor, note))
    head = tuple(t(f"country.brief.{name}") for name in ("gap", "peers", "donor", "remark"))
    return PrintedPart(t("country.measures.gaps"), (t("policies.not_absent"),), head, tuple(rows), "gaps")
