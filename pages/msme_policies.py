"""Support for MSMEs: the register of measures, benchmark, gaps and donors."""

from components import shell
from components.views.policies.page import draw_policies

t = shell.ensure_frame()
draw_policies(t)
