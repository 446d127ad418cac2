"""A country against its peers, computed once per choice: cells, gaps with donors, and the words for them."""

from __future__ import annotations

import pandas as pd

from components import loaders
from components.i18n import Language
from components.kept import kept
from components.views.policies import known
from components.views.policies.choice import BenchmarkChoice
from data.analysis.policies.benchmark import Comparison, compare, gaps
from data.analysis.policies.donors import donors
from data.analysis.policies.peers import peers_of, remoteness
from data.analysis.policies.prepared import counted


@kept
def peers(choice: BenchmarkChoice) -> tuple[str, ...]:
    """The peers of the choice; none where what they are found by is not known."""
    nearest = loaders.catalog().policies.nearest_peers
    return peers_of(choice.area, choice.kind, known.facts(), nearest=nearest, by_hand=choice.by_hand)


@kept
def cells(choice: BenchmarkChoice) -> pd.DataFrame:
    """Every cell that the country or a peer has (columns of benchmark.COLUMNS)."""
    codes = loaders.catalog().codes
    comparison = Comparison(choice.area, peers(choice), choice.trust, choice.ended, choice.one_in)
    return compare(loaders.policies(), comparison, codes["instrument"], codes["target_group"])


@kept
def counted_rows(choice: BenchmarkChoice) -> pd.DataFrame:
    """The measures of the country and its peers that count."""
    rows = counted(loaders.policies(), choice.trust, ended=choice.ended)
    return rows[rows["ref_area"].isin([choice.area, *peers(choice)])]


@kept
def gaps_with_donors(choice: BenchmarkChoice) -> pd.DataFrame:
    """The gaps, the weightiest first, each with who fills it."""
    far = remoteness(choice.area, choice.near, known.facts())
    good = tuple(loaders.good_practices()["policy_id"].astype(str))
    return donors(gaps(cells(choice)), loaders.policies(), far, good)


def distance(t: Language, choice: BenchmarkChoice, remote: float) -> str:
    """How far a donor is, in the reader's words; empty where it is not known."""
    if remote != remote:
        return ""
    if choice.near == "gdp":
        return t("policies.times_gdp", ratio=t.number(remote, 1))
    return t("policies.km", distance=t.number(round(remote, -1)))


def own_note(t: Language, choice: BenchmarkChoice, own: str, own_ids: str) -> str:
    """Why a lack may be less than it seems; empty where nothing says so."""
    if own == "none" or not own:
        return ""
    names = [known.title(t, known.by_id()[one]) for one in own_ids.split(";") if one]
    return t(f"policies.benchmark.own.{own}", names=t.listing(names))


def paragraph(t: Language, choice: BenchmarkChoice, gap: dict[str, object]) -> str:
    """A paragraph for a brief: the gap, how many peers fill it, the donor, since when, and its page."""
    names = loaders.country_names(t.code)
    cell = known.cell_name(t, str(gap["instrument"]), str(gap["target_group"]))
    said = [
        t(
            "policies.brief.gap",
            country=names[choice.area],
            cell=cell,
            having=t.number(int(str(gap["having"]))),
            peers=t.number(int(str(gap["peers"]))),
            basis=t(f"policies.benchmark.basis.{choice.kind}"),
        )
    ]
    note = own_note(t, choice, str(gap["own"]), str(gap["own_ids"]))
    if note:
        said.append(note)
    donor = known.by_id().get(str(gap["donor_id"]))
    if donor is None:
        said.append(t("policies.brief.no_donor"))
        return " ".join(said)
    said.append(
        t(
            "policies.brief.donor",
            country=names[str(donor["ref_area"])],
            name=known.title(t, donor),
            agency=str(donor["agency"]),
        )
    )
    said.append(known.description(t, donor))
    when = known.years(t, donor)
    said.append(
        t("policies.brief.when", years=when, status=known.phase(t, donor))
        if when
        else t("policies.brief.undated", status=known.phase(t, donor))
    )
    said.append(_source(t, donor))
    return " ".join(said)


def _source(t: Language, donor: known.Row) -> str:
    """The page of the donor, and the day it was checked where the register knows it."""
    url, checked = str(donor["source_url"]), donor["checked_on"]
    if not checked:
        return t("policies.brief.source_undated", url=url)
    return t("policies.brief.source", url=url, day=t.day(str(checked)))
