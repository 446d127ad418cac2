"""Origin by destination: every member with every other, and the rest of the world."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from components import loaders, state
from components.charts.flows import SPACERS, build_flow_matrix, prepare_flow_matrix
from components.i18n import Language
from components.kept import kept
from components.views import labels
from components.views.cards import Card, Column, Table, draw_card
from components.views.cross_region import known
from components.views.cross_region.choice import FlowChoice
from data.analysis import flows

# Regions of the rows and of the columns; all of them first.
PARTS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "all": (("east_asia", "latin_america", "rest"),) * 2,
    "east_to_west": (("east_asia",), ("latin_america",)),
    "west_to_east": (("latin_america",), ("east_asia",)),
    "within_east_asia": (("east_asia",), ("east_asia",)),
    "within_latin_america": (("latin_america",), ("latin_america",)),
}


def draw_matrix(t: Language, choice: FlowChoice) -> None:
    """Draw the card with its picker of regions, which makes the matrix fit a phone."""
    part = state.one("part", tuple(PARTS), "all")
    st.segmented_control(
        t("cross_region.matrix.part"),
        tuple(PARTS),
        format_func=lambda code: (
            t("filters.all") if code == "all" else t(f"cross_region.figures.{code}.label")
        ),
        required=True,
        **state.bound("part", part, lambda code: None if code == "all" else str(code)),
    )
    draw_card(t, flow_matrix_card(t, choice, part, labels.theme()))


@kept
def flow_matrix_card(t: Language, choice: FlowChoice, part: str, theme: str) -> Card | str:
    """Countries of visitors by countries of marketplaces for a part of PARTS, or why there is none."""
    held = known.known_flows(choice.selection)
    pairs = flows.flow_matrix(held, year=choice.year, base=choice.base)
    origins, destinations = (_shown(held, regions) for regions in PARTS[part])
    pairs = pairs.astype({"counterpart_area": str, "ref_area": str})
    # Nobody counts visits from the rest of the world to the rest of the world.
    pairs = pairs[
        pairs["counterpart_area"].isin(origins)
        & pairs["ref_area"].isin(destinations)
        & ~((pairs["counterpart_area"] == "_O") & (pairs["ref_area"] == "_O"))
    ].reset_index(drop=True)
    away = pairs[~pairs["home"]]
    if away["visits"].sum() <= 0:
        return t("cross_region.none")
    names = {area: labels.area_name(t, area) for area in held.areas}
    members = away[(away["counterpart_area"] != "_O") & (away["ref_area"] != "_O")]
    most = members.sort_values("visits", ascending=False).iloc[0]
    told = pairs.assign(
        origin_label=pairs["counterpart_area"].map(names),
        destination_label=pairs["ref_area"].map(names),
        obs_status="E",
    )
    said = [t("cross_region.matrix.note_home")] if pairs["home"].any() else []
    said += [t("cross_region.matrix.note_rest")] if "_O" in origins else []
    return Card(
        key="flow-matrix",
        title=t("cross_region.matrix.title", year=choice.year),
        unit=t("cross_region.matrix.unit", year=choice.year),
        reading=t(
            "visitors.matrix.reading",
            origin=names[most["counterpart_area"]],
            destination=names[most["ref_area"]],
            visits=t.compact(most["visits"]),
        ),
        spec=build_flow_matrix(
            language=t.code,
            theme=theme,
            labels=labels.chart(t),
            rows=len(origins) + len(SPACERS),
            columns=len(destinations),
        ),
        frame=_drawn(t, choice, told),
        table=Table(
            told.assign(change=known.changes(choice, told["change"])),
            (
                Column("origin_label", t("columns.origin")),
                Column("destination_label", t("columns.destination")),
                Column("visits", t("columns.visits"), "amount"),
                Column("share", t("cross_region.share_abroad"), "percent"),
                Column("change", t("cross_region.change", year=choice.base), "change"),
                Column("obs_status", t("columns.obs_status")),
            ),
        ),
        datasets=known.DATASETS,
        note=" ".join(said) or None,
        variant=part,
    )


def _shown(held: flows.Flows, regions: tuple[str, ...]) -> list[str]:
    return [area for area, region in zip(held.areas, held.regions, strict=True) if region in regions]


def _drawn(t: Language, choice: FlowChoice, told: pd.DataFrame) -> pd.DataFrame:
    """The frame of the chart: labels that begin with the code, in display order, a gap between regions."""
    areas = {*told["counterpart_area"].unique(), *told["ref_area"].unique()}
    names = {area: labels.area_name(t, area) for area in areas}
    codes = {area: f"{area} {name}" for area, name in names.items()}
    codes["_O"] = f"\u2022\u2022\u2022 {labels.area_name(t, '_O')}"
    rows, columns = (_parted(told[side]) for side in ("counterpart_area", "ref_area"))
    # A gap is a place of its own in the order; one cell of it is enough to hold that place open.
    order = [
        (row, column)
        for row in rows
        for column in columns
        if (row not in SPACERS or column == columns[0]) and (column not in SPACERS or row == rows[0])
    ]
    placed = told.set_index(["counterpart_area", "ref_area"])[["visits", "change", "home"]].reindex(order)
    known_pairs = placed["visits"].notna().to_numpy()
    frame = pd.DataFrame(
        {
            "origin": pd.Categorical([codes.get(row, row) for row, _ in order]),
            "destination": pd.Categorical([codes.get(column, column) for _, column in order]),
            "visits": placed["visits"].to_numpy(),
            "change": known.changes(choice, placed["change"]).to_numpy(),
            "home": known_pairs & (placed["home"] == True).to_numpy(),  # noqa: E712
        }
    )
    return prepare_flow_matrix(frame, language=t.code)


def _parted(areas: pd.Series) -> list[str]:
    """The areas in order with a gap where the region changes."""
    out: list[str] = []
    regions, gaps, last = loaders.region_of(), iter(SPACERS), None
    for area in areas.unique():
        region = regions.get(area, flows.REST)
        if last is not None and region != last:
            out.append(next(gaps))
        out.append(area)
        last = region
    return out
