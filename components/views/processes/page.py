"""The page of business processes: a study, how well it is known, its figures, then one section at a time."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from components import loaders, state
from components.i18n import Language
from components.kept import kept
from components.markup import plain
from components.views.cards import Metric, draw_metrics
from components.views.processes import choice as choices
from components.views.processes import diagrams, known, own_study, papers, routes, time, what_if, words
from components.views.processes.change import draw_change
from components.views.processes.choice import SECTIONS, Choice
from components.views.processes.take import draw_take, known_share
from components.views.sections import draw_sections
from data.analysis.processes.totals import totals
from data.catalog.process import AS_IS, VARIANTS

_FIGURES = (
    "elapsed_hours",
    "delivery_hours",
    "cost_usd",
    "burden_share",
    "documents",
    "rekeyed",
    "automatic_share",
)


def draw_processes(t: Language) -> None:
    """Draw the page: question, studies that cannot be read, pickers, banner, figures, sections."""
    st.title(t("processes.title"))
    st.markdown(t("processes.lead"))
    _draw_faults(t)
    if not loaders.studies().found:
        st.info(t("processes.nothing"))
        own_study.draw_own_study(t)
        return
    choice = choices.read()
    _draw_pickers(t, choice)
    study = known.study(choice.process)
    st.markdown(plain(words.said(t, study.summary)))
    st.warning(
        f"**{plain(t('processes.banner.title'))}** {plain(known_share(t, choice))} "
        f"{plain(t('processes.banner.what', day=t.day(study.as_of)))}",
        icon=":material/warning:",
    )
    draw_metrics(t, list(_figures(t, choice.process, choice.variant)), key="process")
    titles = {name: t(f"processes.sections.{name}") for name in SECTIONS}
    draw_sections(t, titles, lambda name: _SECTIONS[name](t, choice))


def _draw_faults(t: Language) -> None:
    """What is wrong with studies that cannot be read: file, place in it, what is expected."""
    for fault in loaders.studies().faults:
        st.error(
            t(
                "processes.broken",
                file=plain(fault.file),
                place=plain(fault.key or fault.file),
                what=plain(fault.message),
            )
        )


def _draw_pickers(t: Language, choice: Choice) -> None:
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small", key="process-pickers"):
        names = list(loaders.studies().found)

        def to_url(name: object) -> str:
            # Another study has other steps.
            state.write(step=None, change=None)
            return str(name)

        st.selectbox(
            t("processes.study"),
            names,
            format_func=lambda name: words.title(t, name),
            width=560,
            **state.bound("process", choice.process, to_url),
        )
        st.segmented_control(
            t("processes.variant"),
            VARIANTS,
            format_func=lambda code: t.code_label("process_variant", code),
            required=True,
            **state.bound("variant", choice.variant, lambda code: None if code == AS_IS else str(code)),
        )
        draw_take(t, choice)


@kept
def _figures(t: Language, process: str, variant: str) -> tuple[Metric, ...]:
    """The key figures of the typical case, each with its least and most."""
    value = known.study(process).product.value_usd
    found = totals(known.steps(process, variant), known.items(process, variant), value).set_index("measure")
    cases = {case: found[case].astype(float).to_dict() for case in ("min", "typical", "max")}
    out = []
    for name in _FIGURES:
        low, typical, high = (words.measure(t, name, cases[case][name]) for case in cases)
        note = "" if low == high else t("processes.from_to", low=low, high=high)
        if name == "burden_share":
            note = t("processes.of_value", value=words.money(t, value))
        out.append(Metric(t.code_label("process_measure", name), typical, note=note))
    return tuple(out)


_SECTIONS: dict[str, Callable[[Language, Choice], None]] = {
    "process": diagrams.draw_process,
    "time": time.draw_time,
    "papers": papers.draw_papers,
    "change": draw_change,
    "what_if": what_if.draw_what_if,
    "routes": lambda t, _: routes.draw_routes(t),
    "own": lambda t, _: own_study.draw_own_study(t),
}
