"""The order in which a matrix of similarities shows its groups: average linkage and its leaves.

Written here because the app does not carry scipy: 36 countries need 35 merges, about a millisecond.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np


class Merge(NamedTuple):
    """Two groups (rows) that become one at this distance."""

    left: tuple[int, ...]
    right: tuple[int, ...]
    distance: float


def merges(similarity: np.ndarray) -> tuple[Merge, ...]:
    """Average linkage (UPGMA, Sokal and Michener 1958) of rows by 1 - similarity, nearest first.

    A pair without a value counts with the mean of the known ones. Of equally near groups the first are taken.
    """
    apart = _distances(similarity)
    groups: list[tuple[int, ...]] = [(row,) for row in range(len(apart))]
    found = []
    while len(groups) > 1:
        at = int(np.argmin(apart))
        one, other = sorted(divmod(at, len(groups)))
        distance = float(apart[one, other])
        left, right = _turned(groups[one], groups[other], similarity)
        found.append(Merge(left, right, distance))
        size = len(groups[one]), len(groups[other])
        mean = (size[0] * apart[one] + size[1] * apart[other]) / sum(size)
        apart[one] = apart[:, one] = mean
        apart[one, one] = np.inf
        apart = np.delete(np.delete(apart, other, axis=0), other, axis=1)
        groups[one] = left + right
        del groups[other]
    return tuple(found)


def order(similarity: np.ndarray) -> tuple[int, ...]:
    """Rows so that those which are alike stand side by side."""
    found = merges(similarity)
    return found[-1].left + found[-1].right if found else tuple(range(len(similarity)))


def _distances(similarity: np.ndarray) -> np.ndarray:
    apart = 1.0 - np.asarray(similarity, dtype=np.float64)
    others = ~np.eye(len(apart), dtype=bool)
    known = np.isfinite(apart) & others
    apart = np.where(known, apart, apart[known].mean() if known.any() else 0.5)
    np.fill_diagonal(apart, np.inf)
    return apart


def _turned(
    left: tuple[int, ...], right: tuple[int, ...], similarity: np.ndarray
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Both groups turned so that the ends that meet are the most alike; else as they are."""
    ends = np.nan_to_num(similarity, nan=-1.0)
    turned = [(one, other) for one in (left, left[::-1]) for other in (right, right[::-1])]
    return max(turned, key=lambda pair: ends[pair[0][-1], pair[1][0]])
