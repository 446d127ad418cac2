"""Claims about the explorer: unit, data, app, browser and architecture."""
