"""One country across all layers: its figures, its places, its gaps, and how well it is known."""
