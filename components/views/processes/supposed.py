"""What the reader supposes: changes chosen from lists, kept in the URL, taken away one by one."""

from __future__ import annotations

import streamlit as st

from components import loaders, state
from components.i18n import Language
from components.kept import kept
from components.markup import plain
from components.views.processes import known, words
from components.views.processes.choice import Choice
from data.analysis.processes.what_if import apply_all, possible
from data.catalog.process_step import Step
from data.catalog.reader_change import ReaderChange

# Kinds of which the reader sets how much time is left, and how much of it, in per cent.
_MEASURED = ("shorten", "digitise")
_LEFT = tuple(range(0, 100, 5))
_SETTING = "process.supposed"


@kept
def changed(choice: Choice) -> tuple[dict[str, Step], tuple[ReaderChange, ...]]:
    """The steps after all supposed changes, and the changes that could not be made."""
    steps = known.steps(choice.process, choice.variant)
    return apply_all(steps, choice.changes, loaders.process_rules())


def named(t: Language, choice: Choice, change: ReaderChange) -> str:
    """A change in words: what is done with which step, and how much of its time stays."""
    steps = known.steps(choice.process, choice.variant)
    step = words.said(t, steps[change.step].name) if change.step in steps else change.step
    said = t("processes.what_if.change", kind=t.code_label("what_if", change.kind), step=step)
    if change.hours_kept is None:
        return said
    return t("processes.what_if.kept", change=said, share=t.percent(change.hours_kept, 0))


def rest(choice: Choice, change: ReaderChange) -> tuple[ReaderChange, ...]:
    """What is supposed apart from a change of the same kind to the same step."""
    return tuple(one for one in choice.changes if (one.kind, one.step) != (change.kind, change.step))


def write_changes(changes: tuple[ReaderChange, ...]) -> None:
    """Put what is supposed into the URL."""
    state.write(change=[one.text for one in changes])


def draw_supposed(t: Language, choice: Choice) -> None:
    """Draw the lists that add a change, and what is supposed as buttons that take it away."""
    steps, _ = changed(choice)
    rules = loaders.process_rules()
    numbers = known.numbers(choice.process, choice.variant)
    open_steps = [name for name in sorted(numbers, key=numbers.__getitem__) if name in steps]
    open_steps = [name for name in open_steps if possible(steps, name, rules)]
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small", key="process-supposed"):
        step = st.selectbox(
            t("processes.step"),
            open_steps,
            index=open_steps.index(choice.step) if choice.step in open_steps else 0,
            format_func=lambda name: words.step(t, choice.process, choice.variant, name),
            width=380,
            key=f"{_SETTING}.step.{choice.process}.{choice.variant}.{t.code}",
        )
        if step is None:
            return
        kinds = possible(steps, step, rules)
        kind = st.selectbox(
            t("processes.what_if.kind"),
            kinds,
            format_func=lambda code: t.code_label("what_if", code),
            width=240,
            key=f"{_SETTING}.kind.{step}.{t.code}",
        )
        kept_share = None
        if kind in _MEASURED:
            usual = round(100 * rules.what_if.kept[str(kind)].hours)
            options = sorted({*_LEFT, usual})
            left = st.select_slider(
                t("processes.what_if.left"),
                options,
                value=usual,
                format_func=lambda percent: t.percent(percent / 100, 0),
                width=200,
                key=f"{_SETTING}.left.{kind}",
            )
            kept_share = None if left == usual else float(left) / 100
        change = ReaderChange(str(kind), str(step), kept_share)
        st.button(
            t("processes.what_if.add"),
            icon=":material/add:",
            type="primary",
            on_click=write_changes,
            args=((*rest(choice, change), change),),
            key="process.suppose",
        )
    if not choice.changes:
        st.caption(t("processes.what_if.nothing"))
        return
    with st.container(horizontal=True, gap="small", key="process-chips"):
        st.caption(t("processes.what_if.supposed"), width="content")
        for one in choice.changes:
            others = tuple(other for other in choice.changes if other != one)
            said = named(t, choice, one)
            st.button(
                plain(said),
                icon=":material/close:",
                help=t("cards.remove", name=said),
                on_click=write_changes,
                args=(others,),
                key=f"process.chip.{one.text}",
            )
        st.button(t("cards.reset"), type="tertiary", on_click=write_changes, args=((),), key="process.forget")
