"""The tables of a page's cards that may leave, and the others with the reason why they stay behind."""

from __future__ import annotations

from collections.abc import Sequence

from components.export.metadata import FileColumn
from components.export.page_workbook import SheetTable
from components.i18n import Language
from components.views.cards.card import Card
from components.views.cards.download_menu import file_meta
from components.views.cards.leave import refusal


def tables_of(t: Language, cards: Sequence[Card]) -> tuple[list[SheetTable], list[tuple[str, str]]]:
    """Tables ready to be written, and pairs of title and reason for those that are refused."""
    leaving, staying = [], []
    for card in cards:
        refused = refusal(t, card.table, card.datasets)
        if refused:
            staying.append((card.title, t("takeaway.withheld", why=refused)))
            continue
        meta = file_meta(t, card.title, card.unit, card.table, card.datasets)
        columns = tuple(FileColumn(column.name, column.title) for column in card.table.columns)
        leaving.append(SheetTable(card.table.exact(), meta, columns))
    return leaving, staying
