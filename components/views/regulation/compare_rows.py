"""What stands behind the answers of a few countries, one row per record, in the reader's words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pandas as pd

from components import loaders
from components.i18n import Language
from components.kept import kept
from components.views.regulation import known
from components.views.regulation.known import said
from components.views.regulation.law_rows import page, told
from data.analysis.regulation.answers import TRACKER
from data.analysis.regulation.comparison import law_details as details_of
from data.analysis.regulation.comparison import verdicts
from data.analysis.regulation.facts import SOURCED, Trust

Row = Mapping[Any, Any]
Record = dict[str, object]
COLUMNS = (
    "group", "item", "item_label", "verdict", "ref_area", "country", "answer_text", "trust_text", "title",
    "years_text", "provision", "amount_text", "record_trust", "sourced", "page", "official",
)  # fmt: skip
# What is said of a record where its register says nothing; `sourced` is left open.
_NOTHING: Record = dict.fromkeys(COLUMNS, "") | {"sourced": None}


@kept
def compared(t: Language, layer: str, areas: tuple[str, ...], trust: Trust) -> pd.DataFrame:
    """One row per item, country and record behind the answer (at least one per cell): COLUMNS.

    verdict: different, alike or open (see data/analysis/regulation/comparison.py); title to official: of the
    record (law, title of the tracker, treaty, RDTII measure), empty where there is none.
    """
    cells = known.answers(layer, None, trust)
    cells = cells[cells["ref_area"].isin(list(areas))]
    judged = verdicts(cells, areas, _details(areas, trust) if layer == "framework" else None)
    answered: dict[tuple[str, str], Row] = {
        (str(row["ref_area"]), str(row["item"])): row for row in cells.to_dict("records")
    }
    records = _RECORDS[layer](t, areas, trust)
    names = loaders.country_names(t.code)
    rows: list[Record] = []
    for item in judged.itertuples():
        for area in areas:
            cell = answered[(area, str(item.item))]
            head = {
                "group": item.group,
                "item": item.item,
                "item_label": known.item_name(t, layer, str(item.item)),
                "verdict": item.verdict,
                "ref_area": area,
                "country": names[area],
                "answer_text": known.answer_name(t, layer, cell["answer"]),
                "trust_text": known.trust_name(t, cell["verification"]),
            }
            rows += [_NOTHING | head | record for record in records.get((area, str(item.item)), [{}])]
    return pd.DataFrame(rows, columns=list(COLUMNS))


def _details(areas: tuple[str, ...], trust: Trust) -> dict[tuple[str, str], Any]:
    return details_of(_counted(areas, trust))


def _counted(areas: tuple[str, ...], trust: Trust) -> pd.DataFrame:
    """The laws of these countries that say something and count at this level of trust."""
    law = loaders.laws()
    rows = law[law["ref_area"].isin(list(areas)) & law["year_repealed"].isna()]
    rows = rows[rows["instrument_en"].notna() | rows["key_provision_en"].notna()]
    return rows[rows["verification"] == SOURCED] if trust == SOURCED else rows


Records = dict[tuple[str, str], list[Record]]


def _framework(t: Language, areas: tuple[str, ...], trust: Trust) -> Records:
    found: Records = {}
    for row in told(t, _counted(areas, trust)).to_dict("records"):
        record = {
            "title": row["title"],
            "years_text": row["years_text"],
            "provision": row["provision"],
            "amount_text": " · ".join(part for part in (row["amount_text"], row["class_text"]) if part),
            "record_trust": row["trust_text"],
            "sourced": row["sourced"],
            "page": row["page"],
            "official": row["official"],
        }
        found.setdefault((str(row["ref_area"]), str(row["topic"])), []).append(record)
    tracked = loaders.cyberlaw_laws()
    for row in tracked[tracked["ref_area"].isin(list(areas))].to_dict("records"):
        record = {"title": said(row["title"]) or said(row["url"]), "page": page(row["url"])}
        found.setdefault((str(row["ref_area"]), f"{TRACKER}{row['area']}"), []).append(record)
    return found


def _treaties(t: Language, areas: tuple[str, ...], trust: Trust) -> Records:
    about = loaders.treaties().set_index("treaty")
    status = loaders.treaty_status()
    found: Records = {}
    for row in _kept_rows(status[status["ref_area"].isin(list(areas))], trust):
        year = said(row["year"])
        if trust == SOURCED and row["year_verification"] != SOURCED:
            year = ""
        found[(str(row["ref_area"]), str(row["treaty"]))] = [
            {
                "title": said(about.at[row["treaty"], f"title_{t.code}"]),
                "years_text": year,
                "provision": said(row["note"]),
                "record_trust": known.trust_name(t, row["verification"]),
                "sourced": row["verification"] == SOURCED,
                "page": page(row["source_url"]),
                "official": page(about.at[row["treaty"], "official_url"]),
            }
        ]
    return found


def _kept_rows(frame: pd.DataFrame, trust: Trust) -> Iterator[Row]:
    for row in frame.to_dict("records"):
        if row["status"] != "unknown" and (trust != SOURCED or row["verification"] == SOURCED):
            yield row


def _measures(t: Language, areas: tuple[str, ...], trust: Trust) -> Records:
    frame = loaders.rdtii_measures()
    found: Records = {}
    ordered = frame[frame["ref_area"].isin(list(areas))].sort_values(
        ["raw_score", "measure_id"], ascending=[False, True]
    )
    for row in ordered.to_dict("records"):
        found.setdefault((str(row["ref_area"]), str(row["indicator"])), []).append(
            {
                "title": said(row["act"]),
                "years_text": said(row["timeframe"]),
                "provision": said(row["coverage"]),
                "amount_text": t("regulation_compare.raw_score", score=t.number(float(row["raw_score"]), 2)),
                "page": page(said(row["urls"]).split(";")[0]),
            }
        )
    return found


_RECORDS = {"framework": _framework, "treaties": _treaties, "rdtii": _measures}
