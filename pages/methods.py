"""Methods of the FEALAC Marketplace Explorer."""

from components import shell

t = shell.ensure_frame()
