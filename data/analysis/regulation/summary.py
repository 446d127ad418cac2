"""What the matrix of rules shows besides answers: how a cell looks, and totals per country and per item."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from data.analysis.regulation.facts import SOURCED, Trust

SUM = "_sum"
_KIND = {
    "in_force": "full",
    "enacted": "enacted",
    "partially_in_force": "part",
    "signed": "part",
    "draft": "draft",
    "none": "none",
    "not_party": "none",
}
NOT_APPLICABLE, UNKNOWN, BEFORE = "not_applicable", "unknown", "before"
_REGIONAL = ("east_asia", "latin_america")


def kinds(
    cells: pd.DataFrame,
    treaties: pd.DataFrame | None,
    region_of: Mapping[str, str],
    today: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """The answers (one layer) with `kind`: how the cell looks.

    An answer stands for itself where it is a score. Not applicable: the country does not take part in an
    instrument that is open to the other region only (`treaties`: treaty, open_to). Before: nothing held in a
    past year that holds `today` (the answers of today); an instrument before that one may have existed.
    """
    answer = cells["answer"]
    kind = answer.map(_KIND).where(answer.map(_KIND).notna(), answer).fillna(UNKNOWN)
    if treaties is not None:
        open_to = cells["item"].map(dict(zip(treaties["treaty"], treaties["open_to"], strict=True)))
        closed = open_to.isin(_REGIONAL) & (open_to != cells["ref_area"].map(region_of))
        kind = kind.mask(closed & ~kind.isin(["full", "enacted", "part"]), NOT_APPLICABLE)
    if today is not None:
        keys = pd.MultiIndex.from_frame(cells[["ref_area", "item"]])
        now = today.set_index(["ref_area", "item"])["answer"].map(_KIND).reindex(keys).to_numpy()
        kind = kind.mask((kind == "none") & (now != "none"), BEFORE)
    return cells.assign(kind=kind)


def totals(cells: pd.DataFrame, *, trust: Trust, regions: Mapping[str, str]) -> pd.DataFrame:
    """How much is in place: ref_area, region, item, have, of, known, share (NaN where nothing is known).

    One row per country (item SUM): the mean score of what is known. One row per region and item
    (ref_area ''): `have` adds up the scores of the `of` countries whose answer is known. Cells that do not
    apply count nowhere; `trust` sourced leaves out what nobody verified.
    """
    counted = cells[cells["score"].notna() & (cells["kind"] != NOT_APPLICABLE)]
    if trust == SOURCED:
        counted = counted[counted["verification"] == SOURCED]
    counted = counted.assign(region=counted["ref_area"].map(regions))
    applies = cells[cells["kind"] != NOT_APPLICABLE]
    per_area = _shares(counted, ["ref_area"], applies.groupby("ref_area", sort=False).size())
    per_area = per_area.assign(item=SUM, region=per_area["ref_area"].map(regions))
    where = applies.assign(region=applies["ref_area"].map(regions))
    per_item = _shares(counted, ["region", "item"], where.groupby(["region", "item"], sort=False).size())
    frame = pd.concat([per_area, per_item.assign(ref_area="")], ignore_index=True)
    return frame[["ref_area", "region", "item", "have", "of", "known", "share"]]


def _shares(counted: pd.DataFrame, by: list[str], applies: pd.Series) -> pd.DataFrame:
    """Scores added up over the cells that are known, for every group in which a cell applies."""
    grouped = counted.groupby(by, sort=False)["score"].agg(["sum", "size"]).reindex(applies.index)
    have, of = grouped["sum"], grouped["size"].fillna(0)
    frame = pd.DataFrame(
        {
            "have": have.fillna(0.0),
            "of": of.astype(int),
            "known": of / applies,
            "share": have / of.where(of > 0),
        }
    )
    return frame.reset_index()
