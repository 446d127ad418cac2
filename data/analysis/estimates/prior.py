"""Hierarchical prior of visits per internet user, for storefronts on which nothing is known."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import pandas as pd

from data.analysis.estimates.parameters import Prior

ITERATIONS = 60


@dataclass(frozen=True)
class PriorFit:
    """Means of log10 visits per internet user by (offering, category), with their parents, and the spread."""

    groups: dict[tuple[str, str], float]
    offerings: dict[str, float]
    overall: float
    sigma: float
    observed: int
    censored: int
    countries: dict[str, float]

    def mean(self, offering: str, category: str) -> float:
        """Most specific mean there is for a storefront's offering and category, all countries together."""
        return self.groups.get((offering, category), self.offerings.get(offering, self.overall))


def fit_prior(observations: pd.DataFrame, prior: Prior) -> PriorFit:
    """Censored normal model of log10 visits per internet user, groups shrunk to their parents (Tobit by EM).

    observations: offering, category, value (log10 visits per user; NaN when only an upper bound is known),
    cap (that bound). Storefronts that no list holds must not be left out: the lists hold the large ones, and
    their typical value would promise every small storefront the traffic of a large one. Location of each
    group: the mean of its values, where a bounded storefront counts with its expected value below the bound
    (a median would follow the bounded ones alone where they are the majority); shrunk n / (n + shrinkage).
    Deterministic; a fixed number of iterations.

    ref_area and is_class (the value comes from a size class) give the correction of each country: the mean
    residual of its figures and bounded storefronts, shrunk n / (n + country_shrinkage), n figures, in turns
    with the groups. People of some countries shop in apps and hardly on web sites (China), those of others on
    web sites above all (Japan). Bounded ones take part, for the figures alone are those of large sites.
    """
    known = observations["value"].notna().to_numpy()
    if not known.any():
        raise ValueError("fit_prior: no storefront with a known level")
    value = observations["value"].to_numpy(dtype=float).copy()
    cap = observations["cap"].to_numpy(dtype=float)
    tree = _Tree.of(observations)
    value[~known] = np.minimum(cap[~known] - 0.5, np.median(value[known]))
    areas = _Areas.of(observations, known)
    effect = np.zeros(len(value))
    sigma = 1.0
    for _ in range(ITERATIONS):
        groups_now = tree.group_means(value - effect, prior.shrinkage)[tree.group]
        effect = areas.effects(value - groups_now, prior.country_shrinkage)[areas.code]
        mean = groups_now + effect
        below, variance = truncated_normal(mean[~known], sigma, cap[~known])
        value[~known] = below
        spread = np.concatenate([(value[known] - mean[known]) ** 2, (below - mean[~known]) ** 2 + variance])
        sigma = max(float(np.sqrt(spread.mean())), prior.minimum_sigma)
    own = value - effect
    groups = dict(zip(tree.names, map(float, tree.group_means(own, prior.shrinkage)), strict=True))
    offerings = dict(zip(tree.offerings, map(float, tree.offering_means(own, prior.shrinkage)), strict=True))
    countries = {name: float(effect[areas.code == code][0]) for code, name in enumerate(areas.names)}
    count = int(known.sum())
    return PriorFit(groups, offerings, float(own.mean()), sigma, count, len(value) - count, countries)


def predict_prior(storefronts: pd.DataFrame, fit: PriorFit) -> pd.DataFrame:
    """Mean and sigma (log10 visits per user) for storefronts with offering, category and cap (NaN: none).

    Under a bound the mean and spread are those of the normal distribution below it.
    """
    mean = np.array(
        [fit.mean(o, c) for o, c in zip(storefronts["offering"], storefronts["category"], strict=True)]
    )
    mean = mean + storefronts["ref_area"].map(fit.countries).fillna(0.0).to_numpy(dtype=float)
    cap = storefronts["cap"].to_numpy(dtype=float)
    below, variance = truncated_normal(mean, fit.sigma, np.where(np.isnan(cap), np.inf, cap))
    return pd.DataFrame({"mean": below, "sigma": np.sqrt(variance)}, index=storefronts.index)


def truncated_normal(mean: np.ndarray, sigma: float, cap: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Mean and variance of a normal distribution known to lie below `cap` (infinite: no bound)."""
    alpha = np.clip((cap - mean) / sigma, -6.0, 12.0)
    density = np.exp(-(alpha**2) / 2) / math.sqrt(2 * math.pi)
    share = np.array([0.5 * math.erfc(-a / math.sqrt(2)) for a in alpha])
    ratio = density / share
    variance = sigma**2 * np.maximum(1 - alpha * ratio - ratio**2, 0.01)
    return np.minimum(mean - sigma * ratio, cap), variance


@dataclass(frozen=True)
class _Tree:
    """Group of each observation, and the offering of each group, as integer codes."""

    names: list[tuple[str, str]]
    offerings: list[str]
    group: np.ndarray
    parent: np.ndarray

    @classmethod
    def of(cls, frame: pd.DataFrame) -> _Tree:
        pairs = list(zip(frame["offering"], frame["category"], strict=True))
        names = sorted(set(pairs))
        offerings = sorted({offering for offering, _ in names})
        code = {name: position for position, name in enumerate(names)}
        return cls(
            names,
            offerings,
            np.array([code[pair] for pair in pairs]),
            np.array([offerings.index(offering) for offering, _ in names]),
        )

    def offering_means(self, value: np.ndarray, shrinkage: float) -> np.ndarray:
        return _shrunk(value, self.parent[self.group], np.full(len(self.offerings), value.mean()), shrinkage)

    def group_means(self, value: np.ndarray, shrinkage: float) -> np.ndarray:
        parents = self.offering_means(value, shrinkage)[self.parent]
        return _shrunk(value, self.group, parents, shrinkage)


def _shrunk(value: np.ndarray, code: np.ndarray, parent: np.ndarray, shrinkage: float) -> np.ndarray:
    """Group means drawn to the parent's: (sum + shrinkage x parent) / (n + shrinkage)."""
    count = np.bincount(code, minlength=len(parent))
    total = np.bincount(code, weights=value, minlength=len(parent))
    return (total + shrinkage * parent) / (count + shrinkage)


@dataclass(frozen=True)
class _Areas:
    """Country of each observation as an integer code, which observations count, and figures per country."""

    names: list[str]
    code: np.ndarray
    counts: np.ndarray
    figures: np.ndarray

    @classmethod
    def of(cls, frame: pd.DataFrame, known: np.ndarray) -> _Areas:
        code, names = pd.factorize(frame["ref_area"], sort=True)
        is_class = frame["is_class"].to_numpy(dtype=bool)
        figures = np.bincount(code[known & ~is_class], minlength=len(names))
        return cls([str(name) for name in names], code, ~is_class, figures)

    def effects(self, residual: np.ndarray, shrinkage: float) -> np.ndarray:
        """Mean residual by country, shrunk by its number of figures; 0 where it has none."""
        code = self.code[self.counts]
        total = np.bincount(code, weights=residual[self.counts], minlength=len(self.names))
        mean = total / np.maximum(np.bincount(code, minlength=len(self.names)), 1)
        return mean * self.figures / (self.figures + shrinkage)
