"""How indicators move together across countries: coefficients, guard rails, positions of a country."""
