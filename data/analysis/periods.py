"""Names of months, quarters and years, and the way from one to the other."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Literal

import numpy as np
import pandas as pd

from data.analysis.coding import coded

Freq = Literal["M", "Q", "A"]
MONTHS_IN: dict[str, int] = {"M": 1, "Q": 3, "A": 12}
_MONTH = re.compile(r"^(\d{4})-(0[1-9]|1[0-2])$")
_QUARTER = re.compile(r"^(\d{4})-Q([1-4])$")
_YEAR = re.compile(r"^\d{4}$")


@lru_cache(maxsize=4096)
def period_of(month: str, freq: Freq) -> str:
    """The period of frequency `freq` that holds a month: '2024-07' is in '2024-Q3' and in '2024'.

    Raises ValueError for a month not written YYYY-MM or a frequency other than M, Q, A.
    """
    match = _MONTH.match(month)
    if match is None:
        raise ValueError(f"time_period: expected a month as YYYY-MM, got {month!r}")
    if freq == "M":
        return month
    if freq == "Q":
        return f"{match[1]}-Q{(int(match[2]) + 2) // 3}"
    if freq == "A":
        return match[1]
    raise ValueError(f"freq: expected M, Q or A, got {freq!r}")


def to_period(months: Iterable[str], freq: Freq) -> list[str]:
    """`period_of` for each month, in the order given."""
    return [period_of(month, freq) for month in months]


def freq_of(period: str) -> Freq:
    """The frequency a period's name tells: M, Q or A. Raises ValueError for any other text."""
    if _MONTH.match(period):
        return "M"
    if _QUARTER.match(period):
        return "Q"
    if _YEAR.match(period):
        return "A"
    raise ValueError(f"time_period: expected YYYY-MM, YYYY-Qn or YYYY, got {period!r}")


def months_between(start: str, end: str) -> list[str]:
    """All months from `start` to `end`, both included; empty when `end` is before `start`."""
    first, last = _month_number(start), _month_number(end)
    return [f"{number // 12:04d}-{number % 12 + 1:02d}" for number in range(first, last + 1)]


@lru_cache(maxsize=4096)
def months_of(period: str) -> tuple[str, ...]:
    """The months that make up a month, quarter or year."""
    freq = freq_of(period)
    if freq == "M":
        return (period,)
    year = period[:4]
    if freq == "A":
        return tuple(months_between(f"{year}-01", f"{year}-12"))
    last = int(period[-1]) * 3
    return tuple(months_between(f"{year}-{last - 2:02d}", f"{year}-{last:02d}"))


@lru_cache(maxsize=4096)
def year_before(period: str) -> str:
    """The same period one year earlier: '2024-Q3' gives '2023-Q3'."""
    freq_of(period)
    return f"{int(period[:4]) - 1:04d}{period[4:]}"


def span_of(monthly: pd.DataFrame) -> tuple[str, str]:
    """First and last month of a frame with a time_period column (YYYY-MM). Raises ValueError when empty."""
    months = _months_present(monthly)
    if not months:
        raise ValueError("time_period: the frame holds no month, so it has no span")
    return months[0], months[-1]


def last_complete_months(monthly: pd.DataFrame, count: int = 12) -> list[str]:
    """The latest `count` months in a row that hold values; fewer when the frame holds fewer.

    `monthly`: time_period, visits. A month in which no storefront has a value is not complete.
    """
    codes, months = coded(monthly["time_period"])
    valued = np.bincount(codes[monthly["visits"].notna().to_numpy()], minlength=len(months)) > 0
    known = {str(month) for month in months[valued]}
    if not known:
        return []
    last = _month_number(max(known))
    run: list[str] = []
    for number in range(last, last - count, -1):
        month = f"{number // 12:04d}-{number % 12 + 1:02d}"
        if month not in known:
            break
        run.append(month)
    return run[::-1]


def months_before(months: Sequence[str]) -> list[str]:
    """The same months one year earlier."""
    return [year_before(month) for month in months]


def window_name(months: Sequence[str]) -> str:
    """Name of a run of months as an ISO 8601 interval: '2025-01/2025-12'."""
    return f"{months[0]}/{months[-1]}"


def _months_present(frame: pd.DataFrame) -> list[str]:
    codes, months = coded(frame["time_period"])
    present = np.bincount(codes[codes >= 0], minlength=len(months)) > 0
    return sorted(str(month) for month in months[present])


def _month_number(month: str) -> int:
    match = _MONTH.match(month)
    if match is None:
        raise ValueError(f"time_period: expected a month as YYYY-MM, got {month!r}")
    return int(match[1]) * 12 + int(match[2]) - 1
