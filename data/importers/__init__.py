"""Importers: one module per outside format, each turning one file into a tidy frame."""
