"""What a chart card is made of, all of it already in the reader's language."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pandas as pd
import pyarrow as pa

from components.views.cards.table import Table


@dataclass(frozen=True)
class Card:
    """One chart card.

    spec: Vega-Lite spec without data, the same object for the same kind of chart; frame: what it draws;
    datasets: ids whose sources are named; controls: draws what belongs to this
    chart alone; on_select: called when the reader marks something with the chart's parameter `marks`;
    variant: tells apart charts of one card that must not share what was marked in them.
    """

    key: str
    title: str
    unit: str
    reading: str
    spec: Mapping[str, Any]
    frame: pd.DataFrame
    table: Table
    datasets: tuple[str, ...]
    alt: str | None = None
    note: str | None = None
    on_select: Callable[[], None] | None = None
    marks: str = ""
    controls: Callable[[], None] | None = None
    variant: str = ""

    @cached_property
    def rows(self) -> pa.Table:
        """The frame as it travels, made once: narrow numbers, texts that recur once, and no index."""
        # Moments in time have more digits than a narrow number holds.
        numbers = [name for name in self.frame.select_dtypes("float64") if name != "when"]
        narrow = self.frame.astype(dict.fromkeys(numbers, "float32"))
        table = pa.Table.from_pandas(narrow, preserve_index=False)
        columns = [_once(table.column(name)) for name in table.column_names]
        return pa.table(columns, names=table.column_names)

    @property
    def spoken(self) -> str:
        """The text alternative: what the chart is and what it says."""
        return self.alt or f"{self.title}. {self.sentence}"

    @property
    def sentence(self) -> str:
        """The reading with a capital at its start: some languages write months small."""
        return self.reading[:1].upper() + self.reading[1:]


def _once(column: pa.ChunkedArray) -> pa.ChunkedArray:
    """A column of texts that recur as a dictionary of them; any other as it is."""
    if not (pa.types.is_string(column.type) or pa.types.is_large_string(column.type)):
        return column
    coded = column.dictionary_encode()
    return coded if coded.nbytes < column.nbytes else column


def chart_key(key: str, variant: str = "") -> str:
    """Where the session keeps what a reader marked in the chart of a card."""
    return f"chart.{key}.{variant}"
