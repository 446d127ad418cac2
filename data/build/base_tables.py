"""The base tables between collect and derive: where they are and how they are written, always alike."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

BASE = Path(__file__).resolve().parents[1] / "precomputed" / "base"
NAMES = (
    "indicators",
    "popularity_rank",
    "published_traffic",
    "seasonality_panel",
    "cyberlaw_status",
    "cyberlaw_law",
    "rdtii_measure",
    "agreement",
    "agreement_member",
)


class BaseTableError(RuntimeError):
    """A base table is missing or does not hold what collect writes."""


def read_base(name: str, folder: Path = BASE) -> pd.DataFrame:
    """Return one base table; text is plain str, null where blank. Raises BaseTableError."""
    path = folder / f"{name}.parquet"
    try:
        frame = pd.read_parquet(path)
    except FileNotFoundError as error:
        raise BaseTableError(
            f"{path}: missing; restore it from the repository or run "
            "`python -m data.build collect --sources DIR`"
        ) from error
    except (OSError, pa.ArrowException) as error:
        raise BaseTableError(
            f"{path}: not a readable Parquet file ({error}); restore it from the repository"
        ) from error
    for column in frame.select_dtypes("category"):
        frame[column] = frame[column].astype(object).where(frame[column].notna(), None)
    return frame


def write_all(tables: Mapping[str, pd.DataFrame], folder: Path = BASE) -> list[Path]:
    """Write every table, or none: files appear only after the last one has been made."""
    folder.mkdir(parents=True, exist_ok=True)
    with _written_aside(tables, folder) as aside:
        targets = [folder / path.name for path in aside]
        for path, target in zip(aside, targets, strict=True):
            os.replace(path, target)
    return targets


def differing(tables: Mapping[str, pd.DataFrame], folder: Path = BASE) -> list[str]:
    """Names of the tables whose file in `folder` is missing or not byte-identical; writes nothing there."""
    found = []
    with tempfile.TemporaryDirectory() as spare, _written_aside(tables, Path(spare)) as aside:
        for name, path in zip(tables, aside, strict=True):
            kept = folder / path.name
            if not kept.is_file() or kept.read_bytes() != path.read_bytes():
                found.append(name)
    return found


@contextmanager
def _written_aside(tables: Mapping[str, pd.DataFrame], folder: Path) -> Iterator[list[Path]]:
    """Make the files in a folder beside their place, so that moving them in is one step each."""
    with tempfile.TemporaryDirectory(dir=folder, prefix=".base-") as spare:
        paths = []
        for name, frame in tables.items():
            path = Path(spare) / f"{name}.parquet"
            pq.write_table(_arrow(frame), path, compression="zstd", use_dictionary=True)
            paths.append(path)
        yield paths


def _arrow(frame: pd.DataFrame) -> pa.Table:
    """Text as dictionaries with sorted values, blanks as null, no index and no note of who wrote the file."""
    ready = {}
    for column in frame.columns:
        values = frame[column]
        if pd.api.types.is_numeric_dtype(values) or pd.api.types.is_bool_dtype(values):
            ready[column] = pa.array(values, from_pandas=True)
        else:
            texts = values.where(values.notna() & (values != ""), None)
            coded = pd.Categorical(texts, categories=sorted(texts.dropna().unique()))
            ready[column] = pa.array(coded)
    return pa.table(ready).replace_schema_metadata(None)
