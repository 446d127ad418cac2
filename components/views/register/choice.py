"""What the reader of a register asked for, read from the URL once per run."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import streamlit as st

from components import state
from components.views.register.definition import RELEVANCE, Register

VIEWS = ("cards", "table")
# Not `sort`: a page with a matrix beside its register sorts the two apart.
ALL_KEYS = ("p", "order", "view")


@dataclass(frozen=True)
class RegisterChoice:
    """Words, facets (key, what was asked), order and view; hashable, so it can key a cache."""

    words: str
    asked: tuple[tuple[str, tuple[str, ...]], ...]
    sort: str
    view: str

    @property
    def applied(self) -> dict[str, tuple[str, ...]]:
        """What was asked of each facet that is applied."""
        return dict(self.asked)

    def without(self, key: str, words: str | None = None) -> RegisterChoice:
        """The same choice without one filter; for `q`, with other words."""
        if key == "q":
            return replace(self, words=words or "")
        return replace(self, asked=tuple(pair for pair in self.asked if pair[0] != key))


def read_choice(register: Register) -> RegisterChoice:
    """The choice that the URL holds; what the register does not know is noted and left out."""
    asked = []
    for view in register.facets:
        key, known = view.facet.key, register.faceted.values(view.facet.key)
        if view.facet.kind == "years":
            ends = state.span(key, known, ("", ""))
            codes: tuple[str, ...] = ends if ends[0] else ()
        else:
            codes = state.many(key, known)
        if codes:
            asked.append((key, tuple(codes)))
    words = state.words("q").strip()
    usual = usual_order(register, words)
    return RegisterChoice(
        words=words,
        asked=tuple(asked),
        sort=state.one("order", orders(register, words), usual) if words or _known_sort(register) else usual,
        view=state.one("view", VIEWS, VIEWS[0]),
    )


def orders(register: Register, words: str) -> tuple[str, ...]:
    """The orders to choose from; by relevance only where something was searched for."""
    return ((RELEVANCE,) if words else ()) + tuple(order.code for order in register.orders)


def usual_order(register: Register, words: str) -> str:
    """The order when none is chosen."""
    return orders(register, words)[0]


def _known_sort(register: Register) -> bool:
    # Words that were taken away leave their order behind in the address; that is nobody's mistake.
    return st.query_params.get("order") != RELEVANCE


def tied(
    name: str, key: str, current: object, to_url: Callable[[Any], str | Sequence[str] | None]
) -> dict[str, Any]:
    """As `state.tie`, for a widget whose words change with counts; another choice opens the first page."""
    given = state.tie(name, key, current, to_url)
    # The browser keeps a choice by its words, and these hold counts: they are sent anew at every run.
    st.session_state[name] = current
    changed = given["on_change"]

    def first_page() -> None:
        changed()
        state.write(p=None)

    return {**given, "on_change": first_page}


def choose(**values: str | Sequence[str] | None) -> None:
    """Write another choice into the URL and open its first page."""
    state.write(**{"p": None, **values})


def opened(register: Register) -> str:
    """The record that the URL opens, or empty."""
    return state.one(register.record, ("", *register.index.keys), "")
