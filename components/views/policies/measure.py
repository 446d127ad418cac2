"""One measure: what the register says, its pages, what is like it elsewhere, laws and steps it touches."""

from __future__ import annotations

from urllib.parse import urlsplit

import pandas as pd
import streamlit as st

from components import loaders, state
from components.faults import guarded
from components.i18n import Language
from components.kept import kept
from components.markup import plain
from components.views.cards import Column, Table, draw_table, source_line
from components.views.policies import known
from components.views.policies.files import draw_files
from components.views.policies.inventory import file_table
from components.views.policies.laws import draw_laws
from components.views.policies.rows import draw_rows
from components.views.processes.touched import draw_touched
from data.analysis.policies.donors import similar_elsewhere
from data.analysis.policies.peers import remoteness

# What the page says in a table, in this order: columns of the register.
_FACTS = (
    "agency", "instrument", "target_groups", "scope", "sector", "status", "start_year", "end_year",
    "pandemic", "delivery_languages", "private_partners", "budget_value", "reach_value", "topics",
)  # fmt: skip
# Pages of the outside world that a measure names.
_PAGES = ("source_url", "contact_url", "evaluation_url", "budget_source_url", "reach_source_url")


def draw_measure(t: Language, policy_id: str) -> None:
    """Draw the page of a measure, without the way back."""
    row = known.by_id()[policy_id]
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.badge(known.country(t, row), color="gray")
        st.badge(t.code_label("instrument", row["instrument"]), color="gray")
        st.badge(known.phase(t, row), color="gray")
        st.badge(
            t.code_label("verification", row["verification"]),
            color="green" if row["verification"] == "sourced" else "orange",
        )
    st.title(plain(known.title(t, row)), anchor=False)
    if row["name_local"] and row["name_local"] != known.title(t, row):
        st.caption(plain(str(row["name_local"])))
    st.markdown(plain(known.description(t, row)))
    if not row[f"description_{t.code}"]:
        st.caption(t("policies.measure.in_english"))
    _good_practice(t, policy_id)
    _facts(t, row)
    _pages(t, row)
    with guarded(t):
        _similar(t, policy_id)
    with guarded(t):
        draw_laws(t, row)
    with guarded(t):
        draw_touched(t, "policy", policy_id)
    st.caption(source_line(t, known.DATASETS))
    _take(t, policy_id)


def _facts(t: Language, row: known.Row) -> None:
    told = [(name, _told(t, name, row)) for name in _FACTS]
    frame = pd.DataFrame(
        {
            "attribute": [
                t("datasets.columns.policy_status") if name == "status" else t(f"datasets.columns.{name}")
                for name, _ in told
            ],
            "value": [text or t("cards.missing_mark") for _, text in told],
        }
    )
    st.markdown(f"#### {t('marketplace.facts')}")
    columns = (Column("attribute", t("marketplace.attribute")), Column("value", t("columns.value")))
    draw_table(t, Table(frame, columns), t("marketplace.facts"))
    if row["checked_on"]:
        st.caption(t("policies.measure.checked", day=t.day(str(row["checked_on"]))))


def _told(t: Language, name: str, row: known.Row) -> str:
    if name == "status":
        return known.phase(t, row)
    if name in ("start_year", "end_year"):
        return known.whole(row[name])
    if name == "delivery_languages":
        return t.listing(t.language_name(code) for code in str(row[name]).split(";") if code)
    if name == "budget_value":
        return _amount(t, row, "budget", str(row["budget_unit"]))
    if name == "reach_value":
        return _amount(t, row, "reach", t.code_label("reach_unit", row["reach_unit"]))
    return known.said(t, name, str(row[name])) if name in known.CODES else str(row[name])


def _amount(t: Language, row: known.Row, what: str, unit: str) -> str:
    value, year = row[f"{what}_value"], known.whole(row[f"{what}_year"])
    if value is None or value != value:
        return ""
    amount = t("policies.measure.amount", value=t.number(float(value)), unit=unit)
    return t("explorer.named_value", name=amount, value=year) if year else amount


def _pages(t: Language, row: known.Row) -> None:
    pages = [
        (name, str(row[name])) for name in _PAGES if urlsplit(str(row[name])).scheme in ("http", "https")
    ]
    st.markdown(f"#### {t('marketplace.sources')}")
    if not pages:
        st.caption(t("policies.measure.no_page"))
    for name, url in pages:
        label = t(
            "policies.measure.page", what=t(f"policies.measure.pages.{name}"), host=urlsplit(url).netloc
        )
        st.link_button(plain(label), url, type="tertiary", icon=":material/open_in_new:", key=f"page.{name}")


def _good_practice(t: Language, policy_id: str) -> None:
    rows = loaders.good_practices()
    found = rows[rows["policy_id"].astype(str) == policy_id]
    if found.empty:
        return
    first = found.iloc[0]
    reasons = ", ".join(
        t.code_label("good_practice_reason", code) for code in str(first["reasons"]).split(";")
    )
    with st.container(border=True):
        st.markdown(f"**{t('policies.measure.good_practice', reasons=reasons)}**")
        st.markdown(plain(str(first[f"reason_{t.code}"])))
        url = str(first["source_url"])
        st.link_button(
            plain(urlsplit(url).netloc), url, type="tertiary", icon=":material/open_in_new:", key="page.good"
        )


@kept
def _elsewhere(policy_id: str) -> pd.DataFrame:
    area = str(known.by_id()[policy_id]["ref_area"])
    far = remoteness(area, "capital", known.facts())
    limit = loaders.catalog().policies.similar_measures
    return similar_elsewhere(loaders.policies(), policy_id, far, limit)


def _similar(t: Language, policy_id: str) -> None:
    st.markdown(f"#### {t('policies.measure.similar')}")
    rows = _elsewhere(policy_id)
    if rows.empty:
        st.caption(t("policies.measure.none_similar"))
        return
    st.caption(t("policies.measure.similar_rule"))
    km = {
        str(row["policy_id"]): t("policies.km", distance=t.number(round(row["remoteness"], -1)))
        for row in rows.to_dict("records")
    }
    draw_rows(t, rows, "similar", km)


def _take(t: Language, policy_id: str) -> None:
    rows = loaders.policies()
    rows = rows[rows["policy_id"] == policy_id]
    title = known.title(t, known.by_id()[policy_id])
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        draw_files(t, f"policy-{policy_id}", title, file_table(t, rows))
        st.button(
            t("policies.measure.correct"),
            icon=":material/edit:",
            type="tertiary",
            key="measure.correct",
            on_click=state.write,
            kwargs={"policy": None, "section": "contribute", "correct": policy_id},
        )
