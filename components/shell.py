"""The page frame: navigation, language, notices and footer. Every page starts with ensure_frame()."""

from __future__ import annotations

import gc
from contextvars import ContextVar
from pathlib import Path
from typing import Any

import streamlit as st

from components import faults, footer, i18n, loaders, state
from components.faults import guarded
from components.style import STYLE
from components.views.cards.drawn import begin
from components.views.cards.page_menu import draw_page_menu
from data.catalog import CatalogError

ROOT = Path(__file__).resolve().parents[1]
_framed: ContextVar[bool] = ContextVar("framed", default=False)
_TRIED = "frame.tried"


def run() -> None:
    """Draw the frame, run the chosen page inside it, close with the footer (Home.py)."""
    t = _begin()
    page = _navigation(t)
    state.arrive(page.url_path)
    st.session_state.pop(_TRIED, None)
    _framed.set(True)
    try:
        with st.container(key="page"):
            menu = _top(t)
            notices = st.container()
            begin()
            with guarded(t):
                page.run()
            with menu, guarded(t):
                draw_page_menu(t, page.url_path, page.title)
            _show_notices(t, notices)
            footer.draw(t)
    finally:
        _framed.set(False)


def ensure_frame() -> i18n.Language:
    """The reader's language; draws the frame when the page was opened without Home.py.

    A server that was just started knows only the files of pages/, so the first link to one of them runs
    that file alone. Declaring the navigation and running once more brings Home.py and its frame.
    """
    if _framed.get():
        return language()
    t = _begin()
    if not st.session_state.get(_TRIED):
        st.session_state[_TRIED] = True
        _navigation(t)
        st.rerun()
    _top(t)
    footer.draw(t)
    return t


def language() -> i18n.Language:
    """The language of the URL, else of this session, else of the browser, else English."""
    remembered = st.session_state.get("language") or i18n.match_locale(st.context.locale)
    code = state.one("lang", i18n.languages(), remembered)
    st.session_state["language"] = code
    return i18n.language(code)


def _begin() -> i18n.Language:
    _warm_up()
    state.begin()
    t = language()
    st.set_page_config(
        page_title=t("frame.title"),
        page_icon=str(ROOT / "static" / "favicon.png"),
        layout="wide",
        initial_sidebar_state="collapsed",
    )
    st.html(STYLE)
    return t


def _navigation(t: i18n.Language) -> Any:
    """Navigation groups with titles in the reader's language."""
    groups = {
        t(f"navigation.{group}"): [
            st.Page(_file(name), title=t(f"frame.pages.{name}"), url_path=name) for name in names
        ]
        for group, names in _groups().items()
    }
    # The address without a path is none of the pages: each keeps its file's name as its address.
    next(iter(groups.values())).insert(
        0, st.Page(_start, title=t("frame.title"), default=True, visibility="hidden")
    )
    return st.navigation(groups, position="top")


def _groups() -> dict[str, list[str]]:
    """The built pages by group, as config/app.yml has them."""
    try:
        navigation = loaders.catalog().app.navigation
    except CatalogError as error:
        # The pages tell what they cannot show; the ways between them stay open.
        faults.log.error("%s", error)
        return {"start": sorted(file.stem for file in (ROOT / "pages").glob("[a-z]*.py"))}
    built = {group.group: [page.file for page in group.pages if page.built] for group in navigation}
    return {group: names for group, names in built.items() if names}


def _start() -> None:
    first = next(iter(_groups().values()))[0]
    st.switch_page(_file(first), query_params={key: st.query_params.get_all(key) for key in st.query_params})


def _file(page: str) -> Path:
    return ROOT / "pages" / f"{page}.py"


def _top(t: i18n.Language) -> Any:
    """The line above every page: what this is, the language switch, and the place of the page's menu."""
    with st.container(horizontal=True, vertical_alignment="center", key="top", gap="small"):
        st.markdown(f"**{t('frame.title')}**  \n:small[{t('frame.subtitle')}]")
        with st.container(horizontal=True, vertical_alignment="center", width="content", gap="small"):
            menu = st.container(width="content")
            st.segmented_control(
                t("frame.language"),
                i18n.languages(),
                format_func=lambda code: i18n.text("frame.own_name", code),
                label_visibility="collapsed",
                required=True,
                width="content",
                **state.bound("lang", t.code),
            )
        return menu


def _show_notices(t: i18n.Language, place: Any) -> None:
    """Tell which values of the address were ignored, once the page has read them all."""
    for notice in state.notices():
        place.warning(t("errors.ignored_value", key=notice.key, value=notice.value), icon=":material/info:")


@st.cache_resource(show_spinner=False)
def _warm_up() -> bool:
    """Keep what the start loaded out of the garbage collector's way: it runs after every change."""
    gc.collect()
    gc.freeze()
    return True
