"""Gaps one by one: how many peers fill it, who is nearest and how, and a paragraph for a brief."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from components import loaders, state
from components.faults import guarded
from components.i18n import Language
from components.markup import plain
from components.views.cards import Column, Table
from components.views.policies import compared, known
from components.views.policies.choice import ALL, BenchmarkChoice
from components.views.policies.files import draw_files
from components.views.policies.rows import draw_rows

# More gaps than these are shown only when they are asked for.
_MOST = 5


def draw_gaps(t: Language, choice: BenchmarkChoice) -> None:
    """Draw the list and the table of all gaps to take home."""
    table = compared.gaps_with_donors(choice)
    st.markdown(f"### {t('policies.gaps.title')}")
    if table.empty:
        st.caption(t("policies.gaps.none", count=t.number(choice.one_in)))
        return
    st.caption(t(f"policies.gaps.rule_{choice.near}"))
    every = len(table) <= _MOST or state.one("gaps", ("", ALL), "") == ALL
    for gap in (table if every else table.head(_MOST)).to_dict("records"):
        with guarded(t):
            _gap(t, choice, gap)  # type: ignore[arg-type]
    if not every:
        st.button(
            t("policies.gaps.more", count=t.number(len(table) - _MOST)),
            icon=":material/expand_more:",
            key="gaps.more",
            on_click=state.write,
            kwargs={"gaps": ALL},
        )
    title = t("policies.gaps.table_title", country=loaders.country_names(t.code)[choice.area])
    draw_files(
        t, f"gaps-{choice.area}", title, gap_table(t, choice, table), unit=t("policies.benchmark.unit")
    )


def _gap(t: Language, choice: BenchmarkChoice, gap: dict[str, Any]) -> None:
    code = f"{gap['instrument']}.{gap['target_group']}"
    with st.container(border=True, key=f"gap-{code}"):
        st.markdown(f"#### {plain(known.cell_name(t, gap['instrument'], gap['target_group']))}")
        names = loaders.country_names(t.code)
        having = [names[area] for area in gap["peer_areas"].split(";")]
        st.markdown(
            plain(
                t(
                    "policies.gaps.having",
                    having=t.number(gap["having"]),
                    peers=t.number(gap["peers"]),
                    names=t.listing(having),
                )
            )
        )
        note = compared.own_note(t, choice, gap["own"], gap["own_ids"])
        if note:
            st.caption(plain(note))
        if gap["donor_id"]:
            st.markdown(plain(t("policies.gaps.donor", country=names[gap["donor_area"]])))
            rows = loaders.policies()
            far = compared.distance(t, choice, gap["remoteness"])
            draw_rows(t, rows[rows["policy_id"] == gap["donor_id"]], f"gap.{code}", {gap["donor_id"]: far})
        else:
            st.caption(t("policies.gaps.no_donor"))
        with st.popover(
            t("policies.gaps.brief"), icon=":material/description:", on_change="rerun", key=f"brief.{code}"
        ) as menu:
            if menu.open:
                st.caption(t("policies.gaps.brief_help"))
                st.code(compared.paragraph(t, choice, gap), language=None, wrap_lines=True)


def gap_table(t: Language, choice: BenchmarkChoice, table: pd.DataFrame) -> Table:
    """The gaps with their donors and paragraphs, one row each, for files."""
    names = loaders.country_names(t.code)
    gaps = table.to_dict("records")
    donors = [known.by_id().get(str(gap["donor_id"])) for gap in gaps]
    frame = pd.DataFrame(
        {
            "ref_area": choice.area,
            "country": names[choice.area],
            "instrument": [t.code_label("instrument", gap["instrument"]) for gap in gaps],
            "target_group": [t.code_label("target_group", gap["target_group"]) for gap in gaps],
            "having": table["having"].to_numpy(),
            "peers": table["peers"].to_numpy(),
            "share": table["share"].to_numpy(),
            "note": [compared.own_note(t, choice, gap["own"], gap["own_ids"]) for gap in gaps],  # type: ignore[arg-type]
            "donor": [names[str(row["ref_area"])] if row else None for row in donors],
            "measure": [known.title(t, row) if row else None for row in donors],
            "since": [known.whole(row["start_year"]) or None if row else None for row in donors],
            "remoteness": [compared.distance(t, choice, float(far)) or None for far in table["remoteness"]],
            "source_url": [row["source_url"] if row else None for row in donors],
            "brief": [compared.paragraph(t, choice, gap) for gap in gaps],  # type: ignore[arg-type]
        }
    )
    columns = (
        Column("ref_area", t("columns.ref_area")),
        Column("country", t("columns.country")),
        Column("instrument", t("datasets.columns.instrument")),
        Column("target_group", t("datasets.columns.target_groups")),
        Column("having", t("charts.peers_having"), "number"),
        Column("peers", t("policies.benchmark.peers_counted"), "number"),
        Column("share", t("columns.share"), "percent"),
        Column("note", t("columns.note")),
        Column("donor", t("policies.gaps.donor_column")),
        Column("measure", t("columns.measure")),
        Column("since", t("datasets.columns.start_year")),
        Column("remoteness", t("policies.gaps.remoteness")),
        Column("source_url", t("datasets.columns.source_url")),
        Column("brief", t("policies.gaps.brief")),
    )
    return Table(frame, columns)


def draw_alone(t: Language, choice: BenchmarkChoice) -> None:
    """Draw what only this country has: what it may give to its peers."""
    table = compared.cells(choice)
    ids = dict.fromkeys(
        one for text in table.loc[table["verdict"] == "alone", "own_ids"] for one in text.split(";")
    )
    st.markdown(f"### {t('policies.alone.title')}")
    if not ids:
        st.caption(t("policies.alone.none"))
        return
    st.caption(t("policies.alone.lead"))
    rows = loaders.policies()
    draw_rows(t, rows[rows["policy_id"].isin(ids)], "alone", brief=True)
