"""ESCAP Regional Digital Trade Integration Index 2.1: measures with score, act, coverage, dates and links."""

from __future__ import annotations

import re
from pathlib import Path

import pandas as pd

from data.importers.areas import members
from data.importers.problem import ImportProblem
from data.importers.tabular import Column, read_table

# The file beside the one that is read.
GUIDE = "methodology.csv"

SCORES = (0.0, 0.25, 0.5, 0.75, 0.8, 1.0)
_SINCE = re.compile(r"Since\s+(?:[A-Za-z]+\s+)?(\d{4})")
_BREAKS = re.compile(r"\s*(?:;\s*)?\n[\s;]*")


def read_measures(path: Path) -> pd.DataFrame:
    """Return measure_id, ref_area, indicator, raw_score, act, coverage, timeframe, valid_from, urls.

    The file methodology.csv beside `path` gives the guide number of each id of the workbooks (their '4.1'
    is 4.10, '4.01' is 4.1);
    `valid_from` is the earliest year after 'Since'; `urls` are joined by ';'. Source: UN ESCAP.
    Raises ImportProblem.
    """
    numbers = read_table(path.with_name(GUIDE), {"indicator_id": Column(), "guide_number": Column()})
    guide_number = dict(zip(numbers["indicator_id"], numbers["guide_number"], strict=True))
    table = read_table(
        path,
        {
            "measure_id": Column(),
            "iso3": Column(codes=members()),
            "indicator_id": Column(codes=guide_number),
            "raw_score": Column("number"),
            "legal_act_or_practice": Column(),
            "coverage": Column(blank=True),
            "timeframe": Column(blank=True),
            "reference_urls": Column(blank=True),
        },
    )
    wrong = ~table["raw_score"].isin(SCORES)
    if wrong.any():
        at = int(wrong.to_numpy().argmax())
        raise ImportProblem(
            path,
            column="raw_score",
            row=at + 2,
            expected=f"one of {', '.join(f'{score:g}' for score in SCORES)}",
            found=f"{table['raw_score'].iloc[at]:g}",
        )
    return pd.DataFrame(
        {
            "measure_id": table["measure_id"],
            "ref_area": table["iso3"],
            "indicator": table["indicator_id"].map(guide_number),
            "raw_score": table["raw_score"],
            "act": table["legal_act_or_practice"].map(one_line),
            "coverage": table["coverage"].map(one_line),
            "timeframe": table["timeframe"].map(one_line),
            "valid_from": table["timeframe"].map(first_year).astype("Int64"),
            "urls": table["reference_urls"].map(addresses),
        }
    )


def one_line(text: str) -> str:
    """The lines of a cell, joined by '; '."""
    return " ".join(_BREAKS.sub("; ", text.strip().strip(";").strip()).split())


def first_year(timeframe: str) -> int | None:
    """The earliest year that follows 'Since', or None: `Last review in 2024` says nothing of a beginning."""
    years = [int(year) for year in _SINCE.findall(timeframe)]
    return min(years) if years else None


def addresses(text: str) -> str:
    """The web addresses of a cell, each once, joined by ';'."""
    found = re.findall(r"https?://[^\s;]+", text)
    return ";".join(dict.fromkeys(address.rstrip(".,)") for address in found))
