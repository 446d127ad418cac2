"""The country profile: one page that joins all layers for one member."""
