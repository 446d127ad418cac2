"""As it is against as it could be: what the study would change, and what that would save."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from components import loaders
from components.charts.processes.bars import build_before_after_chart
from components.i18n import Language
from components.kept import kept
from components.views import labels
from components.views.cards import Card, Column, Table, draw_card, draw_table, draw_table_downloads
from components.views.processes import known, words
from components.views.processes.choice import Choice
from components.views.processes.time import losses_card
from data.analysis.processes.comparison import savings
from data.catalog.process import AS_IS, TO_BE

# More of these is not less of a burden; as a share of what they were they would say little.
_NOT_DRAWN = ("automatic_share", "tax_usd", "work_hours")


def draw_change(t: Language, choice: Choice) -> None:
    """Draw the section: before and after, where most is lost, the list of changes."""
    draw_card(t, before_after_card(t, choice.process, labels.theme()))
    st.markdown(f"#### {t('processes.change.losing')}")
    st.caption(t("processes.change.losing_lead"))
    as_it_is = Choice(choice.process, AS_IS, choice.step)
    left, right = st.columns(2)
    for place, amount in ((left, "time"), (right, "cost")):
        with place:
            draw_card(t, losses_card(t, as_it_is, "step", amount, labels.theme(), f"change-{amount}", 6))
    title = t("processes.change.list", title=words.title(t, choice.process))
    st.markdown(f"#### {title}")
    table = changes_table(t, choice.process)
    draw_table(t, table, title)
    draw_table_downloads(t, "process-changes", title, t("processes.change.list_unit"), table, known.DATASETS)


@kept
def compared(process: str) -> pd.DataFrame:
    """Every measure as it is and as it could be (see data.analysis.processes.comparison.savings)."""
    return savings(
        known.steps(process, AS_IS),
        known.steps(process, TO_BE),
        known.items(process, AS_IS),
        known.study(process).product.value_usd,
        items_after=known.items(process, TO_BE),
    )


@kept
def before_after_card(t: Language, process: str, theme: str) -> Card:
    """The card of all measures before and after."""
    table = compared(process)
    usual = table[table["case"] == "typical"].set_index("measure")
    drawn = usual[~usual.index.isin(_NOT_DRAWN) & (usual["before"] > 0)].reset_index()
    frame = pd.DataFrame(
        {
            "label": [t.code_label("process_measure", name) for name in drawn["measure"]],
            "share": drawn["after"] / drawn["before"],
            "whole": 1.0,
            "better": drawn["better"].astype("boolean").fillna(False).astype(bool),
            "before_text": [
                words.measure(t, *row) for row in zip(drawn["measure"], drawn["before"], strict=True)
            ],
            "after_text": [
                words.measure(t, *row) for row in zip(drawn["measure"], drawn["after"], strict=True)
            ],
        }
    )
    frame["said"] = [
        t("processes.change.from_to", before=was, after=will)
        for was, will in zip(frame["before_text"], frame["after_text"], strict=True)
    ]
    listed = table.assign(
        label=[t.code_label("process_measure", name) for name in table["measure"]],
        case=[t(f"processes.cases_of.{name}") for name in table["case"]],
        before=[words.measure(t, *row) for row in zip(table["measure"], table["before"], strict=True)],
        after_state=[words.measure(t, *row) for row in zip(table["measure"], table["after"], strict=True)],
    )
    columns = (
        ("label", "text"),
        ("case", "text"),
        ("before", "text"),
        ("after_state", "text"),
        ("saving_share", "change"),
    )
    before, after = usual["before"].astype(float).to_dict(), usual["after"].astype(float).to_dict()
    return Card(
        key="process-change",
        title=t("processes.change.title", title=words.title(t, process)),
        unit=t("processes.change.unit"),
        reading=t(
            "processes.change.reading",
            before=words.duration(t, before["elapsed_hours"]),
            after=words.duration(t, after["elapsed_hours"]),
            typed=t.number(before["rekeyed"]),
            typed_after=t.number(after["rekeyed"]),
            share=t.percent(before["burden_share"], 0),
            share_after=t.percent(after["burden_share"], 0),
        ),
        spec=build_before_after_chart(language=t.code, theme=theme, labels=labels.chart(t), rows=len(frame)),
        frame=frame,
        table=Table(
            listed, tuple(Column(name, t(f"processes.columns.{name}"), kind) for name, kind in columns)
        ),
        datasets=known.DATASETS,
        note=t("processes.change.note"),
    )


@kept
def changes_table(t: Language, process: str) -> Table:
    """What the study changes: step, kind, reason, rules and policies that would bring it about."""
    study = known.study(process)
    names = {
        name: words.said(t, one.name)
        for variant in (TO_BE, AS_IS)
        for name, one in known.steps(process, variant).items()
    }
    policies = loaders.policies().set_index("policy_id")["name_en"]
    laws = loaders.laws().set_index("law_id")["instrument_en"]
    treaties = loaders.treaties().set_index("treaty")[f"title_{t.code}"]
    called = {
        **policies,
        **laws,
        **treaties,
        **{name: words.said(t, one.name) for name, one in study.rules.items()},
    }
    frame = pd.DataFrame(
        {
            "step": names.get(one.step, one.step),
            "change": t.code_label("process_change", one.kind),
            "reason": words.said(t, one.reason),
            "rests_on": "; ".join(str(called.get(name, name)) for name in (*one.rules, *one.policies)),
        }
        for one in study.changes.values()
    )
    return Table(frame, tuple(Column(str(name), t(f"processes.columns.{name}")) for name in frame))
