"""Good practices: measures that others may learn from, each with the reason why and its page."""

from __future__ import annotations

from urllib.parse import urlsplit

import pandas as pd
import streamlit as st

from components import loaders, state
from components.i18n import Language
from components.kept import kept
from components.markup import plain
from components.views.cards import Column, Table, draw_empty, source_line
from components.views.policies import known
from components.views.policies.controls import picked
from components.views.policies.files import draw_files
from components.views.policies.rows import draw_opener, row_body

_REASONS = "good_practice_reason"


def draw_good_practices(t: Language) -> None:
    """Draw the section: narrowed by reason, each practice with its reason and page."""
    rows = practices()
    if rows.empty:
        draw_empty(t, t("policies.good.none"))
        return
    st.markdown(t("policies.good.lead"))
    chosen = state.many("reason", loaders.catalog().codes[_REASONS])
    st.pills(
        t("datasets.columns.reasons"),
        loaders.catalog().codes[_REASONS],
        selection_mode="multi",
        wrap=True,
        format_func=lambda code: t("register.option", name=t.code_label(_REASONS, code), count=_count(code)),
        **state.bound("reason", list(chosen), picked),
    )
    shown = rows[rows["reasons"].map(lambda text: not chosen or bool(set(chosen) & set(text.split(";"))))]
    if shown.empty:
        draw_empty(t, t("policies.good.none_of"))
        return
    st.caption(t("policies.good.count", shown=t.number(len(shown)), total=t.number(len(rows))))
    for row in shown.to_dict("records"):
        _practice(t, row)  # type: ignore[arg-type]
    st.caption(source_line(t, ("good_practice", "policy")))
    title = t("datasets.good_practice.title")
    draw_files(t, "good-practices", title, _table(t, shown), ("good_practice", "policy"))


@kept
def practices() -> pd.DataFrame:
    """Good practices joined to their measures: the columns of the register plus reasons, reason_*, page."""
    rows = loaders.good_practices().rename(
        columns={"source_url": "page", "verification": "page_verification"}
    )
    return loaders.policies().merge(rows.drop(columns=["checked_on"]), on="policy_id")


def _count(code: str) -> int:
    return int(practices()["reasons"].map(lambda text: code in text.split(";")).sum())


def _practice(t: Language, row: known.Row) -> None:
    reasons = ", ".join(t.code_label(_REASONS, code) for code in str(row["reasons"]).split(";"))
    with st.container(border=True, gap=None, key=f"result-good-{row['policy_id']}"):
        draw_opener(t, row, f"good.{row['policy_id']}")
        st.html(row_body(t, row))
        st.markdown(f"**{plain(reasons)}.** {plain(str(row[f'reason_{t.code}']))}")
        url = str(row["page"])
        if urlsplit(url).scheme in ("http", "https"):
            st.link_button(
                plain(urlsplit(url).netloc), url, type="tertiary", icon=":material/open_in_new:",
                key=f"page.good.{row['policy_id']}",
            )  # fmt: skip


def _table(t: Language, rows: pd.DataFrame) -> Table:
    told = known.flat(t, rows).assign(
        why=rows[f"reason_{t.code}"].to_numpy(),
        reasons_said=[
            ", ".join(t.code_label(_REASONS, code) for code in text.split(";")) for text in rows["reasons"]
        ],
    )
    columns = (
        Column("policy_id", t("datasets.columns.policy_id")),
        Column("ref_area", t("columns.ref_area")),
        Column("country", t("columns.country")),
        Column("title", t("columns.measure")),
        Column("instrument_said", t("datasets.columns.instrument")),
        Column("target_groups_said", t("datasets.columns.target_groups")),
        Column("reasons_said", t("datasets.columns.reasons")),
        Column("why", t("policies.good.why")),
        Column("page", t("datasets.columns.source_url")),
    )
    return Table(told, columns)
