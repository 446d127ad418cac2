"""What a reader takes from a page: slides, a brief and a workbook of all its cards, made when asked for."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial

import streamlit as st

from components import state
from components.export.brief import Progress
from components.export.document import pdf_of
from components.export.making import Making
from components.export.metadata import FileMeta
from components.export.page_workbook import write_page_workbook
from components.export.slides import slides_of
from components.faults import guarded
from components.i18n import Language
from components.views.cards.drawn import on_page
from components.views.cards.page_tables import tables_of
from components.views.cards.taken import brief_of_page, slides_of_page

_XML = "application/vnd.openxmlformats-officedocument"
# Kind of file: ending and type.
KINDS = {
    "slides": ("pptx", f"{_XML}.presentationml.presentation"),
    "brief": ("pdf", "application/pdf"),
    "workbook": ("xlsx", f"{_XML}.spreadsheetml.sheet"),
}
_MAKING, _KIND = "takeaway.making", "takeaway.kind"
_LOOK_AGAIN = 0.4


def draw_page_menu(t: Language, page: str, title: str) -> None:
    """Draw the menu of a page (its name in the address) with this title, after the page itself."""
    if on_page().cards or on_page().own:
        _menu(t, page, title, state.address())


@st.fragment
def _menu(t: Language, page: str, title: str, url: str) -> None:
    """The menu; opening it reruns nothing else, so it catches its own faults."""
    with (
        guarded(t),
        st.popover(t("takeaway.menu"), icon=":material/download:", on_change="rerun", key="takeaway") as menu,
    ):
        if not menu.open:
            return
        held: Making | None = st.session_state.get(_MAKING)
        if held is None or st.session_state[_KIND][1] != url:
            _choose(t, title, url)
        elif held.state in ("waiting", "making"):
            _wait(t)
        else:
            _end(t, page, held)


def _choose(t: Language, title: str, url: str) -> None:
    drawn = on_page()
    st.caption(
        t("takeaway.lead", count=t.number(len(drawn.cards))) if drawn.cards else t("takeaway.own_lead")
    )
    for kind in KINDS:
        if kind == "workbook" and not drawn.cards:
            continue
        st.button(
            t(f"takeaway.{kind}"),
            on_click=_start,
            args=(t, kind, title, url),
            key=f"takeaway.{kind}",
            width="stretch",
        )


def _start(t: Language, kind: str, title: str, url: str) -> None:
    """Gather what is on the page now; the drawing happens in the background."""
    drop()
    drawn = on_page()
    make: Callable[[Progress], bytes]
    if kind == "workbook":
        tables, left_out = tables_of(t, list(drawn.cards.values()))
        meta = _page_meta(t, title, url)
        make = partial(write_page_workbook, tables, left_out, meta)
    elif kind == "slides":
        make = partial(slides_of, slides_of_page(t, title, drawn, url))
    else:
        make = partial(pdf_of, drawn.own(url) if drawn.own else brief_of_page(t, title, drawn, url))

    st.session_state[_MAKING], st.session_state[_KIND] = Making(make), (kind, url)


def _page_meta(t: Language, title: str, url: str) -> FileMeta:
    """What the workbook of a page says before its tables speak for themselves."""
    return FileMeta(
        title=title,
        unit="",
        sources=(),
        licence="",
        vintage="",
        obs_status={},
        url=url,
        language=t.code,
        labels=dict(t.section("export")),
        created=datetime.now(UTC).date().isoformat(),
    )


@st.fragment(run_every=_LOOK_AGAIN)
def _wait(t: Language) -> None:
    """How far it is, looked at again and again until it is done."""
    held: Making | None = st.session_state.get(_MAKING)
    if held is None or held.state not in ("waiting", "making"):
        st.rerun()
    done, total = t.number(held.done), t.number(held.total)
    said = t("takeaway.waiting") if held.state == "waiting" else t("takeaway.making", done=done, total=total)
    st.progress(min(held.done / held.total, 1.0), said)
    st.button(t("takeaway.cancel"), on_click=held.cancel, key="takeaway.cancel", width="stretch")


def _end(t: Language, page: str, held: Making) -> None:
    """The file, or why there is none."""
    if held.state == "ready":
        ending, mime = KINDS[st.session_state[_KIND][0]]
        content, name = held.content, f"{page}.{ending}"
        st.caption(t("takeaway.ready", amount=t.number(len(content) / 1000)))
        st.download_button(
            t("takeaway.save", name=name), content, file_name=name, mime=mime,
            key="takeaway.save", on_click="ignore", type="primary", width="stretch",
        )  # fmt: skip
    elif held.state == "cancelled":
        st.caption(t("takeaway.cancelled"))
    else:
        st.error(t("takeaway.failed"))
    st.button(t("takeaway.again"), on_click=drop, key="takeaway.again", width="stretch")


def drop() -> None:
    """Forget the file that is made or being made."""
    held: Making | None = st.session_state.pop(_MAKING, None)
    if held is not None and held.state != "ready":
        held.cancel()
