"""Number and time formats of a language as d3 locale objects, and short forms of large numbers."""

from __future__ import annotations

from functools import cache
from typing import Any

from babel import Locale

# A thin no-break space keeps '1,2 mil M' on one line.
_SPACE = "\u00a0"


@cache
def d3_locale(language: str) -> dict[str, Any]:
    """The `config.locale` object of Vega for a language (ISO 639-1), made of CLDR data."""
    locale = Locale.parse(language)
    symbols = locale.number_symbols["latn"]
    months, days = locale.months["stand-alone"], locale.days["stand-alone"]
    week = (6, 0, 1, 2, 3, 4, 5)
    return {
        "number": {
            "decimal": symbols["decimal"],
            "thousands": symbols["group"],
            "grouping": [3],
            "currency": ["", ""],
            "minus": "\u2212",
            "percent": str(locale.percent_formats[None].pattern).lstrip("#,0"),
        },
        "time": {
            "dateTime": "%x %X",
            "date": "%d/%m/%Y",
            "time": "%H:%M",
            "periods": ["AM", "PM"],
            "days": [days["wide"][i] for i in week],
            "shortDays": [days["abbreviated"][i] for i in week],
            "months": [months["wide"][i] for i in range(1, 13)],
            "shortMonths": [months["abbreviated"][i] for i in range(1, 13)],
        },
    }


@cache
def short_suffixes(language: str) -> tuple[tuple[str, str], ...]:
    """Pairs (d3 SI letter, the language's own short form): G, M and k of '1.2M' in CLDR words."""
    patterns = Locale.parse(language).compact_decimal_formats["short"]["other"]
    pairs = []
    for letter, power in (("G", 9), ("M", 6), ("k", 3)):
        pattern = str(patterns[str(10**power)].pattern)
        zeros, unit = pattern.count("0"), pattern.replace("0", "").replace("\xa0", " ").strip(" '")
        if zeros > 1:  # Spanish counts 10^9 as thousands of millions: '0000 M'.
            thousand = str(patterns["1000"].pattern).replace("0", "").replace("\xa0", " ").strip(" '")
            unit = f"{thousand}{_SPACE}{unit}"
        pairs.append((letter, unit if language == "en" else f"{_SPACE}{unit}"))
    return tuple(pairs)


def short_number(language: str, value: str = "datum.value", digits: int = 3) -> str:
    """A Vega expression that writes `value` in at most `digits` digits, as the language shortens numbers.

    Below 1 it writes decimals: the SI milli sign is no reader's notation.
    """
    shortened = f"format({value},'.{digits}~s')"
    # Giga last: Spanish writes it 'mil M', whose M must not be replaced again.
    for letter, word in reversed(short_suffixes(language)):
        shortened = f"replace({shortened},'{letter}','{word}')"
    return f"abs({value})<1?format({value},'.2~r'):{shortened}"
