"""Two to four countries side by side, item by item: answers, instruments, provisions, numbers and sources."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from html import escape
from typing import Any

import pandas as pd
import streamlit as st

from components import loaders
from components.i18n import Language
from components.kept import kept
from components.markup import plain
from components.views.cards import (
    Column,
    Metric,
    Table,
    draw_empty,
    draw_metrics,
    draw_table_downloads,
    source_line,
)
from components.views.regulation import known
from components.views.regulation.choice import ALL, Choice
from components.views.regulation.compare_choice import countries, draw_pickers, only_different
from components.views.regulation.compare_rows import compared
from components.views.regulation.law_rows import links
from data.analysis.regulation.comparison import ALIKE, DIFFERENT, OPEN
from data.analysis.regulation.facts import Trust

Row = Mapping[Any, Any]


@dataclass(frozen=True)
class _Asked:
    """What is compared; hashable, so it can key a cache."""

    layer: str
    areas: tuple[str, ...]
    trust: Trust
    group: str
    only_different: bool

    @property
    def brief(self) -> bool:
        """Whether records are left out: those of all 61 indicators would be hundreds."""
        return self.layer == "rdtii" and self.group == ALL


def draw_compare(t: Language, choice: Choice) -> None:
    """Draw the section: pickers, how much differs, and the items in groups."""
    areas = countries(choice)
    draw_pickers(t, choice, areas)
    if choice.year is not None:
        st.caption(t("regulation_topic.today", year=choice.year))
    _say_missing(t, choice, areas)
    if len(areas) < 2:
        draw_empty(t, t("regulation_compare.too_few"))
        return
    asked = _Asked(choice.layer, areas, choice.trust, choice.group, only_different())
    draw_metrics(t, _figures(t, asked), "compare")
    if _shown(t, asked).empty:
        draw_empty(t, t("regulation_compare.nothing_differs"), t("regulation_compare.show_all"))
        return
    if asked.brief:
        st.caption(t("regulation_compare.choose_pillar"))
    for group, said in _groups(t, asked):
        st.markdown(f"#### {plain(known.group_name(t, choice.layer, group))}")
        st.html(said)
    datasets = known.DATASETS[choice.layer]
    if choice.layer == "framework":
        st.caption(t("laws.no_advice"))
    if choice.layer == "rdtii":
        st.caption(t("regulation_scores.not_bad"))
    st.caption(source_line(t, datasets))
    title, unit = _title(t, choice, areas), t("regulation_compare.unit")
    draw_table_downloads(t, f"compare-{choice.layer}", title, unit, _table(t, asked), datasets)


def _say_missing(t: Language, choice: Choice, areas: tuple[str, ...]) -> None:
    """Countries of the URL of which the layer knows nothing, by name."""
    names = loaders.country_names(t.code)
    absent = [names[area] for area in choice.countries if area not in areas]
    if absent:
        st.caption(plain(t("regulation_compare.absent", names=t.listing(absent))))


@kept
def _shown(t: Language, asked: _Asked) -> pd.DataFrame:
    """The rows of the items shown."""
    rows = compared(t, asked.layer, asked.areas, asked.trust)
    if asked.group != ALL:
        rows = rows[rows["group"] == asked.group]
    return rows[rows["verdict"] == DIFFERENT] if asked.only_different else rows


@kept
def _groups(t: Language, asked: _Asked) -> tuple[tuple[str, str], ...]:
    """Groups with their items as HTML."""
    made = []
    for group, inside in _shown(t, asked).groupby("group", sort=False):
        items = [_item(t, asked.layer, item, asked.brief) for _, item in inside.groupby("item", sort=False)]
        made.append((str(group), "".join(items)))
    return tuple(made)


@kept
def _figures(t: Language, asked: _Asked) -> tuple[Metric, ...]:
    rows = _shown(t, replace(asked, only_different=False))
    counted = rows.drop_duplicates("item")["verdict"].value_counts()
    of = t("regulation_compare.of_items", count=t.number(int(counted.sum())))
    return tuple(
        Metric(
            t(f"regulation_compare.verdicts.{verdict}"),
            t.number(int(counted.get(verdict, 0))),
            note=of,
            help=t(f"regulation_compare.verdict_help.{verdict}"),
        )
        for verdict in (DIFFERENT, ALIKE, OPEN)
    )


def _title(t: Language, choice: Choice, areas: tuple[str, ...]) -> str:
    names = loaders.country_names(t.code)
    return t(
        "regulation_compare.title",
        layer=t(f"regulation.layers.{choice.layer}"),
        names=t.listing(names[area] for area in areas),
    )


def _item(t: Language, layer: str, rows: pd.DataFrame, brief: bool) -> str:
    """One item as HTML: its name, whether the countries differ, and a column per country."""
    first = rows.iloc[0]
    sides = [
        _side(t, layer, side.to_dict("records"), brief) for _, side in rows.groupby("ref_area", sort=False)
    ]
    verdict = t(f"regulation_compare.verdicts.{first['verdict']}")
    return (
        f'<section class="compared"><h5>{escape(str(first["item_label"]))} '
        f'<span class="state {first["verdict"]}">{escape(verdict)}</span></h5>'
        f'<div class="sides of{len(sides)}">{"".join(sides)}</div></section>'
    )


def _side(t: Language, layer: str, rows: list[dict[Any, Any]], brief: bool) -> str:
    head = rows[0]
    answer = head["answer_text"]
    if layer == "rdtii":
        answer = t("regulation_compare.score", score=answer)
    records = "" if brief else "".join(_record(t, row) for row in rows if row["title"] or row["provision"])
    return (
        f"<div><strong>{escape(str(head['country']))}</strong> · "
        f'<span class="answer">{escape(str(answer))}</span>{records}</div>'
    )


def _record(t: Language, row: Row) -> str:
    facts = " · ".join(str(row[name]) for name in ("years_text", "amount_text") if row[name])
    said = [f'<span class="named">{escape(str(row["title"]))}</span> ']
    if facts:
        said.append(f'<span class="facts">{escape(facts)}</span>')
    if row["provision"]:
        said.append(f"<p>{escape(str(row['provision']))}</p>")
    if row["record_trust"]:
        mark = "trusted" if row["sourced"] else "doubtful"
        said.append(f'<span class="{mark}">{escape(str(row["record_trust"]))}</span> ')
    said.append(links(t, str(row["page"]), str(row["official"])))
    return f'<div class="record">{"".join(said)}</div>'


@kept
def _table(t: Language, asked: _Asked) -> Table:
    rows = _shown(t, asked)
    columns = {
        "item_label": "charts.topic",
        "verdict_text": "regulation_compare.verdict",
        "ref_area": "columns.ref_area",
        "country": "columns.country",
        "answer_text": "charts.answer",
        "title": "laws.title_column",
        "years_text": "charts.since",
        "provision": "laws.provision",
        "amount_text": "columns.value",
        "record_trust": "columns.trust",
        "page": "columns.source",
        "official": "datasets.columns.official_url",
    }
    told = rows.assign(verdict_text=[t(f"regulation_compare.verdicts.{code}") for code in rows["verdict"]])
    return Table(told, tuple(Column(name, t(key)) for name, key in columns.items()))
