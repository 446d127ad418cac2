"""A line the size of a word, as inline SVG for table cells."""

from __future__ import annotations

import math
from collections.abc import Sequence


def sparkline_svg(
    values: Sequence[float | None], *, color: str, width: int = 96, height: int = 24, dashed: bool = True
) -> str:
    """An SVG of the values from left to right, from zero to the largest; gaps where one is missing.

    `dashed` is for estimates. The picture is hidden from screen readers: the numbers stand in the table.
    An empty string comes back where there is no value at all.
    """
    held = [value if value is not None and math.isfinite(value) else None for value in values]
    known = [value for value in held if value is not None]
    if not known:
        return ""
    top = max(max(known), 0.0) or 1.0
    room = height - 6
    step = (width - 6) / max(len(held) - 1, 1)
    points = [
        None
        if value is None
        else (round(3 + i * step, 1), round(height - 3 - room * (max(value, 0) / top), 1))
        for i, value in enumerate(held)
    ]
    path, pen = "", "M"
    for point in points:
        path += "" if point is None else f"{pen}{point[0]:g} {point[1]:g}"
        pen = "M" if point is None else "L"
    last = next(point for point in reversed(points) if point is not None)
    dash = ' stroke-dasharray="3 2"' if dashed else ""
    return (
        f'<svg width="{width}" height="{height}" viewBox="0 0 {width} {height}" aria-hidden="true" '
        f'focusable="false"><path d="{path}" fill="none" stroke="{color}" stroke-width="1.4"{dash}/>'
        f'<circle cx="{last[0]:g}" cy="{last[1]:g}" r="2" fill="{color}"/></svg>'
    )
