"""Charts of support measures: matrices, time, composition, a country against its peers."""
