"""Laws in the reader's words: title, years, key provision, number, trust and the page behind each."""

from __future__ import annotations

from html import escape
from typing import Any
from urllib.parse import urlsplit

import pandas as pd

from components import loaders
from components.i18n import Language
from components.views.cards import Column, Table
from components.views.regulation import law_words
from components.views.regulation.known import said
from components.views.regulation.laws import law_register
from data.analysis.regulation.facts import SOURCED


def told(t: Language, rows: pd.DataFrame) -> pd.DataFrame:
    """`rows` of the law register with words added, in their order.

    Adds country, topic_label, title (local for readers of the country's language), years_text, provision,
    amount_text, class_text, status_text, trust_text, sourced, and page and official (safe addresses of
    the source and of the official text, or empty).
    """
    known = law_register().rows.set_index("entry")
    records: list[dict[Any, Any]] = rows.to_dict("records")
    entries = [known.loc[str(row["law_id"])] for row in records]
    names = loaders.country_names(t.code)
    return rows.assign(
        country=[names[str(row["ref_area"])] for row in records],
        topic_label=[t.code_label("law_topic", row["topic"]) for row in records],
        title=[str(entry[f"title_{t.code}"]) for entry in entries],
        years_text=[years(t, row["year_enacted"], row["year_in_force"]) for row in records],
        provision=[said(entry[f"provision_{t.code}"]) for entry in entries],
        amount_text=[law_words.amount(t, row) for row in records],
        class_text=[t.code_label("rule_class", said(row["rule_class"])) for row in records],
        status_text=[t.code_label("law_status", row["status"]) for row in records],
        trust_text=[t.code_label("verification", row["verification"]) for row in records],
        sourced=[row["verification"] == SOURCED for row in records],
        page=[page(row["source_url"]) for row in records],
        official=[page(row["official_url"]) for row in records],
    )


def years(t: Language, enacted: object, in_force: object) -> str:
    """When a law was adopted and began to bind, as far as known."""
    if said(in_force):
        return t("regulation_topic.since", year=int(str(in_force)))
    return t("regulation_topic.adopted", year=int(str(enacted))) if said(enacted) else ""


def page(address: object) -> str:
    """An address that may be a link: web pages only; empty for anything else."""
    url = said(address)
    return url if urlsplit(url).scheme in ("http", "https") else ""


def host(address: str) -> str:
    """The site of an address."""
    return urlsplit(address).netloc.removeprefix("www.")


def links(t: Language, source: str, official: str = "") -> str:
    """Links to the page of the source and, where it is another, to the official text, as HTML."""
    found = (
        [f'<a href="{_quoted(source)}" target="_blank" rel="noopener">{escape(host(source))}</a>']
        if source
        else []
    )
    if official and official != source:
        said = escape(t("laws.links.official", host=host(official)))
        found.append(f'<a href="{_quoted(official)}" target="_blank" rel="noopener">{said}</a>')
    return " · ".join(found)


def _quoted(address: str) -> str:
    return escape(address, quote=True)


def laws_table(t: Language, rows: pd.DataFrame) -> Table:
    """The rows of `told` as a table to take home."""
    columns = {
        "ref_area": "columns.ref_area",
        "country": "columns.country",
        "topic_label": "datasets.columns.topic",
        "title": "laws.title_column",
        "instrument_local": "datasets.columns.instrument_local",
        "status_text": "datasets.columns.law_status",
        "year_enacted": "datasets.columns.year_enacted",
        "year_in_force": "datasets.columns.year_in_force",
        "provision": "laws.provision",
        "numeric_value": "datasets.columns.numeric_value",
        "numeric_unit": "datasets.columns.numeric_unit",
        "scope_text": "datasets.columns.numeric_scope",
        "measure_text": "datasets.columns.numeric_measure",
        "class_text": "datasets.columns.rule_class",
        "trust_text": "columns.trust",
        "source_url": "columns.source",
        "official_url": "datasets.columns.official_url",
        "checked_on": "datasets.columns.checked_on",
    }
    kinds = {"year_enacted": "year", "year_in_force": "year", "numeric_value": "decimal"}
    frame = rows.assign(
        scope_text=[t.code_label("numeric_scope", said(code)) for code in rows["numeric_scope"]],
        measure_text=[t.code_label("numeric_measure", said(code)) for code in rows["numeric_measure"]],
    )
    return Table(frame, tuple(Column(name, t(key), kinds.get(name, "text")) for name, key in columns.items()))
