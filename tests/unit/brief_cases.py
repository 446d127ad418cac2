"""A brief with all that one can hold, and texts that a careless writer would run or lose."""

from __future__ import annotations

import io
from dataclasses import replace
from functools import cache

from PIL import Image

from components.export.brief import Brief, KeyFigure, Picture, PictureFormat, Rows, Section
from components.export.country_desk import read_desk
from components.export.country_file import country_file
from components.i18n import Language
from tests.unit.country_cases import summary_of

MADE = "2026-11-24"
SITE = "https://explorer.example"
VIEW = f"{SITE}/east_asia?lang=es&country=PER"
# Markup of the typesetter, of the web and of spreadsheets, and letters outside Latin 1.
HOSTILE = (
    '#panic("run") *bold* <b>&amp;</b> $x$ @cite \\ [x] =HYPERLINK("https://evil.example") Perú ñ ã 中文'
)
ALT = "Barras: Perú 3, Chile 2."


def drawn(width: int, fmt: PictureFormat) -> bytes:
    """A picture of one bar, twice as wide as high."""
    height = width // 2
    if fmt == "svg":
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}">'
            f'<rect width="{width}" height="{height}" fill="#0072b2"/></svg>'
        ).encode()
    out = io.BytesIO()
    Image.new("RGB", (width * 2, height * 2), "#0072b2").save(out, "png")
    return out.getvalue()


def whole_brief(language: str = "es") -> Brief:
    """A brief with a picture of estimates, a table, something withheld, and facts."""
    t = Language(language)
    shown = Section(
        title="Visitas por país",
        unit="Visitas por mes",
        mark=t("cards.estimated"),
        sentences=("Perú tiene más visitas que Chile.",),
        remarks=("Solo mercados abiertos.",),
        picture=Picture(ALT, drawn),
        source="Fuente: registro.",
        url=VIEW,
        notes=(t("cards.estimated_help"),),
    )
    rows = Rows(("País", "Texto"), (("Perú", HOSTILE), ("Chile", "2")))
    table = Section(title="Textos", table=rows, source="Fuente: otra.", url=VIEW)
    kept = Section(title="Retenido", source="Fuente: tercera.", url=VIEW, withheld="No sale: condiciones.")
    return Brief(
        title="Perú y Chile",
        subtitle=t("frame.title"),
        language=language,
        created=MADE,
        url=VIEW,
        labels=dict(t.section("takeaway")),
        lead=("Lo primero que se dice.",),
        figures=(KeyFigure("Mercados", "14", "8 de 36"), KeyFigure("Visitas", "656 millones", "estimación")),
        sections=(shown, table, kept),
        facts=(("Cómo citar", "Explorador (2026)."), ("Versión", "0.1.0")),
    )


def with_text(text: str) -> Brief:
    """The brief with `text` wherever a text is shown."""
    brief = whole_brief()
    section = replace(
        brief.sections[0], title=text, unit=text, sentences=(text,), remarks=(text,), source=text
    )
    return replace(
        brief, title=text, subtitle=text, lead=(text,), sections=(section,), facts=((text, text),),
        figures=(KeyFigure(text, text, text),),
    )  # fmt: skip


@cache
def country_case(area: str, language: str) -> Brief:
    """The brief of a member from the shipped data."""
    return country_file(Language(language), read_desk(), summary_of(area), created=MADE, site=SITE)
