"""East Asia Marketplace Explorer."""

from components import shell
from components.views.explorer import draw_explorer

t = shell.ensure_frame()
draw_explorer(t, region="east_asia")
