"""Visitors between and within the two regions: totals, matrix, flow map, corridors, pairs of countries."""

from components.views.cross_region.layout import draw_cross_region

__all__ = ["draw_cross_region"]
