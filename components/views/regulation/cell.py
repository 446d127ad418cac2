"""What lies behind one cell of the matrix, opened by a click or by two pickers."""

from __future__ import annotations

import streamlit as st

from components import loaders, state
from components.i18n import Language
from components.markup import plain
from components.views.cards import draw_empty, source_line
from components.views.regulation import evidence, known
from components.views.regulation.choice import Choice
from data.analysis.regulation.answers import TRACKER

_KEY = "cell"


def draw_cell(t: Language, choice: Choice) -> None:
    """Draw the pickers, and the laws, measures or treaty status of the cell that they name."""
    area, item = _opened(choice)
    st.markdown(f"#### {t('regulation.cell.title')}")
    with st.container(horizontal=True, vertical_alignment="bottom", key="cell-pickers", gap="small"):
        names = loaders.country_names(t.code)
        items = tuple(one.code for one in known.rules(choice.layer, choice.year).items)
        st.selectbox(
            t("columns.country"),
            known.areas(choice.layer),
            format_func=lambda code: names[code],
            width=260,
            **state.tie("url.cell.area", _KEY, area, lambda code: f"{code}:{item}"),
        )
        st.selectbox(
            t("charts.topic"),
            items,
            format_func=lambda code: known.item_name(t, choice.layer, code),
            width=360,
            **state.tie("url.cell.item", _KEY, item, lambda code: f"{area}:{code}"),
        )
    with st.container(border=True, key="cell-evidence"):
        _draw(t, choice, area, item)


def _opened(choice: Choice) -> tuple[str, str]:
    """Country and item of the cell in the URL; the first ones of the layer where it names none."""
    areas = known.areas(choice.layer)
    items = tuple(one.code for one in known.rules(choice.layer, choice.year).items)
    usual = f"{choice.country if choice.country in areas else areas[0]}:{items[0]}"
    given = state.one(_KEY, tuple(f"{area}:{item}" for area in areas for item in items), usual)
    area, _, item = given.partition(":")
    return area, item


def _draw(t: Language, choice: Choice, area: str, item: str) -> None:
    cells = known.answers(choice.layer, choice.year, "all")
    row = cells[(cells["ref_area"] == area) & (cells["item"] == item)].iloc[0]
    name = loaders.country_names(t.code)[area]
    st.markdown(f"**{plain(name)}** · {plain(known.item_name(t, choice.layer, item))}")
    said = known.answer_name(t, choice.layer, row["answer"])
    st.markdown(t(f"regulation.cell.answer.{choice.layer}", answer=plain(said)))
    if choice.layer == "framework" and item.startswith(TRACKER):
        evidence.draw_titles(t, area, item.removeprefix(TRACKER))
    elif choice.layer == "framework":
        evidence.draw_laws(t, area, item)
    elif choice.layer == "treaties":
        evidence.draw_treaty(t, area, item)
    elif row["evidence"]:
        evidence.draw_measures(t, area, item, str(row["answer"]))
    else:
        draw_empty(t, t("regulation.cell.not_searched"), t("regulation.cell.not_searched_advice"))
    st.caption(source_line(t, known.DATASETS[choice.layer]))
