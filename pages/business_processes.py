"""Business processes: the journey of a parcel across a border, step by step."""

from components import shell
from components.views.processes.page import draw_processes

t = shell.ensure_frame()
draw_processes(t)
