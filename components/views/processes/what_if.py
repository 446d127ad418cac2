"""What if: suppose changes, see path, time and chances move, and which single change would save most."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from components import loaders
from components.charts.processes.bars import build_savings_chart
from components.charts.processes.chances import build_chances_chart
from components.i18n import Language
from components.kept import kept
from components.markup import plain
from components.views import labels
from components.views.cards import Card, Column, Metric, Table, chart_key, draw_card, draw_metrics
from components.views.processes import known, words
from components.views.processes.choice import Choice
from components.views.processes.supposed import changed, draw_supposed, named, rest, write_changes
from data.analysis.processes.chances import histogram, on_time, percentiles, simulate
from data.analysis.processes.schedule import critical_path, elapsed
from data.analysis.processes.totals import totals
from data.analysis.processes.what_if import rank_changes
from data.catalog.reader_change import ReaderChange, read_change

_BINS, _MOST = 40, 12
_SHOWN = ("elapsed_hours", "cost_usd", "burden_share", "rekeyed")
_LIMIT = 90
_RANKING = "process-savings"


def draw_what_if(t: Language, choice: Choice) -> None:
    """Draw the section: what is supposed, its effect, its chances, the ranking of single changes."""
    st.markdown(t("processes.what_if.lead"))
    draw_supposed(t, choice)
    steps, refused = changed(choice)
    for one in refused:
        st.warning(t("processes.what_if.refused", change=plain(named(t, choice, one))))
    draw_metrics(t, _figures(t, choice), key="process-what-if")
    st.markdown(plain(_path(t, choice, critical_path(steps))))
    draw_card(t, chances_card(t, choice, labels.theme()))
    draw_card(t, savings_card(t, choice, labels.theme()))


def _figures(t: Language, choice: Choice) -> list[Metric]:
    """Key measures after the changes, beside what they are without."""
    papers, value = known.items(choice.process, choice.variant), known.study(choice.process).product.value_usd
    after = totals(changed(choice)[0], papers, value).set_index("measure")["typical"]
    before = totals(known.steps(choice.process, choice.variant), papers, value).set_index("measure")[
        "typical"
    ]
    return [
        Metric(
            t.code_label("process_measure", name),
            words.measure(t, name, float(after[name])),
            note=t("processes.what_if.without", value=words.measure(t, name, float(before[name]))),
        )
        for name in _SHOWN
    ]


def _path(t: Language, choice: Choice, path: tuple[str, ...]) -> str:
    steps = known.steps(choice.process, choice.variant)
    names = [words.said(t, steps[name].name) for name in path if name in steps]
    return t("processes.what_if.path", steps=" → ".join(names))


@kept
def chances_card(t: Language, choice: Choice, theme: str) -> Card:
    """The card of the simulation, with and without the changes."""
    rules = loaders.process_rules().chances
    pairs = [("before", known.steps(choice.process, choice.variant))]
    if choice.changes:
        pairs.append(("after", changed(choice)[0]))
    runs = {
        name: simulate(steps, runs=rules.runs, seed=rules.seed, shape=rules.shape) for name, steps in pairs
    }
    bins, listed = [], []
    for name, draws in runs.items():
        found = histogram(draws.elapsed_hours, _BINS)
        found = found.assign(low=found["low"].map(words.days), high=found["high"].map(words.days))
        said = [
            t("processes.chances.between", low=t.number(low, 1), high=t.number(high, 1))
            for low, high in zip(found["low"], found["high"], strict=True)
        ]
        bins.append(found.assign(series=name, kind="bin", said=said))
        points = percentiles(draws, rules.percentiles)
        points = points.assign(series=name, days=points["elapsed_hours"].map(words.days))
        listed.append(points)
        middle = float(points.loc[points["percentile"] == 50, "days"].iloc[0])
        bins.append(pd.DataFrame([{"series": name, "kind": "middle", "low": middle}]))
    table = pd.concat(listed, ignore_index=True)
    last = listed[-1].set_index("percentile")["elapsed_hours"].astype(float).to_dict()
    base = runs["before"]
    table["series"] = [t(f"processes.chances.{name}") for name in table["series"]]
    typical = elapsed(pairs[0][1])
    names = tuple((name, t(f"processes.chances.{name}")) for name in runs)
    columns = (("series", "text"), ("percentile", "number"), ("days", "decimal"), ("cost_usd", "decimal"))
    return Card(
        key="process-chances",
        variant=f"{choice.process}-{choice.variant}-{len(choice.changes)}",
        title=t("processes.chances.title", about=words.about(t, choice.process, choice.variant)),
        unit=t("processes.chances.unit"),
        reading=t(
            "processes.chances.reading",
            low=words.duration(t, last[10]),
            high=words.duration(t, last[_LIMIT]),
            middle=words.duration(t, last[50]),
            typical=words.duration(t, typical),
            chance=t.percent(on_time(base.elapsed_hours, typical), 0),
        ),
        spec=build_chances_chart(language=t.code, theme=theme, labels=labels.chart(t), names=names),
        frame=pd.concat(bins, ignore_index=True),
        table=Table(
            table, tuple(Column(name, t(f"processes.columns.{name}"), kind) for name, kind in columns)
        ),
        datasets=known.DATASETS,
        note=t("processes.chances.note", runs=t.number(rules.runs), seed=str(rules.seed)),
    )


@kept
def savings_card(t: Language, choice: Choice, theme: str) -> Card | str:
    """The card of single changes, on top of those already supposed; or why there is none."""
    steps, _ = changed(choice)
    items = known.items(choice.process, choice.variant)
    table = rank_changes(steps, items, loaders.process_rules())
    table = table[table["saved_hours"] > 1e-6].reset_index(drop=True)
    if table.empty:
        return t("processes.savings.none")
    changes = [ReaderChange(kind, step) for kind, step in zip(table["kind"], table["step"], strict=True)]
    table = table.assign(
        label=[named(t, choice, one) for one in changes],
        change=[one.text for one in changes],
        days=table["saved_hours"].map(words.days),
        said=[words.duration(t, hours) for hours in table["saved_hours"]],
        cost_text=[words.money(t, usd) for usd in table["saved_cost_usd"]],
        typed_text=[t.number(count) for count in table["saved_rekeyed"]],
        made=False,
    )
    top = table.head(_MOST)
    columns = (
        ("label", "text"), ("days", "decimal"), ("saved_cost_usd", "decimal"), ("saved_rekeyed", "number"),
        ("saved_handovers", "number"),
    )  # fmt: skip
    variant = f"{choice.process}-{choice.variant}-{'-'.join(one.text for one in choice.changes)}"
    whole = elapsed(steps)
    return Card(
        key=_RANKING,
        variant=variant,
        title=t("processes.savings.title", about=words.about(t, choice.process, choice.variant)),
        unit=t("processes.savings.unit"),
        reading=t(
            "processes.savings.reading",
            first=top["label"].iloc[0],
            time=top["said"].iloc[0],
            share=t.percent(float(top["saved_hours"].iloc[0]) / whole, 0),
        ),
        spec=build_savings_chart(language=t.code, theme=theme, labels=labels.chart(t), rows=len(top)),
        frame=top[["label", "days", "said", "kind", "change", "made", "cost_text", "typed_text"]],
        table=Table(
            table, tuple(Column(name, t(f"processes.columns.{name}"), kind) for name, kind in columns)
        ),
        datasets=known.DATASETS,
        note=_assumed(t),
        marks="picked",
        on_select=lambda: _clicked(choice, variant),
    )


def _assumed(t: Language) -> str:
    """What a change is supposed to leave of time and cost."""
    shares = loaders.process_rules().what_if.kept
    return t(
        "processes.savings.note",
        digitise=t.percent(shares["digitise"].hours, 0),
        digitise_cost=t.percent(shares["digitise"].cost_usd, 0),
        shorten=t.percent(shares["shorten"].hours, 0),
    )


def _clicked(choice: Choice, variant: str) -> None:
    """Suppose the change whose bar was clicked, beside those already supposed."""
    for point in st.session_state[chart_key(_RANKING, variant)].selection.get("picked", []):
        change = read_change(str(point.get("change", "")))
        if change is not None:
            write_changes((*rest(choice, change), change))
