"""The tasks that follow from schakel 4 and 5, by part."""
