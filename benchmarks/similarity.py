"""How long similarity and convergence take: all pairs, the best plans, what a toggle of the board does."""

from __future__ import annotations

import time
from collections.abc import Callable

from benchmarks.figures import Table, median
from components.views.similarity import choice as choices
from components.views.similarity import frames
from components.views.similarity.choice import Choice, equal
from data.analysis.regulation.convergence import plan
from data.analysis.regulation.joint import joint_plan
from data.analysis.regulation.options import options
from data.analysis.regulation.panel import Change, Panel
from data.analysis.regulation.similarity import Measure, compare, levels
from data.catalog import load_catalog

TRIES = 15
# What the project promises, in ms.
PAIRS_MS, PLAN_MS = 20, 1000


def measure() -> Table:
    """A table with the median of each step, in ms."""
    framework, rdtii = choices.whole("framework", None, "all"), choices.whole("rdtii", None, "sourced")
    scored = Choice("rdtii", "all", "score", "sourced", None, equal(), "", (), 0, "any")
    weights = frames.measure(scored)
    wide = _repeated(rdtii, 36)
    held = options(rdtii, held_by=rdtii.rows(rdtii.areas))
    about = load_catalog().regulation.layers["framework"]
    goals = options(
        framework,
        goals=about.goals,
        held_by=framework.rows(framework.areas),
        direction=about.direction,
    )
    toggled = [Change("PER", "e_transactions", "none")]
    steps: dict[str, Callable[[], object]] = {
        "all pairs of 36 countries, 61 items": lambda: compare(wide, weights),
        "exact plan of 3 of 61 reforms, one country": lambda: plan(
            rdtii, "THA", rdtii.areas, held, 3, weights
        ),
        "exact joint plan of 3, eight countries, 61 items": lambda: joint_plan(
            rdtii, rdtii.areas, held, 3, weights
        ),
        "exact joint plan of 3, 36 countries, 18 items": lambda: joint_plan(
            framework, framework.areas, goals, 3
        ),
        "toggle of the board: similarity and level anew": lambda: _moved(framework, toggled),
    }
    return Table(
        "Similarity and convergence (ms, median)",
        ("what", "time"),
        [(what, median([_timed(step) for _ in range(TRIES)])) for what, step in steps.items()],
        note=f"The promises: all pairs under {PAIRS_MS} ms, an exact plan of three under {PLAN_MS} ms.",
    )


def _moved(panel: Panel, changes: list[Change]) -> tuple[object, object]:
    after = panel.changed(changes)
    return compare(after, Measure()), levels(after)


def _repeated(panel: Panel, areas: int) -> Panel:
    """The scored economies again and again, as if every member had scores."""
    rows = [at % len(panel.areas) for at in range(areas)]
    names = tuple(f"{panel.areas[row]}{at}" for at, row in enumerate(rows))
    return Panel(names, panel.items, panel.answers, panel.score_of, panel.codes[rows])


def _timed(step: Callable[[], object]) -> float:
    started = time.perf_counter()
    step()
    return (time.perf_counter() - started) * 1000
