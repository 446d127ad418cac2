"""Which documents go through which steps, and what each actor does."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from components import loaders
from components.charts.processes.marks import PICKED
from components.charts.processes.papers import FORMS, build_papers_chart
from components.i18n import Language
from components.kept import kept
from components.views import labels
from components.views.cards import Card, Column, Table, draw_card, draw_table, draw_table_downloads
from components.views.processes import known, words
from components.views.processes.choice import Choice
from components.views.processes.diagrams import open_picked
from components.views.processes.step_picker import draw_step_picker
from data.analysis.processes.comparison import burden
from data.analysis.processes.papers import handled, matrix, use_cases

# What a document is to a step, as a sign in its cell.
_SIGNS = {"in": "\u2192", "out": "\u002b", "in_out": "\u21c4"}


def draw_papers(t: Language, choice: Choice) -> None:
    """Draw the section: matrix of documents and steps, table of actors."""
    draw_step_picker(t, choice, "papers")
    draw_card(t, papers_card(t, choice.plain, labels.theme()))
    title = t("processes.actors.title", about=words.about(t, choice.process, choice.variant))
    st.markdown(f"#### {title}")
    st.caption(t("processes.actors.lead"))
    table = actor_table(t, choice.plain)
    draw_table(t, table, title)
    draw_table_downloads(t, "process-actors", title, t("processes.actors.lead"), table, known.DATASETS)


@kept
def papers_card(t: Language, choice: Choice, theme: str) -> Card | str:
    """The card of the matrix, or why there is none."""
    key, variant = "process-papers", f"{choice.process}-{choice.variant}"
    steps, items = known.steps(choice.process, choice.variant), known.items(choice.process, choice.variant)
    table = matrix(steps, items)
    if table.empty:
        return t("processes.papers.none")
    numbers = known.numbers(choice.process, choice.variant)
    named = {name: words.step(t, choice.process, choice.variant, name) for name in steps}
    used = [code for code in FORMS if code in set(table["form"])]
    table = table.assign(
        document=[words.said(t, items[name].name) for name in table["item"]],
        sign=table["role"].map(_SIGNS),
        role_text=[t(f"processes.roles.{role}") for role in table["role"]],
        form_text=[t.code_label("document_form", form) for form in table["form"]],
        order=table["step"].map(numbers),
    )
    # Steps without a document keep their column, so that numbers stand where the other pictures have them.
    ground = pd.MultiIndex.from_product([table["document"].unique(), list(steps)], names=["document", "step"])
    frame = pd.concat([ground.to_frame(index=False).assign(role="none"), table], ignore_index=True)
    frame = frame.assign(
        named=frame["step"].map(named), label=frame["step"].map(named), chosen=frame["step"] == choice.step,
        at=frame["step"].map(numbers), held=frame["role"] != "none",
    ).sort_values(["held", "at"], kind="stable")  # fmt: skip
    columns = [
        "document",
        "named",
        "label",
        "step",
        "role",
        "sign",
        "form",
        "chosen",
        "role_text",
        "form_text",
    ]
    most = handled(steps, items).sort_values("steps", ascending=False, kind="stable").iloc[0]
    return Card(
        key=key,
        variant=variant,
        title=t("processes.papers.title", about=words.about(t, choice.process, choice.variant)),
        unit=t("processes.papers.unit", **_SIGNS),
        reading=t(
            "processes.papers.reading",
            documents=t.number(table["item"].nunique()),
            paper=t.number(table.loc[table["form"] != "electronic", "item"].nunique()),
            first=words.said(t, items[str(most["item"])].name),
            steps=t.number(int(most["steps"])),
        ),
        spec=build_papers_chart(
            language=t.code, theme=theme, labels=labels.chart(t), rows=int(table["item"].nunique()),
            forms=tuple((code, t.code_label("document_form", code)) for code in used),
        ),
        frame=frame[columns],
        table=Table(
            table.assign(step=table["step"].map(named)).sort_values(["order"], kind="stable"),
            tuple(
                Column(name, t(f"processes.columns.{title}"))
                for name, title in (
                    ("document", "document"), ("step", "step"), ("role_text", "role"), ("form_text", "form"),
                )
            ),
        ),
        datasets=known.DATASETS,
        marks=PICKED,
        on_select=lambda: open_picked(key, variant),
    )  # fmt: skip


@kept
def actor_table(t: Language, choice: Choice) -> Table:
    """Each actor: kind, country, steps it does and takes part in, hours, cost, data it types again."""
    process, steps = known.study(choice.process), known.steps(choice.process, choice.variant)
    names = loaders.country_names(t.code)
    cases = use_cases(steps)
    spent = burden(steps, "actor").set_index("actor")
    hours, cost = spent["work_hours"].astype(float).to_dict(), spent["cost_usd"].astype(float).to_dict()
    typed = spent["rekeyed"].astype(int).to_dict()
    rows = []
    for actor in dict.fromkeys(cases["actor"]):
        about, mine = process.actors[actor], cases[cases["actor"] == actor]
        does = actor in hours
        rows.append(
            {
                "actor": words.actor(t, choice.process, actor),
                "kind": t.code_label("actor_kind", about.kind),
                "country": names.get(about.country or "", t("processes.actors.no_country")),
                "leads": int(mine["leads"].sum()),
                "takes_part": int((~mine["leads"]).sum()),
                "time": words.duration(t, hours[actor]) if does else "",
                "cost": words.money(t, cost[actor]) if does else "",
                "rekeyed": typed.get(actor, 0),
            }
        )
    kinds = {"leads": "number", "takes_part": "number", "rekeyed": "number"}
    frame = pd.DataFrame(rows)
    return Table(
        frame,
        tuple(
            Column(str(name), t(f"processes.columns.{name}"), kinds.get(str(name), "text")) for name in frame
        ),
    )
