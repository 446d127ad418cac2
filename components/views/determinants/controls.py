"""The controls of the page: outcome, determinant, breakdown, year, countries, method and scales."""

from __future__ import annotations

import streamlit as st

from components import loaders, state
from components.i18n import Language
from components.views.determinants import series
from components.views.determinants.choice import (
    DEFAULT_DETERMINANT,
    DEFAULT_OUTCOME,
    LATEST,
    Choice,
    chosen,
    everyone,
    variant_code,
    years,
)
from data.analysis.correlation.coefficients import METHODS

_SCALES = ("x", "y")


def draw_pair(t: Language, choice: Choice) -> None:
    """Outcome and determinant, both searched by typing; determinants stand under their theme."""
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small", key="pair"):
        draw_outcome(t, choice)
        st.selectbox(
            t("determinants.controls.determinant"),
            series.determinants(),
            format_func=lambda name: f"{t.code_label('theme', series.theme(name))} · {series.name(t, name)}",
            width=420,
            **state.bound(
                "indicator",
                choice.determinant.indicator,
                _picked,
            ),
        )
        _variant(t, choice)


def _picked(name: object) -> str | None:
    """The determinant as the URL holds it; the breakdown of the one before does not carry over."""
    state.write(variant=None)
    return None if name == DEFAULT_DETERMINANT else str(name)


def draw_outcome(t: Language, choice: Choice, place: str = "pair") -> None:
    """The outcome alone."""
    st.selectbox(
        t("determinants.controls.outcome"),
        series.outcomes(),
        format_func=lambda name: series.name(t, name),
        width=360,
        **state.tie(
            f"url.outcome.{place}",
            "outcome",
            choice.outcome,
            lambda name: None if name == DEFAULT_OUTCOME else str(name),
        ),
    )


def draw_frame(t: Language, choice: Choice, *, more: bool = True) -> None:
    """Countries, year and, behind a button (`more`), method and scales."""
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small", key="frame"):
        _countries(t)
        _year(t, choice)
        if more:
            _more(t, choice)


def _more(t: Language, choice: Choice) -> None:
    with st.popover(
        t("determinants.controls.more"), icon=":material/tune:", on_change="rerun", key="determinants.more"
    ) as menu:
        if menu.open:
            draw_method(t, choice, "more")
            _log(t, choice)


def draw_method(t: Language, choice: Choice, place: str) -> None:
    """Ranks or values."""
    st.segmented_control(
        t("determinants.controls.method"),
        METHODS,
        format_func=lambda code: t(f"determinants.methods.{code}"),
        required=True,
        **state.tie(
            f"url.method.{place}",
            "method",
            choice.method,
            lambda code: None if code == METHODS[0] else str(code),
        ),
    )


def _variant(t: Language, choice: Choice) -> None:
    known = series.variants(choice.determinant.indicator)
    if len(known) < 2:
        return
    codes = {variant_code(one): series.variant(t, one) or t("determinants.controls.total") for one in known}
    first = next(iter(codes))
    st.selectbox(
        t("determinants.controls.variant"),
        list(codes),
        format_func=codes.__getitem__,
        width=200,
        **state.bound(
            "variant", variant_code(choice.determinant), lambda code: None if code == first else str(code)
        ),
    )


def _countries(t: Language) -> None:
    names = loaders.country_names(t.code)
    st.multiselect(
        t("filters.country"),
        sorted(everyone(), key=names.__getitem__),
        format_func=names.__getitem__,
        placeholder=t("determinants.controls.all_countries", count=len(everyone())),
        width="stretch",
        **state.bound("country", list(chosen())),
    )


def _year(t: Language, choice: Choice) -> None:
    st.selectbox(
        t("columns.year"),
        (LATEST, *years()),
        format_func=lambda code: t("determinants.controls.latest") if code == LATEST else str(code),
        width=220,
        **state.bound(
            "year",
            LATEST if choice.year is None else str(choice.year),
            lambda code: None if code == LATEST else str(code),
        ),
    )


def _log(t: Language, choice: Choice) -> None:
    current = [scale for scale, on in zip(_SCALES, (choice.log_x, choice.log_y), strict=True) if on]
    st.pills(
        t("determinants.controls.log"),
        _SCALES,
        format_func=lambda code: t(f"determinants.controls.log_{code}"),
        selection_mode="multi",
        default=None,
        **state.bound("log", current, _joined),
    )


def _joined(codes: object) -> str | None:
    """The scales as the URL holds them: x, y, xy, or none."""
    return "".join(sorted(str(code) for code in codes)) if isinstance(codes, list | tuple) and codes else None
