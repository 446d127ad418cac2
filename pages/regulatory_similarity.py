"""Regulatory similarity: how alike rules are, and what would bring them closer."""

from components import shell
from components.views.similarity.page import draw_similarity

t = shell.ensure_frame()
draw_similarity(t)
