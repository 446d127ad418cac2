"""Pictures carry title, unit, source, date and address, are drawn offline, and keep the theme."""

from __future__ import annotations

import io
import re

import pytest
from PIL import Image

from components.charts.theme import palette
from components.export.image import ImageError, render_image
from components.export.lettering import break_lines, text_width
from tests.unit.chart_cases import cases

CASES = {case.name: case for case in cases()}
WORDS = {
    "title": "Which countries <have> the most visits & why?",
    "subtitle": "Visits per month, thousands",
    "source": "Source: published figures; experimental estimates",
    "date": "Data of 3 May 2026; downloaded on 23 November 2026.",
    "url": "https://example.org/east_asia?lang=en&country=BRA",
}


def picture(name: str, fmt: str, theme: str = "light", **changes) -> bytes:
    case = CASES[name]
    words = WORDS | changes
    return render_image(case.spec("en", theme), case.frame, language="en", theme=theme, fmt=fmt, **words)


@pytest.mark.parametrize("name", ["map-both-share", "lines-amount", "landscape", "pyramid"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_svg_holds_all_words_on_the_ground_of_the_theme(name, theme):
    svg = picture(name, "svg", theme).decode()
    said = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", svg))
    for text in WORDS.values():
        assert text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") in said
    assert f'fill="{palette(theme).background}"' in svg
    assert "NaN" not in svg


def test_png_is_twice_as_fine_and_has_the_ground_of_the_theme():
    image = Image.open(io.BytesIO(picture("lines-amount", "png", "dark")))
    assert image.width == 1920
    assert image.convert("RGB").getpixel((4, 4)) == tuple(bytes.fromhex(palette("dark").background[1:]))


def test_a_long_title_is_broken_not_cut_off():
    title = "How visits to online marketplaces developed in every member of the forum " * 3
    svg = picture("counts", "svg", title=title).decode()
    assert svg.count('font-weight="600" fill="#0e1820"') == 3


def test_an_outside_address_is_refused():
    case = CASES["map-east_asia-amount"]
    spec = case.spec() | {
        "layer": [{"data": {"url": "https://example.org/boundaries/world.geojson"}, "mark": "geoshape"}]
    }
    spec["layer"][0]["data"]["url"] = "https://example.org/other.json"
    with pytest.raises(ImageError, match="got 'https://example.org/other.json'"):
        render_image(spec, case.frame, language="en", theme="light", fmt="svg", **WORDS)


def test_boundaries_that_are_missing_are_named(tmp_path):
    case = CASES["map-east_asia-amount"]
    with pytest.raises(ImageError, match="expected a file of .*, got 'app/static/boundaries/world.geojson'"):
        render_image(
            case.spec(), case.frame, language="en", theme="light", fmt="svg", boundaries=tmp_path, **WORDS
        )


def test_another_format_is_refused():
    with pytest.raises(ImageError, match="expected png or svg, got 'gif'"):
        picture("counts", "gif")


def test_lines_fit_and_addresses_are_cut_anywhere():
    lines = break_lines("Ti\u1ebfng Vi\u1ec7t " * 20 + "https://example.org/" + "a" * 200, 12, 300, most=99)
    assert all(text_width(line, 12) <= 300 for line in lines)
    assert "".join(lines).replace(" ", "").endswith("a" * 60)
    assert break_lines("word " * 99, 12, 100, most=2)[-1].endswith("\u2026")
    assert break_lines("", 12, 100) == []
