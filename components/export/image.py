"""A chart as PNG or SVG with title, unit, source, date and address inside the picture; no network."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, Literal
from xml.sax.saxutils import escape

import pandas as pd
import vl_convert

from components.charts.keys import ON_PHONE
from components.charts.theme import FONT, FONT_AXIS, FONT_SUBTITLE, FONT_TITLE, palette
from components.export.lettering import FONTS, break_lines

BOUNDARIES = Path(__file__).resolve().parents[2] / "static" / "boundaries"
Format = Literal["png", "svg"]
_WIDTH, _MARGIN, _SCALE = 960, 28, 2.0
_LEADING = 1.35
_NARROW, _ASKED = 480, json.dumps(ON_PHONE)[1:-1]
# Names of rows may take this share of a picture: on paper nobody can point at one that is cut.
_NAMES, _LIMIT = 0.42, "labelLimit"


class ImageError(ValueError):
    """A picture that cannot be made: which part of the chart is at fault and what was expected."""


def render_image(
    spec: Mapping[str, Any],
    frame: pd.DataFrame,
    *,
    title: str,
    subtitle: str,
    source: str,
    date: str,
    url: str,
    language: str,
    theme: str,
    fmt: Format,
    width: int = _WIDTH,
    boundaries: Path = BOUNDARIES,
) -> bytes:
    """The picture of `spec` with `frame`, `width` pixels wide (PNG at twice that resolution).

    `subtitle` is the unit; `source` and `date` are complete sentences ('Source: ...', 'Downloaded ...').
    Boundaries are read from `boundaries`; any other address in the spec raises ImageError.
    """
    if fmt not in ("png", "svg"):
        raise ImageError(f"fmt: expected png or svg, got {fmt!r}")
    _register_fonts()
    inner = width - 2 * _MARGIN
    drawn = _chart_svg(spec, frame, inner, boundaries)
    picture = _frame_svg(
        drawn, width, language=language, theme=theme,
        above=[(title, FONT_TITLE, 600, "text"), (subtitle, FONT_SUBTITLE, 400, "muted")],
        below=[(text, FONT_AXIS, 400, "muted") for text in (source, date, url)],
    )  # fmt: skip
    return picture.encode() if fmt == "svg" else vl_convert.svg_to_png(picture, scale=_SCALE)


def render_chart(
    spec: Mapping[str, Any],
    frame: pd.DataFrame,
    *,
    width: int,
    fmt: Format,
    fineness: float = _SCALE,
    boundaries: Path = BOUNDARIES,
) -> bytes:
    """The chart alone, for a page that says title and source itself; a PNG has `fineness` dots a pixel."""
    _register_fonts()
    # A chart asks the page how wide it is; here nobody answers, and it would take itself for one on a phone.
    settled = json.dumps(dict(spec)).replace(_ASKED, json.dumps(width < _NARROW))
    drawn = _chart_svg(_with_names(json.loads(settled), width), frame, width, boundaries)
    return drawn.encode() if fmt == "svg" else vl_convert.svg_to_png(drawn, scale=fineness)


def _chart_svg(spec: Mapping[str, Any], frame: pd.DataFrame, width: int, boundaries: Path) -> str:
    filled = _with_shapes(dict(spec), boundaries)
    filled["width"] = width
    filled["config"] = {**filled.get("config", {}), "aria": False, "padding": 0}
    filled["data"] = {"values": json.loads(frame.to_json(orient="records"))}
    try:
        drawn = vl_convert.vegalite_to_svg(filled, vl_version="6.4", allowed_base_urls=[])
    except ValueError as error:
        raise ImageError(f"spec: expected a chart that can be drawn, got: {error}") from error
    # Marks that only wait for a pointer are invisible here and would weigh.
    return re.sub(r'<path[^>]*\sopacity="0"[^>]*?(?:/>|></path>)', "", drawn)


def _with_names(node: Any, width: int) -> Any:
    """Give names whose room depends on the screen their room in a picture of this width; changes `node`."""
    for child in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        _with_names(child, width)
    if isinstance(node, dict) and isinstance(node.get(_LIMIT), dict):
        node[_LIMIT] = round(_NAMES * width)
    return node


def _with_shapes(node: Any, boundaries: Path) -> Any:
    """Replace each boundaries address by the features of our own file of that name."""
    if isinstance(node, list):
        return [_with_shapes(child, boundaries) for child in node]
    if not isinstance(node, dict):
        return node
    address = node.get("url")
    if isinstance(address, str):
        return {"values": _features(boundaries / Path(address).name, address)}
    return {key: _with_shapes(child, boundaries) for key, child in node.items()}


@cache
def _features(path: Path, address: str) -> list[dict[str, Any]]:
    if "/boundaries/" not in address or not path.is_file():
        raise ImageError(f"spec: data.url: expected a file of {path.parent}, got {address!r}")
    found: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))["features"]
    return found


def _frame_svg(
    drawn: str, width: int, *, language: str, theme: str,
    above: list[tuple[str, int, int, str]], below: list[tuple[str, int, int, str]],
) -> str:  # fmt: skip
    """The chart between its heading and its source note, on the theme's background."""
    colors = palette(theme)
    head, top = _block(above, _MARGIN, width, colors)
    size = re.search(r'width="([\d.]+)" height="([\d.]+)"', drawn)
    if size is None:
        raise ImageError("spec: expected a picture with a size, got none")
    chart_width, chart_height = float(size.group(1)), float(size.group(2))
    shown = re.sub(r"<svg ", f'<svg x="{_MARGIN}" y="{top + 14:g}" ', drawn, count=1)
    # A chart that is wider than its room (a fixed table of bars) is scaled down rather than cut off.
    room = width - 2 * _MARGIN
    if chart_width > room:
        shown = shown.replace(f'width="{size.group(1)}"', f'width="{room}"', 1)
        chart_height *= room / chart_width
        shown = shown.replace(f'height="{size.group(2)}"', f'height="{chart_height:g}"', 1)
    rule = top + 14 + chart_height + 16
    foot, bottom = _block(below, rule + 8, width, colors)
    height = round(bottom + _MARGIN * 0.6)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
        f'width="{width}" height="{height}" viewBox="0 0 {width} {height}" lang="{language}">'
        f"<title>{escape(above[0][0])}</title>"
        f'<rect width="{width}" height="{height}" fill="{colors.background}"/>'
        f'{head}{shown}<path d="M{_MARGIN} {rule:g}H{width - _MARGIN}" stroke="{colors.grid}"/>{foot}</svg>'
    )


def _block(
    parts: list[tuple[str, int, int, str]], start: float, width: int, colors: Any
) -> tuple[str, float]:
    """Lines of text from `start` downwards, and where they end."""
    family = escape(FONT, {'"': "&quot;"})
    out, y = "", start
    for text, size, weight, color in parts:
        for line in break_lines(text, size, width - 2 * _MARGIN, weight=weight):
            y += size * _LEADING
            out += (
                f'<text x="{_MARGIN}" y="{y - size * 0.3:g}" font-family="{family}" font-size="{size}" '
                f'font-weight="{weight}" fill="{getattr(colors, color)}">{escape(line)}</text>'
            )
    return out, y


@cache
def _register_fonts() -> None:
    vl_convert.register_font_directory(str(FONTS))
