"""Makes the maps in `static/boundaries`: the members by region and a light rest of the world.

Run `python -m data.build.boundaries --sources DIR`. Countries are shown as on United Nations maps
(data/registers/map_units.csv); outlines are oriented as d3 expects: outside clockwise.
"""

from __future__ import annotations

import argparse
import json
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pandas as pd

from data.build import topology as geo
from data.importers.problem import ImportProblem

ROOT = Path(__file__).resolve().parents[2]
TARGET = ROOT / "static" / "boundaries"
REGISTERS = ROOT / "data" / "registers"
FILE = "geo-reference/world-atlas-countries-50m.topojson"

MEMBER_TOLERANCE = 0.058  # degrees: a third of a pixel on a region 1 000 pixels wide
WORLD_TOLERANCE = 0.25
MEMBER_ISLAND = 0.012  # square degrees: smaller islands are dropped, never a country's largest
WORLD_ISLAND = 0.3
SMALL_COUNTRY = 1.0  # square degrees: too small to hit on a map of the region, so drawn with a dot as well
MEMBER_DIGITS, WORLD_DIGITS = 2, 1
SOUTHERN_EDGE = -60.0  # Antarctica is left out
DATELINE_EDGE = 170.0


def build(sources: Path) -> dict[str, dict[str, Any]]:
    """Return the GeoJSON feature collections by file stem: one per region, and `world` without the members.

    Features of members have id and properties.ref_area (ISO3), lon and lat of a point inside, and small.
    """
    path = sources / FILE
    if not path.is_file():
        raise ImportProblem(path, expected="the 50m countries of world-atlas 2.0.2", found="no file")
    topology = json.loads(path.read_text(encoding="utf-8"))
    countries = pd.read_csv(REGISTERS / "countries.csv", dtype=str, keep_default_na=False)
    shown_as = dict(
        pd.read_csv(REGISTERS / "map_units.csv", dtype=str)[["numeric_code", "shown_as"]].to_numpy()
    )
    member_of = dict(countries[["numeric_code", "ref_area"]].to_numpy()) | shown_as
    members: dict[str, list[geo.Polygon]] = {code: [] for code in countries["ref_area"]}
    others: list[geo.Polygon] = []
    for geometry in topology["objects"]["countries"]["geometries"]:
        code = member_of.get(geometry.get("id", ""))
        (members[code] if code else others).extend(geo.polygons_of(geometry))
    lines = _simplified(topology, [polygon for part in members.values() for polygon in part])
    files: dict[str, dict[str, Any]] = {}
    for region, group in countries.groupby("region"):
        features = [_member(code, members[code], lines) for code in sorted(group["ref_area"])]
        files[str(region)] = {"type": "FeatureCollection", "features": features}
    files["world"] = {"type": "FeatureCollection", "features": [_world(others, lines)]}
    return files


def write(files: dict[str, dict[str, Any]], folder: Path = TARGET) -> list[Path]:
    """Write the collections without white space, each in one step."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for stem, collection in files.items():
        path = folder / f"{stem}.geojson"
        spare = path.with_suffix(".tmp")
        spare.write_text(json.dumps(collection, separators=(",", ":")) + "\n", encoding="utf-8")
        os.replace(spare, path)
        written.append(path)
    return written


def _simplified(topology: dict[str, Any], members: list[geo.Polygon]) -> list[geo.Line]:
    """Every arc simplified: finely where a member has it, coarsely elsewhere."""
    fine = set(geo.arcs_of(members))
    return [
        _rounded(geo.simplify(line, MEMBER_TOLERANCE), MEMBER_DIGITS) if number in fine else _coarse(line)
        for number, line in enumerate(geo.decode_arcs(topology))
    ]


def _coarse(line: geo.Line) -> geo.Line:
    """End points stay as fine as those of members, since they may meet there."""
    points = _rounded(geo.simplify(line, WORLD_TOLERANCE), WORLD_DIGITS)
    points[0], points[-1] = _rounded([line[0]], MEMBER_DIGITS)[0], _rounded([line[-1]], MEMBER_DIGITS)[0]
    return points


def _rounded(line: geo.Line, digits: int) -> geo.Line:
    points = [(round(x, digits), round(y, digits)) for x, y in line]
    return [points[0], *(b for a, b in zip(points[:-1], points[1:], strict=True) if a != b)] + (
        [points[-1]] if len(set(points)) == 1 else []
    )


def _member(code: str, polygons: list[geo.Polygon], lines: list[geo.Line]) -> dict[str, Any]:
    parts = _polygons(geo.stitch(geo.outline(polygons), lines), MEMBER_ISLAND)
    largest = min(parts, key=lambda rings: geo.area(rings[0]))
    main = largest[0]
    # An island beyond the date line would stretch a map of the region around the globe.
    parts = [rings for rings in parts if abs(rings[0][0][0] - main[0][0]) < DATELINE_EDGE]
    x, y = _inside(main)
    properties = {
        "ref_area": code,
        "lon": x,
        "lat": y,
        "small": sum(-geo.area(rings[0]) for rings in parts) < SMALL_COUNTRY,
    }
    return {"type": "Feature", "id": code, "properties": properties, "geometry": _geometry(parts)}


def _world(polygons: list[geo.Polygon], lines: list[geo.Line]) -> dict[str, Any]:
    """Land outside the members in one piece: no border between others is drawn, so none is judged."""
    whole = geo.stitch(geo.outline(polygons), lines)
    rings = [part for ring in whole for part in geo.cut_at_dateline(ring)]
    parts = _polygons([ring for ring in rings if max(y for _, y in ring) > SOUTHERN_EDGE], WORLD_ISLAND)
    return {"type": "Feature", "id": "world", "properties": {}, "geometry": _geometry(parts)}


def _polygons(rings: Iterable[geo.Line], smallest: float) -> list[list[geo.Line]]:
    """Sort rings into outsides (clockwise) with the holes inside them; islands below `smallest` go."""
    usable = [ring for ring in rings if len(ring) >= 4 and geo.area(ring) != 0]
    outsides = [ring for ring in usable if geo.area(ring) < 0]
    largest = min(geo.area(ring) for ring in outsides)
    parts = [[ring] for ring in outsides if -geo.area(ring) >= smallest or geo.area(ring) == largest]
    for hole in (ring for ring in usable if geo.area(ring) >= smallest):
        for part in sorted(parts, key=lambda rings: -geo.area(rings[0])):
            if all(geo.contains(part[0], point) or point in part[0] for point in hole):
                part.append(hole)
                break
    return sorted(parts, key=lambda rings: geo.area(rings[0]))


def _inside(ring: geo.Line) -> geo.Point:
    """A point inside: the middle of the widest part at the height of the centre."""
    height = (max(y for _, y in ring) + min(y for _, y in ring)) / 2 + 1e-4
    crossings = sorted(
        (bx - ax) * (height - ay) / (by - ay) + ax
        for (ax, ay), (bx, by) in zip(ring[:-1], ring[1:], strict=True)
        if (ay > height) != (by > height)
    )
    west, east = max(zip(crossings[::2], crossings[1::2], strict=True), key=lambda pair: pair[1] - pair[0])
    return round((west + east) / 2, 2), round(height, 2)


def _geometry(parts: list[list[geo.Line]]) -> dict[str, Any]:
    return {
        "type": "MultiPolygon",
        "coordinates": [[[list(p) for p in ring] for ring in part] for part in parts],
    }


def main() -> None:
    """Read the sources and write the three files."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sources", type=Path, required=True, metavar="DIR")
    for path in write(build(parser.parse_args().sources)):
        print(f"wrote {path} ({path.stat().st_size / 1000:.0f} kB)")


if __name__ == "__main__":
    main()
