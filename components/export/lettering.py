"""Lines of text for pictures: broken at the width they have, measured in the bundled typeface."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from PIL import ImageFont

FONTS = Path(__file__).parent / "fonts"
_FILES = {400: "SourceSans3_400Regular.ttf", 600: "SourceSans3_600SemiBold.ttf"}
_MEASURED_AT = 100
# Beyond the letters of European languages, where a typeface may have gaps.
_FOREIGN = re.compile(r"[^\x00-\u024f]+")


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


def in_typeface(text: str) -> str:
    """`text` with an ellipsis for each run of letters that the bundled typeface does not have."""
    return _FOREIGN.sub(_shown, text)


def _shown(found: re.Match[str]) -> str:
    lacking = [not _has(sign) for sign in found.group()]
    kept = "".join("\ue000" if gone else sign for sign, gone in zip(found.group(), lacking, strict=True))
    return re.sub("\ue000+", "\u2026", kept)


@cache
def _has(sign: str) -> bool:
    # A letter that is not there is drawn as the box that stands for all of them.
    font = _font(400)
    return bool(sign.isspace() or bytes(font.getmask(sign)) != bytes(font.getmask("\ue000")))


def _fitting(word: str, size: float, width: float, weight: int) -> int:
    count = 1
    while count < len(word) and text_width(word[: count + 1], size, weight) <= width:
        count += 1
    return count


@cache
def _font(weight: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(FONTS / _FILES[weight]), _MEASURED_AT, layout_engine=ImageFont.Layout.BASIC)
