"""The process itself: swim lanes or use cases, and the card of the step that was chosen."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from components import loaders, state
from components.charts.processes.activity import build_activity_chart
from components.charts.processes.marks import PICKED
from components.charts.processes.use_case import build_use_case_chart
from components.i18n import Language
from components.kept import kept
from components.views import labels
from components.views.cards import Card, Column, Table, chart_key, draw_card
from components.views.processes import frames, known, words
from components.views.processes.choice import Choice
from components.views.processes.step_card import draw_step
from components.views.processes.step_picker import draw_step_picker
from data.analysis.processes.layout import lanes
from data.analysis.processes.schedule import critical_path
from data.analysis.processes.table import step_table

_VIEWS = ("lanes", "cases")
# With a step open its card takes this part of the width, the picture the rest.
_SIDES = (2, 3)


def draw_process(t: Language, choice: Choice) -> None:
    """Draw the section: pickers, the step's card beside the diagram."""
    view = state.one("view", _VIEWS, _VIEWS[0])
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small", key="process-bar"):
        st.segmented_control(
            t("processes.view"),
            _VIEWS,
            format_func=lambda code: t(f"processes.views.{code}"),
            required=True,
            **state.bound("view", view, lambda code: None if code == _VIEWS[0] else str(code)),
        )
        draw_step_picker(t, choice, "process")
    place = st.container()
    if choice.step:
        left, place = st.columns(_SIDES)
        with left:
            draw_step(t, choice)
    with place:
        make = activity_card if view == "lanes" else use_case_card
        draw_card(t, make(t, choice.plain, labels.theme()))


def open_picked(card: str, variant: str) -> None:
    """Open the step that was clicked in the chart of a card."""
    for point in st.session_state[chart_key(card, variant)].selection.get(PICKED, []):
        if point.get("step"):
            state.write(step=point["step"])


def variant_of(choice: Choice) -> str:
    """Tells apart the pictures of one card."""
    return f"{choice.process}-{choice.variant}-{'open' if choice.step else 'whole'}"


@kept
def activity_card(t: Language, choice: Choice, theme: str) -> Card:
    """The card of the swim-lane diagram."""
    key, variant = "process-lanes", variant_of(choice)
    steps = known.steps(choice.process, choice.variant)
    path = critical_path(steps)
    return Card(
        key=key,
        variant=variant,
        title=t("processes.lanes.title", about=words.about(t, choice.process, choice.variant)),
        unit=t("processes.lanes.unit"),
        reading=t(
            "processes.lanes.reading",
            steps=t.number(len(steps)),
            actors=t.number(len(lanes(steps))),
            critical=t.number(len(path)),
            time=words.duration(t, float(known.timed(choice.process, choice.variant)["finish"].max())),
            longest=_longest(t, choice, path),
        ),
        spec=build_activity_chart(
            language=t.code, theme=theme, labels=labels.chart(t), rows=len(steps), lanes=len(lanes(steps)),
            areas=words.areas(t),
        ),
        frame=frames.activity_frame(t, choice),
        table=_table(t, choice),
        datasets=known.DATASETS,
        note=t("processes.lanes.note"),
        marks=PICKED,
        on_select=lambda: open_picked(key, variant),
    )  # fmt: skip


@kept
def use_case_card(t: Language, choice: Choice, theme: str) -> Card:
    """The card of the use-case diagram."""
    key, variant = "process-cases", variant_of(choice)
    steps = known.steps(choice.process, choice.variant)
    counts = pd.Series([who for one in steps.values() for who in one.people]).value_counts()
    return Card(
        key=key,
        variant=variant,
        title=t("processes.cases.title", about=words.about(t, choice.process, choice.variant)),
        unit=t("processes.cases.unit"),
        reading=t(
            "processes.cases.reading",
            actor=words.actor(t, choice.process, str(counts.index[0])),
            count=t.number(int(counts.iloc[0])),
            steps=t.number(len(steps)),
            actors=t.number(len(counts)),
        ),
        spec=build_use_case_chart(
            language=t.code, theme=theme, labels=labels.chart(t), rows=len(steps), areas=words.areas(t)
        ),
        frame=frames.use_case_frame(t, choice),
        table=_table(t, choice),
        datasets=known.DATASETS,
        marks=PICKED,
        on_select=lambda: open_picked(key, variant),
    )


def _longest(t: Language, choice: Choice, path: tuple[str, ...]) -> str:
    steps = known.steps(choice.process, choice.variant)
    name = max(path, key=lambda one: steps[one].hours.typical)
    return words.said(t, steps[name].name)


def _table(t: Language, choice: Choice) -> Table:
    frame = step_table(known.study(choice.process), choice.variant, loaders.process_rules(), t.code)
    numbers, timed = (
        known.numbers(choice.process, choice.variant),
        known.timed(choice.process, choice.variant),
    )
    steps = known.steps(choice.process, choice.variant)
    frame = frame.assign(
        position=frame["step"].map(numbers),
        area=[t.code_label("process_area", code) for code in frame["area"]],
        mode=[t.code_label("step_mode", code) for code in frame["mode"]],
        critical=[
            t("processes.yes") if timed.at[name, "critical"] else t("processes.no") for name in frame["step"]
        ],
        time=[words.time_of(t, steps[name]) for name in frame["step"]],
        cost=[words.cost_of(t, steps[name]) for name in frame["step"]],
    ).sort_values("position", ignore_index=True)
    columns = (
        ("position", "number"), ("name", "text"), ("area", "text"), ("actor_name", "text"),
        ("others", "text"), ("after", "text"), ("documents", "text"), ("mode", "text"), ("time", "text"),
        ("cost", "text"), ("critical", "text"),
    )  # fmt: skip
    return Table(frame, tuple(Column(name, t(f"processes.columns.{name}"), kind) for name, kind in columns))
