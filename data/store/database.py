"""The connection to the registers: any SQLAlchemy database, and never one that could write."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

import sqlalchemy as sa
from sqlalchemy.engine import URL, Connection, Engine, make_url
from sqlalchemy.exc import ArgumentError, NoSuchModuleError
from sqlalchemy.pool import NullPool

from data.store.errors import REBUILD, StoreError
from data.store.places import DATABASE_URL, REGISTERS_FILE, data_base, database_url, file_in, shown

# Seconds until a server that does not answer counts as unreachable: a reader is waiting. These drivers know
# the setting as connect_timeout.
_PATIENCE = 5
_LIMITED = ("psycopg", "psycopg2", "pymysql", "mysqldb", "mariadbconnector")
# What makes a transaction of each database read-only; SQLite is opened that way instead.
_READ_ONLY = {
    "postgresql": ("begin", "SET TRANSACTION READ ONLY"),
    "mysql": ("connect", "SET SESSION TRANSACTION READ ONLY"),
    "mariadb": ("connect", "SET SESSION TRANSACTION READ ONLY"),
}


def open_registers(base: str | Path | None = None) -> Engine:
    """An engine that can only read the registers.

    EXPLORER_DATABASE_URL, or without it (or with `base`) explorer.sqlite beside the Parquet files. Raises
    StoreError: missing (no SQLite file), unreachable (no usable address or driver).
    """
    given = database_url(base)
    if given is None:
        return _sqlite(Path(file_in(data_base(base), REGISTERS_FILE)))
    try:
        url = make_url(given)
    except ArgumentError:
        raise _unusable("text that is no address") from None
    if url.get_backend_name() == "sqlite":
        return _sqlite(Path(url.database or ""))
    return _server(url)


def _sqlite(path: Path) -> Engine:
    if not path.is_file():
        raise StoreError(
            "missing", shown(str(path)), expected="an SQLite file", found="nothing", remedy=REBUILD
        )
    url = URL.create(
        "sqlite", database=f"file:{quote(str(path.absolute()))}", query={"mode": "ro", "uri": "true"}
    )
    return sa.create_engine(url, poolclass=NullPool)


def _server(url: URL) -> Engine:
    backend = url.get_backend_name()
    if backend not in _READ_ONLY:
        raise _unusable(backend)
    try:
        limits = {"connect_timeout": _PATIENCE} if url.get_driver_name() in _LIMITED else {}
        engine = sa.create_engine(url, poolclass=NullPool, connect_args=limits)
    except (ImportError, NoSuchModuleError) as error:
        raise _unusable(f"{url.drivername}, which is not installed ({error})") from None
    moment, statement = _READ_ONLY[backend]
    if moment == "begin":

        @sa.event.listens_for(engine, "begin")
        def _begin_read_only(connection: Connection) -> None:
            connection.exec_driver_sql(statement)

    else:

        @sa.event.listens_for(engine, "connect")
        def _connect_read_only(connection: object, _: object) -> None:
            cursor = connection.cursor()  # type: ignore[attr-defined]
            cursor.execute(statement)
            cursor.close()

    return engine


def _unusable(found: str) -> StoreError:
    known = ", ".join(["sqlite", *_READ_ONLY])
    return StoreError(
        "unreachable",
        DATABASE_URL,
        expected=f"an SQLAlchemy address of {known}",
        found=found,
        remedy="Correct the variable or unset it to read the registers that come with the app.",
    )
