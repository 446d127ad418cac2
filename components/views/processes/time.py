"""The time-procedure chart, and where time and money go, by step, area or actor."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from components import state
from components.charts.processes.bars import build_losses_chart
from components.charts.processes.marks import PICKED
from components.charts.processes.time import build_time_procedure_chart
from components.i18n import Language
from components.kept import kept
from components.views import labels
from components.views.cards import Card, Column, Table, draw_card
from components.views.processes import frames, known, words
from components.views.processes.choice import Choice
from components.views.processes.diagrams import open_picked
from components.views.processes.step_picker import draw_step_picker
from data.analysis.processes.comparison import burden
from data.analysis.processes.schedule import CASES
from data.analysis.processes.series import time_procedure

_BY = ("step", "area", "actor")
AMOUNTS = ("time", "cost")
_MOST = 12
_ENDS = {"min": "low", "typical": "days", "max": "high"}


def draw_time(t: Language, choice: Choice) -> None:
    """Draw the section: the chart of cumulative time, then where time and money go."""
    draw_step_picker(t, choice, "time")
    draw_card(t, time_card(t, choice.plain, labels.theme()))
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small", key="process-losses"):
        by, amount = state.one("by", _BY, _BY[0]), state.one("amount", AMOUNTS, AMOUNTS[0])
        _draw_choice(t, "by", _BY, by)
        _draw_choice(t, "amount", AMOUNTS, amount)
    draw_card(t, losses_card(t, choice.plain, by, amount, labels.theme()))


def _draw_choice(t: Language, key: str, options: tuple[str, ...], current: str) -> None:
    st.segmented_control(
        t(f"processes.{key}"),
        options,
        format_func=lambda code: t(f"processes.{key}_of.{code}"),
        required=True,
        **state.bound(key, current, lambda code: None if code == options[0] else str(code)),
    )


@kept
def time_card(t: Language, choice: Choice, theme: str) -> Card:
    """The card of the time-procedure chart."""
    key, variant = "process-time", f"{choice.process}-{choice.variant}"
    table = time_procedure(known.steps(choice.process, choice.variant))
    shown = frames.pointed(t, choice).drop(columns=["area", "critical"])
    frame = table.merge(shown, on="step").rename(columns={"label": "named"})
    frame = frame.assign(
        label=frame["named"],
        **{_ENDS[case]: frame[f"finish_{case}"].map(words.days) for case in CASES},
    )
    columns = ["named", "label", "step", "area", "critical", "chosen", *_ENDS.values()]
    drawn = frame[[*columns, "actor_text", "time_text", "cost_text"]]
    last = table.iloc[-1]
    buy = table.loc[table["area"] != "pay", "finish_typical"].max()
    listed = frame.assign(
        area=[t.code_label("process_area", code) for code in frame["area"]],
        actor=frame["actor_text"],
        takes=[words.duration(t, hours) for hours in frame["hours"]],
        critical=[t("processes.yes") if one else t("processes.no") for one in frame["critical"]],
    )
    wanted = (
        ("named", "text"), ("area", "text"), ("actor", "text"), ("takes", "text"), ("low", "decimal"),
        ("days", "decimal"), ("high", "decimal"), ("cost_typical", "decimal"), ("critical", "text"),
    )  # fmt: skip
    return Card(
        key=key,
        variant=variant,
        title=t("processes.time.title", about=words.about(t, choice.process, choice.variant)),
        unit=t("processes.time.unit"),
        reading=t(
            "processes.time.reading",
            time=words.duration(t, float(last["finish_typical"])),
            low=words.duration(t, float(table["finish_min"].max())),
            high=words.duration(t, float(table["finish_max"].max())),
            delivered=words.duration(t, float(buy)),
        ),
        spec=build_time_procedure_chart(
            language=t.code, theme=theme, labels=labels.chart(t), areas=words.areas(t)
        ),
        frame=drawn,
        table=_table(t, listed, wanted),
        datasets=known.DATASETS,
        note=t("processes.time.note"),
        marks=PICKED,
        on_select=lambda: open_picked(key, variant),
    )  # fmt: skip


@kept
def losses_card(
    t: Language, choice: Choice, by: str, amount: str, theme: str, key: str = "losses", most: int = _MOST
) -> Card:
    """The card of where time or money goes, the `most` that take most first."""
    steps = known.steps(choice.process, choice.variant)
    table = burden(steps, by)
    paid = table["cost_usd"] + table["tax_usd"]
    table = table.assign(
        paid=paid,
        days=table["critical_hours"].map(words.days),
        label=[_named(t, choice, by, str(code)) for code in table[by]],
        amount=table["critical_hours"].map(words.days) if amount == "time" else paid,
    ).sort_values("amount", ascending=False, kind="stable", ignore_index=True)
    share = table["time_share"] if amount == "time" else table["cost_share"]
    said = [
        t("processes.losses.said", amount=words.duration(t, h) if amount == "time" else words.money(t, p),
          share=t.percent(s, 0))
        for h, p, s in zip(table["critical_hours"], table["paid"], share, strict=True)
    ]  # fmt: skip
    critical = known.timed(choice.process, choice.variant)["critical"]
    top = table.assign(
        said=said,
        critical=[bool(critical[code]) if by == "step" else amount == "time" for code in table[by]],
        chosen=[by == "step" and code == choice.step for code in table[by]],
        time_text=[words.duration(t, hours) for hours in table["critical_hours"]],
        cost_text=[words.money(t, usd) for usd in table["paid"]],
    ).head(most)
    drawn = top[["label", "amount", "said", "critical", "chosen", "time_text", "cost_text"]]
    columns = (
        ("label", "text"), ("steps", "number"), ("days", "decimal"), ("time_share", "percent"),
        ("paid", "decimal"), ("cost_share", "percent"), ("rekeyed", "number"),
    )  # fmt: skip
    first = table.iloc[0]
    return Card(
        key=f"process-{key}",
        variant=f"{by}-{amount}",
        title=t(f"processes.losses.title.{amount}", about=words.about(t, choice.process, choice.variant)),
        unit=t(f"processes.losses.unit.{amount}"),
        reading=t(
            f"processes.losses.reading.{amount}",
            first=first["label"], said=said[0], three=t.percent(float(share.head(3).sum()), 0),
        ),
        spec=build_losses_chart(
            language=t.code, theme=theme, labels=labels.chart(t), rows=len(drawn),
            unit=t(f"processes.losses.axis.{amount}"),
        ),
        frame=drawn,
        table=_table(t, table, columns),
        datasets=known.DATASETS,
        note=t("processes.losses.note"),
    )  # fmt: skip


def _named(t: Language, choice: Choice, by: str, code: str) -> str:
    if by == "step":
        return words.step(t, choice.process, choice.variant, code)
    return t.code_label("process_area", code) if by == "area" else words.actor(t, choice.process, code)


def _table(t: Language, frame: pd.DataFrame, columns: tuple[tuple[str, str], ...]) -> Table:
    return Table(frame, tuple(Column(name, t(f"processes.columns.{name}"), kind) for name, kind in columns))
