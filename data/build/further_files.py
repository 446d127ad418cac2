"""Outside files that only some deployers have: read where they are, and without them nothing changes."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from pathlib import Path

import pandas as pd

from data.importers.oecd_stri import read_digital, read_heterogeneity
from data.importers.problem import ImportProblem
from data.importers.regulation_workbook import read_workbook

# Country workbooks of ESCAP or ECLAC, any number of them.
WORKBOOKS = "rdtii-workbooks"
# Base table -> its file below the folder of sources and the importer.
TABLES: Mapping[str, tuple[str, Callable[[Path], pd.DataFrame]]] = {
    "oecd_digital_stri": ("oecd-stri/digital.csv", read_digital),
    "oecd_heterogeneity": ("oecd-stri/heterogeneity.csv", read_heterogeneity),
}
LOG = logging.getLogger(__name__)


def with_workbooks(measures: pd.DataFrame, sources: Path) -> pd.DataFrame:
    """`measures` (rdtii_measure) with the economies of all workbooks, which replace what was known of them.

    Raises ImportProblem for a faulty workbook, or two that hold one economy.
    """
    read: list[pd.DataFrame] = []
    taken: dict[str, Path] = {}
    for path in sorted((sources / WORKBOOKS).glob("*.xlsx")):
        if path.name.startswith("~$"):
            continue  # left behind by a spreadsheet that has the workbook open
        frame = read_workbook(path)
        for area in frame["ref_area"].unique():
            if area in taken:
                raise ImportProblem(
                    path,
                    expected="economies that no other workbook holds",
                    found=f"{area}, which is in {taken[area].name} too",
                    remedy="Keep the newer of the two sheets.",
                )
            taken[area] = path
        read.append(frame)
    if not read:
        return measures
    LOG.info("rdtii_measure: %s from workbooks", ", ".join(sorted(taken)))
    kept = measures[~measures["ref_area"].isin(taken)]
    made = pd.concat([kept, *(frame.astype(measures.dtypes.to_dict()) for frame in read)])
    return made.sort_values("measure_id", ignore_index=True)


def further_tables(sources: Path) -> dict[str, pd.DataFrame]:
    """Base tables of the files that are there, by name; none where there are none. Raises ImportProblem."""
    return {name: read(sources / file) for name, (file, read) in TABLES.items() if (sources / file).is_file()}
