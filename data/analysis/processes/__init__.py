"""What business processes say: critical path, totals, documents, changes, chances. METHODS, section 5."""
