"""Geometry of the map: shared border lines are simplified once, so that neighbours still fit each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np

Point = tuple[float, float]
Line = list[Point]
SAME_PLACE = 1e-9  # degrees: a tenth of a millimetre
Polygon = list[list[int]]  # rings as signed arc numbers: ~n is arc n backwards (TopoJSON)


def decode_arcs(topology: Mapping[str, Any]) -> list[Line]:
    """Arcs of a quantised TopoJSON file as longitude, latitude in degrees (TopoJSON 1.0, section 2.1.3)."""
    (kx, ky), (dx, dy) = topology["transform"]["scale"], topology["transform"]["translate"]
    lines = []
    for arc in topology["arcs"]:
        steps = np.cumsum(np.asarray(arc, dtype=float), axis=0)
        lines.append([(x * kx + dx, y * ky + dy) for x, y in steps])
    return lines


def polygons_of(geometry: Mapping[str, Any]) -> list[Polygon]:
    """Polygons of a TopoJSON geometry, each a list of rings of arc numbers."""
    return [geometry["arcs"]] if geometry["type"] == "Polygon" else list(geometry["arcs"])


def arcs_of(polygons: Iterable[Polygon]) -> list[int]:
    """Unsigned numbers of every arc that the polygons use, with repetition."""
    return [number if number >= 0 else ~number for rings in polygons for ring in rings for number in ring]


def simplify(line: Line, tolerance: float) -> Line:
    """Fewer points, none dropped that is over `tolerance` degrees away (Douglas, Peucker 1973).

    End points stay, so lines that meet go on meeting. A closed line keeps the point furthest from its start.
    """
    points = np.asarray(line)
    keep = np.zeros(len(points), dtype=bool)
    keep[[0, -1]] = True
    stack = [(0, len(points) - 1)]
    while stack:
        first, last = stack.pop()
        if last - first < 2:
            continue
        between = points[first + 1 : last]
        along = points[last] - points[first]
        offset = between - points[first]
        length = float(np.hypot(*along))
        closed = length < SAME_PLACE
        if closed:
            away = np.hypot(offset[:, 0], offset[:, 1])
        else:
            part = np.clip(offset @ along / length**2, 0, 1)
            away = np.hypot(*(offset - part[:, None] * along).T)
        furthest = int(away.argmax())
        if away[furthest] > tolerance or closed:
            middle = first + 1 + furthest
            keep[middle] = True
            stack += [(first, middle), (middle, last)]
    return [line[i] for i in np.flatnonzero(keep)]


def ring_points(ring: Sequence[int], lines: Sequence[Line]) -> Line:
    """Join the arcs of a ring into one closed line."""
    points: Line = []
    for number in ring:
        arc = lines[number] if number >= 0 else lines[~number][::-1]
        points += arc if not points else arc[1:]
    return points


def area(ring: Line) -> float:
    """Signed area in square degrees: negative is clockwise, which is the outside of a polygon for d3."""
    x, y = np.asarray(ring).T
    return float(np.sum(x[:-1] * y[1:] - x[1:] * y[:-1]) / 2)


def outline(polygons: Iterable[Polygon]) -> list[list[int]]:
    """Rings around the union of polygons: an arc used twice lies between two of them and disappears.

    Follows `topojson.mergeArcs`; the arcs left over are joined end to end.
    """
    polygons = list(polygons)
    uses = Counter(arcs_of(polygons))
    loose = [
        number
        for rings in polygons
        for ring in rings
        for number in ring
        if uses[number if number >= 0 else ~number] == 1
    ]
    return [[number] for number in loose]


def stitch(arcs: Iterable[Sequence[int]], lines: Sequence[Line]) -> list[Line]:
    """Join arcs end to end into closed lines."""
    starts: dict[Point, list[Line]] = {}
    rings = []
    for arc in arcs:
        points = ring_points(arc, lines)
        if points[0] == points[-1]:
            rings.append(points)
        else:
            starts.setdefault(points[0], []).append(points)
    while starts:
        start = next(iter(starts))
        path: Line = [start]
        while path[-1] in starts:
            following = starts[path[-1]]
            piece = following.pop(0)
            if not following:
                del starts[path[-1]]
            path += piece[1:]
            if path[-1] == start:
                break
        if path[-1] != start:
            raise ValueError(f"border lines end at {path[-1]} without closing")
        rings.append(path)
    return rings


def contains(ring: Line, point: Point) -> bool:
    """Whether the point lies inside the closed line (even-odd rule)."""
    x, y = point
    inside = False
    for (ax, ay), (bx, by) in zip(ring[:-1], ring[1:], strict=True):
        if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
            inside = not inside
    return inside


def cut_at_dateline(ring: Line) -> list[Line]:
    """Split a ring that crosses longitude 180 into one part on each side; any other ring stays as it is.

    A crossing shows as a step of more than half the globe. The ring is unrolled past 180 degrees, cut there
    (Sutherland and Hodgman 1974), and the far part moved back by a full turn.
    """
    unrolled: Line = [ring[0]]
    for x, y in ring[1:]:
        turns = round((unrolled[-1][0] - x) / 360)
        unrolled.append((x + 360 * turns, y))
    if all(-180 <= x <= 180 for x, _ in unrolled):
        return [ring]
    shift = 360 if min(x for x, _ in unrolled) < -180 else 0
    moved = [(x + shift, y) for x, y in unrolled]
    near, far = _clip(moved, 180.0, west=True), _clip(moved, 180.0, west=False)
    return [part for part in (near, [(x - 360, y) for x, y in far]) if len(part) >= 4]


def _clip(ring: Line, edge: float, *, west: bool) -> Line:
    """The part of a ring on one side of a meridian."""
    kept: Line = []
    for (ax, ay), (bx, by) in zip(ring[:-1], ring[1:], strict=True):
        a_in, b_in = (ax <= edge, bx <= edge) if west else (ax >= edge, bx >= edge)
        if a_in:
            kept.append((ax, ay))
        if a_in != b_in and edge not in (ax, bx):
            kept.append((edge, round(ay + (by - ay) * (edge - ax) / (bx - ax), 2)))
    return [*kept, kept[0]] if kept else []
