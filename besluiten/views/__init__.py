"""Pages of decisions, letters and their texts."""
