"""Claims about the data that ships."""
