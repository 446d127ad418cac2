"""The routes side by side on one scale, one measure at a time."""

from __future__ import annotations

import textwrap

import streamlit as st

from components import loaders, state
from components.charts.processes.chances import build_routes_chart
from components.i18n import Language
from components.kept import kept
from components.views import labels
from components.views.cards import Card, Column, Table, draw_card
from components.views.processes import known, words
from data.analysis.processes.comparison import across
from data.catalog.process import AS_IS, TO_BE

_USUAL = "elapsed_hours"
_LETTERS = 30


def draw_routes(t: Language) -> None:
    """Draw the section: the measure, and the card of all routes."""
    measures = loaders.catalog().codes["process_measure"]
    measure = state.one("measure", measures, _USUAL)
    st.selectbox(
        t("processes.measure"),
        measures,
        format_func=lambda code: t.code_label("process_measure", code),
        width=420,
        **state.bound("measure", measure, lambda code: None if code == _USUAL else str(code)),
    )
    draw_card(t, routes_card(t, measure, labels.theme()))


@kept
def routes_card(t: Language, measure: str, theme: str) -> Card:
    """The card of one measure over all routes; its table holds every measure."""
    studies = loaders.studies().found
    table = across(studies, loaders.process_rules())
    shown = table[table["measure"] == measure]
    timed = measure in words.TIMES
    amounts = {
        name: shown[case].map(words.days) if timed else shown[case]
        for name, case in (("low", "min"), ("typical", "typical"), ("high", "max"))
    }
    frame = shown.assign(
        **amounts,
        route=[_two_lines(t, name) for name in shown["process"]],
        said=[words.measure(t, measure, value) for value in shown["typical"]],
    )[["route", "variant", "typical", "low", "high", "said"]]
    listed = table.assign(
        label=[t.code_label("process_measure", name) for name in table["measure"]],
        route=[words.title(t, name) for name in table["process"]],
        variant=[t.code_label("process_variant", name) for name in table["variant"]],
        **{
            case: [words.measure(t, *row) for row in zip(table["measure"], table[case], strict=True)]
            for case in ("min", "typical", "max")
        },
    ).sort_values("measure", key=lambda names: names != measure, kind="stable")
    usual = shown[shown["variant"] == AS_IS].sort_values("typical", kind="stable")
    least, most = usual.iloc[0], usual.iloc[-1]
    later = shown[(shown["variant"] == TO_BE) & (shown["process"] == most["process"])].iloc[0]
    title = t.code_label("process_measure", measure)
    columns = ("label", "route", "variant", "min", "typical", "max")
    return Card(
        key="process-routes",
        variant=measure,
        title=t("processes.routes.title", measure=title, count=t.number(len(studies))),
        unit=t("processes.routes.unit"),
        reading=t(
            "processes.routes.reading",
            measure=title,
            most=words.route(t, str(most["process"])),
            value=words.measure(t, measure, float(most["typical"])),
            least=words.route(t, str(least["process"])),
            value_least=words.measure(t, measure, float(least["typical"])),
            later=words.measure(t, measure, float(later["typical"])),
        ),
        spec=build_routes_chart(
            language=t.code, theme=theme, labels=labels.chart(t), rows=len(studies),
            title=t("processes.routes.in_days", measure=title) if timed else title,
            form=".0%" if measure.endswith("_share") else ",.0f",
        ),
        frame=frame,
        table=Table(listed, tuple(Column(name, t(f"processes.columns.{name}")) for name in columns)),
        datasets=known.DATASETS,
        note=t("processes.routes.note"),
    )  # fmt: skip


def _two_lines(t: Language, process: str) -> str:
    """Route and product, each in lines that fit beside the chart."""
    product = words.said(t, known.study(process).product.name)
    parts = [line for said in (words.route(t, process), product) for line in textwrap.wrap(said, _LETTERS)]
    return "\n".join(parts)
