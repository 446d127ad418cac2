"""What a reader takes of a study: the process for modelling tools, the study as workbook, a page to print."""

from __future__ import annotations

from datetime import UTC, datetime

import streamlit as st

from components import loaders, state
from components.export.bpmn import Words, bpmn_xml
from components.export.printed import PrintedPart, write_page
from components.export.process_workbook import study_workbook
from components.i18n import Language
from components.views.cards.source_note import citations, licence_line
from components.views.processes import known, words
from components.views.processes.change import compared
from components.views.processes.choice import Choice
from components.views.processes.diagrams import activity_card
from components.views.processes.time import losses_card, time_card
from data.catalog.process_loading import load_content

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_MOST = 5


def draw_take(t: Language, choice: Choice) -> None:
    """Draw the menu of files; each is made when it is asked for."""
    url = state.address()
    with st.popover(
        t("processes.take.title"), icon=":material/download:", on_change="rerun", key="process.take"
    ) as menu:
        if not menu.open:
            return
        name = f"{choice.process}-{choice.variant}"
        files = (
            ("bpmn", lambda: bpmn_file(t, choice), f"{name}.bpmn", "application/xml"),
            ("workbook", lambda: _workbook(choice.process), f"{choice.process}.xlsx", _XLSX),
            ("brief", lambda: brief(t, choice, url), f"{name}-{t.code}.html", "text/html"),
        )
        for kind, made, file, mime in files:
            st.download_button(
                t(f"processes.take.{kind}"),
                made,
                file_name=file,
                mime=mime,
                on_click="ignore",
                width="stretch",
                key=f"process.take.{kind}",
            )


def bpmn_file(t: Language, choice: Choice) -> bytes:
    """The process as BPMN 2.0 in the reader's language."""
    study, steps = known.study(choice.process), known.steps(choice.process, choice.variant)
    said = Words(
        title=words.about(t, choice.process, choice.variant),
        steps={name: words.said(t, one.name) for name, one in steps.items()},
        actors={name: words.said(t, one.name) for name, one in study.actors.items()},
        notes={
            name: t("processes.take.note", time=words.time_of(t, one), cost=words.cost_of(t, one))
            for name, one in steps.items()
        },
    )
    return bpmn_xml(choice.process, steps, said)


def _workbook(process: str) -> bytes:
    return study_workbook(load_content(process), loaders.catalog().codes)


def brief(t: Language, choice: Choice, url: str) -> bytes:
    """One page: what it is, how well it is known, what it takes, where it is lost, what would change."""
    study = known.study(choice.process)
    plain_choice, theme = choice.plain, "light"
    table = compared(choice.process)
    usual = table[table["case"] == "typical"]
    figures = tuple(
        (t.code_label("process_measure", name), words.measure(t, name, was), words.measure(t, name, will))
        for name, was, will in zip(usual["measure"], usual["before"], usual["after"], strict=True)
    )
    variants = tuple(t.code_label("process_variant", one) for one in ("as_is", "to_be"))
    lost = losses_card(t, plain_choice, "step", "time", theme)
    steps = {name: words.said(t, one.name) for one_of in ("to_be", "as_is")
             for name, one in known.steps(choice.process, one_of).items()}  # fmt: skip
    changes = tuple(
        (t.code_label("process_change", one.kind), steps.get(one.step, one.step), words.said(t, one.reason))
        for one in study.changes.values()
    )
    parts = (
        PrintedPart(
            t("processes.sections.change"),
            head=(t("processes.columns.label"), *variants),
            rows=figures,
        ),
        PrintedPart(
            t("processes.take.losing"),
            sentences=(lost.sentence,),
            head=(t("processes.columns.step"), t("processes.fields.hours"), t("processes.fields.cost_usd")),
            rows=tuple(
                lost.frame[["label", "time_text", "cost_text"]].head(_MOST).itertuples(index=False, name=None)
            ),
        ),
        PrintedPart(
            t("processes.change.list", title=words.title(t, choice.process)),
            head=(t("processes.columns.change"), t("processes.columns.step"), t("processes.columns.reason")),
            rows=changes,
        ),
    )
    facts = [
        (t("export.sources"), " ".join(citations(known.DATASETS))),
        (t("export.licence"), licence_line(t, known.DATASETS)),
        (t("export.created"), t.day(datetime.now(UTC).date().isoformat())),
        (t("export.url"), url),
    ]
    lead = (
        words.said(t, study.summary),
        known_share(t, choice),
        activity_card(t, plain_choice, theme).sentence,
        time_card(t, plain_choice, theme).sentence,
    )
    return write_page(words.title(t, choice.process), lead, parts, facts, t.code)


def known_share(t: Language, choice: Choice) -> str:
    """How many of the values of a study are published, published in part, from interviews, assumed."""
    counts = known.evidence(choice.process, choice.variant)
    said = [
        t(
            "processes.banner.part",
            kind=t(f"processes.banner.kinds.{kind}"),
            share=t.percent(share, 0),
        )
        for kind, share in zip(counts["evidence"], counts["share"], strict=True)
        if share
    ]
    basis = t.code_label("process_basis", known.study(choice.process).basis)
    return t(
        "processes.banner.known",
        basis=basis,
        values=t.number(int(counts["values"].sum())),
        parts=t.listing(said),
    )
