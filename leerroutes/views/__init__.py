"""Pages of schakel 4 and 5."""
