"""An entry of the law database in the reader's words: on a card, in a row of a table, in its labels."""

from __future__ import annotations

import pandas as pd

from components.i18n import Language, has_text
from components.views import labels
from components.views.cards import Column, Table
from components.views.register import Result, Row
from data.analysis.regulation.entries import LAW, TREATY

_CODED = {
    "status": "law_status",
    "verification": "verification",
    "coverage": "law_coverage",
    "numeric_measure": "numeric_measure",
    "numeric_scope": "numeric_scope",
    "rule_class": "rule_class",
}
# The columns of a file, in this order.
_ORDER = (
    "entry", "kind", "country", "ref_area", "topic", "title_{language}", "title_local", "number", "body",
    "type", "year_enacted", "year", "year_amended", "year_repealed", "status", "provision_{language}",
    "coverage", "numeric_measure", "numeric_value", "numeric_unit", "numeric_scope", "rule_class",
    "raw_score", "official_url", "source_url", "as_of", "checked_on", "verification",
)  # fmt: skip
_TITLES = {
    "entry": "laws.entry",
    "kind": "laws.kind",
    "country": "columns.country",
    "ref_area": "columns.ref_area",
    "topic": "datasets.columns.topic",
    "title_local": "datasets.columns.instrument_local",
    "number": "datasets.columns.citation_number",
    "body": "datasets.columns.body",
    "type": "datasets.columns.instrument_type",
    "year_enacted": "datasets.columns.year_enacted",
    "year": "laws.year_column",
    "year_amended": "datasets.columns.year_amended",
    "year_repealed": "datasets.columns.year_repealed",
    "status": "datasets.columns.law_status",
    "coverage": "datasets.columns.law_coverage",
    "numeric_measure": "datasets.columns.numeric_measure",
    "numeric_value": "datasets.columns.numeric_value",
    "numeric_unit": "datasets.columns.numeric_unit",
    "numeric_scope": "datasets.columns.numeric_scope",
    "rule_class": "datasets.columns.rule_class",
    "raw_score": "datasets.columns.raw_score",
    "official_url": "datasets.columns.official_url",
    "source_url": "columns.source",
    "as_of": "datasets.columns.as_of",
    "checked_on": "datasets.columns.checked_on",
    "verification": "columns.trust",
}
_KINDS = {
    **dict.fromkeys(("year_enacted", "year", "year_amended", "year_repealed"), "year"),
    **dict.fromkeys(("numeric_value", "raw_score"), "decimal"),
}


def result(t: Language, row: Row) -> Result:
    """The entry as a card of the results."""
    title, body = f"title_{t.code}", f"provision_{t.code}"
    return Result(
        title=str(row[title]),
        title_field=title,
        facts=_facts(t, row),
        body=str(row[body] or ""),
        body_field=body,
        trust=t.code_label("verification", row["verification"]),
        doubtful=row["verification"] != "sourced",
    )


def _facts(t: Language, row: Row) -> tuple[str, ...]:
    areas = str(row["ref_area"] or "").split(";")
    members = t.number(len(areas))
    return (
        t("laws.members", count=members) if row["kind"] == TREATY else labels.area_name(t, areas[0]),
        topics_label(t, row["topic"]) or (pillar_label(t, str(row["pillar"])) if row["pillar"] else ""),
        "" if row["kind"] == LAW and not row["type"] else type_label(t, str(row["type"])),
        t.code_label("law_status", row["status"]) if row["status"] else "",
        "" if pd.isna(row["year"]) else str(row["year"]),
    )


def topic_label(t: Language, topic: str) -> str:
    """The reader's word for a topic."""
    return t.code_label("law_topic", topic)


def topics_label(t: Language, topics: object) -> str:
    """The reader's words for one or several topics."""
    return t.listing(topic_label(t, topic) for topic in str(topics).split(";")) if topics else ""


def type_label(t: Language, code: str) -> str:
    """What kind of instrument or record it is."""
    if has_text(f"laws.types.{code}", t.code):
        return t(f"laws.types.{code}")
    known = has_text(f"codes.instrument_type.{code}", t.code)
    return t.code_label("instrument_type" if known else "treaty_kind", code)


def pillar_label(t: Language, pillar: str) -> str:
    """The number and the subject of a pillar."""
    return t("laws.pillar", number=pillar, name=t.code_label("pillar", pillar))


def amount(t: Language, row: Row) -> str:
    """The number that a law sets, with its unit and what it applies to; empty when it sets none."""
    value = row["numeric_value"]
    if value is None or value != value:
        return ""
    number = float(value)
    digits = 0 if number == int(number) else 2
    if row["numeric_unit"] == "percent":
        said = t.percent(number / 100, 0 if number == int(number) else 1)
    else:
        unit = row["numeric_unit"]
        unit = t(f"laws.units.{unit}") if has_text(f"laws.units.{unit}", t.code) else str(unit)
        said = t("laws.amount", value=t.number(number, digits), unit=unit)
    scope = row["numeric_scope"]
    return f"{said} ({t.code_label('numeric_scope', scope)})" if scope and scope == scope else said


def table(t: Language, rows: pd.DataFrame) -> Table:
    """The columns of the entries that a page has room for."""
    everything = file_table(t, rows)
    wanted = ("country", "topic", f"title_{t.code}", "year", "status", "verification")
    columns = {column.name: column for column in everything.columns}
    return Table(everything.frame, tuple(columns[name] for name in wanted))


def file_table(t: Language, rows: pd.DataFrame) -> Table:
    """The entries with everything that their registers say; several countries of a treaty in one cell."""
    told = rows.copy()
    for name, codes in _CODED.items():
        told[name] = [t.code_label(codes, code) if code and code == code else None for code in rows[name]]
    told["country"] = [_countries(t, areas) for areas in rows["ref_area"]]
    told["topic"] = [topics_label(t, topics) or None for topics in rows["topic"]]
    told["type"] = [type_label(t, code) if code else None for code in rows["type"]]
    told["kind"] = [t(f"laws.kinds.{kind}") for kind in rows["kind"]]
    titles = {**_TITLES, f"title_{t.code}": "laws.title_column", f"provision_{t.code}": "laws.provision"}
    order = [name.format(language=t.code) for name in _ORDER]
    return Table(told, tuple(Column(name, t(titles[name]), _KINDS.get(name, "text")) for name in order))


def _countries(t: Language, areas: object) -> str | None:
    if not areas:
        return None
    return "; ".join(labels.area_name(t, area) for area in str(areas).split(";"))
