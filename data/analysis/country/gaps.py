"""Where a country lacks what most of its peers have, in each layer, and the nearest that has it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from data.analysis.correlation.positions import LEAST_COUNTRIES
from data.analysis.regulation.answers import TRACKER

FRAMEWORK, TREATIES, DETERMINANTS, MEASURES = "framework", "treaties", "determinants", "measures"
# Of equally large gaps the first layer is named: a law can be passed sooner than a habit changes.
LAYERS = (FRAMEWORK, TREATIES, DETERMINANTS, MEASURES)
# A gap is what at least half of the peers have, of at least so many peers of whom it is known.
LEAST_PEERS = 3
# Topics of law whose lack may be the better choice: nobody has a gap there.
NEUTRAL = frozenset(
    {"cross_border_data", "de_minimis", "vat_digital_services", "vat_low_value_goods", "foreign_equity",
     "indirect_taxation"}
)  # fmt: skip
# Instruments that only make trade work; joining others is a choice of policy.
TECHNICAL = frozenset({"transactions"})
_HELD = frozenset({"in_force", "enacted"})
_PARTLY = frozenset({"partially_in_force", "signed"})
_LACKED = frozenset({"none", "draft", "not_party"})


@dataclass(frozen=True)
class Example:
    """Who has what is lacking: the country and the row behind it (law, treaty cell, indicator, measure).

    value: of an indicator; year: since when, or of the value; None where it is not known.
    """

    layer: str
    item: str
    area: str
    evidence: str
    value: float | None = None
    year: int | None = None


@dataclass(frozen=True)
class Gap:
    """What a country lacks: `having` of `peers` known ones have it, or are ahead of it.

    item: topic, treaty, indicator, or instrument.target_group; own: the country's answer, or empty; value,
    year: of an indicator.
    """

    layer: str
    item: str
    own: str
    having: int
    peers: int
    example: Example | None
    value: float | None = None
    year: int | None = None

    @property
    def share(self) -> float:
        """Share of the known peers that have it."""
        return self.having / self.peers


def is_gap(having: int, peers: int) -> bool:
    """Whether so many of so many peers make a lack a gap."""
    return peers >= LEAST_PEERS and 2 * having >= peers


def nearest(areas: Collection[str], remoteness: pd.Series) -> str | None:
    """The nearest of `areas` (km, indexed by ref_area), those of unknown distance last; None without any."""
    return min(areas, key=lambda area: (_far(remoteness.get(area)), area), default=None)


def _far(distance: object) -> float:
    value = float("inf") if distance is None else float(str(distance))
    return value if value == value else float("inf")


def rule_gaps(
    sourced: pd.DataFrame, everything: pd.DataFrame, area: str, peers: Sequence[str], remoteness: pd.Series,
    *, open_to: Mapping[str, Collection[str]] | None = None,
) -> list[Gap]:  # fmt: skip
    """Gaps in one layer of rules (legal framework or treaties).

    `sourced`, `everything`: answers of that layer with trust sourced and all. The country's answer has to be
    a sourced none, draft or not party, and nothing that anybody knows, in the register or the tracker, may
    say otherwise. `open_to`: treaty -> countries that may join; the treaties are gaps only where they are.
    """
    mine, doubts = _of(sourced, area), _of(everything, area)
    held = sourced[sourced["ref_area"].isin(list(peers)) & (sourced["ref_area"] != area)]
    found = []
    for item, row in mine.iterrows():
        code, answer = str(item), row["answer"]
        topic = code.removeprefix(TRACKER)
        if answer not in _LACKED or topic in NEUTRAL or _contradicted(doubts, topic):
            continue
        if open_to is not None and (row["group"] not in TECHNICAL or area not in open_to.get(code, ())):
            continue
        known = held[(held["item"] == code) & held["answer"].notna()]
        having = known[known["answer"].isin(_HELD)].set_index("ref_area")
        if not is_gap(len(having), len(known)):
            continue
        near = str(nearest(list(having.index), remoteness))
        law: dict[Any, Any] = having.loc[near].to_dict()
        since = law["valid_from"]
        layer = str(row["layer"])
        example = Example(
            layer, code, near, str(law["evidence"]), year=None if pd.isna(since) else int(since)
        )
        found.append(Gap(layer, code, str(answer), len(having), len(known), example))
    return found


def _of(answers: pd.DataFrame, area: str) -> pd.DataFrame:
    return answers[answers["ref_area"] == area].set_index("item")


def _contradicted(doubts: pd.DataFrame, topic: str) -> bool:
    """Whether the register or the tracker, verified or not, holds that there is something."""
    said = {doubts.at[item, "answer"] for item in (topic, f"{TRACKER}{topic}") if item in doubts.index}
    return bool(said & (_HELD | _PARTLY))


def determinant_gaps(
    placed: pd.DataFrame, area: str, peers: Sequence[str], indicators: Sequence[str], remoteness: pd.Series
) -> list[Gap]:
    """Indicators (with a better end) on which the country is in the lower half and half of the peers ahead.

    `placed`: columns of correlation.positions. The example is the nearest country of all that is ahead and
    in the upper half.
    """
    found = []
    for name in indicators:
        rows = placed[(placed["indicator"] == name) & (placed["n"] >= LEAST_COUNTRIES)].set_index("ref_area")
        if area not in rows.index:
            continue
        mine: dict[Any, Any] = rows.loc[area].to_dict()
        if not mine["place"] < 0.5:
            continue
        known = rows[rows.index.isin(list(peers)) & (rows.index != area)]
        ahead = known[known["rank"] < mine["rank"]]
        if not is_gap(len(ahead), len(known)):
            continue
        good = rows[(rows["place"] > 0.5) & (rows["rank"] < mine["rank"])]
        near = nearest(list(good.index), remoteness)
        example = None
        if near is not None:
            theirs: dict[Any, Any] = good.loc[near].to_dict()
            example = Example(DETERMINANTS, name, near, name, float(theirs["value"]), int(theirs["year"]))
        found.append(
            Gap(
                DETERMINANTS, name, "", len(ahead), len(known), example,
                float(mine["value"]), int(mine["year"]),
            )
        )  # fmt: skip
    return found


def measure_gaps(gaps: pd.DataFrame, since: Mapping[str, int | None]) -> list[Gap]:
    """Kinds of measures of which the register holds none, ended or unverified ones included.

    `gaps`: policies.donors; `since`: policy_id -> first year. A lack that a measure for all MSMEs reaches is
    left out: the group has something.
    """
    found = []
    bare = gaps[gaps["own"] == "none"] if len(gaps) else gaps
    for row in bare.to_dict("records"):
        having, peers = int(row["having"]), int(row["peers"])
        if not is_gap(having, peers) or not row["donor_id"]:
            continue
        item, donor = f"{row['instrument']}.{row['target_group']}", str(row["donor_id"])
        example = Example(MEASURES, item, str(row["donor_area"]), donor, year=since.get(donor))
        found.append(Gap(MEASURES, item, "none", having, peers, example))
    return found


def biggest(gaps: Sequence[Gap]) -> Gap | None:
    """The gap that the largest share of the known peers has closed; then by layer, number of peers, name."""
    return min(
        gaps, key=lambda gap: (-gap.share, LAYERS.index(gap.layer), -gap.peers, gap.item), default=None
    )
