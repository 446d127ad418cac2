"""Keeps what was computed for a choice: a view seen before costs nothing, and all is forgotten at once."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")

# Enough for the choices of a busy hour; a frame or card of an explorer weighs some 50 kB.
_MOST = 128
_forgetters: list[Callable[[], None]] = []


def kept(function: Callable[P, R]) -> Callable[P, R]:
    """Remember the results of a function of hashable arguments; results are shared, never change one.

    Unlike Streamlit's caches it does not hash the arguments' contents, which cost more than most results.
    """
    remembered = lru_cache(maxsize=_MOST)(function)
    _forgetters.append(remembered.cache_clear)

    @wraps(function)
    def recall(*args: P.args, **kwargs: P.kwargs) -> R:
        return remembered(*args, **kwargs)  # type: ignore[arg-type]

    return recall


def forget() -> None:
    """Drop everything kept, e.g. after the data on disk changed."""
    for drop in _forgetters:
        drop()
