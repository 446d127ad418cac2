"""One layer of rules as rows of a matrix: the country first, then those it is compared with."""

from __future__ import annotations

import pandas as pd

from components import loaders
from components.charts.regulation.matrix import build_rules_matrix
from components.i18n import Language
from components.kept import kept
from components.views import labels
from components.views.cards import Card, Column, Table
from components.views.country import known
from components.views.country.choice import Choice
from components.views.regulation import known as answers
from data.analysis.country.rules import measure_of, rules_panel
from data.analysis.regulation.similarity import compare, nearest
from data.analysis.regulation.summary import SUM, kinds, totals

# Room for the names of the items above the rows, in rows; those of RDTII are numbers.
_HEAD = {answers.FRAMEWORK: 9, answers.TREATIES: 9, answers.RDTII: 4}


@kept
def rules_card(t: Language, choice: Choice, layer: str, theme: str) -> Card | str:
    """The card of a layer; all that is known is drawn, what nobody verified is pale."""
    desk = known.desk()
    areas = _ordered(choice, layer)
    treaties = loaders.treaties() if layer == answers.TREATIES else None
    cells = kinds(desk.answers(layer, "all"), treaties, loaders.region_of())
    cells = cells[cells["ref_area"].isin(areas)]
    name = loaders.country_names(t.code)[choice.area]
    frame = pd.concat([_drawn(t, layer, cells, areas), _totals(t, cells, areas)], ignore_index=True)
    said = cells.drop_duplicates("kind").set_index("kind")["answer"]
    order = [kind for kind in answers.KINDS[layer] if kind in said.index]
    return Card(
        key=f"country-{layer}",
        title=t(
            "country.rules.title_rdtii" if layer == answers.RDTII else "country.rules.title",
            layer=t(f"regulation.layers.{layer}"),
            country=name,
        ),
        unit=t(f"regulation.matrix.unit.{layer}"),
        reading=_reading(t, layer, cells[cells["ref_area"] == choice.area], name),
        spec=build_rules_matrix(
            language=t.code,
            theme=theme,
            labels=labels.chart(t),
            rows=len(areas) + _HEAD[layer],
            columns=cells["item"].nunique() + 1,
            names=tuple((kind, answers.key_text(t, layer, kind, said[kind])) for kind in order),
        ),
        frame=frame,
        table=_table(t, layer, cells, areas),
        datasets=answers.DATASETS[layer],
        note=t("country.rules.note_rdtii" if layer == answers.RDTII else "country.rules.note"),
    )


def _ordered(choice: Choice, layer: str) -> list[str]:
    """The country, then peers and partners: those with a similarity first, then the rest.

    So few members are scored in RDTII that all of them are shown.
    """
    desk = known.desk()
    panel = rules_panel(desk, layer)
    others = {*known.summary(choice).peers, *choice.partners}
    if layer == answers.RDTII:
        others = set(panel.areas)
    near = [one.area for one in nearest(compare(panel, measure_of(desk)), choice.area)]
    rest = [area for area in panel.areas if area not in near]
    return [choice.area, *(area for area in (*near, *rest) if area in others and area != choice.area)]


def _drawn(t: Language, layer: str, cells: pd.DataFrame, areas: list[str]) -> pd.DataFrame:
    names = loaders.country_names(t.code)
    place = {area: at for at, area in enumerate(areas)}
    ordered = cells.sort_values("ref_area", key=lambda held: held.map(place), kind="stable")
    items = {item: answers.item_name(t, layer, item) for item in ordered["item"].unique()}
    pairs = list(zip(ordered["kind"], ordered["answer"], strict=True))
    return pd.DataFrame(
        {
            "row": [f"{area} {names[area]}" for area in ordered["ref_area"]],
            "column": ordered["item"].map(items).to_numpy(),
            "kind": ordered["kind"].to_numpy(),
            "letter": [answers.letter(t, layer, *pair) for pair in pairs],
            "sourced": (ordered["verification"] != "unverified").to_numpy(),
            "ref_area": ordered["ref_area"].to_numpy(),
            "item": ordered["item"].to_numpy(),
            "country_label": ordered["ref_area"].map(names).to_numpy(),
            "item_label": ordered["item"].map(items).to_numpy(),
            "answer_text": [answers.cell_text(t, layer, *pair) for pair in pairs],
            "since_text": [answers.year_text(t, year) for year in ordered["valid_from"]],
            "trust_text": [answers.trust_name(t, code) for code in ordered["verification"]],
        }
    )


def _totals(t: Language, cells: pd.DataFrame, areas: list[str]) -> pd.DataFrame:
    """The last column: how complete each country is, of what is sourced."""
    names = loaders.country_names(t.code)
    sums = totals(cells, trust="sourced", regions=loaders.region_of())
    shares = sums[sums["item"] == SUM].set_index("ref_area")["share"]
    return pd.DataFrame(
        {
            "row": [f"{area} {names[area]}" for area in areas],
            "column": t("regulation.matrix.complete"),
            "kind": "sum",
            "letter": [t.number(100 * shares.get(area, float("nan"))) for area in areas],
            "sourced": True,
        }
    )


def _reading(t: Language, layer: str, mine: pd.DataFrame, name: str) -> str:
    applies = mine[mine["kind"] != "not_applicable"]
    answered = applies[applies["answer"].notna()]
    counts = {"country": name, "known": t.number(len(answered)), "total": t.number(len(applies))}
    if layer == answers.RDTII:
        return t("country.rules.reading_rdtii", **counts)
    have = int(answered["kind"].isin(["full", "enacted", "part"]).sum())
    return t("country.rules.reading", have=t.number(have), **counts)


def _table(t: Language, layer: str, cells: pd.DataFrame, areas: list[str]) -> Table:
    frame = _drawn(t, layer, cells, areas)
    return Table(
        frame,
        (
            Column("ref_area", t("columns.ref_area")),
            Column("country_label", t("columns.country")),
            Column("item_label", t("charts.topic")),
            Column("answer_text", t("charts.answer")),
            Column("since_text", t("charts.since")),
            Column("trust_text", t("charts.trust")),
        ),
    )
