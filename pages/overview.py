"""Landing page of the FEALAC Marketplace Explorer."""

from components import shell
from components.views.overview import draw_overview

t = shell.ensure_frame()
draw_overview(t)
