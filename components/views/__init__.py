"""What the pages show, one subject per file."""
