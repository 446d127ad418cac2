"""The shared kit every view is made of: cards, chips, tables, notes, menus and designed empty states."""

from components.views.cards.chart_card import Card, draw_card
from components.views.cards.empty_state import draw_empty
from components.views.cards.metric_row import Metric, draw_metrics
from components.views.cards.source_note import source_line
from components.views.cards.table import Column, Table, draw_table

__all__ = ["Card", "draw_card", "Column", "Metric", "Table", "draw_empty", "draw_metrics", "draw_table", "source_line"]
