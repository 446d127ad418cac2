"""Medians and percentiles, and one table of results."""

from __future__ import annotations

import math
import statistics
from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass
class Table:
    """A result: what it shows in a title, columns, rows of cells, and a note on how to read it."""

    title: str
    columns: Sequence[str]
    rows: list[Sequence[object]] = field(default_factory=list)
    note: str = ""

    def markdown(self) -> str:
        """The table as Markdown."""
        head = f"| {' | '.join(self.columns)} |"
        rule = "|" + "|".join(" --- " if i == 0 else " ---: " for i in range(len(self.columns))) + "|"
        body = [f"| {' | '.join(shown(cell) for cell in row)} |" for row in self.rows]
        note = ["", self.note] if self.note else []
        return "\n".join([f"## {self.title}", "", head, rule, *body, *note, ""])

    def plain(self) -> str:
        """The table for the screen, columns aligned."""
        grid = [list(self.columns), *([shown(cell) for cell in row] for row in self.rows)]
        widths = [max(len(line[i]) for line in grid) for i in range(len(self.columns))]
        lines = [
            "  ".join(
                c.ljust(w) if i == 0 else c.rjust(w)
                for i, (c, w) in enumerate(zip(line, widths, strict=True))
            )
            for line in grid
        ]
        return "\n".join([self.title, *(f"  {line}" for line in lines), ""])


def shown(cell: object) -> str:
    """A cell as text: three significant figures are enough for a measurement."""
    if cell is None:
        return "–"
    if not isinstance(cell, float):
        return str(cell)
    if abs(cell) >= 100 or cell == 0:
        return f"{cell:,.0f}"
    return f"{cell:.{max(0, 2 - int(math.floor(math.log10(abs(cell)))))}f}"


def median(values: Sequence[float]) -> float:
    """The median; raises ValueError when there is nothing to take it of."""
    if not values:
        raise ValueError("nothing was measured")
    return float(statistics.median(values))


def percentile(values: Sequence[float], share: float) -> float:
    """The smallest value that at least this share of the values do not exceed (nearest rank)."""
    ordered = sorted(values)
    if not ordered:
        raise ValueError("nothing was measured")
    return float(ordered[max(0, math.ceil(share * len(ordered)) - 1)])
