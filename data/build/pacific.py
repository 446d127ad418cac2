"""Makes `static/boundaries/pacific.geojson`: our boundaries with the Pacific in the middle.

Run `python -m data.build.pacific` after `data.build.boundaries`. Land west of the Atlantic is moved one turn
to the east, so that a map of plain longitudes shows both regions whole and flows cross the Pacific.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from data.build import topology as geo
from data.build.boundaries import TARGET, write

STEM = "pacific"
SOURCES = ("world", "east_asia", "latin_america")
ATLANTIC = -30.0  # land that reaches west of this longitude lies in the Americas, or in the far east of Asia
DIGITS = 1
TOLERANCE = 0.07  # degrees: less than half a pixel at the width of a page
ISLAND = 0.04  # square degrees: a dot of less than a pixel at the width of a page


def build(folder: Path = TARGET) -> dict[str, Any]:
    """The features of the region maps and of the rest of the world, id and properties.region kept apart.

    Features: id (ISO3 or `world`), properties.region (east_asia, latin_america, rest), geometry with
    longitudes from -30 to 330 degrees.
    """
    features = []
    for stem in SOURCES:
        held = json.loads((folder / f"{stem}.geojson").read_text(encoding="utf-8"))
        region = "rest" if stem == "world" else stem
        for feature in held["features"]:
            parts = [_moved(part) for part in feature["geometry"]["coordinates"]]
            largest = max(parts, key=_size)
            kept = [part for part in parts if _size(part) >= ISLAND or part is largest]
            geometry = {"type": "MultiPolygon", "coordinates": kept}
            features.append(
                {
                    "type": "Feature",
                    "id": feature["id"],
                    "properties": {"region": region},
                    "geometry": geometry,
                }
            )
    return {"type": "FeatureCollection", "features": features}


def _moved(rings: list[list[list[float]]]) -> list[list[geo.Point]]:
    turn = 360.0 if min(x for x, _ in rings[0]) < ATLANTIC else 0.0
    moved = [_rounded([(x + turn, y) for x, y in ring]) for ring in rings]
    return [ring for place, ring in enumerate(moved) if len(ring) >= 4 or place == 0]


def _rounded(ring: geo.Line) -> geo.Line:
    points = [(round(x, DIGITS), round(y, DIGITS)) for x, y in geo.simplify(ring, TOLERANCE)]
    return [points[0], *(b for a, b in zip(points[:-1], points[1:], strict=True) if a != b)]


def _size(part: list[geo.Line]) -> float:
    return abs(geo.area(part[0]))


def main() -> None:
    """Write the file and say how large it is."""
    for path in write({STEM: build()}):
        print(f"{path.name}: {path.stat().st_size / 1000:.0f} kB")


if __name__ == "__main__":
    main()
