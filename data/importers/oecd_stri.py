"""OECD Digital Services Trade Restrictiveness Index and heterogeneity indices, as SDMX-CSV.

Dataflows DSD_STRI@DF_STRI_DIGITAL and DSD_STRI@DF_STRI_HETERO or DF_STRI_DIGITAL_HETERO of the OECD data
explorer, in either version of SDMX-CSV, with or without labels. Codes of dimensions stay as they are.
"""

from __future__ import annotations

import re
from pathlib import Path

import pandas as pd

from data.importers.areas import members
from data.importers.problem import ImportProblem
from data.importers.tabular import Column, read_table

DIGITAL = ("DF_STRI_DIGITAL",)
HETEROGENEITY = ("DF_STRI_HETERO", "DF_STRI_DIGITAL_HETERO")
# Where either version of SDMX-CSV names the dataflow.
_FLOW = ("STRUCTURE_ID", "DATAFLOW")
# Dimensions that tell series apart, kept where the file has them.
_FURTHER = ("ACTIVITY", "STRI_TYPE", "METHODOLOGY")
# Values differ only by how they were rounded.
_SAME = 1e-6
FROM_EXPLORER = "Download it again from the OECD data explorer as unfiltered data in CSV."


def read_digital(path: Path) -> pd.DataFrame:
    """Return ref_area, measure, activity, stri_type, methodology, time_period (year), value of members.

    `measure` is the code of the file: STRI the whole index, CLAS1_6 to CLAS1_10 its five parts; `value` lies
    between 0 (open) and 1 (closed); a dimension that the file lacks is ''. Raises ImportProblem.
    """
    table = _read(path, DIGITAL, ("REF_AREA",))
    return _tidy(path, table, ["ref_area"])


def read_heterogeneity(path: Path) -> pd.DataFrame:
    """Return ref_area, counterpart_area, measure, activity, stri_type, methodology, time_period, value.

    One row per pair of members, first in the alphabet the ref_area: the index is symmetric.
    `value` is the share of rules on which the two differ, 0 to 1. Raises ImportProblem, also when the two
    directions of a pair disagree.
    """
    table = _read(path, HETEROGENEITY, ("REF_AREA", "COUNTERPART_AREA"))
    table = table[
        table["COUNTERPART_AREA"].isin(members()) & (table["REF_AREA"] != table["COUNTERPART_AREA"])
    ]
    turned = table["REF_AREA"] > table["COUNTERPART_AREA"]
    first = table["REF_AREA"].where(~turned, table["COUNTERPART_AREA"])
    second = table["COUNTERPART_AREA"].where(~turned, table["REF_AREA"])
    return _tidy(
        path, table.assign(REF_AREA=first, COUNTERPART_AREA=second), ["ref_area", "counterpart_area"]
    )


def _read(path: Path, flows: tuple[str, ...], areas: tuple[str, ...]) -> pd.DataFrame:
    """The rows of members that have a value: dimensions as text, OBS_VALUE as a number."""
    has = _header(path)
    flow = next((name for name in _FLOW if name in has), None)
    if flow is None:
        raise ImportProblem(
            path,
            column=_FLOW[0],
            expected=f"a column {' or '.join(_FLOW)}, as SDMX-CSV has",
            found=f"the columns {', '.join(has)}",
            remedy=FROM_EXPLORER,
        )
    columns = {flow: Column(), **{name: Column() for name in (*areas, "MEASURE", "TIME_PERIOD")}}
    columns |= {name: Column(blank=True) for name in _FURTHER if name in has}
    table = read_table(path, {**columns, "OBS_VALUE": Column("number", blank=True)})
    table = table.rename(columns={flow: "FLOW"}).reindex(columns=[*_dimensions(areas), "FLOW", "OBS_VALUE"])
    _check_flow(path, table["FLOW"], flow, flows)
    _check(path, "TIME_PERIOD", table["TIME_PERIOD"].str.fullmatch(r"\d{4}"), table, "a year such as 2024")
    inside = table["OBS_VALUE"].isna() | table["OBS_VALUE"].between(0, 1)
    _check(path, "OBS_VALUE", inside, table, "an index between 0 and 1")
    return table[table["OBS_VALUE"].notna() & table["REF_AREA"].isin(members())].fillna("")


def _dimensions(areas: tuple[str, ...]) -> list[str]:
    return [*areas, "MEASURE", *_FURTHER, "TIME_PERIOD"]


def _header(path: Path) -> list[str]:
    if not path.is_file():
        raise ImportProblem(path, expected="a file", found="nothing", remedy="Check the folder of sources.")
    with path.open(encoding="utf-8-sig", errors="replace") as stream:
        return [name.strip().strip('"') for name in stream.readline().strip().split(",")]


def _check_flow(path: Path, named: pd.Series, column: str, flows: tuple[str, ...]) -> None:
    # OECD.TAD.TPD:DSD_STRI@DF_STRI_DIGITAL(1.0)
    short = named.str.extract(r"@?([A-Z_]+)(?:\([\d.]+\))?$", flags=re.ASCII)[0]
    wrong = ~short.isin(flows)
    if wrong.any():
        at = int(wrong.to_numpy().argmax())
        raise ImportProblem(
            path,
            column=column,
            row=at + 2,
            expected=f"the dataflow {' or '.join(flows)}",
            found=f"'{named.iloc[at]}'",
            remedy=FROM_EXPLORER,
        )


def _check(path: Path, column: str, right: pd.Series, table: pd.DataFrame, expected: str) -> None:
    if not right.all():
        at = int((~right).to_numpy().argmax())
        raise ImportProblem(
            path, column=column, row=at + 2, expected=expected, found=f"'{table[column].iloc[at]}'"
        )


def _tidy(path: Path, table: pd.DataFrame, areas: list[str]) -> pd.DataFrame:
    """Our names, one row per key, sorted; a key that comes twice has to say the same."""
    frame = table.drop(columns="FLOW").rename(columns=str.lower).rename(columns={"obs_value": "value"})
    key = [*areas, "measure", "activity", "stri_type", "methodology", "time_period"]
    if frame.empty:
        raise ImportProblem(path, expected="a value of a FEALAC member", found="none", remedy=FROM_EXPLORER)
    spread = frame.groupby(key)["value"].agg(lambda values: values.max() - values.min())
    if (spread > _SAME).any():
        named = ", ".join(filter(None, map(str, spread.index[int((spread > _SAME).to_numpy().argmax())])))
        raise ImportProblem(
            path, column="OBS_VALUE", expected="one value for each series and year", found=f"two for {named}"
        )
    return frame.groupby(key)["value"].first().reset_index()
