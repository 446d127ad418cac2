"""Visitors between and within East Asia and Latin America."""

from components import shell
from components.views.cross_region import draw_cross_region

t = shell.ensure_frame()
draw_cross_region(t)
