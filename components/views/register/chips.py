"""What is applied to a register, each with its way out, and a way to start over."""

from __future__ import annotations

import streamlit as st

from components import state
from components.i18n import Language
from components.markup import plain
from components.views.register.choice import ALL_KEYS, RegisterChoice, choose
from components.views.register.definition import FacetView, Register


def draw_chips(t: Language, register: Register, choice: RegisterChoice) -> None:
    """One button per word list, code or span that is applied; nothing when none is."""
    if not choice.words and not choice.asked:
        return
    with st.container(
        horizontal=True, gap="xsmall", vertical_alignment="center", key=f"register-chips-{register.name}"
    ):
        st.caption(t("cards.applied"), width="content")
        if choice.words:
            _chip(t, register, t("register.words", words=choice.words), "q", "", [])
        for key, codes in choice.asked:
            view = register.view_of(key)
            if view.facet.kind == "years":
                _chip(t, register, span_label(t, view, codes), key, "", [])
            else:
                for code in codes:
                    rest = [other for other in codes if other != code]
                    _chip(t, register, code_label(t, view, code), key, code, rest)
        st.button(
            t("cards.reset"),
            type="tertiary",
            icon=":material/restart_alt:",
            on_click=_reset,
            args=(register,),
            key=f"{register.name}.chip.reset",
        )


def code_label(t: Language, view: FacetView, code: str) -> str:
    """A code with the title of its facet."""
    return t("register.chip", facet=t(view.title), name=view.label(t, code))


def span_label(t: Language, view: FacetView, codes: tuple[str, ...]) -> str:
    """A span of years with the title of its facet."""
    years = codes[0] if codes[0] == codes[-1] else t("register.span", start=codes[0], end=codes[-1])
    return t("register.chip", facet=t(view.title), name=years)


def _chip(t: Language, register: Register, label: str, key: str, code: str, rest: list[str]) -> None:
    st.button(
        plain(label),
        key=f"{register.name}.chip.{key}.{code}",
        icon=":material/close:",
        help=t("cards.remove", name=plain(label)),
        on_click=choose,
        kwargs={key: rest},
    )


def _reset(register: Register) -> None:
    state.write(**dict.fromkeys((*register.keys, *ALL_KEYS)))
