"""The laws of one topic as a table: instrument, key provision, number, trust and the page behind each row."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import Any

import streamlit as st

from components.i18n import Language
from components.markup import plain
from components.views.cards import draw_empty, draw_table_downloads, source_line
from components.views.regulation import topic_known as known
from components.views.regulation.law_rows import laws_table, links
from components.views.regulation.topic_choice import CLASSES, TopicChoice
from data.analysis.regulation.facts import UNKNOWN

Row = Mapping[Any, Any]


def draw_topic_laws(t: Language, choice: TopicChoice) -> None:
    """Draw the table of the laws shown, who has none in it, and its files."""
    rows = known.laws(t, choice)
    title = t("regulation_topic.laws.title", topic=t.code_label("law_topic", choice.topic))
    with st.container(border=True, key="topic-laws"):
        st.markdown(f"#### {plain(title)}")
        st.caption(t("regulation_topic.laws.unit", count=t.number(len(rows))))
        if rows.empty:
            draw_empty(t, t("regulation_topic.no_laws"), t("regulation_topic.try_all"))
            return
        st.html(_table(t, rows.to_dict("records"), title))
        without = [area for area in choice.areas if area not in set(rows["ref_area"])]
        for sentence in known.missing(t, choice, without):
            st.caption(plain(sentence))
        st.caption(t("laws.no_advice"))
        st.caption(source_line(t, known.DATASETS))
        draw_table_downloads(
            t, "topic-laws", title, t("laws.table_unit"), laws_table(t, rows), known.DATASETS
        )


def draw_classes(t: Language, choice: TopicChoice) -> None:
    """The members of each class by name, from open to strict, with the numbers that the rules set."""
    held = known.classes(t, choice)
    if choice.topic not in CLASSES or held.empty:
        return
    said = []
    for code in known.class_codes(choice.topic):
        inside = held[held["code"] == code].sort_values("country", kind="stable")
        head = t(
            "regulation_topic.class_count",
            name=known.class_name(t, choice.topic, code),
            count=t.number(len(inside)),
        )
        names = [_member(t, row) for row in inside.to_dict("records")]
        said.append(
            f"<dt>{escape(head)}</dt><dd>{'; '.join(names) or escape(t('regulation_topic.nobody'))}</dd>"
        )
    none = known.without_rule(t, choice)
    if none:
        head = t(
            "regulation_topic.class_count",
            name=t("regulation_topic.standing.none"),
            count=t.number(len(none)),
        )
        said.append(f"<dt>{escape(head)}</dt><dd>{escape(known.named(t, none))}</dd>")
    with st.container(border=True, key="topic-classes"):
        st.markdown(f"#### {plain(t('regulation_topic.classes_title'))}")
        st.html(f'<dl class="classes">{"".join(said)}</dl>')


def _member(t: Language, row: Row) -> str:
    amount = row["amount_text"] if row["code"] != "open" else ""
    name = f"{row['country']}: {amount}" if amount else str(row["country"])
    if row["sourced"]:
        return escape(name)
    return f'<span class="doubtful">{escape(name)}, {escape(str(row["trust_text"]))}</span>'


def _table(t: Language, rows: list[dict[Any, Any]], caption: str) -> str:
    heads = ("columns.country", "laws.title_column", "laws.provision", "columns.trust")
    head = "".join(f'<th scope="col">{escape(t(key))}</th>' for key in heads)
    body = "".join(_row(t, row) for row in rows)
    return (
        f'<table class="laws"><caption class="visually-hidden">{escape(caption)}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    )


def _row(t: Language, row: Row) -> str:
    return (
        f'<tr><th scope="row">{escape(str(row["country"]))}</th>'
        f"<td><strong>{escape(str(row['title']))}</strong>{law_facts(t, row)}</td>"
        f"<td>{escape(str(row['provision'])) or escape(t('cards.missing_mark'))}</td>"
        f"<td>{law_trust(t, row)}</td></tr>"
    )


def law_facts(t: Language, row: Row) -> str:
    """Status, years, number and class of a law as one line of HTML."""
    status = "" if row["status"] == UNKNOWN else str(row["status_text"])
    if row["status"] == UNKNOWN:
        status = t("regulation_topic.validity_unknown")
    parts = [status, str(row["years_text"]), str(row["amount_text"]), str(row["class_text"])]
    return f'<span class="facts">{escape(" · ".join(part for part in parts if part))}</span>'


def law_trust(t: Language, row: Row) -> str:
    """Trust of a law and the link to the page behind it, as HTML."""
    mark = "trusted" if row["sourced"] else "doubtful"
    said = f'<span class="{mark}">{escape(str(row["trust_text"]))}</span>'
    return f"{said} {links(t, str(row['page']), str(row['official']))}"
