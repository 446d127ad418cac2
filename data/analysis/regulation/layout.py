"""Places of countries in a picture of the network: alike ones near each other, none on top of another."""

from __future__ import annotations

import numpy as np

_ROUNDS = 300
# Neighbours keep this distance, in parts of the picture's side.
_APART = 0.085


def places(similarity: np.ndarray, *, apart: float = _APART) -> np.ndarray:
    """Places (rows x 2, within 0..1) for a matrix of similarities; a pair without a value pulls nowhere.

    Distances follow the rank of 1 - similarity, so that close values do not make one heap; stress is made
    small by majorization from a start by classical scaling (Borg and Groenen 2005, chapters 8 and 12). The
    same matrix always gives the same places.
    """
    count = len(similarity)
    if count < 2:
        return np.full((count, 2), 0.5)
    target, weight = _targets(similarity)
    found = _start(target)
    inverse = np.linalg.pinv(np.diag(weight.sum(axis=1)) - weight)
    for _ in range(_ROUNDS):
        found = inverse @ (_pull(found, target, weight) @ found)
    return _separated(_filled(found), apart)


def _targets(similarity: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Distances wanted (0.15 to 1 by rank) and the weight of each pair."""
    others = ~np.eye(len(similarity), dtype=bool)
    known = np.isfinite(similarity) & others
    values, place = np.unique(np.round(1.0 - similarity[known], 9), return_inverse=True)
    target = np.where(others, 1.0, 0.0)
    target[known] = 0.15 + 0.85 * place / max(len(values) - 1, 1)
    # Near pairs matter more than far ones; unknown ones only keep the picture together.
    weight = np.where(known, 1.0 / np.where(target > 0, target, 1.0) ** 2, 0.02)
    return target, np.where(others, weight, 0.0)


def _start(target: np.ndarray) -> np.ndarray:
    """Classical scaling, each axis turned so that its largest entry is positive."""
    count = len(target)
    centre = np.eye(count) - 1.0 / count
    values, vectors = np.linalg.eigh(-0.5 * centre @ (target**2) @ centre)
    axes = vectors[:, ::-1][:, :2]
    axes = axes * np.sign(axes[np.abs(axes).argmax(axis=0), range(axes.shape[1])])
    found = axes * np.sqrt(np.maximum(values[::-1][:2], 1e-6))
    # A little apart by a fixed spiral: rows that are equal in everything would never part.
    turn = np.arange(count) * 2.4
    return np.asarray(found + 0.01 * np.column_stack([np.cos(turn), np.sin(turn)]))


def _pull(found: np.ndarray, target: np.ndarray, weight: np.ndarray) -> np.ndarray:
    distance = np.linalg.norm(found[:, None] - found[None], axis=2)
    ratio = np.divide(weight * target, distance, out=np.zeros_like(target), where=distance > 1e-9)
    return np.asarray(np.diag(ratio.sum(axis=1)) - ratio)


def _filled(found: np.ndarray) -> np.ndarray:
    """Stretched to fill the square."""
    low, high = found.min(axis=0), found.max(axis=0)
    return (found - low) / np.where(high > low, high - low, 1.0)


def _separated(found: np.ndarray, apart: float) -> np.ndarray:
    """Pushed until no two are nearer than `apart`, as far as the square allows."""
    places = found.copy()
    for _ in range(_ROUNDS):
        step = places[:, None] - places[None]
        distance = np.linalg.norm(step, axis=2)
        np.fill_diagonal(distance, np.inf)
        short = np.maximum(apart - distance, 0.0)
        if not short.any():
            break
        way = np.divide(
            step, distance[:, :, None], out=np.zeros_like(step), where=distance[:, :, None] > 1e-9
        )
        places = np.clip(places + (0.5 * short[:, :, None] * way).sum(axis=1), 0.0, 1.0)
    return places
