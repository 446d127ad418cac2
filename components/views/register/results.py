"""The results of a register: how many, in which order, a page of cards or a table, files of them all."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

import pandas as pd
import streamlit as st

from components import state
from components.i18n import Language
from components.markup import plain
from components.views.cards import Table, draw_table, source_line
from components.views.register.choice import VIEWS, RegisterChoice, orders, tied, usual_order
from components.views.register.definition import RELEVANCE, Register, Result
from components.views.register.files import draw_files
from components.views.register.found import Found, rows_of
from components.views.register.marks import marked_html, marked_markdown, unmarked
from components.views.register.nothing import draw_nothing
from data.store.search import Segment, marked

PAGE = 20
Excerpts = Mapping[str, tuple[Segment, ...]]


def draw_results(t: Language, register: Register, choice: RegisterChoice, found: Found) -> None:
    """Draw the results; each card opens its record."""
    if not len(found.places):
        draw_nothing(t, register, choice)
        return
    rows = rows_of(register, found)
    pages = -(-len(rows) // PAGE)
    page = int(state.one("p", tuple(map(str, range(1, pages + 1))), "1"))
    shown = rows.iloc[(page - 1) * PAGE : page * PAGE]
    _head(t, register, choice, found, (page - 1) * PAGE + 1, len(shown))
    if choice.view == "table":
        draw_table(t, _as_text(register.table(t, shown)), t(register.title))
    else:
        excerpts = register.index.excerpts(choice.words, shown[register.key].astype(str))
        for row in shown.to_dict("records"):
            identity = str(row[register.key])
            _card(t, register, identity, register.result(t, row), excerpts.get(identity, {}), choice.words)  # type: ignore[arg-type]
    _pager(t, register, page, pages)
    st.caption(source_line(t, tuple(pd.unique(rows["dataset"]))))
    draw_files(t, register, rows)


def _head(
    t: Language, register: Register, choice: RegisterChoice, found: Found, first: int, shown: int
) -> None:
    with st.container(horizontal=True, vertical_alignment="bottom", key=f"register-head-{register.name}"):
        said = t(
            "register.reading",
            first=t.number(first),
            last=t.number(first + shown - 1),
            found=t.number(len(found.places)),
            total=t.number(len(register.rows)),
        )
        undated = [
            t("register.undated", count=t.number(count), facet=t(register.view_of(key).title))
            for key, count in found.undated.items()
            if count
        ]
        # A status: a screen reader hears how many were found without leaving the control it is on.
        st.html(f'<p role="status" class="found">{escape(" ".join([said, *undated]))}</p>', width="stretch")
        usual = usual_order(register, choice.words)
        titles = {RELEVANCE: "register.relevance"} | {order.code: order.title for order in register.orders}
        st.selectbox(
            t("register.sort"),
            orders(register, choice.words),
            format_func=lambda code: t(titles[code]),
            width=200,
            **tied(
                f"{register.name}.order",
                "order",
                choice.sort,
                lambda code: None if code == usual else str(code),
            ),
        )
        st.segmented_control(
            t("register.view"),
            VIEWS,
            format_func=lambda code: t(f"register.views.{code}"),
            required=True,
            width="content",
            **state.tie(
                f"{register.name}.view",
                "view",
                choice.view,
                lambda code: None if code == VIEWS[0] else str(code),
            ),
        )


def _as_text(table: Table) -> Table:
    """The table with its texts as they are: the cells of a table are read as Markdown."""
    said = {
        column.name: [plain(value) if isinstance(value, str) else value for value in table.frame[column.name]]
        for column in table.columns
        if column.kind == "text"
    }
    return Table(table.frame.assign(**said), table.columns)


def _card(
    t: Language, register: Register, identity: str, result: Result, excerpts: Excerpts, words: str
) -> None:
    with st.container(border=True, gap=None, key=f"result-{register.name}-{identity}"):
        st.button(
            marked_markdown(excerpts.get(result.title_field, unmarked(result.title))),
            type="tertiary",
            on_click=state.write,
            kwargs={register.record: identity},
            key=f"{register.name}.open.{identity}",
        )
        st.html(_inside(t, register, result, excerpts, words))


def _inside(t: Language, register: Register, result: Result, excerpts: Excerpts, words: str) -> str:
    facts = marked_html(marked(" · ".join(fact for fact in result.facts if fact), words))
    if result.trust:
        facts += (
            f' <span class="{"doubtful" if result.doubtful else "trusted"}">{escape(result.trust)}</span>'
        )
    said = [f'<p class="facts">{facts}</p>']
    if result.body:
        said.append(f"<p>{marked_html(excerpts.get(result.body_field, unmarked(result.body)))}</p>")
    if excerpts and not {result.title_field, result.body_field} & set(excerpts):
        quoted = next((name for name in register.quoted if name in excerpts), None)
        if quoted:
            place = escape(t("register.found_in", field=t(register.quoted[quoted])))
            said.append(f'<p class="quoted">{place} {marked_html(excerpts[quoted])}</p>')
    return f'<div class="result">{"".join(said)}</div>'


def _pager(t: Language, register: Register, page: int, pages: int) -> None:
    if pages < 2:
        return
    with st.container(
        horizontal=True,
        vertical_alignment="center",
        horizontal_alignment="center",
        key=f"pager-{register.name}",
    ):
        steps = (
            ("previous", page - 1, ":material/chevron_left:"),
            ("next", page + 1, ":material/chevron_right:"),
        )
        for place, (name, other, icon) in enumerate(steps):
            if place:
                st.markdown(t("register.page", page=t.number(page), pages=t.number(pages)), width="content")
            st.button(
                t(f"register.{name}"),
                icon=icon,
                disabled=not 1 <= other <= pages,
                on_click=state.write,
                kwargs={"p": None if other == 1 else str(other)},
                key=f"{register.name}.{name}",
            )
