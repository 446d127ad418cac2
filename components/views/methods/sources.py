"""All sources of the figures: producer, licence, terms of use, dates and address."""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

import pandas as pd
import streamlit as st

from components import loaders
from components.i18n import Language
from components.views.cards import Column, Table, draw_table, draw_table_downloads

_DATASETS = ("source",)
_MARKUP = re.compile(r"([\\`*_\[\]<>$:|~#])")
# What an address may hold as it stands; anything else is written in percent, so that it cannot end the link.
_ADDRESS = ":/?#@!$&'*+,;=%-._~"


def draw_sources(t: Language) -> None:
    """Draw the section."""
    register = loaders.sources().sort_values(["producer", "title"], key=lambda names: names.str.casefold())
    st.markdown(t("methods.sources.lead", count=t.number(len(register))))
    draw_table(t, _on_screen(t, register), t("methods.sources.title"))
    draw_table_downloads(
        t, "sources", t("methods.sources.title"), t("methods.sources.unit"), _in_files(t, register), _DATASETS
    )
    st.markdown(f"#### {t('methods.sources.terms_title')}")
    tiers = [tier for tier in loaders.catalog().tiers if tier in set(register["tier"].astype(str))]
    said = [
        t("methods.sources.terms", name=_tier(t, tier), meaning=t(f"licences.tier.{tier}.meaning"))
        for tier in tiers
    ]
    st.markdown("\n".join(f"- {line}" for line in said))


def _on_screen(t: Language, register: pd.DataFrame) -> Table:
    """Titles and licences as links where the register holds a safe address."""
    shown = pd.DataFrame(
        {
            "title": [_linked(row.title, row.url) for row in register.itertuples()],
            "producer": [_literal(name) for name in register["producer"]],
            "licence": [_linked(row.licence, row.licence_url) for row in register.itertuples()],
            "tier": [_tier(t, tier) for tier in register["tier"]],
            "date_published": [_date(t, day) for day in register["date_published"]],
            "date_accessed": [_date(t, day) for day in register["date_accessed"]],
        }
    )
    return Table(shown, tuple(Column(name, t(f"datasets.columns.{name}")) for name in shown.columns))


def _in_files(t: Language, register: pd.DataFrame) -> Table:
    """Everything the register says of a source, addresses in full."""
    return Table(register, tuple(Column(name, t(f"datasets.columns.{name}")) for name in register.columns))


def _tier(t: Language, tier: object) -> str:
    return t(f"licences.tier.{tier}.name")


def _linked(said: object, url: object) -> str:
    """A Markdown link; the bare words when the address is missing or not of the web."""
    words = _literal(said)
    if _missing(url):
        return words
    address = str(url).strip()
    parts = urlsplit(address)
    if parts.scheme not in ("http", "https") or not parts.netloc:
        return words
    return f"[{words}]({quote(address, safe=_ADDRESS)})"


def _literal(said: object) -> str:
    """Words of the register as they stand, nothing in them read as markup."""
    return _MARKUP.sub(r"\\\1", str(said))


def _date(t: Language, day: object) -> str | None:
    """A date of the register, which may be a year, a month or a day."""
    if _missing(day):
        return None
    return t.day(str(day)) if len(str(day)) > len("2026-01") else t.period(str(day))


def _missing(value: object) -> bool:
    return value is None or value != value or not str(value).strip()
