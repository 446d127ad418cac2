"""How fast and how heavy the explorer is; `make bench` runs all of it."""
