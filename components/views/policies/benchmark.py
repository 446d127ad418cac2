"""Benchmark: a country against peers of the reader's choice, the picture, the gaps and who fills them."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from components import loaders
from components.charts.policies.axes import head_of
from components.charts.policies.benchmark import VERDICTS, build_benchmark_chart
from components.faults import guarded
from components.i18n import Language
from components.kept import kept
from components.views import labels
from components.views.cards import Card, Column, Metric, Table, draw_card, draw_empty, draw_metrics
from components.views.policies import choice as choices
from components.views.policies import compared, known
from components.views.policies.benchmark_controls import draw_controls
from components.views.policies.choice import BenchmarkChoice
from components.views.policies.gap_list import draw_alone, draw_gaps
from data.analysis.policies.counts import coverage


def draw_benchmark(t: Language) -> None:
    """Draw the section."""
    choice = choices.read_benchmark()
    draw_controls(t, choice)
    peers = compared.peers(choice)
    names = loaders.country_names(t.code)
    if not peers:
        hint = "choose_peers" if choice.kind == "hand" else "no_peers"
        draw_empty(t, t(f"policies.benchmark.{hint}", country=names[choice.area]))
        return
    st.caption(
        t("policies.benchmark.peers_are", peers=t.listing([names[area] for area in peers]))
        + " "
        + t(f"policies.benchmark.peers_by.{choice.kind}")
    )
    _figures(t, choice)
    with guarded(t):
        draw_card(t, benchmark_card(t, choice, labels.theme()))
    with guarded(t):
        draw_gaps(t, choice)
    with guarded(t):
        draw_alone(t, choice)


def _figures(t: Language, choice: BenchmarkChoice) -> None:
    table = compared.cells(choice)
    counts = table["verdict"].value_counts()
    held = coverage(known.counted("all"), [choice.area]).iloc[0]
    draw_metrics(
        t,
        [
            *(
                Metric(
                    t(f"policies.benchmark.figures.{code}.label"),
                    t.number(int(counts.get(code, 0))),
                    help=t(f"policies.benchmark.figures.{code}.help"),
                )
                for code in VERDICTS
            ),
            Metric(
                t("policies.benchmark.figures.coverage.label"),
                t.number(int(held["measures"])),
                note=t("policies.benchmark.sourced", share=t.percent(held["sourced_share"], 0)),
                help=t("policies.benchmark.figures.coverage.help"),
            ),
        ],
        key="benchmark",
    )
    if held["sourced"] < loaders.catalog().policies.thin_coverage:
        st.warning(t("policies.benchmark.thin", count=t.number(int(held["sourced"]))))


@kept
def benchmark_card(t: Language, choice: BenchmarkChoice, theme: str) -> Card | str:
    """The comparison with the peers, or why there is none."""
    table = compared.cells(choice)
    if table.empty:
        return t("policies.none")
    told = _told(t, choice, table)
    counts = table["verdict"].value_counts()
    name = loaders.country_names(t.code)[choice.area]
    return Card(
        key="benchmark",
        title=t("policies.benchmark.title", country=name),
        unit=t("policies.benchmark.unit"),
        reading=t(
            "policies.benchmark.reading",
            country=name,
            **{code: t.number(int(counts.get(code, 0))) for code in VERDICTS},
        ),
        spec=build_benchmark_chart(
            language=t.code,
            theme=theme,
            labels=labels.chart(t),
            rows=len(loaders.catalog().codes["instrument"]),
        ),
        frame=_grid(t, told),
        table=Table(
            told,
            (
                Column("instrument_label", t("datasets.columns.instrument")),
                Column("group_label", t("datasets.columns.target_groups")),
                Column("verdict_label", t("charts.verdict")),
                Column("having", t("charts.peers_having"), "number"),
                Column("peers", t("policies.benchmark.peers_counted"), "number"),
                Column("note", t("columns.note")),
                Column("peer_names", t("policies.benchmark.peers_named")),
            ),
        ),
        datasets=known.DATASETS,
        note=" ".join(
            [
                t("policies.benchmark.rule", count=t.number(choice.one_in)),
                known.doubts(t, compared.counted_rows(choice)),
                t("policies.not_absent"),
            ]
        ),
        variant=f"{choice.area}-{choice.kind}-{'-'.join(choice.by_hand)}-{choice.trust}-{choice.ended}",
    )


def _told(t: Language, choice: BenchmarkChoice, table: pd.DataFrame) -> pd.DataFrame:
    names = loaders.country_names(t.code)
    return table.assign(
        instrument_label=[t.code_label("instrument", code) for code in table["instrument"]],
        group_label=[t.code_label("target_group", code) for code in table["target_group"]],
        verdict_label=[t(f"charts.verdict_{code}") for code in table["verdict"]],
        letter=[t(f"policies.benchmark.letters.{code}") for code in table["verdict"]],
        having_text=[
            t("policies.of", part=t.number(having), whole=t.number(peers))
            for having, peers in zip(table["having"], table["peers"], strict=True)
        ],
        note=[
            compared.own_note(t, choice, *pair) for pair in zip(table["own"], table["own_ids"], strict=True)
        ],
        peer_names=[
            ", ".join(names[area] for area in areas.split(";") if area) for areas in table["peer_areas"]
        ],
    )


def _grid(t: Language, told: pd.DataFrame) -> pd.DataFrame:
    """Every cell of the grid in the order of the codes, those of nobody without a verdict."""
    codes = loaders.catalog().codes
    pairs = pd.DataFrame(
        [(one, other) for one in codes["instrument"] for other in codes["target_group"]],
        columns=["instrument", "target_group"],
    )
    words = ["instrument", "target_group", "verdict", "letter", "verdict_label", "having_text"]
    grid = pairs.merge(told[words], how="left", on=["instrument", "target_group"]).fillna("")
    return grid.assign(
        instrument_label=[t.code_label("instrument", code) for code in grid["instrument"]],
        group_label=[t.code_label("target_group", code) for code in grid["target_group"]],
        head=[head_of(t.code_label("target_group", code)) for code in grid["target_group"]],
    ).drop(columns=["instrument", "target_group"])
