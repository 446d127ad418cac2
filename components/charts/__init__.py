"""Pure chart builders: one cached Vega-Lite spec per subject, language and theme, without data or title."""
