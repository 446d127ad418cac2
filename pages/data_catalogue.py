"""Data catalogue: every dataset, what is known of it, and the part of it that leaves."""

from components import shell
from components.views.data_catalogue import draw_catalogue

t = shell.ensure_frame()
draw_catalogue(t)
