"""The data catalogue: one dataset at a time, described, measured and ready to take home."""

from components.views.data_catalogue.page import SECTIONS, draw_catalogue

__all__ = ["SECTIONS", "draw_catalogue"]
