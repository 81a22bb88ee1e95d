"""Clean input for acts on decisions, letters and their texts."""
