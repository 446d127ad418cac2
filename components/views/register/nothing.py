"""When a choice finds nothing: which filter or word to drop, and how many entries each would bring back."""

from __future__ import annotations

import streamlit as st

from components.i18n import Language
from components.markup import plain
from components.views.cards import draw_empty
from components.views.register.chips import code_label, span_label
from components.views.register.choice import RegisterChoice, choose
from components.views.register.definition import Register
from components.views.register.found import number_found
from data.store.search import words_of

_MOST = 5


def draw_nothing(t: Language, register: Register, choice: RegisterChoice) -> None:
    """Say that nothing was found and offer ways back, the one that brings most first."""
    draw_empty(t, t("register.nothing"), t("register.nothing_advice"))
    ways = [way for way in _ways(t, register, choice) if way[0]]
    ways.sort(key=lambda way: -way[0])
    with st.container(horizontal=True, gap="small", key=f"register-nothing-{register.name}"):
        for count, label, key, value in ways[:_MOST]:
            st.button(
                plain(t("register.drop", name=label, count=t.number(count))),
                key=f"{register.name}.drop.{key}.{value}",
                icon=":material/filter_alt_off:",
                on_click=choose,
                kwargs={key: value or None},
            )


def _ways(t: Language, register: Register, choice: RegisterChoice) -> list[tuple[int, str, str, str]]:
    """Per filter that can be dropped: entries found without it, its name, its URL key and the new value."""
    ways = []
    for key, codes in choice.asked:
        view = register.view_of(key)
        if view.facet.kind == "years":
            label = span_label(t, view, codes)
        else:
            label = code_label(t, view, codes[0]) if len(codes) == 1 else t(view.title)
        ways.append((number_found(register, choice.without(key)), label, key, ""))
    if choice.words:
        whole = t("register.words", words=choice.words)
        ways.append((number_found(register, choice.without("q")), whole, "q", ""))
        ways += _fewer_words(t, register, choice)
    return ways


def _fewer_words(t: Language, register: Register, choice: RegisterChoice) -> list[tuple[int, str, str, str]]:
    words = words_of(choice.words)
    if len(words) < 2:
        return []
    ways = []
    for place, word in enumerate(words):
        rest = " ".join(other for at, other in enumerate(words) if at != place)
        count = number_found(register, choice.without("q", rest))
        ways.append((count, t("register.words", words=word), "q", rest))
    return ways
