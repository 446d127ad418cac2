"""The Methods page: how the numbers are made, how good they are, what the words mean."""

from components.views.methods.sections import draw_methods

__all__ = ["draw_methods"]
