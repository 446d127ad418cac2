"""What an enterprise can use, to take home: a plain page to print and the programmes as CSV or XLSX."""

from __future__ import annotations

from datetime import UTC, datetime

import pandas as pd
import streamlit as st

from components import loaders, state
from components.export.printed import PrintedPart, write_page
from components.i18n import Language
from components.views.cards.source_note import citations, licence_line
from components.views.policies import known
from components.views.policies.answers import sentence
from components.views.policies.files import draw_files
from components.views.policies.inventory import file_table
from components.views.policies.laws import address_of, name_of
from data.analysis.policies.fitting import Enterprise

_DATASETS = ("policy", "marketplace", "law")


def draw_printed(
    t: Language,
    enterprise: Enterprise,
    trust: str,
    fits: pd.DataFrame,
    shops: pd.DataFrame,
    laws: pd.DataFrame,
) -> None:
    """Draw the buttons; files are made when they are asked for."""
    good = fits[fits["fits"]]
    url = state.address()
    with st.container(horizontal=True, gap="small", key="programmes-files"):
        st.download_button(
            t("policies.programmes.print"),
            lambda: printed_page(t, enterprise, good, shops, laws, url),
            file_name=f"programmes-{enterprise.area}.html",
            mime="text/html",
            icon=":material/print:",
            on_click="ignore",
            key="programmes.print",
        )
        if not good.empty:
            draw_files(
                t,
                f"programmes-{enterprise.area}",
                t("policies.programmes.title"),
                file_table(t, good),
                ("policy",),
            )


def printed_page(
    t: Language, enterprise: Enterprise, good: pd.DataFrame, shops: pd.DataFrame, laws: pd.DataFrame, url: str
) -> bytes:
    """The page: the answers, the programmes, the marketplaces, the rules, and what they rest on."""
    facts = [
        (t("export.sources"), " ".join(citations(_DATASETS))),
        (t("export.licence"), licence_line(t, _DATASETS)),
        (t("export.created"), t.day(datetime.now(UTC).date().isoformat())),
        (t("export.url"), url),
    ]
    parts = [_programmes(t, good), _shops(t, shops), _laws(t, laws)]
    lead = [_plain(sentence(t, enterprise)), t("policies.not_absent")]
    if known.doubts(t, good):
        lead.append(known.doubts(t, good))
    return write_page(t("policies.programmes.title"), lead, parts, facts, t.code)


def _programmes(t: Language, good: pd.DataFrame) -> PrintedPart:
    told = known.flat(t, good)
    rows = [
        (
            row["title"],
            row["said"],
            row["agency"],
            " · ".join(filter(None, (row["phase_said"], row["when"], row["verification_said"]))),
            row["contact_url"] or row["source_url"],
        )
        for row in told.to_dict("records")
    ]
    head = (
        "columns.measure", "columns.description", "datasets.columns.agency", "datasets.columns.policy_status",
        "datasets.columns.source_url",
    )  # fmt: skip
    none = () if rows else (t("policies.programmes.none"),)
    return PrintedPart(t("policies.programmes.programmes"), none, tuple(map(t, head)), tuple(rows))


def _shops(t: Language, shops: pd.DataFrame) -> PrintedPart:
    names, most = loaders.country_names(t.code), loaders.catalog().policies.marketplaces
    shown = pd.concat([shops[shops["where"] == where].head(most) for where in ("domestic", "cross_border")])
    rows = [
        (str(row["name"]), names[str(row["ref_area"])], t.code_label("category", row["category"]),
         str(row["domain"]) if isinstance(row["domain"], str) else "")
        for row in shown.to_dict("records")
    ]  # fmt: skip
    head = ("columns.marketplace", "columns.country", "columns.category", "columns.domain")
    note = t("policies.programmes.marketplaces_note", shown=t.number(most))
    return PrintedPart(t("policies.programmes.marketplaces"), (note,), tuple(map(t, head)), tuple(rows))


def _laws(t: Language, laws: pd.DataFrame) -> PrintedPart:
    rows = [
        (t.code_label("law_topic", row["topic"]), name_of(row), address_of(row))  # type: ignore[arg-type]
        for row in laws.to_dict("records")
    ]
    head = ("register.facets.topic", "policies.programmes.law", "datasets.columns.source_url")
    note = t("policies.programmes.rules_note")
    return PrintedPart(t("policies.programmes.rules"), (note,), tuple(map(t, head)), tuple(rows))


def _plain(text: str) -> str:
    """A sentence without the signs that only make it bold on the screen."""
    return text.replace("**", "")
