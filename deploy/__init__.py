"""How the explorer is served."""
