"""What the reader chose, kept in the URL: short keys shared by all pages, checked against their code lists.

The URL is the only truth: before a widget is drawn its value is set from the URL, and a widget that
changes writes the URL. So every view is a link, and the browser's back button works.
Streamlit's own `bind="query-params"` writes the translated label of an option, which would make links
depend on the language; therefore the codes are written here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

import streamlit as st

_NOTICES = "state.notices"
_SAID = "state.said"
_SHOWN = 40
# More notices than this would bury the page.
_MOST_NOTICES = 5
_UNPRINTABLE = re.compile(r"[^\w .:,+-]", re.UNICODE)
_PAGE = "state.page"
Query = Mapping[str, Sequence[str]]
_lent: ContextVar[Query | None] = ContextVar("lent", default=None)


@dataclass(frozen=True)
class Notice:
    """A value of the URL that was ignored: its key and the value, made safe to print."""

    key: str
    value: str


def begin() -> None:
    """Forget the notices of the run before; the frame calls this first."""
    st.session_state[_NOTICES] = []


def notices() -> list[Notice]:
    """The first values of the URL that this run ignored, each once."""
    return list(dict.fromkeys(st.session_state.get(_NOTICES, [])))[:_MOST_NOTICES]


@contextmanager
def lent(query: Query) -> Iterator[list[Notice]]:
    """Read choices from `query` instead of the URL: how one page shows the view of another.

    Yields the list of what was ignored meanwhile; the page's own notices are left alone. Nothing is written.
    """
    token, kept = _lent.set(query), st.session_state.get(_NOTICES, [])
    st.session_state[_NOTICES] = heard = list[Notice]()
    try:
        yield heard
    finally:
        _lent.reset(token)
        st.session_state[_NOTICES] = kept


def arrive(page: str) -> None:
    """Note which page is being drawn (the stem of its file); the frame calls this."""
    st.session_state[_PAGE] = page


def page() -> str:
    """The page being drawn, or empty where the frame has not told."""
    return str(st.session_state.get(_PAGE, ""))


def everything() -> dict[str, list[str]]:
    """All values of the URL by key, but the language."""
    return {key: st.query_params.get_all(key) for key in st.query_params if key != "lang"}


def _values(key: str) -> Sequence[str]:
    given = _lent.get()
    return st.query_params.get_all(key) if given is None else given.get(key, ())


def ignore(key: str, value: str) -> None:
    """Note that a value of the URL is not used; the frame tells the reader."""
    st.session_state.setdefault(_NOTICES, []).append(Notice(key, printable(value)))


def printable(value: str) -> str:
    """What the reader may see of a value from outside: letters, digits, a few signs, cut, as Markdown code.

    As code, because even bare text is markup: `www.` becomes a link, `_` italics, `:name:` an icon.
    """
    said = " ".join(_UNPRINTABLE.sub(" ", value[: 10 * _SHOWN]).split())[:_SHOWN].strip()
    return f"`{said or '?'}`"


def one(key: str, options: Sequence[str], default: str) -> str:
    """The single value of `key` in the URL if it is among `options`, else `default`."""
    given = _values(key)
    if not given:
        return default
    if given[-1] in options:
        return given[-1]
    ignore(key, given[-1])
    return default


def many(key: str, options: Iterable[str]) -> tuple[str, ...]:
    """The values of a repeatable `key` that are among `options`, in the order given, each once."""
    allowed = set(options)
    kept = []
    for value in _values(key):
        if value in allowed:
            kept.append(value)
        else:
            ignore(key, value)
    return tuple(dict.fromkeys(kept))


def given(key: str) -> tuple[str, ...]:
    """All values of `key` as they came; whoever reads them checks each and calls `ignore` for a bad one."""
    return tuple(_values(key))


def asked(key: str) -> bool:
    """Whether the address says anything of `key`."""
    return bool(_values(key))


def span(key: str, options: Sequence[str], default: tuple[str, str]) -> tuple[str, str]:
    """A from-to pair `2021-01:2025-12` of `key`, both among the ordered `options`, else `default`."""
    values = _values(key)
    given = values[-1] if values else ""
    if not given:
        return default
    start, _, end = given.partition(":")
    if start in options and end in options and options.index(start) <= options.index(end):
        return start, end
    ignore(key, given)
    return default


def words(key: str, limit: int = 80) -> str:
    """Free text of `key`, cut to `limit` characters; never run as markup or SQL by whoever shows it."""
    values = _values(key)
    return values[-1][:limit] if values else ""


def write(**values: str | Sequence[str] | None) -> None:
    """Put values into the URL; None or empty takes the key away."""
    for key, value in values.items():
        if not value:
            if key in st.query_params:
                del st.query_params[key]
        else:
            st.query_params[key] = value if isinstance(value, str) else list(value)


def bound(
    key: str, current: object, to_url: Callable[[object], str | Sequence[str] | None] | None = None
) -> dict[str, Any]:
    """Keyword arguments that tie a widget to `key`: its name and the callback that writes the URL.

    `current` is the value that the URL holds now, in the widget's own type; `to_url` turns the widget's
    value into what the URL holds (None: the default, which is left out of the URL).
    """
    return tie(f"url.{key}", key, current, to_url)


def tie(
    name: str, key: str, current: object, to_url: Callable[[object], str | Sequence[str] | None] | None = None
) -> dict[str, Any]:
    """As `bound`, for one of several widgets (`name`) that share the URL key."""
    # The browser keeps a choice by its words: in another language they have to be sent anew, or the words
    # of the language before come back as a choice that nobody knows.
    said, language = f"{_SAID}.{name}", st.session_state.get("language")
    if (
        name not in st.session_state
        or st.session_state[name] != current
        or st.session_state.get(said) != language
    ):
        st.session_state[name] = current
    st.session_state[said] = language

    def changed() -> None:
        value = st.session_state.get(name)
        write(**{key: to_url(value) if to_url else value})  # type: ignore[arg-type]

    return {"key": name, "on_change": changed}


def link(page: str = "", **changes: str | Sequence[str] | None) -> str:
    """A relative address of `page` (this page when empty) with the URL's present values and `changes`."""
    query = {key: st.query_params.get_all(key) for key in st.query_params}
    for key, value in changes.items():
        query[key] = [] if not value else [value] if isinstance(value, str) else list(value)
    kept = {key: value for key, value in query.items() if value}
    return f"{page}?{urlencode(kept, doseq=True)}" if kept else page


def address() -> str:
    """The full address of exactly this view."""
    base = str(st.context.url or "").split("?")[0]
    return base + link()
