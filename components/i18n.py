"""The reader's language: texts from config/texts, numbers, months and lists as that language writes them."""

from __future__ import annotations

import logging
import math
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import yaml
from babel import Locale
from babel.dates import format_date, format_skeleton
from babel.lists import format_list
from babel.numbers import format_compact_decimal, format_decimal, format_percent

TEXTS = Path(__file__).resolve().parents[1] / "config" / "texts"
DEFAULT = "en"
_MISSING_NUMBER = ".."
# Languages in which a billion is a thousand millions and is said so.
_LONG_SCALE = frozenset({"es"})
log = logging.getLogger("explorer")


class TextError(KeyError):
    """A text key that config/texts does not know, or a placeholder that was not filled."""


@cache
def _texts(code: str) -> Mapping[str, str]:
    """All texts of a language as one flat mapping `section.name` -> text."""
    tree = yaml.load((TEXTS / f"{code}.yml").read_text(encoding="utf-8"), Loader=yaml.CSafeLoader) or {}
    flat: dict[str, str] = {}

    def walk(prefix: str, node: Any) -> None:
        if isinstance(node, dict):
            for name, child in node.items():
                walk(f"{prefix}.{name}" if prefix else str(name), child)
        else:
            flat[prefix] = str(node)

    walk("", tree)
    return flat


@cache
def languages() -> tuple[str, ...]:
    """The ISO 639-1 codes of the languages that have a text file, English first.

    A language whose file is no YAML is left out and logged: its readers get the first of the others.
    """
    codes = sorted(path.stem for path in TEXTS.glob("*.yml") if _readable(path.stem))
    return tuple(sorted(codes, key=lambda code: (code != DEFAULT, code)))


def _readable(code: str) -> bool:
    try:
        return bool(_texts(code))
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        found = " ".join(str(error).split())
        log.error("%s", f"config/texts/{code}.yml: expected valid YAML, found {found}")
        return False


def text(key: str, language: str, /, **values: object) -> str:
    """The text of `key` in `language`, its {placeholders} filled.

    Raises TextError when the key or a placeholder is unknown, naming file and key.
    """
    try:
        pattern = _texts(language)[key]
    except KeyError:
        raise TextError(f"config/texts/{language}.yml: {key}: no such text") from None
    if not values:
        return pattern
    try:
        return pattern.format(**values)
    except (KeyError, IndexError) as error:
        raise TextError(f"config/texts/{language}.yml: {key}: placeholder {error} was not given") from None


def has_text(key: str, language: str = DEFAULT) -> bool:
    """Whether config/texts knows the key."""
    return key in _texts(language)


def match_locale(wanted: str | None) -> str:
    """The language of ours that fits a browser locale such as `pt-BR`; else the first, English."""
    code = re.split(r"[-_]", (wanted or "").strip().lower())[0]
    return code if code in languages() else languages()[0]


@dataclass(frozen=True)
class Language:
    """One language: call it for a text, ask it for numbers, periods and lists."""

    code: str

    def __call__(self, key: str, /, **values: object) -> str:
        """The text of `key`, its placeholders filled."""
        return text(key, self.code, **values)

    @property
    def _locale(self) -> Locale:
        return _locale(self.code)

    def number(self, value: float | None, digits: int = 0) -> str:
        """A number in full, e.g. 12,345,678 or 12.345.678; `..` when missing."""
        if _absent(value):
            return _MISSING_NUMBER
        return format_decimal(round(float(value), digits), format=_pattern(digits), locale=self._locale)  # type: ignore[arg-type]

    def compact(self, value: float | None) -> str:
        """A number for reading, three figures and a word: 12.4 million, 12,4 millones; `..` when missing."""
        if _absent(value):
            return _MISSING_NUMBER
        amount = float(value)  # type: ignore[arg-type]
        if abs(amount) < 10:
            return self.number(amount, 0 if amount == int(amount) else 1)
        if abs(amount) < 1000:
            return self.number(amount)
        # Rounded first: 999.9 million is 1 billion, not 1000 million.
        amount = round(amount, 2 - int(math.log10(abs(amount))))
        if abs(amount) < 1e6:
            return self.number(amount)
        if self.code in _LONG_SCALE and abs(amount) >= 1e9:
            millions = format_compact_decimal(2e6, format_type="long", locale=self._locale).split()[-1]
            return f"{self.number(amount / 1e6)} {millions}"
        digits = 1 if math.log10(abs(amount)) % 3 < 2 else 0
        return format_compact_decimal(amount, format_type="long", fraction_digits=digits, locale=self._locale)

    def percent(self, share: float | None, digits: int = 1) -> str:
        """A share 0..1 as percent: 12.3%, 12,3 %; `..` when missing."""
        if _absent(share):
            return _MISSING_NUMBER
        gap = "\u00a0" if self.code == "es" else ""
        pattern = f"{_pattern(digits)}{gap}%"
        return format_percent(round(float(share), digits + 2), format=pattern, locale=self._locale)  # type: ignore[arg-type]

    def change(self, ratio: float | None) -> str:
        """A change 0.1 as signed percent: +10.0%; no sign when it rounds to zero, `..` when missing."""
        if _absent(ratio):
            return _MISSING_NUMBER
        shown = round(float(ratio), 3)  # type: ignore[arg-type]
        sign = "+" if shown > 0 else ("\u2212" if shown < 0 else "")
        return f"{sign}{self.percent(abs(shown))}"

    def period(self, period: str | None) -> str:
        """A period in words: `2024-07` July 2024, `2024-Q3` third quarter, `2024` the year."""
        if not period:
            return _MISSING_NUMBER
        return _period(self.code, str(period))

    def day(self, iso: str) -> str:
        """A date `2026-04-27` as the language writes it, `2026-04` as the period it is; `..` when missing."""
        if not iso[:4].isdigit():
            return _MISSING_NUMBER
        if len(iso) < len("2026-04-27"):
            return self.period(iso)
        return format_date(date.fromisoformat(iso[:10]), format="long", locale=self._locale)

    def listing(self, items: Iterable[str]) -> str:
        """Items joined with commas and the word for 'and'."""
        return format_list([str(item) for item in items], style="standard", locale=self._locale)

    def language_name(self, code: str) -> str:
        """The name of a language (ISO 639 code) in this one: `es` Spanish, espanhol; the code if unknown."""
        return str(self._locale.languages.get(code, code))

    def section(self, name: str) -> tuple[tuple[str, str], ...]:
        """All texts of a section as sorted pairs (name within the section, text)."""
        start = f"{name}."
        return tuple(
            sorted(
                (key[len(start) :], said) for key, said in _texts(self.code).items() if key.startswith(start)
            )
        )

    def code_label(self, codelist: str, code: object) -> str:
        """The reader's word for a code, e.g. code_label('offering', 'goods')."""
        key = f"codes.{codelist}.{code}"
        return self(key) if has_text(key, self.code) else str(code)


@cache
def language(code: str) -> Language:
    """The language object of a code; of the first, English, when the code is not ours."""
    return Language(code if code in languages() else languages()[0])


@cache
def _locale(code: str) -> Locale:
    # English as the United Nations write it, Portuguese as its only member in the Forum does.
    return Locale.parse({"en": "en_GB", "pt": "pt_BR"}.get(code, code))


@lru_cache(maxsize=4096)
def _period(code: str, period: str) -> str:
    if "-Q" in period:
        year, quarter = period.split("-Q")
        return text("periods.quarter", code, quarter=quarter, year=year)
    if "-" in period:
        year, month = period.split("-")[:2]
        return format_skeleton("yMMM", date(int(year), int(month), 1), locale=_locale(code))
    return period


def _absent(value: float | None) -> bool:
    return value is None or (isinstance(value, float) and not math.isfinite(value)) or value != value


def _pattern(digits: int) -> str:
    return "#,##0" + ("." + "0" * digits if digits else "")
