"""Search box and facet pickers with counts: one compact row, everything in a popover, on phones only that."""

from __future__ import annotations

import streamlit as st

from components.i18n import Language
from components.views.register.choice import RegisterChoice, tied
from components.views.register.definition import FacetView, Register
from components.views.register.found import Found

# More answers than these are a list to open, fewer are buttons.
_BUTTONS = 7


def draw_bar(t: Language, register: Register, choice: RegisterChoice, found: Found) -> None:
    """Draw the controls; each shows what the URL holds and writes it when changed."""
    _search(t, register, choice)
    with st.container(
        horizontal=True, vertical_alignment="bottom", gap="small", key=f"register-bar-{register.name}"
    ):
        with st.container(
            horizontal=True,
            vertical_alignment="bottom",
            gap="small",
            key=f"register-desk-{register.name}",
            width="stretch",
        ):
            for view in register.facets:
                if view.place == "bar":
                    _picker(t, register, view, choice, found, "desk")
        with st.popover(
            t("cards.filters"), icon=":material/tune:", on_change="rerun", key=f"{register.name}.more"
        ) as more:
            if more.open:
                for view in register.facets:
                    _picker(t, register, view, choice, found, "more")


def _search(t: Language, register: Register, choice: RegisterChoice) -> None:
    st.text_input(
        t("register.search"),
        icon=":material/search:",
        placeholder=t("register.search_hint"),
        max_chars=80,
        **tied(f"{register.name}.q", "q", choice.words, lambda said: str(said or "").strip() or None),
    )


def _picker(
    t: Language, register: Register, view: FacetView, choice: RegisterChoice, found: Found, place: str
) -> None:
    if view.facet.kind == "years":
        _years(t, register, view, choice, place)
        return
    key = view.facet.key
    chosen, counts = choice.applied.get(key, ()), found.counts[key]
    options = _options(t, view, chosen, counts)
    if not options and place == "more":
        return
    name = f"{register.name}.{key}.{place}"
    words = {
        code: t("register.option", name=view.label(t, code), count=t.number(counts.get(code, 0)))
        for code in options
    }
    if len(register.faceted.values(key)) <= _BUTTONS and place == "more":
        st.pills(
            t(view.title),
            options,
            selection_mode="multi",
            format_func=words.__getitem__,
            **tied(name, key, list(chosen), list),
        )
        return
    st.multiselect(
        t(view.title),
        options,
        format_func=words.__getitem__,
        placeholder=t("register.any"),
        **tied(name, key, list(chosen), list),
    )


def _options(t: Language, view: FacetView, chosen: tuple[str, ...], counts: object) -> list[str]:
    """The codes that leave something, and those chosen, in the facet's order or that of the alphabet."""
    left: dict[str, int] = dict(counts)  # type: ignore[call-overload]
    usable = [code for code, count in left.items() if count or code in chosen]
    if view.codes:
        return sorted(usable, key=lambda code: _place(view.codes, code))
    return sorted(usable, key=lambda code: view.label(t, code).casefold())


def _place(codes: tuple[str, ...], code: str) -> int:
    return codes.index(code) if code in codes else len(codes)


def _years(t: Language, register: Register, view: FacetView, choice: RegisterChoice, place: str) -> None:
    key, known = view.facet.key, register.faceted.values(view.facet.key)
    if len(known) < 2:
        return
    whole = (known[0], known[-1])
    asked = choice.applied.get(key, whole)
    span = (asked[0], asked[-1])

    def to_url(ends: tuple[str, str]) -> str | None:
        return None if tuple(ends) == whole else ":".join(ends)

    st.select_slider(
        t(view.title),
        known,
        # The session holds the value; two years here tell Streamlit to read two back.
        value=span,
        **tied(f"{register.name}.{key}.{place}", key, span, to_url),
    )
