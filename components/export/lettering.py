"""Lines of text for pictures: broken at the width they have, measured in the bundled typeface."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from PIL import ImageFont

FONTS = Path(__file__).parent / "fonts"
_FILES = {400: "SourceSans3_400Regular.ttf", 600: "SourceSans3_600SemiBold.ttf"}
_MEASURED_AT = 100


def text_width(text: str, size: float, weight: int = 400) -> float:
    """Width in pixels of `text` at `size` pixels."""
    return _font(weight).getlength(text) * size / _MEASURED_AT


def break_lines(text: str, size: float, width: float, *, weight: int = 400, most: int = 4) -> list[str]:
    """`text` in lines no wider than `width`; words that do not fit alone (addresses) are cut anywhere.

    At most `most` lines; what is left ends in an ellipsis.
    """
    lines: list[str] = []
    line = ""
    for word in text.split():
        joined = f"{line} {word}".strip()
        if text_width(joined, size, weight) <= width:
            line = joined
            continue
        if line:
            lines.append(line)
        while text_width(word, size, weight) > width:
            fitting = _fitting(word, size, width, weight)
            lines.append(word[:fitting])
            word = word[fitting:]
        line = word
    if line:
        lines.append(line)
    if len(lines) > most:
        last = lines[most - 1]
        while last and text_width(last + "\u2026", size, weight) > width:
            last = last[:-1]
        lines = [*lines[: most - 1], last.rstrip() + "\u2026"]
    return lines


def _fitting(word: str, size: float, width: float, weight: int) -> int:
    count = 1
    while count < len(word) and text_width(word[: count + 1], size, weight) <= width:
        count += 1
    return count


@cache
def _font(weight: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(FONTS / _FILES[weight]), _MEASURED_AT, layout_engine=ImageFont.Layout.BASIC)
