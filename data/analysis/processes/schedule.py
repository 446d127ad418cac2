"""When each step can start, how long the whole takes, which steps have no slack (critical path method)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from data.catalog.process_network import in_order
from data.catalog.process_step import Range, Step

Steps = Mapping[str, Step]
CASES = ("min", "typical", "max")
# Below this many hours a difference is rounding.
_NOTHING = 1e-9


@dataclass(frozen=True)
class Network:
    """Steps in order: ids, and for each the places of those it waits for and of those that wait for it."""

    ids: tuple[str, ...]
    before: tuple[tuple[int, ...], ...]
    behind: tuple[tuple[int, ...], ...]


@dataclass(frozen=True)
class Times:
    """Hours since the start of the process; arrays of shape (..., steps), `elapsed` of shape (...)."""

    start: np.ndarray
    finish: np.ndarray
    latest_start: np.ndarray
    latest_finish: np.ndarray
    elapsed: np.ndarray

    @property
    def slack(self) -> np.ndarray:
        """Hours by which a step may be late without delaying the end."""
        return self.latest_start - self.start

    @property
    def critical(self) -> np.ndarray:
        """Whether a delay of the step delays the end."""
        return self.slack <= _NOTHING * np.maximum(1.0, self.elapsed[..., None])


def network(steps: Steps) -> Network:
    """The network of steps. Raises ValueError for a circle, KeyError for a predecessor that is none."""
    ids = in_order({name: step.after for name, step in steps.items()})
    places = {name: place for place, name in enumerate(ids)}
    before = tuple(tuple(places[other] for other in steps[name].after) for name in ids)
    behind: list[list[int]] = [[] for _ in ids]
    for place, waits in enumerate(before):
        for other in waits:
            behind[other].append(place)
    return Network(ids, before, tuple(map(tuple, behind)))


def times(net: Network, hours: np.ndarray) -> Times:
    """Forward and backward pass over `hours` of shape (..., steps), in the order of `net.ids`.

    A process without steps takes 0 hours.
    """
    start, finish = np.zeros_like(hours, dtype=float), np.zeros_like(hours, dtype=float)
    for place, waits in enumerate(net.before):
        for other in waits:
            np.maximum(start[..., place], finish[..., other], out=start[..., place])
        finish[..., place] = start[..., place] + hours[..., place]
    elapsed = finish.max(axis=-1) if net.ids else np.zeros(hours.shape[:-1])
    latest_finish = np.broadcast_to(elapsed[..., None], hours.shape).astype(float).copy()
    latest_start = latest_finish - hours
    for place in reversed(range(len(net.ids))):
        for other in net.behind[place]:
            np.minimum(latest_finish[..., place], latest_start[..., other], out=latest_finish[..., place])
        latest_start[..., place] = latest_finish[..., place] - hours[..., place]
    return Times(start, finish, latest_start, latest_finish, elapsed)


def values(steps: Steps, ids: tuple[str, ...], field: str, case: str) -> np.ndarray:
    """`field` (hours, cost_usd, tax_usd) of the steps in the order of `ids`; a value not given is 0."""
    ranges: list[Range | None] = [getattr(steps[name], field) for name in ids]
    return np.array([0.0 if one is None else getattr(one, case) for one in ranges], dtype=float)


def schedule(steps: Steps, case: str = "typical") -> pd.DataFrame:
    """One row per step in order: step, hours, start, finish, latest_start, latest_finish, slack, critical.

    All in hours since the start of the process; case: min, typical or max for every step at once. Raises
    ValueError for a circle or an unknown case.
    """
    if case not in CASES:
        raise ValueError(f"case: expected one of {', '.join(CASES)}, got {case!r}")
    net = network(steps)
    hours = values(steps, net.ids, "hours", case)
    found = times(net, hours)
    return pd.DataFrame(
        {
            "step": list(net.ids),
            "hours": hours,
            "start": found.start,
            "finish": found.finish,
            "latest_start": found.latest_start,
            "latest_finish": found.latest_finish,
            "slack": np.where(found.critical, 0.0, found.slack),
            "critical": found.critical,
        }
    )


def elapsed(steps: Steps, case: str = "typical") -> float:
    """Hours from the start of the first to the end of the last step (the critical path)."""
    net = network(steps)
    return float(times(net, values(steps, net.ids, "hours", case)).elapsed)


def critical_path(steps: Steps, case: str = "typical") -> tuple[str, ...]:
    """One longest chain of steps from a start to the end, in order (the first, where several are as long)."""
    table = schedule(steps, case).set_index("step")
    if table.empty:
        return ()
    chain = [str(table["finish"].idxmax())]
    while steps[chain[-1]].after:
        before = table.loc[list(steps[chain[-1]].after), "finish"]
        chain.append(str(before.idxmax()))
    return tuple(reversed(chain))
