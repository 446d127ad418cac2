"""The Determinants page: what goes together with buying and selling online, and what may not be compared."""
