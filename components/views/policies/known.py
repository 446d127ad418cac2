"""The register of measures in the reader's words, and what is computed from it once and never changed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from components import loaders
from components.i18n import Language
from components.kept import kept
from data.analysis.policies.counts import certainty
from data.analysis.policies.peers import country_facts
from data.analysis.policies.prepared import UNKNOWN, trusted

Row = Mapping[str, Any]
DATASETS = ("policy",)
# Columns whose values are codes, and the list of the texts that names them.
CODES = {
    "instrument": "instrument",
    "scope": "policy_scope",
    "target_groups": "target_group",
    "sector": "offering",
    "status": "policy_status",
    "pandemic": "answer",
    "reach_unit": "reach_unit",
    "verification": "verification",
    "topics": "law_topic",
}


@kept
def counted(trust: str) -> pd.DataFrame:
    """The measures that count with this trust, whatever their status."""
    return trusted(loaders.policies(), trust)


@kept
def by_id() -> dict[str, dict[str, Any]]:
    """policy_id -> the measure."""
    rows = loaders.policies().astype(object)
    records = rows.where(rows.notna(), None).to_dict("records")
    return {str(row["policy_id"]): row for row in records}  # type: ignore[misc]


@kept
def facts() -> pd.DataFrame:
    """What peers and distances are found by, indexed by ref_area."""
    similar = loaders.catalog().policies.similar
    until = int(loaders.catalog().app.data_span.end[:4])
    return country_facts(
        loaders.countries(),
        loaders.indicators(),
        population=similar.population,
        income=similar.income,
        until=until,
    )


def year() -> int:
    """The year of the register: what had ended before it is over."""
    return int(loaders.catalog().datasets["policy"].vintage[:4])


def codes(column: str) -> tuple[str, ...]:
    """The codes that a column of the register may hold, in the order in which readers meet them."""
    return loaders.catalog().codes[CODES[column]]


def title(t: Language, row: Row) -> str:
    """The name of a measure in the reader's language, else in English."""
    return str(row[f"name_{t.code}"] or row["name_en"])


def title_field(t: Language, row: Row) -> str:
    """The column that `title` is taken from."""
    return f"name_{t.code}" if row[f"name_{t.code}"] else "name_en"


def description(t: Language, row: Row) -> str:
    """What a measure is, in the reader's language, else in English."""
    return str(row[f"description_{t.code}"] or row["description_en"])


def country(t: Language, row: Row) -> str:
    """The country of a measure."""
    return loaders.country_names(t.code)[str(row["ref_area"])]


def said(t: Language, column: str, text: str) -> str:
    """Codes of a cell, one or several, in the reader's words."""
    return ", ".join(t.code_label(CODES[column], code) for code in text.split(";") if code)


def years(t: Language, row: Row) -> str:
    """From when to when, as far as it is known; empty when no year is."""
    start, end = (whole(row[name]) for name in ("start_year", "end_year"))
    if start and end:
        return start if start == end else f"{start}\u2013{end}"
    if start:
        return t("policies.since", year=start)
    return t("policies.until", year=end) if end else ""


def phase(t: Language, row: Row) -> str:
    """The status in words; where it is not known, whether the last year is over."""
    if row["status"] == UNKNOWN and row["phase"] == "ended":
        return t("policies.year_over")
    return t.code_label("policy_status", row["status"])


def doubts(t: Language, rows: pd.DataFrame) -> str:
    """What a count of these measures hides: those of unknown status, and programmes of several countries."""
    held = certainty(rows)
    status = t(
        "policies.status_unknown", unknown=t.number(held.unknown), entries=t.number(held.entries)
    )  # fmt: skip
    return " ".join(filter(None, [status if held.unknown else "", repeats(t, rows)]))


def repeats(t: Language, rows: pd.DataFrame) -> str:
    """How many different measures these entries are; empty where each is one."""
    held = certainty(rows)
    if held.different == held.entries:
        return ""
    return t("policies.different", entries=t.number(held.entries), different=t.number(held.different))


def whole(value: Any) -> str:
    """A year as text; empty when it is not known."""
    return "" if value is None or value is pd.NA or value != value else str(int(value))


def cell_name(t: Language, instrument: str, group: str) -> str:
    """An instrument for a target group, as a heading has it."""
    return t(
        "policies.cell",
        instrument=t.code_label("instrument", instrument),
        group=t.code_label("target_group", group),
    )


def flat(t: Language, rows: pd.DataFrame) -> pd.DataFrame:
    """Measures with the words that tables show: country, title, coded columns in the reader's words."""
    records: list[dict[str, Any]] = rows.to_dict("records")  # type: ignore[assignment]
    told = rows.assign(
        country=rows["ref_area"].map(loaders.country_names(t.code)),
        title=[title(t, row) for row in records],
        said=[description(t, row) for row in records],
        when=[years(t, row) for row in records],
        phase_said=[phase(t, row) for row in records],
    )
    for column in ("instrument", "scope", "target_groups", "sector", "verification", "pandemic"):
        told[f"{column}_said"] = [said(t, column, text) for text in rows[column]]
    return told
