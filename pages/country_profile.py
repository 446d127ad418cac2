"""Country profile: one member across all layers, from three sentences to the rows behind them."""

from components import shell
from components.views.country.page import draw_country_profile

t = shell.ensure_frame()
draw_country_profile(t)
