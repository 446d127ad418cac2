"""The inventory: all measures, searched by words, narrowed by facets, as cards or as a table to take home."""

from __future__ import annotations

from functools import partial

import pandas as pd

from components import loaders
from components.i18n import Language, language, languages
from components.kept import kept
from components.views import labels
from components.views.cards import Column, Table
from components.views.policies import known
from components.views.register import FacetView, Order, Register, Result, Row, draw_register
from data.analysis.facets import Facet, FacetedRows
from data.store.search import SearchIndex

_TEXTS = ("name_en", "name_es", "name_pt", "name_local", "agency", "private_partners",
          "description_en", "description_es", "description_pt")  # fmt: skip
_QUOTED = ("name_local", "agency", "private_partners", "name_en", "description_en")
# Columns of the register in the order of files: what it is, where, since when, how sure.
_FILE = (
    ("policy_id", "text"), ("ref_area", "text"), ("country", "text"), ("title", "text"),
    ("name_local", "text"), ("agency", "text"), ("instrument_said", "text"), ("target_groups_said", "text"),
    ("scope_said", "text"), ("sector_said", "text"), ("phase_said", "text"), ("start_year", "year"),
    ("end_year", "year"), ("pandemic_said", "text"), ("said", "text"), ("private_partners", "text"),
    ("budget_value", "number"), ("budget_unit", "text"), ("budget_year", "year"), ("reach_value", "number"),
    ("reach_unit", "text"), ("reach_year", "year"), ("contact_url", "text"), ("evaluation_url", "text"),
    ("source_url", "text"), ("checked_on", "text"), ("verification_said", "text"),
)  # fmt: skip
_SCREEN = ("country", "title", "instrument_said", "target_groups_said", "scope_said", "phase_said", "when",
           "verification_said")  # fmt: skip


def draw_inventory(t: Language) -> None:
    """Draw search, facets and results."""
    draw_register(t, measures())


@kept
def measures() -> Register:
    """The register of measures, described for the search kit."""
    rows = _rows()
    facets = _facets()
    return Register(
        name="policies",
        record="policy",
        key="policy_id",
        rows=rows,
        index=SearchIndex(
            rows,
            key="policy_id",
            fields=(*_TEXTS, "words"),
            weights={"name_en": 8, "name_es": 8, "name_pt": 8, "name_local": 8, "words": 3},
        ),
        faceted=FacetedRows(rows, [view.facet for view in facets]),
        facets=facets,
        orders=(
            Order("country", "register.orders.country", ("country_{language}", "title_{language}")),
            Order("newest", "register.orders.newest", ("start_year",), descending=("start_year",)),
            Order("name", "register.orders.name", ("title_{language}",)),
        ),
        result=_result,
        table=_screen,
        file=file_table,
        title="policies.inventory.title",
        unit="policies.inventory.unit",
        quoted={name: f"datasets.columns.{name}" for name in _QUOTED},
    )


def _rows() -> pd.DataFrame:
    """The measures with the words of all languages by which they are found and sorted."""
    rows = loaders.policies().assign(dataset="policy")
    records = rows.to_dict("records")
    spoken = [language(code) for code in languages()]
    for t in spoken:
        rows[f"country_{t.code}"] = rows["ref_area"].map(loaders.country_names(t.code))
        rows[f"title_{t.code}"] = [known.title(t, row) for row in records]  # type: ignore[arg-type]
    rows["words"] = [
        " ".join(
            [
                *(known.country(t, row) for t in spoken),  # type: ignore[arg-type]
                *(
                    known.said(t, column, row[column])
                    for t in spoken
                    for column in ("instrument", "target_groups")
                ),
            ]
        )
        for row in records
    ]
    return rows


def _facets() -> tuple[FacetView, ...]:
    catalog = loaders.catalog()
    return (
        FacetView(Facet("country", "ref_area"), "register.facets.country", labels.area_name, place="bar"),
        _coded("instrument", "instrument", place="bar"),
        _coded("target", "target_groups", place="bar"),
        FacetView(
            Facet("region", "region"),
            "register.facets.region",
            lambda t, code: t.code_label("region", code),
            codes=catalog.app.regions,
        ),
        _coded("scope", "scope"),
        _coded("sector", "sector"),
        _coded("status", "status"),
        FacetView(Facet("years", "start_year", "years", until="end_year"), "register.facets.years"),
        _coded("pandemic", "pandemic"),
        _coded("verification", "verification"),
    )


def _coded(key: str, column: str, place: str = "more") -> FacetView:
    """A facet of codes; its title is that of the column unless the kit has one."""
    title = f"register.facets.{key}" if key in ("status", "verification") else f"datasets.columns.{column}"
    return FacetView(
        Facet(key, column),
        title,
        partial(_label, known.CODES[column]),
        place=place,  # type: ignore[arg-type]
        codes=known.codes(column),
    )


def _label(codelist: str, t: Language, code: str) -> str:
    return t.code_label(codelist, code)


def _result(t: Language, row: Row) -> Result:
    return Result(
        title=known.title(t, row),
        title_field=known.title_field(t, row),
        facts=(
            known.country(t, row),
            known.said(t, "instrument", row["instrument"]),
            known.said(t, "target_groups", row["target_groups"]),
            known.phase(t, row),
            known.years(t, row),
        ),
        body=known.description(t, row),
        body_field=f"description_{t.code}" if row[f"description_{t.code}"] else "description_en",
        trust=t.code_label("verification", row["verification"]),
        doubtful=row["verification"] != "sourced",
    )


def _screen(t: Language, rows: pd.DataFrame) -> Table:
    return Table(known.flat(t, rows), tuple(column(t, name) for name in _SCREEN))


def file_table(t: Language, rows: pd.DataFrame) -> Table:
    """Everything the register knows of these measures, for files."""
    return Table(known.flat(t, rows), tuple(column(t, name, kind) for name, kind in _FILE))


def column(t: Language, name: str, kind: str = "text") -> Column:
    """A column of a table of measures, its title that of the register's column it is made from."""
    plain = name.removesuffix("_said")
    titles = {"country": "columns.country", "title": "columns.measure", "said": "columns.description",
              "phase": "datasets.columns.policy_status", "when": "columns.period"}  # fmt: skip
    return Column(name, t(titles.get(plain, f"datasets.columns.{plain}")), kind)
