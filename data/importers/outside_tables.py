"""Heavy outside tables are filtered where they live: one SQL statement, run by URL, brings home the few rows.

The URL names the engine: `bigquery://`, `trino://`, `postgresql+psycopg://`, `duckdb://` or `sqlite://`; the
driver is for the deployer to install. Only SELECT is ever sent.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import pandas as pd
from sqlalchemy import ColumnClause, Select, column, create_engine, literal_column, make_url, select, table
from sqlalchemy.exc import ArgumentError, NoSuchModuleError, SQLAlchemyError

from data.importers import crux
from data.importers.areas import iso3_by_iso2


class OutsideTableError(RuntimeError):
    """An outside table could not be read; tells the place, without its password, and the remedy."""


@dataclass(frozen=True)
class OutsideTable:
    """Where a table is and which of its columns stand for ours (ours -> theirs)."""

    name: str
    columns: Mapping[str, str]
    schema: str | None = None
    among: Mapping[str, Sequence[Any]] = field(default_factory=dict)
    between: Mapping[str, tuple[Any, Any]] = field(default_factory=dict)


def statement(source: OutsideTable, *, limit: int) -> Select[Any]:
    """One SELECT with the filters of `source` (keys are our column names), in a fixed order of rows."""
    theirs: dict[str, ColumnClause[Any]] = {ours: column(name) for ours, name in source.columns.items()}
    unknown = [key for key in (*source.among, *source.between) if key not in theirs]
    if unknown:
        raise OutsideTableError(
            f"{source.name}: filter on '{unknown[0]}', which is not one of its columns {', '.join(theirs)}"
        )
    query = select(*(item.label(ours) for ours, item in theirs.items()))
    query = query.select_from(table(source.name, *theirs.values(), schema=source.schema))
    for key, values in source.among.items():
        query = query.where(theirs[key].in_(list(values)))
    for key, (first, last) in source.between.items():
        query = query.where(theirs[key].between(first, last))
    return query.order_by(*(literal_column(str(n)) for n in range(1, len(theirs) + 1))).limit(limit)


def fetch(url: str, source: OutsideTable, *, limit: int = 1_000_000) -> pd.DataFrame:
    """Run the statement of `source` at `url` and return the rows, columns named as ours.

    Raises OutsideTableError: driver not installed, place not reachable, table or column not there, or more
    than `limit` rows (a filter that forgot something would bring a warehouse home).
    """
    try:
        shown = make_url(url).render_as_string(hide_password=True)
        engine = create_engine(url)
    except (ArgumentError, NoSuchModuleError, ImportError) as error:
        raise OutsideTableError(
            f"no way to open this kind of address ({error}); install the SQLAlchemy "
            "driver of that database or correct the address"
        ) from error
    try:
        with engine.connect() as connection:
            result = connection.execute(statement(source, limit=limit + 1))
            frame = pd.DataFrame(result.fetchall(), columns=list(result.keys()))
    except SQLAlchemyError as error:
        cause = str(getattr(error, "orig", None) or error).splitlines()[0]
        raise OutsideTableError(
            f"{shown}: table {source.name}: {cause}; check that table and columns "
            f"({', '.join(source.columns.values())}) are there"
        ) from error
    finally:
        engine.dispose()
    if len(frame) > limit:
        raise OutsideTableError(f"{shown}: table {source.name}: more than {limit} rows; narrow the filter")
    return frame


def fetch_crux_classes(
    url: str,
    *,
    domains: Sequence[str],
    areas: Sequence[str],
    months: tuple[str, str],
    name: str = "country_summary",
    schema: str | None = "chrome-ux-report.materialized",
) -> pd.DataFrame:
    """Popularity classes of `domains` from the Chrome UX Report's table, by country and month.

    `areas` are ISO alpha-3, `months` the first and last 'YYYY-MM'. Columns as popularity_rank. The table has
    country_code (lower-case alpha-2), yyyymm, origin and rank (the class).
    """
    iso2 = {code: alpha2.lower() for alpha2, code in iso3_by_iso2().items()}
    source = OutsideTable(
        name=name,
        schema=schema,
        columns={"country": "country_code", "month": "yyyymm", "origin": "origin", "rank": "rank"},
        among={
            "country": [iso2[area] for area in areas],
            "origin": [origin for domain in domains for origin in crux.origins(domain)],
        },
        between={"month": tuple(int(month.replace("-", "")) for month in months)},  # type: ignore[dict-item]
    )
    rows = fetch(url, source)
    parts = [
        crux.classes(
            group,
            area=iso3_by_iso2()[str(country).upper()],
            month=f"{str(month)[:4]}-{str(month)[4:]}",
            domains=domains,
        )
        for (country, month), group in rows.groupby(["country", "month"], sort=True)
    ]
    return (
        pd.concat(parts, ignore_index=True)
        if parts
        else crux.classes(rows, area="", month="", domains=domains)
    )
