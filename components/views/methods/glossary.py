"""The words the explorer uses, in the alphabetical order of the reader's language."""

from __future__ import annotations

import unicodedata

import streamlit as st

from components import loaders
from components.i18n import Language
from data.analysis.traffic import INDEX_BASE

_TERMS = "methods.glossary.terms"


def draw_glossary(t: Language) -> None:
    """Draw the section: two columns on a desk, one on a phone."""
    st.markdown(t("methods.glossary.lead"))
    values = {"members": t.number(len(loaders.countries())), "base": t.number(INDEX_BASE)}
    names = {name.partition(".")[0] for name, _ in t.section("methods.glossary.terms")}
    entries = sorted(
        ((t(f"{_TERMS}.{name}.term"), t(f"{_TERMS}.{name}.meaning", **values)) for name in names),
        key=lambda entry: _sorting(entry[0]),
    )
    half = (len(entries) + 1) // 2
    for column, part in zip(st.columns(2, gap="large"), (entries[:half], entries[half:]), strict=True):
        for term, meaning in part:
            column.markdown(f"**{term}**  \n{meaning}")


def _sorting(term: str) -> str:
    """Accents and case aside."""
    folded = unicodedata.normalize("NFKD", term.casefold())
    return "".join(sign for sign in folded if not unicodedata.combining(sign))
