"""Frames of the swim-lane and use-case diagrams: boxes, persons, lines and words in their places."""

from __future__ import annotations

import textwrap

import pandas as pd

from components.charts.processes.places import (
    HALF_HEIGHT,
    HALF_WIDTH,
    actor_places,
    arrow_points,
    name_lines,
)
from components.i18n import Language
from components.views.processes import known, words
from components.views.processes.choice import Choice
from data.analysis.processes.layout import arrows, lanes
from data.analysis.processes.papers import use_cases

# Letters in a line: beside and above the lanes of a phone, of an oval and of a person on a desk and a phone.
_BESIDE, _LANE, _OVAL, _OVAL_NARROW, _PERSON, _PERSON_NARROW = 30, 32, 62, 30, 22, 12
# The ovals stand between these shares of the width, persons at these, lines end at the ovals.
_LEFT, _RIGHT, _AT_LEFT, _AT_RIGHT = 0.25, 0.75, 0.09, 0.91

# Hours within which one step begins as another ends.
_AT_ONCE = 1e-6


def pointed(t: Language, choice: Choice) -> pd.DataFrame:
    """What is shown of each step in every picture: step, number, label, area, actor and amounts, as text."""
    process, variant = choice.process, choice.variant
    numbers, critical = known.numbers(process, variant), known.timed(process, variant)["critical"]
    return pd.DataFrame(
        {
            "step": name,
            "number": str(numbers[name]),
            "name": words.said(t, one.name),
            "label": words.step(t, process, variant, name),
            "area": one.area,
            "critical": bool(critical[name]),
            "chosen": name == choice.step,
            "actor_text": words.actor(t, process, one.actor),
            "time_text": words.time_of(t, one),
            "cost_text": words.cost_of(t, one),
        }
        for name, one in known.steps(process, variant).items()
    )


def activity_frame(t: Language, choice: Choice) -> pd.DataFrame:
    """Rows for build_activity_chart."""
    places = known.places(choice.process, choice.variant)
    lane = dict(zip(places["step"], places["lane"], strict=True))
    numbers = known.numbers(choice.process, choice.variant)
    order = lanes(known.steps(choice.process, choice.variant))
    frame = pointed(t, choice)
    x, y = frame["step"].map(lane), frame["step"].map(numbers) - 1
    boxes = frame.assign(
        kind="step", middle=x, row=y,
        x=x - HALF_WIDTH, x2=x + HALF_WIDTH, y=y - HALF_HEIGHT, y2=y + HALF_HEIGHT,
        lines=[name_lines(label, len(order)) for label in frame["label"]],
        left=[_cut(name, _BESIDE, 2) for name in frame["name"]],
    ).drop(columns="name")  # fmt: skip
    return pd.concat([_lanes(t, choice, order, len(frame)), *_ways(choice, frame), boxes], ignore_index=True)


def _lanes(t: Language, choice: Choice, order: tuple[str, ...], rows: int) -> pd.DataFrame:
    names = [words.actor(t, choice.process, actor) for actor in order]
    return pd.DataFrame(
        {
            "kind": "lane", "middle": range(len(order)), "row": -0.55,
            "x": [at - 0.48 for at in range(len(order))], "x2": [at + 0.48 for at in range(len(order))],
            "y": -0.5, "y2": rows - 0.45,
            "lines": [name_lines(name, len(order), 4) for name in names],
            "left": [_cut(name, _LANE, 1) for name in names],
        }
    )  # fmt: skip


def _ways(choice: Choice, frame: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Corners of the arrows and their tips; critical where one critical step begins as another ends."""
    timed = known.timed(choice.process, choice.variant)
    steps = known.steps(choice.process, choice.variant)
    points = arrow_points(known.places(choice.process, choice.variant), arrows(steps))
    start, finish = timed["start"].astype(float).to_dict(), timed["finish"].astype(float).to_dict()
    critical = set(timed.index[timed["critical"]])
    on_path = [
        source in critical and target in critical and abs(finish[source] - start[target]) < _AT_ONCE
        for source, target in zip(points["source"], points["target"], strict=True)
    ]
    points = points.assign(kind="way", arrow=points["source"] + ">" + points["target"], critical=on_path)
    points = points.sort_values(["critical", "arrow", "order"], kind="stable")
    tips = points.drop_duplicates("arrow", keep="last").assign(kind="tip")
    return points.drop(columns=["source", "target"]), tips.drop(columns=["source", "target"])


def use_case_frame(t: Language, choice: Choice) -> pd.DataFrame:
    """Rows for build_use_case_chart."""
    process = known.study(choice.process)
    steps = known.steps(choice.process, choice.variant)
    rows = {name: number - 1 for name, number in known.numbers(choice.process, choice.variant).items()}
    cases = use_cases(steps)
    seen = list(dict.fromkeys(cases["actor"]))
    # Who is at home in neither country stands where there is more room.
    left = [name for name in seen if process.actors[name].country == process.exporter]
    right = [name for name in seen if process.actors[name].country == process.importer]
    for name in seen:
        if name not in left and name not in right:
            (left if len(left) <= len(right) else right).append(name)
    places = actor_places(cases, rows, left)
    frame = pointed(t, choice)
    y = frame["step"].map(rows)
    ovals = frame.assign(
        kind="step", row=y, x=_LEFT + 0.01, x2=_RIGHT - 0.01, y=y - 0.4, y2=y + 0.4,
        lines=[_cut(label, _OVAL, 1) for label in frame["label"]],
        left=[_cut(label, _OVAL_NARROW, 2) for label in frame["label"]],
    ).drop(columns=["name", "number"])  # fmt: skip
    lines = pd.DataFrame(
        {
            "kind": "line", "leads": leads, "chosen": name == choice.step,
            "x": _AT_LEFT + 0.02 if places[who][0] else _AT_RIGHT - 0.02, "y": places[who][1],
            "x2": _LEFT + 0.01 if places[who][0] else _RIGHT - 0.01, "y2": rows[name],
        }
        for who, name, leads in zip(cases["actor"], cases["step"], cases["leads"], strict=True)
    )  # fmt: skip
    people = pd.DataFrame(
        {
            "kind": "actor", "x": _AT_LEFT if places[who][0] else _AT_RIGHT, "y": places[who][1],
            "lines": _cut(words.actor(t, choice.process, who), _PERSON, 3),
            "left": _cut(words.actor(t, choice.process, who), _PERSON_NARROW, 4),
        }
        for who in seen
    )  # fmt: skip
    border = pd.DataFrame(
        [{"kind": "frame", "x": _LEFT - 0.02, "x2": _RIGHT + 0.02, "y": -0.7, "y2": len(rows) - 0.3}]
    )
    return pd.concat([border, lines.sort_values("chosen", kind="stable"), ovals, people], ignore_index=True)


def _cut(name: str, letters: int, most: int) -> str:
    return "\n".join(textwrap.wrap(name, letters, max_lines=most, placeholder=" …"))
