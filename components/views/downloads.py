"""x"""
from __future__ import annotations
def draw_downloads(t, choice): pass
