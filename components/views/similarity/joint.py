"""A plan for a group: the few reforms among all its members that raise similarity within it most."""

from __future__ import annotations

import math

import pandas as pd
import streamlit as st

from components import loaders, state
from components.charts.similarity.reforms import build_reforms_chart
from components.i18n import Language
from components.kept import kept
from components.views import labels
from components.views.cards import Card, Column, Metric, Table, draw_card, draw_empty, draw_metrics
from components.views.regulation import known
from components.views.similarity import frames, partners, words
from components.views.similarity.choice import Choice
from components.views.similarity.controls import draw_count, draw_direction
from components.views.similarity.convergence import ends
from components.views.similarity.plan_figures import before_and_after


def draw_joint(t: Language, choice: Choice) -> None:
    """Draw the section."""
    groups = partners.groups()
    group = state.one("members", groups, groups[1])
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small", key="joint-bar"):
        st.selectbox(
            t("similarity.joint.group"),
            groups,
            format_func=lambda code: partners.name(t, code),
            width=320,
            **state.bound("members", group, lambda code: None if code == groups[1] else str(code)),
        )
        draw_count(t, choice, "joint")
        draw_direction(t, choice, "joint")
    plain = Choice(**{**choice.plain.__dict__, "count": choice.count, "direction": choice.direction})
    if math.isnan(frames.joint(plain, group).before):
        missing = t("similarity.joint.none", group=partners.name(t, group))
        draw_empty(t, missing, t("similarity.joint.advice"))
        return
    _draw_figures(t, plain, group)
    draw_card(t, joint_card(t, plain, group, labels.theme()))


def _draw_figures(t: Language, choice: Choice, group: str) -> None:
    found = frames.joint(choice, group)
    way = t("similarity.plan.exact") if found.exact else _bounded(t, found.bound)
    draw_metrics(
        t,
        [
            *before_and_after(t, choice, t("similarity.joint.similarity"), found),
            Metric(t("similarity.joint.members"), t.number(len(found.members))),
            Metric(
                t("similarity.plan.reforms"),
                t.number(len(found.steps)),
                note=way,
                help=t("similarity.joint.search"),
            ),
        ],
        key="joint",
    )


def _bounded(t: Language, bound: float) -> str:
    return t("similarity.joint.greedy", bound=words.share(t, bound))


@kept
def joint_card(t: Language, choice: Choice, group: str, theme: str) -> Card | str:
    """The card of the joint plan, or why there is none."""
    found, names = frames.joint(choice, group), loaders.country_names(t.code)
    if not found.steps:
        return t("similarity.joint.nothing", group=partners.name(t, group))
    frame = pd.DataFrame(
        {
            "ref_area": [step.area for step in found.steps],
            "country": [names[step.area] for step in found.steps],
            "item": [known.item_name(t, choice.layer, step.item) for step in found.steps],
            "way_text": [words.way(t, choice.layer, step.old, step.new) for step in found.steps],
            "value": [100 * step.gain for step in found.steps],
            "value_text": [words.points(t, step.gain) for step in found.steps],
        }
    )
    frame = frame.assign(
        label=[
            t("similarity.joint.step", country=country, item=item)
            for country, item in zip(frame["country"], frame["item"], strict=True)
        ],
    )
    countries = tuple(dict.fromkeys(frame["ref_area"]))
    return Card(
        key="similarity-joint",
        title=t("similarity.joint.title", group=partners.name(t, group), count=t.number(len(frame))),
        unit=words.warned(t, t("similarity.joint.unit")),
        reading=t(
            "similarity.joint.reading",
            count=t.number(len(frame)),
            countries=words.names(t, countries),
            before=words.share(t, found.before),
            after=words.share(t, found.after),
        ),
        spec=build_reforms_chart(
            language=t.code,
            theme=theme,
            labels=labels.chart(t),
            rows=len(frame),
            ends=ends(frame["value"]),
            gains_only=True,
        ),
        frame=frame[["label", "value", "value_text", "way_text"]],
        table=Table(
            frame,
            (
                Column("ref_area", t("columns.ref_area")),
                Column("country", t("charts.country")),
                Column("item", t("charts.item")),
                Column("way_text", t("similarity.way_column")),
                Column("value", t("charts.gain"), "decimal"),
            ),
        ),
        datasets=words.datasets(choice),
        note=words.notes(t, choice, t("similarity.joint.note")),
    )
