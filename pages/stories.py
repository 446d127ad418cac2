"""Stories for presenters: views in an order, told to a room."""

from components import shell
from components.views.stories.page import draw_stories

t = shell.ensure_frame()
draw_stories(t)
