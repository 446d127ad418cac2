"""Journeys in a real Chromium, with the network cut."""
