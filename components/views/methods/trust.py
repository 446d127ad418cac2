"""How far to trust a value: observation status, trust level of register rows, use of the evidence classes."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd
import streamlit as st

from components import loaders
from components.i18n import Language
from components.views.cards import Column, Table, draw_table
from components.views.methods import known

_STATUSES = ("A", "E", "P", "O", "M", "Q")
_LEVELS = ("sourced", "domain_only", "unverified")


def draw_trust(t: Language) -> None:
    """Draw the section."""
    _statuses(t)
    _levels(t)
    _classes(t)


def _statuses(t: Language) -> None:
    counts = _counts(loaders.monthly()["obs_status"])
    shown = pd.DataFrame(
        {
            "code": _STATUSES,
            "status": [t.code_label("obs_status", code) for code in _STATUSES],
            "meaning": [t(f"methods.trust.status_meaning.{code}") for code in _STATUSES],
            "drawn": [t(f"methods.trust.status_drawn.{code}") for code in _STATUSES],
            "months": [counts.get(code, 0) for code in _STATUSES],
        }
    )
    columns = (
        Column("code", t("methods.trust.code")),
        Column("status", t("columns.obs_status")),
        Column("meaning", t("methods.trust.meaning")),
        Column("drawn", t("methods.trust.drawn")),
        Column("months", t("methods.trust.months"), "number"),
    )
    _titled(t, "status", Table(shown, columns))
    st.caption(t("methods.trust.zero"))


def _levels(t: Language) -> None:
    counts = _counts(loaders.storefronts()["verification"])
    shown = pd.DataFrame(
        {
            "level": [t.code_label("verification", code) for code in _LEVELS],
            "meaning": [t(f"methods.trust.levels.{code}") for code in _LEVELS],
            "storefronts": [counts.get(code, 0) for code in _LEVELS],
        }
    )
    columns = (
        Column("level", t("methods.trust.level")),
        Column("meaning", t("methods.trust.meaning")),
        Column("storefronts", t("columns.storefronts"), "number"),
    )
    _titled(t, "levels", Table(shown, columns))


def _classes(t: Language) -> None:
    tested = known.quality().set_index("evidence_class").reindex(known.CLASSES)
    shown = pd.DataFrame(
        {
            "label": [t.code_label("evidence_class", code) for code in known.CLASSES],
            "use": [t(f"methods.trust.uses.{code}") for code in known.CLASSES],
            "typical": tested["typical_factor"].to_numpy(),
        }
    )
    columns = (
        Column("label", t("columns.evidence")),
        Column("use", t("methods.trust.use")),
        Column("typical", t("methods.quality.typical"), "decimal"),
    )
    _titled(t, "classes", Table(shown, columns))


def _counts(codes: pd.Series) -> Mapping[str, int]:
    return {str(code): int(count) for code, count in codes.astype(str).value_counts().items()}


def _titled(t: Language, name: str, table: Table) -> None:
    title = t(f"methods.trust.{name}_title")
    st.markdown(f"### {title}\n{t(f'methods.trust.{name}_lead')}")
    draw_table(t, table, title)
