"""A table as data: raw values for files, words in the reader's language for the screen."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd
import streamlit as st

from components.i18n import Language

SCREEN_ROWS = 200
_DIGITS = {"amount": 0, "number": 0, "decimal": 4, "percent": 6, "change": 6}


@dataclass(frozen=True)
class Column:
    """One column: its name in the frame, its translated title and how its values are written.

    kind: text, number, amount (rounded for reading on screen, exact in files), percent (share 0..1),
    change (signed share), period, or year.
    """

    name: str
    title: str
    kind: str = "text"


@dataclass(frozen=True)
class Table:
    """A frame and the columns of it that a reader gets, in order."""

    frame: pd.DataFrame
    columns: tuple[Column, ...]

    def exact(self) -> pd.DataFrame:
        """The values for files, without digits that nobody knows: visits to one, shares to a millionth."""
        floats = set(self.frame.select_dtypes("float"))
        measured = [column for column in self.columns if column.name in floats and column.kind in _DIGITS]
        return self.frame.round({column.name: _DIGITS[column.kind] for column in measured})

    def shown(self, t: Language, rows: int = SCREEN_ROWS) -> pd.DataFrame:
        """The first rows as the reader's language writes them."""
        head = self.frame.head(rows)
        return pd.DataFrame(
            {
                column.title: [_written(value, column.kind, t) for value in head[column.name]]
                for column in self.columns
            }
        )


def _written(value: object, kind: str, t: Language) -> str:
    if value is None or value is pd.NA or value != value:
        return t("cards.missing_mark")
    if kind == "number":
        return t.number(float(value))  # type: ignore[arg-type]
    if kind == "decimal":
        return t.number(float(value), 2)  # type: ignore[arg-type]
    if kind == "amount":
        return t.number(round(float(value)))  # type: ignore[arg-type]
    if kind == "percent":
        return t.percent(float(value))  # type: ignore[arg-type]
    if kind == "change":
        return t.change(float(value))  # type: ignore[arg-type]
    if kind == "period":
        return t.period(str(value))
    if kind == "year":
        return str(int(value))  # type: ignore[call-overload]
    return str(value)


def draw_table(t: Language, table: Table, caption: str) -> None:
    """Show a table as plain HTML, light and readable by a screen reader, with a word on rows left out."""
    st.table(table.shown(t), border="horizontal", hide_index=True, alt=caption)
    if len(table.frame) > SCREEN_ROWS:
        st.caption(t("cards.table_cut", shown=t.number(SCREEN_ROWS), total=t.number(len(table.frame))))
