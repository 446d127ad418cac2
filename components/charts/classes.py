"""Value classes of a map: round limits, their texts, and the class of each value."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache

import pandas as pd
from babel.numbers import format_compact_decimal, format_decimal, format_percent

INDEX_LIMITS, CHANGE_LIMITS = (80.0, 95.0, 105.0, 120.0), (-0.2, -0.05, 0.05, 0.2)
_COUNT = 5
_ROUND_STEPS = (1.0, 1.5, 2.0, 3.0, 4.0, 5.0, 6.0, 8.0)


def class_limits(values: Sequence[float], kind: str) -> tuple[float, ...]:
    """At most four increasing limits that part `values` into classes.

    Index and change have fixed limits around their base; other kinds take quintiles, rounded to a
    number a reader can remember. Fewer limits come back where values are few or alike.
    """
    if kind == "index":
        return INDEX_LIMITS
    if kind == "change":
        return CHANGE_LIMITS
    held = pd.Series([value for value in values if value is not None and math.isfinite(value)], dtype=float)
    if held.empty:
        return ()
    quintiles = held.quantile([i / _COUNT for i in range(1, _COUNT)])
    rounded = sorted({_round(value) for value in quintiles})
    return tuple(limit for limit in rounded if held.min() < limit <= held.max())


def class_texts(limits: Sequence[float], kind: str, language: str) -> tuple[str, ...]:
    """The text of each class, lowest first: '< 1M', '1M - 5M', ..., '>= 20M'; one more than limits."""
    if not limits:
        return ()
    written = [write_number(limit, kind, language) for limit in limits]
    inner = [f"{low}\u2013{high}" for low, high in zip(written, written[1:], strict=False)]
    return (f"< {written[0]}", *inner, f"\u2265 {written[-1]}")


@lru_cache(maxsize=4096)
def write_number(value: float, kind: str, language: str) -> str:
    """A number as short as the language writes it: '1.2M', '35%', '+5%', '104'."""
    if kind == "share":
        return format_percent(value, locale=language)
    if kind == "change":
        return ("+" if value > 0 else "") + format_percent(value, locale=language)
    if kind in ("index", "rank"):
        return format_decimal(round(value), locale=language)
    if abs(value) < 1000:
        return format_decimal(float(f"{value:.2g}"), locale=language)
    return format_compact_decimal(value, locale=language, fraction_digits=1)


def class_of(value: float | None, limits: Sequence[float]) -> int | None:
    """The class (0 lowest) of a value; None where there is no value."""
    if value is None or not math.isfinite(value):
        return None
    return sum(value >= limit for limit in limits)


def _round(value: float) -> float:
    if value == 0:
        return 0.0
    power = 10.0 ** math.floor(math.log10(abs(value)))
    nearest = min((*_ROUND_STEPS, 10.0), key=lambda step: abs(step - abs(value) / power))
    return float(f"{math.copysign(nearest * power, value):.6g}")
