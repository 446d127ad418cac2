"""Determinants: what goes together with buying and selling online."""

from components import shell
from components.views.determinants.page import draw_determinants

t = shell.ensure_frame()
draw_determinants(t)
