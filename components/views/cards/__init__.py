"""The shared kit every view is made of: cards, chips, tables, notes, menus and designed empty states."""

from components.views.cards.card import Card, chart_key
from components.views.cards.chart_card import draw_card
from components.views.cards.download_menu import draw_table_downloads
from components.views.cards.drawn import offer_brief
from components.views.cards.empty_state import draw_empty
from components.views.cards.metric_row import Metric, draw_metrics
from components.views.cards.source_note import source_line
from components.views.cards.table import Column, Table, draw_table

__all__ = [
    "Card",
    "Column",
    "Metric",
    "Table",
    "chart_key",
    "draw_card",
    "draw_empty",
    "draw_metrics",
    "draw_table",
    "draw_table_downloads",
    "offer_brief",
    "source_line",
]
