"""Methods of the FEALAC Marketplace Explorer."""

from components import shell
from components.views.methods import draw_methods

t = shell.ensure_frame()
draw_methods(t)
