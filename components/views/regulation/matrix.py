"""The matrix of rules: what each country answers to each topic, with totals per country and per topic."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any

import pandas as pd
import streamlit as st

from components import loaders, state
from components.charts.regulation.matrix import build_rules_matrix
from components.i18n import Language
from components.kept import kept
from components.views import labels
from components.views.cards import Card, Column, Table, chart_key, draw_card
from components.views.regulation import known
from components.views.regulation.cell import draw_cell
from components.views.regulation.choice import ALL, Choice, this_year
from components.views.regulation.filters import draw_filters, draw_year
from components.views.regulation.order import ordered
from data.analysis.regulation.summary import SUM, kinds, totals

_KEY, _MARKS = "rules-matrix", "cell"
# Stands in the place of a country between two regions.
_GAP = "\u2002"


def draw_matrix(t: Language, choice: Choice) -> None:
    """Draw the section: filters, year, matrix, and what lies behind the cell that was opened."""
    draw_filters(t, choice)
    draw_year(t, choice)
    draw_card(t, matrix_card(t, choice, labels.theme()))
    draw_cell(t, choice)


@kept
def matrix_card(t: Language, choice: Choice, theme: str) -> Card | str:
    """The matrix card, or why there is none."""
    # All that is known is drawn, its trust shown; totals count what the reader trusts.
    cells = known.answers(choice.layer, choice.year, "all")
    cells = cells[cells["ref_area"].isin(choice.areas)]
    if choice.group != ALL:
        cells = cells[cells["group"] == choice.group]
    if cells.empty:
        return t("regulation.matrix.none")
    treaties = loaders.treaties() if choice.layer == known.TREATIES else None
    today = None if choice.year is None else known.answers(choice.layer, None, "all")
    cells = kinds(cells, treaties, loaders.region_of(), today)
    sums = totals(cells, trust=choice.trust, regions=loaders.region_of())
    areas = ordered(choice, sums)
    frame = _drawn(t, choice, cells, sums, areas)
    items = cells["item"].nunique()
    return Card(
        key=_KEY,
        variant=_variant(choice),
        title=_title(t, choice),
        unit=t(f"regulation.matrix.unit.{choice.layer}"),
        reading=_reading(t, choice, sums),
        spec=build_rules_matrix(
            language=t.code,
            theme=theme,
            labels=labels.chart(t),
            rows=int(frame["row"].nunique()) + 7,
            columns=items + 1,
            names=_key(t, choice, cells),
        ),
        frame=frame,
        table=_table(t, choice, cells),
        datasets=known.DATASETS[choice.layer],
        note=" ".join(_notes(t, choice)),
        marks=_MARKS,
        on_select=lambda: _clicked(choice),
    )


def _title(t: Language, choice: Choice) -> str:
    layer = t(f"regulation.layers.{choice.layer}")
    if choice.year is None:
        return t("regulation.matrix.title", layer=layer)
    return t("regulation.matrix.title_past", layer=layer, year=choice.year)


def _variant(choice: Choice) -> str:
    return f"{choice.layer}-{choice.group}-{choice.region}-{choice.sort}-{choice.year}"


def _clicked(choice: Choice) -> None:
    """Open the cell that was clicked."""
    marked = st.session_state[chart_key(_KEY, _variant(choice))].selection.get(_MARKS, [])
    for point in marked:
        if point.get("ref_area") and point.get("item"):
            state.write(cell=f"{point['ref_area']}:{point['item']}")


def _key(t: Language, choice: Choice, cells: pd.DataFrame) -> tuple[tuple[str, str], ...]:
    """The kinds that occur, each with its letter and word."""
    found = cells.drop_duplicates("kind").set_index("kind")["answer"]
    order = [kind for kind in known.KINDS[choice.layer] if kind in found.index]
    return tuple((kind, known.key_text(t, choice.layer, kind, found[kind])) for kind in order)


def _drawn(
    t: Language, choice: Choice, cells: pd.DataFrame, sums: pd.DataFrame, areas: list[str]
) -> pd.DataFrame:
    """The frame of the chart: countries in order with a gap between regions, then the totals."""
    names, regions = loaders.country_names(t.code), loaders.region_of()
    items = list(cells["item"].drop_duplicates())
    item_names = {item: known.item_name(t, choice.layer, item) for item in items}
    by_area: dict[str, list[dict[Hashable, Any]]] = {area: [] for area in areas}
    for cell in cells.to_dict("records"):
        by_area[cell["ref_area"]].append(cell)
    shares = sums[sums["item"] == SUM].set_index("ref_area")["share"]
    rows: list[dict[str, object]] = []
    last = ""
    for area in areas:
        if last and choice.sort == "name" and regions[area] != last:
            rows.append({"row": _GAP, "column": item_names[items[0]], "kind": "gap", "sourced": True})
        last = regions[area]
        label = f"{area} {names[area]}"
        for cell in by_area[area]:
            rows.append(
                {
                    "row": label,
                    "column": item_names[cell["item"]],
                    "kind": cell["kind"],
                    "letter": known.letter(t, choice.layer, cell["kind"], cell["answer"]),
                    "sourced": cell["verification"] != "unverified",
                    "ref_area": area,
                    "item": cell["item"],
                    "country_label": names[area],
                    "item_label": item_names[cell["item"]],
                    "answer_text": known.cell_text(t, choice.layer, cell["kind"], cell["answer"]),
                    "since_text": known.year_text(t, cell["valid_from"]),
                    "trust_text": known.trust_name(t, cell["verification"]),
                }
            )
        rows.append(_total(t, choice, label, t("regulation.matrix.complete"), shares.get(area)))
    for row in sums[sums["item"] != SUM].to_dict("records"):
        where = t("regulation.matrix.total", region=t.code_label("region", row["region"]))
        rows.append(_total(t, choice, where, item_names[row["item"]], row["share"]))
    # Texts that recur travel once.
    frame = pd.DataFrame(rows)
    return frame.astype(dict.fromkeys(frame.columns.difference(["sourced"]), "category"))


def _total(t: Language, choice: Choice, row: str, column: str, share: float | None) -> dict[str, object]:
    return {
        "row": row,
        "column": column,
        "kind": "sum",
        # A sign of percent in every cell would not fit a phone; the row and the column say what it is.
        "letter": t.number(100 * share) if share is not None and share == share else t("cards.missing_mark"),
        "sourced": True,
    }


def _reading(t: Language, choice: Choice, sums: pd.DataFrame) -> str:
    per_item = sums[(sums["item"] != SUM)].groupby("item", sort=False)[["have", "of"]].sum()
    share = (per_item["have"] / per_item["of"].where(per_item["of"] > 0)).dropna()
    if share.empty:
        return t("regulation.matrix.nothing_known")
    ranked = share.sort_values(ascending=False, kind="stable")
    return t(
        f"regulation.matrix.reading.{choice.layer}",
        best=known.item_name(t, choice.layer, str(ranked.index[0])),
        best_share=t.percent(float(ranked.iloc[0]), 0),
        worst=known.item_name(t, choice.layer, str(ranked.index[-1])),
        worst_share=t.percent(float(ranked.iloc[-1]), 0),
    )


def _notes(t: Language, choice: Choice) -> list[str]:
    said = [t("regulation.matrix.hint"), t("regulation.matrix.pale")]
    if choice.layer != known.RDTII:
        said.append(t(f"regulation.matrix.totals.{choice.trust}"))
    if choice.layer == "rdtii":
        missing = len(loaders.catalog().ref_areas) - len(known.areas("rdtii"))
        said += [t("regulation.matrix.missing", count=missing), t("regulation.matrix.phone")]
    if choice.year is not None and choice.year < this_year():
        said.append(t("regulation.matrix.past"))
    return said


def _table(t: Language, choice: Choice, cells: pd.DataFrame) -> Table:
    names = loaders.country_names(t.code)
    pairs = list(zip(cells["kind"], cells["answer"], strict=True))
    frame = cells.assign(
        country=cells["ref_area"].map(names),
        topic=[known.item_name(t, choice.layer, item) for item in cells["item"]],
        said=[known.cell_text(t, choice.layer, kind, answer) for kind, answer in pairs],
        trust=[known.trust_name(t, code) for code in cells["verification"]],
    )
    return Table(
        frame,
        (
            Column("ref_area", t("columns.ref_area")),
            Column("country", t("columns.country")),
            Column("topic", t("charts.topic")),
            Column("said", t("charts.answer")),
            Column("valid_from", t("charts.since"), "year"),
            Column("trust", t("charts.trust")),
        ),
    )
