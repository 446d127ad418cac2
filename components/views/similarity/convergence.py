"""Convergence: which reforms bring a country closer to its partners, and the best plan of several."""

from __future__ import annotations

import math

import pandas as pd
import streamlit as st

from components import loaders, state
from components.charts.similarity.reforms import build_reforms_chart
from components.i18n import Language
from components.kept import kept
from components.views import labels
from components.views.cards import Card, Column, Metric, Table, draw_card, draw_metrics
from components.views.regulation import known
from components.views.similarity import frames, moves, partners, words
from components.views.similarity.choice import Choice, to_set
from components.views.similarity.controls import (
    draw_count,
    draw_country,
    draw_direction,
    draw_partners,
)
from components.views.similarity.plan_figures import before_and_after
from components.views.similarity.reform import draw_reform
from data.analysis.regulation.convergence import Reform

# More bars than this cannot be taken in at once; the table holds all.
_MOST = 15


def draw_convergence(t: Language, choice: Choice) -> None:
    """Draw the section: pickers, ranked reforms, one of them in detail, the plan."""
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small", key="convergence-bar"):
        draw_country(t, choice, "reforms")
        draw_partners(t, choice, "reforms")
        draw_direction(t, choice, "reforms")
    card = reforms_card(t, choice, labels.theme())
    draw_card(t, card)
    if isinstance(card, str):
        return
    draw_reform(t, choice, frames.ranked(choice))
    _draw_plan(t, choice)


@kept
def reforms_card(t: Language, choice: Choice, theme: str) -> Card | str:
    """The card of the ranked reforms, or why there is none."""
    found = frames.ranked(choice)
    name = loaders.country_names(t.code)[choice.country]
    if not found:
        return t("similarity.reforms.none", country=name)
    frame = rows(t, choice, found)
    gaining = sum(reform.gain > 0 for reform in found)
    best = frame.iloc[0]
    return Card(
        key="similarity-reforms",
        title=t("similarity.reforms.title", country=name, partners=with_whom(t, choice)),
        unit=words.warned(t, t("similarity.reforms.unit")),
        reading=t(
            "similarity.reforms.reading",
            count=t.number(len(found)),
            gaining=t.number(gaining),
            best=known.item_name(t, choice.layer, found[0].item),
            way=best["way_text"],
            gain=best["value_text"],
            helped=t.number(int(best["helped"])),
            hurt=t.number(int(best["hurt"])),
        ),
        spec=build_reforms_chart(
            language=t.code,
            theme=theme,
            labels=labels.chart(t),
            rows=min(len(frame), _MOST),
            ends=ends(frame["value"].head(_MOST)),
        ),
        frame=frame.head(_MOST)[
            ["label", "value", "value_text", "way_text", "helped_text", "hurt_text", "level_text"]
        ],
        table=Table(
            frame,
            (
                Column("label", t("charts.reform")),
                Column("way_text", t("similarity.way_column")),
                Column("value", t("charts.gain"), "decimal"),
                Column("helped", t("charts.helped"), "number"),
                Column("hurt", t("charts.hurt"), "number"),
                Column("peers_text", t("similarity.reforms.peers")),
                Column("level", t("charts.level_change"), "decimal"),
            ),
        ),
        datasets=words.datasets(choice),
        note=words.notes(
            t,
            choice,
            _counted(t, choice),
            t("similarity.reforms.unknown"),
            t(f"similarity.level_note.{choice.layer}"),
        ),
    )


def ends(values: pd.Series) -> tuple[float, float]:
    """Ends of an axis of gains in half points, with room for words at the end of a bar."""
    low, high = min(float(values.min()), 0.0), max(float(values.max()), 0.0)
    room = 0.35 * (high - low)
    first = math.floor(2 * (low - room)) / 2 if low < 0 else 0.0
    return first, max(math.ceil(2 * (high + room)) / 2, first + 0.5)


def rows(t: Language, choice: Choice, found: tuple[Reform, ...]) -> pd.DataFrame:
    """One row per reform in the reader's words."""
    repeated = {reform.item for reform in found if sum(one.item == reform.item for one in found) > 1}
    frame = pd.DataFrame(
        {
            "ref_area": [reform.area for reform in found],
            "item": [reform.item for reform in found],
            "label": [_label(t, choice, reform, reform.item in repeated) for reform in found],
            "way_text": [words.way(t, choice.layer, reform.old, reform.new) for reform in found],
            "value": [100 * reform.gain for reform in found],
            "value_text": [words.points(t, reform.gain) for reform in found],
            "helped": [len(reform.helped) for reform in found],
            "hurt": [len(reform.hurt) for reform in found],
            "level": [reform.level for reform in found],
        }
    )
    return frame.assign(
        helped_text=[words.names(t, reform.helped) for reform in found],
        hurt_text=[words.names(t, reform.hurt) for reform in found],
        peers_text=[words.names(t, reform.peers) for reform in found],
        level_text=[words.step(t, reform.level) for reform in found],
    )


def _label(t: Language, choice: Choice, reform: Reform, repeated: bool) -> str:
    """The item; with the new answer where several reforms of it stand in the list."""
    item = known.item_name(t, choice.layer, reform.item)
    answer = known.answer_name(t, choice.layer, reform.new)
    return t("similarity.reforms.to", item=item, answer=answer) if repeated else item


def _counted(t: Language, choice: Choice) -> str:
    """How many of the partners have a value with the country; the others cannot count."""
    asked = partners.asked(choice.partners, choice.country)
    found = moves.stands(choice, ())
    return t(
        "similarity.reforms.counted", known=t.number(int((~found["own"]).sum())), count=t.number(len(asked))
    )


def with_whom(t: Language, choice: Choice) -> str:
    """The partners in words."""
    return t.listing(partners.name(t, code) for code in choice.partners or (partners.EVERYONE,))


def _draw_plan(t: Language, choice: Choice) -> None:
    st.markdown(f"#### {t('similarity.plan.title')}")
    draw_count(t, choice, "plan")
    found = frames.planned(choice)
    if not found.reforms:
        st.info(t("similarity.plan.none"), icon=":material/rule:")
        return
    draw_metrics(
        t,
        [
            *before_and_after(t, choice, t("similarity.plan.similarity"), found),
            Metric(
                t("similarity.plan.reforms"), t.number(len(found.reforms)), note=t("similarity.plan.exact")
            ),
        ],
        key="plan",
    )
    lines = [
        t(
            "similarity.plan.line",
            item=known.item_name(t, choice.layer, reform.item),
            way=words.way(t, choice.layer, reform.old, reform.new),
            gain=words.points(t, reform.gain),
        )
        for reform in found.reforms
    ]
    st.markdown("\n".join(f"{place}. {line}" for place, line in enumerate(lines, start=1)))
    changes = tuple(reform.change for reform in found.reforms)
    draw_card(t, moves.moves_card(t, choice, changes, labels.theme()))
    # On this very page a link would not bring new values: the button writes them.
    st.button(
        t("similarity.plan.to_board"),
        icon=":material/tune:",
        on_click=state.write,
        kwargs={"country": choice.country, "section": "board", "set": to_set(changes), "board": None},
        key="plan.board",
    )
