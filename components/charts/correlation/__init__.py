"""Pictures of how indicators move together: scatter, intervals, heat map, and a country's positions."""
