"""Country workbooks of the Regional Digital Trade Integration Index, as ESCAP and ECLAC keep them.

One sheet per country: pillar, indicator, raw score, act, coverage, comment, timeframe and up to five columns
of references; headings of pillars between the rows. A sheet 'Consolidated' may repeat them all with a column
Country. Comments are not taken.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import pandas as pd
from babel import Locale

from data.importers.areas import REGISTERS, iso3_by_iso2, members
from data.importers.problem import ImportProblem
from data.importers.rdtii import addresses, first_year, one_line
from data.importers.workbook_sheets import Cell, Sheet, read_sheets

COLUMNS = {
    "country": ("Country",),
    "indicator": ("Indicator_ID", "Indicator"),
    "raw_score": ("Raw Score", "Score"),
    "act": ("Act and/or practice", "Act or practice", "Act"),
    "coverage": ("Coverage",),
    "timeframe": ("Timeframe",),
    "references": ("References", "Reference"),
}
# A sheet of one country needs no column for it.
NEEDED = tuple(name for name in COLUMNS if name != "country")
AS_TEXT = "Format the column as text and type 4.1 and 4.10, or write 4.01 for 4.1 as ESCAP does."
NAMED = "Name each sheet after its country (English name or ISO code)."
_SCHEME = "https://"
LOG = logging.getLogger(__name__)


def read_workbook(path: Path) -> pd.DataFrame:
    """Return measure_id, ref_area, indicator, raw_score, act, coverage, timeframe, valid_from, urls.

    The shape of rdtii.read_measures; `indicator` is the guide number. Countries that are no members, and
    indicators that are computed from statistics, are left out. Raises ImportProblem naming sheet, column
    and row: no sheet of a country, a missing sheet or column, an id that is unknown or was read as a number,
    a score outside the set of its indicator.
    """
    sheets = read_sheets(path, COLUMNS, "indicator")
    countries = {sheet.name: area for sheet in sheets if (area := _country(sheet.name))}
    together = [sheet for sheet in sheets if "country" in sheet.columns and sheet.name not in countries]
    for sheet in sheets:
        if sheet.columns and sheet.name not in countries and sheet not in together:
            raise ImportProblem(
                _place(path, sheet),
                expected="a sheet named after a country",
                found=f"'{sheet.name}'",
                remedy=NAMED,
            )
    if not countries and not together:
        raise ImportProblem(
            path,
            expected="one sheet per country, named like it",
            found=f"the sheets {', '.join(sheet.name for sheet in sheets)}",
            remedy=NAMED,
        )
    if countries:
        _require_sheets(path, together, set(countries.values()))
        parts = [
            _one_country(path, sheet, countries[sheet.name])
            for sheet in sheets
            if countries.get(sheet.name) in members()
        ]
    else:
        parts = [_all_countries(path, sheet) for sheet in together]
    made = [row for part in parts for row in part]
    if not made:
        raise ImportProblem(path, expected="measures of a FEALAC member", found="none")
    frame = pd.DataFrame(made).astype({"raw_score": "float64", "valid_from": "Int64"})
    number = frame.groupby("ref_area").cumcount() + 1
    identity = frame["ref_area"] + "-" + frame["indicator"] + "-" + number.map("{:03d}".format)
    frame.insert(0, "measure_id", identity)
    return frame


@dataclass(frozen=True)
class _Line:
    """One row of a sheet that holds a measure."""

    number: int
    area: str
    row: tuple[Cell, ...]


def _one_country(path: Path, sheet: Sheet, area: str) -> list[dict[str, object]]:
    _require_columns(path, sheet, NEEDED)
    return _measures(path, sheet, [_Line(number, area, row) for number, row in sheet.rows])


def _all_countries(path: Path, sheet: Sheet) -> list[dict[str, object]]:
    _require_columns(path, sheet, tuple(COLUMNS))
    found: list[dict[str, object]] = []
    lines: dict[str, list[_Line]] = {}
    for number, row in sheet.rows:
        name = sheet.cell(row, "country").text
        if name:
            area = _country(name)
            if area is None:
                raise _problem(path, sheet, "Country", number, "the name of a country", f"'{name}'")
            lines.setdefault(area, []).append(_Line(number, area, row))
    for area in [area for area in lines if area in members()]:
        found += _measures(path, sheet, lines[area])
    return found


def _measures(path: Path, sheet: Sheet, lines: list[_Line]) -> list[dict[str, object]]:
    scores = _scores()
    ids = [sheet.cell(line.row, "indicator") for line in lines]
    written = {cell.text for cell in ids}
    found = []
    for line, cell in zip(lines, ids, strict=True):
        act, score = sheet.cell(line.row, "act").text, sheet.cell(line.row, "raw_score")
        if not act and not score.text:
            continue  # the heading of a pillar, or an empty row
        indicator = _guide_number(path, sheet, line.number, cell, written)
        allowed = scores[indicator]
        if not allowed:
            LOG.info("%s: sheet %s: %s is computed from statistics; left out", path, sheet.name, indicator)
            continue
        if not act:
            raise _problem(path, sheet, "Act and/or practice", line.number, "an act or a practice", "nothing")
        timeframe = sheet.cell(line.row, "timeframe").text
        found.append(
            {
                "ref_area": line.area,
                "indicator": indicator,
                "raw_score": _score(path, sheet, line.number, score, allowed),
                "act": one_line(act),
                "coverage": one_line(sheet.cell(line.row, "coverage").text),
                "timeframe": one_line(timeframe),
                "valid_from": first_year(timeframe),
                "urls": addresses("\n".join(_references(sheet, line.row))),
            }
        )
    return found


def _guide_number(path: Path, sheet: Sheet, row: int, cell: Cell, written: set[str]) -> str:
    """The guide number that an id of the workbook stands for: 4.01 is 4.1, and 4.1 beside it is 4.10."""
    known, shown = _scores(), cell.text
    if not isinstance(cell.value, str) and not cell.is_number:
        found = f"{shown}, which is no text" if shown else "an empty cell"
        raise _problem(path, sheet, "Indicator_ID", row, "a guide number such as 4.10", found, AS_TEXT)
    escap = re.fullmatch(r"(\d+)\.0(\d)", shown)
    if escap:
        shown = f"{escap[1]}.{escap[2]}"
    elif shown.endswith(".1") and f"{shown}0" in known:
        if f"{shown[:-1]}01" in written:
            shown = f"{shown}0"
        elif cell.is_number:
            found = f"the number {shown}, which may be either: Excel drops the last zero"
            raise _problem(path, sheet, "Indicator_ID", row, f"{shown} or {shown}0 as text", found, AS_TEXT)
    if shown not in known:
        remedy = "Use the numbers of the RDTII 2.1 guide."
        raise _problem(path, sheet, "Indicator_ID", row, "a guide number such as 4.10", f"'{shown}'", remedy)
    return shown


def _score(path: Path, sheet: Sheet, row: int, cell: Cell, allowed: tuple[float, ...]) -> float:
    expected = f"one of {', '.join(f'{score:g}' for score in allowed)}"
    try:
        score = float(cell.text)
    except ValueError:
        found = f"'{cell.text}'" if cell.text else "an empty cell"
        raise _problem(path, sheet, "Raw Score", row, expected, found) from None
    if score not in allowed:
        raise _problem(path, sheet, "Raw Score", row, expected, f"{score:g}")
    return score


def _references(sheet: Sheet, row: tuple[Cell, ...]) -> Iterable[str]:
    """The cells below the title References and below the blank titles beside it."""
    first = sheet.columns["references"]
    beside = [place for place, title in enumerate(sheet.titles) if place > first and title]
    last = beside[0] if beside else len(row)
    for cell in row[first:last]:
        # Some addresses are written without their scheme.
        yield re.sub(r"(?m)(^|[\s;])(?=www\.)", rf"\1{_SCHEME}", cell.text)


def _require_columns(path: Path, sheet: Sheet, needed: tuple[str, ...]) -> None:
    missing = [name for name in needed if name not in sheet.columns]
    if missing:
        raise ImportProblem(
            _place(path, sheet),
            column=COLUMNS[missing[0]][0],
            expected=f"the columns {', '.join(COLUMNS[name][0] for name in needed)}",
            found=f"the columns {', '.join(filter(None, sheet.titles))}" if sheet.titles else "no header",
        )


def _require_sheets(path: Path, together: list[Sheet], have: set[str]) -> None:
    """Every member that a sheet of all countries lists has a sheet of its own."""
    for sheet in together:
        for number, row in sheet.rows:
            name = sheet.cell(row, "country").text
            area = _country(name) if name else None
            if area in members() and area not in have:
                raise _problem(
                    path, sheet, "Country", number, f"a sheet named '{name}' in the workbook", "none",
                    "Add the sheet, or keep only the sheet of all countries.",
                )  # fmt: skip


def _place(path: Path, sheet: Sheet) -> str:
    return f"{path}, sheet '{sheet.name}'"


def _problem(
    path: Path, sheet: Sheet, column: str, row: int, expected: str, found: str, remedy: str | None = None
) -> ImportProblem:
    return ImportProblem(
        _place(path, sheet), column=column, row=row, expected=expected, found=found, remedy=remedy
    )


@lru_cache(maxsize=1)
def _scores() -> Mapping[str, tuple[float, ...]]:
    """Guide number -> the scores that its measures may have; none where it is computed from statistics."""
    table = pd.read_csv(REGISTERS / "rdtii_indicators.csv", dtype=str, keep_default_na=False)
    return {
        number: tuple(float(score) for score in scores.split(";") if score)
        for number, scores in zip(table["indicator"], table["possible_scores"], strict=True)
    }


@lru_cache(maxsize=256)
def _country(name: str) -> str | None:
    """The code of a country by its code or a name that it has in English, Spanish or Portuguese."""
    return _names().get(_letters(name))


@lru_cache(maxsize=1)
def _names() -> Mapping[str, str]:
    """Letters of a name -> ISO3: names of the United Nations for members, common names for all."""
    known: dict[str, str] = {}
    for language in ("en", "es", "pt"):
        for code, name in Locale(language).territories.items():
            if code in iso3_by_iso2():
                known[_letters(name)] = iso3_by_iso2()[code]
    countries = pd.read_csv(REGISTERS / "countries.csv", dtype=str, keep_default_na=False)
    for column in ("ref_area", "name_en", "name_es", "name_pt"):
        for name, code in zip(countries[column], countries["ref_area"], strict=True):
            known |= {_letters(name): code, _letters(name.split("(")[0]): code}
    # As workbooks shorten it: a sheet's name has 31 characters at most.
    return known | {_letters("Lao PDR"): "LAO"}


def _letters(name: str) -> str:
    return re.sub(r"[\W_]+", "", name.casefold())
