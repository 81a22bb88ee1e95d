"""The tasks of ontzorgen, by part."""
