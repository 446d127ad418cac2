"""Regulatory matrix: which rules apply to cross-border e-commerce in each country."""

from components import shell
from components.views.regulation.page import draw_regulatory_matrix

t = shell.ensure_frame()
draw_regulatory_matrix(t)
