"""The what-if board: suppose other answers, and see scores, level and similarity move at once."""

from __future__ import annotations

from typing import Any

import streamlit as st

from components import loaders, state
from components.i18n import Language
from components.markup import plain
from components.views import labels
from components.views.cards import Metric, draw_card, draw_metrics
from components.views.regulation import known
from components.views.regulation.choice import ALL
from components.views.similarity import frames, words
from components.views.similarity.board_table import draw_changes
from components.views.similarity.choice import Choice, allowed, to_set
from components.views.similarity.controls import draw_country, draw_partners
from components.views.similarity.moves import moves_card, stands
from data.analysis.regulation.panel import Change
from data.analysis.regulation.similarity import levels

# Answers in words need more room than scores.
_COLUMNS = {known.FRAMEWORK: 2, known.TREATIES: 3, known.RDTII: 3}


def draw_board(t: Language, choice: Choice) -> None:
    """Draw the section: pickers, answers to switch, what is supposed, and what it does."""
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small", key="board-bar"):
        draw_country(t, choice, "board")
        draw_partners(t, choice, "board")
    if choice.country in frames.missing(choice.plain):
        st.info(t("similarity.nearest.none", country=loaders.country_names(t.code)[choice.country]))
        return
    _draw_effect(t, choice)
    _draw_answers(t, choice)
    _draw_chips(t, choice)
    draw_card(t, moves_card(t, choice, choice.changes, labels.theme()))
    if choice.changes:
        draw_changes(t, choice)


def _draw_answers(t: Language, choice: Choice) -> None:
    """A list of answers for each item of a group."""
    table = frames.panel(choice)
    groups = table.groups
    group = groups[0]
    if len(groups) > 1:
        group = state.one("board", groups, groups[0])
        st.segmented_control(
            t("similarity.board.group"),
            groups,
            format_func=lambda code: (
                code if choice.layer == known.RDTII else known.group_name(t, choice.layer, code)
            ),
            required=True,
            **state.bound("board", group, lambda code: None if code == groups[0] else str(code)),
        )
    _draw_score(t, choice, group)
    items = [item.code for item in table.items if item.group == group]
    with st.container(key="board-answers"):
        columns = st.columns(_COLUMNS[choice.layer])
        for place, item in enumerate(items):
            with columns[place % len(columns)]:
                _draw_answer(t, choice, item)


def _draw_score(t: Language, choice: Choice, group: str) -> None:
    """The mean score of the group's items, today and as supposed."""
    row = frames.panel(choice).row(choice.country)
    whole = Choice(**{**choice.__dict__, "group": group, "changes": ()})
    before = float(levels(frames.panel(whole), frames.measure(whole.plain))[row])
    inside = frames.supposed(choice).of_groups((group,))
    after = float(levels(inside, frames.measure(whole.plain))[row])
    said = t(
        "similarity.board.score",
        group=known.group_name(t, choice.layer, group),
        before=words.level(t, before),
        after=words.level(t, after),
    )
    st.markdown(plain(said))


def _draw_answer(t: Language, choice: Choice, item: str) -> None:
    """The answers of one item; an unknown one cannot be changed, because nobody knows from what."""
    today = frames.panel(choice).answer(choice.country, item)
    name = known.item_name(t, choice.layer, item)
    if today is None:
        st.selectbox(name, [t("similarity.board.unknown")], disabled=True, key=f"unknown.{item}")
        return
    answers = dict.fromkeys((*allowed(choice.layer)[item], today))
    now = frames.supposed(choice).answer(choice.country, item)
    rest = tuple(one for one in choice.changes if (one.area, one.item) != (choice.country, item))

    def to_url(answer: object) -> list[str]:
        changes = rest if answer == today else (*rest, Change(choice.country, item, str(answer)))
        return to_set(changes)

    said = known.answer_name(t, choice.layer, today)
    # Pills, because they wrap on a phone.
    st.pills(
        t("similarity.board.changed", item=name, answer=said) if now != today else name,
        list(answers),
        format_func=lambda answer: known.answer_name(t, choice.layer, answer),
        required=True,
        **state.tie(f"url.set.{item}", "set", now, to_url),
    )


def _draw_chips(t: Language, choice: Choice) -> None:
    """What is supposed, each with its way out, and a way to start over."""
    if not choice.changes:
        st.caption(t("similarity.board.none"))
        return
    names = loaders.country_names(t.code)
    with st.container(horizontal=True, key="board-chips", gap="xsmall", vertical_alignment="center"):
        st.caption(t("similarity.board.supposed"), width="content")
        for change in choice.changes:
            label = t(
                "similarity.moves.change",
                country=names[change.area],
                item=known.item_name(t, choice.layer, change.item),
                answer=known.answer_name(t, choice.layer, change.answer),
            )
            st.button(
                plain(label),
                key=f"board.chip.{':'.join(change)}",
                icon=":material/close:",
                on_click=state.write,
                kwargs={"set": to_set(tuple(one for one in choice.changes if one != change))},
            )
        st.button(
            t("cards.reset"),
            type="tertiary",
            icon=":material/restart_alt:",
            on_click=state.write,
            kwargs={"set": None},
            key="board.reset",
        )


def _draw_effect(t: Language, choice: Choice) -> None:
    """What the changes do to similarity and level, side by side."""
    found = stands(choice, choice.changes)
    own, others = found[found["own"]].iloc[0], found[~found["own"]]
    if others.empty:
        return
    before, after = float(others["before"].mean()), float(others["after"].mean())
    names = loaders.country_names(t.code)
    first, last = (
        names[str(others["ref_area"].iloc[int(others[column].to_numpy().argmax())])]
        for column in ("before", "after")
    )
    moved = (others["after"] - others["before"]).round(9)
    draw_metrics(
        t,
        [
            Metric(
                t("similarity.plan.similarity"),
                words.share(t, after),
                **_moved(t, words.points(t, after - before), words.share(t, before), choice),
            ),
            Metric(
                t(f"similarity.level_of.{choice.layer}"),
                words.level(t, own["level_after"]),
                **_moved(
                    t, words.step(t, own["level_after"] - own["level"]), words.level(t, own["level"]), choice
                ),
                help=t(f"similarity.level_note.{choice.layer}"),
            ),
            Metric(t("similarity.board.nearest"), last, **_moved(t, None, first, choice)),
            Metric(
                t("similarity.board.closer"),
                t.number(int((moved > 0).sum())),
                note=t("similarity.board.further", count=t.number(int((moved < 0).sum()))),
            ),
        ],
        key="board",
    )
    if choice.group != ALL:
        st.caption(t("similarity.board.group_only"))


def _moved(t: Language, change: str | None, today: str, choice: Choice) -> dict[str, Any]:
    """What is said under a figure: how it moves and what it is today; nothing while nothing is supposed."""
    return {"change": change, "note": t("similarity.now", value=today)} if choice.changes else {}
