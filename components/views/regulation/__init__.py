"""Regulation: what the rules are, country by country and topic by topic."""
