"""What the reader of the cross-region page chose, read from the URL once per run."""

from __future__ import annotations

from dataclasses import dataclass

from components import state
from components.views import frames
from components.views.choice import MARKETS, OFFERINGS
from data.analysis.selection import Selection

SECTIONS = ("matrix", "map", "corridors", "regions", "pair")
COUNTS = ("10", "20", "40")
DEFAULT_COUNT = "20"


@dataclass(frozen=True)
class FlowChoice:
    """Everything that the whole page obeys; hashable, so it can key a cache."""

    selection: Selection
    year: str
    base: str
    limit: int


def read() -> FlowChoice:
    """The choice that the URL holds; the newest year where it holds none."""
    known = frames.years()
    return FlowChoice(
        selection=Selection(offering=_single("offering", OFFERINGS), market=_single("market", MARKETS)),
        year=state.one("year", known, known[-1]),
        base=known[0],
        limit=int(state.one("top", COUNTS, DEFAULT_COUNT)),
    )


def _single(key: str, options: tuple[str, ...]) -> tuple[str, ...]:
    value = state.one(key, ("", *options), "")
    return (value,) if value else ()
