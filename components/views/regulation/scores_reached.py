"""How the scores of an economy in one pillar were reached: measures, raw scores and the rule."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import Any

import streamlit as st

from components import loaders, state
from components.i18n import Language
from components.markup import plain
from components.views.cards import source_line
from components.views.regulation import known
from components.views.regulation import scores_known as scored
from components.views.regulation.known import said
from components.views.regulation.law_rows import links, page

Row = Mapping[Any, Any]


def draw_reached(t: Language, pillar: str, first: str) -> None:
    """Draw the picker of an economy (`first` is the usual one) and the measures behind its scores."""
    areas = known.areas("rdtii")
    names = loaders.country_names(t.code)
    area = state.one("economy", areas, first)
    with st.container(border=True, key="scores-reached"):
        title = t("regulation_scores.reached.title", pillar=known.group_name(t, "rdtii", pillar))
        st.markdown(f"#### {plain(title)}")
        st.selectbox(
            t("regulation_scores.reached.economy"),
            sorted(areas, key=names.__getitem__),
            format_func=names.__getitem__,
            width=260,
            **state.tie("url.economy", "economy", area, lambda code: None if code == first else str(code)),
        )
        cells = scored.of_pillar(pillar)
        cells = cells[cells["ref_area"] == area]
        st.html("".join(_indicator(t, area, row) for row in cells.to_dict("records")))
        st.caption(source_line(t, scored.DATASETS))


def _indicator(t: Language, area: str, cell: Row) -> str:
    """One indicator as HTML: its score, the rule, and its measures."""
    indicator = str(cell["indicator"])
    rows = scored.measures(area, indicator)
    head = f"<h5>{escape(scored.title(t, indicator))} "
    if rows.empty or cell["score"] != cell["score"]:
        nothing = escape(t("regulation_scores.reached.not_searched"))
        return f'<section class="compared">{head}</h5><p>{nothing}</p></section>'
    score = t("regulation_compare.score", score=t.number(float(cell["score"]), 2))
    rule = t(
        f"regulation_scores.reached.ways.{scored.way(rows, indicator)}",
        count=t.number(len(rows)),
        score=t.number(float(cell["score"]), 2),
    )
    measures = "".join(_measure(t, row) for row in rows.to_dict("records"))
    return (
        f'<section class="compared">{head}<span class="state">{escape(score)}</span></h5>'
        f'<div class="sides"><div><span class="facts">{escape(rule)}</span>{measures}</div></div></section>'
    )


def _measure(t: Language, row: Row) -> str:
    raw = t("regulation_compare.raw_score", score=t.number(float(row["raw_score"]), 2))
    facts = " · ".join(part for part in (raw, said(row["coverage"]), said(row["timeframe"])) if part)
    pages = dict.fromkeys(filter(None, map(page, said(row["urls"]).split(";"))))
    return (
        f'<div class="record"><span class="named">{escape(said(row["act"]))}</span>'
        f'<span class="facts">{escape(facts)}</span>{" ".join(links(t, url) for url in pages)}</div>'
    )
